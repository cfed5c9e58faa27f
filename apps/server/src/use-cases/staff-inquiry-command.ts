import type { InquiryCommandBody } from '@reglament/contract';
import {
  type CertificateId,
  type CompanyId,
  type DeskId,
  hasStanding,
  type Inquiry,
  type InquiryCommand,
  type MessageId,
  type PersonId,
} from '@reglament/desk';
import { localDateOf } from '@reglament/working-time';
import { staffOf } from '../store/alarms.ts';
import { lockCertificate } from '../store/certificates.ts';
import { lockCompany, standingsOf } from '../store/companies.ts';
import { contactById } from '../store/contacts.ts';
import type { Queries } from '../store/database.ts';
import { deleteSentDrafts } from '../store/drafts.ts';
import { lockInquiry, type LockedInquiry, type NewInquiryMessage } from '../store/inquiries.ts';
import { AttachmentMissing } from '../store/tickets.ts';
import { applyToInquiry, hintInquiry, type InquiryOutcome } from './command-inquiry.ts';
import type { Context } from './context.ts';
import { turnInquiryIntoTicket } from './turn-inquiry-into-ticket.ts';

export interface StaffInquiryInput {
  readonly deskId: DeskId;
  readonly number: number;
  readonly person: { readonly personId: PersonId; readonly name: string };
  readonly body: InquiryCommandBody;
  readonly seenVersion: number;
  readonly idempotency: { readonly key: string; readonly requestHash: string };
}

export type StaffInquiryOutcome =
  | (Extract<InquiryOutcome, { readonly kind: 'done' }> & { readonly ticketNumber?: number })
  | Exclude<InquiryOutcome, { readonly kind: 'done' }>
  /** Something that was named is not of this desk. */
  | { readonly kind: 'unknown'; readonly pointer: string; readonly code: string };

const unknown = (pointer: string, code: string): StaffInquiryOutcome => ({ kind: 'unknown', pointer, code });

interface Prepared {
  readonly command: InquiryCommand;
  readonly messages: readonly NewInquiryMessage[];
}

type Plain = Exclude<InquiryCommandBody, { readonly command: 'become-ticket' }>;

const messageBy = (
  { person }: StaffInquiryInput,
  messageId: MessageId,
  kind: 'reply' | 'note',
  text: string,
  attachmentIds: readonly string[] = [],
): readonly NewInquiryMessage[] => [
  { messageId, kind, personId: person.personId, author: person.name, text, letterId: null, attachmentIds },
];

/** What closing by a sale must know of the certificate and of the partner. */
const prepareWon = async (
  context: Context,
  q: Queries,
  { deskId }: StaffInquiryInput,
  body: Extract<Plain, { readonly command: 'close-won' }>,
): Promise<Prepared | StaffInquiryOutcome> => {
  const certificateId = body.certificateId as CertificateId | null;
  const sold = certificateId === null ? null : await lockCertificate(q, deskId, certificateId);
  if (certificateId !== null && sold === null) return unknown('/certificateId', 'unknown-certificate');
  const partnerId = body.partnerId as CompanyId | null;
  if (partnerId !== null && (await lockCompany(q, deskId, partnerId)) === null)
    return unknown('/partnerId', 'unknown-company');
  const { regulation } = await context.regulations.inForce(deskId, context.now());
  const today = localDateOf(regulation.zone, context.now());
  const standings = partnerId === null ? [] : await standingsOf(q, deskId, partnerId);
  return {
    command: {
      type: 'CloseWon',
      certificate:
        sold === null
          ? null
          : {
              certificateId: sold.certificate.certificateId,
              companyId: sold.certificate.companyId,
            },
      partner:
        partnerId === null
          ? null
          : { companyId: partnerId, standing: standings.some((one) => hasStanding(one, today)) },
    },
    messages: [],
  };
};

const nameCompany = async (
  q: Queries,
  deskId: DeskId,
  companyId: CompanyId,
): Promise<Prepared | StaffInquiryOutcome> => {
  const company = await lockCompany(q, deskId, companyId);
  if (company === null || company.mergedInto !== null) return unknown('/companyId', 'unknown-company');
  return { command: { type: 'NameCompany', companyId, district: company.district }, messages: [] };
};

const handOver = async (
  q: Queries,
  input: StaffInquiryInput,
  body: Extract<Plain, { readonly command: 'hand-over' }>,
  messageId: MessageId,
): Promise<Prepared | StaffInquiryOutcome> => {
  const ownerId = body.personId as PersonId;
  const staff = await staffOf(q, [input.deskId]);
  if (!staff.some(({ personId, role }) => personId === ownerId && role !== 'engineer'))
    return unknown('/personId', 'unknown-person');
  const text = body.text.trim();
  return {
    command: { type: 'HandOver', ownerId, messageId: text === '' ? null : messageId },
    messages: text === '' ? [] : messageBy(input, messageId, 'note', text),
  };
};

const hasAddress = async (q: Queries, deskId: DeskId, { contactId }: Inquiry): Promise<boolean> =>
  ((await contactById(q, deskId, contactId))?.email ?? null) !== null;

const prepare = async (
  context: Context,
  q: Queries,
  locked: LockedInquiry,
  input: StaffInquiryInput,
  body: Plain,
): Promise<Prepared | StaffInquiryOutcome> => {
  const { deskId, person } = input;
  const messageId = context.newId() as MessageId;
  switch (body.command) {
    case 'choose-district':
      return { command: { type: 'ChooseDistrict', district: body.district }, messages: [] };
    case 'choose-addressee':
      return { command: { type: 'ChooseAddressee', to: body.to }, messages: [] };
    case 'name-topic':
      return { command: { type: 'NameTopic', topic: body.topic }, messages: [] };
    case 'name-company':
      return nameCompany(q, deskId, body.companyId as CompanyId);
    case 'hand-over':
      return handOver(q, input, body, messageId);
    case 'answer':
      return {
        command: {
          type: 'Answer',
          messageId,
          personId: person.personId,
          hasAddress: await hasAddress(q, deskId, locked.inquiry),
        },
        messages: messageBy(input, messageId, 'reply', body.text, body.attachments),
      };
    case 'add-note':
      return {
        command: { type: 'AddNote', messageId },
        messages: messageBy(input, messageId, 'note', body.text, body.attachments),
      };
    case 'close-won':
      return prepareWon(context, q, input, body);
    case 'close-lost':
      return {
        command: { type: 'CloseLost', messageId },
        messages: messageBy(input, messageId, 'note', body.reason),
      };
    case 'reopen':
      return { command: { type: 'Reopen' }, messages: [] };
  }
};

const run = async (context: Context, q: Queries, input: StaffInquiryInput): Promise<StaffInquiryOutcome> => {
  const { deskId, number, body, idempotency, person } = input;
  const locked = await lockInquiry(q, deskId, { number });
  if (locked === null) return { kind: 'not-found' };
  if (input.seenVersion !== locked.version)
    return { kind: 'stale', version: locked.version, inquiryId: locked.inquiry.inquiryId };
  if (body.command === 'become-ticket')
    return turnInquiryIntoTicket(context, q, locked, {
      personId: person.personId,
      priority: body.priority,
      idempotency,
    });
  const prepared = await prepare(context, q, locked, input, body);
  if ('kind' in prepared) return prepared;
  const { personId } = person;
  const outcome = await applyToInquiry(context, q, locked, { ...prepared, actorId: personId, idempotency });
  const texts = prepared.messages.map(({ text }) => text);
  if (outcome.kind === 'done' && texts.length > 0)
    await deleteSentDrafts(q, { deskId, personId, side: 'staff' }, `inquiry.${number}`, texts);
  return outcome;
};

/** What a person of the desk does to an inquiry, in one transaction: lock, compare versions, decide, write. */
export const staffInquiryCommand = async (
  context: Context,
  input: StaffInquiryInput,
): Promise<StaffInquiryOutcome> => {
  const outcome = await context.db
    .inDesk(input.deskId, (q) => run(context, q, input))
    .catch((error: unknown) => {
      if (error instanceof AttachmentMissing) return unknown('/attachments', 'unknown-attachment');
      throw error;
    });
  if (outcome.kind === 'done') {
    hintInquiry(context, input.deskId, outcome.number);
    if (outcome.ticketNumber !== undefined)
      context.hint({ deskId: input.deskId, kind: 'ticket', number: outcome.ticketNumber });
  }
  return outcome;
};
