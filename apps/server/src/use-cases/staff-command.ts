import type { TicketCommandBody } from '@reglament/contract';
import {
  type CompanyId,
  type ContactId,
  type Decision,
  type DeskId,
  type PersonId,
  type ProductRefusal,
  readAgreedDate,
  type Refusal,
  type Regulation,
  type SiteId,
  type TicketId,
} from '@reglament/desk';
import type { Instant } from '@reglament/working-time';
import { companyCertificates, giveContactCompany } from '../store/contacts.ts';
import type { Queries } from '../store/database.ts';
import { finishCalls } from '../store/missed-calls.ts';
import { companyName } from '../store/queries/company-name.ts';
import { customerPlace, placeOfTicket } from '../store/queries/customer-place.ts';
import { productOfTicket } from '../store/queries/stated-fields.ts';
import { AttachmentMissing } from '../store/tickets.ts';
import { beginCertificate } from './begin-certificate.ts';
import { type CommandOutcome, commandTicket } from './command-ticket.ts';
import type { Context } from './context.ts';
import { giveTicket } from './give-ticket.ts';
import { nameProduct, ProductMissing } from './name-product.ts';
import { type PreparedCommand, prepareStaffCommand } from './prepare-staff-command.ts';
import { factsOfRequest } from './request-facts.ts';
import { areOfDesk, tellMentioned } from './tell-mentioned.ts';
import { hintDone } from './tell-people.ts';

export interface StaffCommandInput {
  readonly deskId: DeskId;
  readonly ticketId: TicketId;
  readonly contactId: ContactId;
  readonly person: { readonly personId: PersonId; readonly name: string };
  readonly body: TicketCommandBody;
  /** null: whatever it is now. */
  readonly seenVersion: number | null;
  readonly idempotency: {
    readonly key: string;
    readonly requestHash: string;
    /** Kept beside the version for whoever asks again. */
    readonly response?: object;
  };
}

export type StaffOutcome =
  | CommandOutcome
  | {
      readonly kind:
        | 'unknown-company'
        | 'unknown-site'
        | 'unknown-attachment'
        | 'unknown-person'
        | 'unknown-assignee';
    }
  | { readonly kind: 'unknown-product'; readonly refusal: ProductRefusal }
  /** The date can't be read as one in the desk's zone. */
  | { readonly kind: 'bad-date'; readonly refusal: Refusal };

/** The company answers the question for it, whatever the customer called it. */
const companyAnswer =
  (name: string) =>
  ({ intake }: Regulation): Readonly<Record<string, string>> =>
    Object.fromEntries(intake.filter(({ source }) => source === 'company').map(({ id }) => [id, name]));

const identify = async (
  context: Context,
  q: Queries,
  input: StaffCommandInput,
  companyId: CompanyId,
): Promise<StaffOutcome> => {
  const { deskId, contactId, ticketId } = input;
  const certificates = await companyCertificates(q, deskId, companyId);
  if (certificates === null) return { kind: 'unknown-company' };
  const { regulation } = await context.regulations.inForce(deskId, context.now());
  const requester = { contactId, companyId, certificates };
  const about = { product: await productOfTicket(q, deskId, ticketId), at: context.now(), ticketId };
  const outcome = await commandTicket(context, q, {
    ...commonOf(input),
    command: {
      type: 'Identify',
      companyId,
      ...(await factsOfRequest(q, deskId, regulation, requester, about)),
      place: await customerPlace(q, deskId, companyId),
    },
    fields: companyAnswer(await companyName(q, deskId, companyId)),
    messages: [],
  });
  if (outcome.kind !== 'done') return outcome;
  await giveContactCompany(q, deskId, contactId, companyId);
  await beginCertificate(context, q, deskId, outcome.ticket);
  return outcome;
};

const nameSite = async (
  context: Context,
  q: Queries,
  input: StaffCommandInput,
  siteId: SiteId | null,
): Promise<StaffOutcome> => {
  const place = await placeOfTicket(q, input.deskId, input.ticketId);
  if (siteId !== null && place?.sites.some((site) => site.siteId === siteId) !== true)
    return { kind: 'unknown-site' };
  const command = { type: 'NameSite', siteId, place } as const;
  return commandTicket(context, q, { ...commonOf(input), command, messages: [], last: true });
};

const commonOf = (input: StaffCommandInput) => ({
  deskId: input.deskId,
  ticketId: input.ticketId,
  actorId: input.person.personId,
  seenVersion: input.seenVersion,
  idempotency: { response: null, ...input.idempotency },
});

/** What a typed date means on the desk's wall clock; null: the command has none. */
const readDate = async (
  context: Context,
  { deskId, body }: StaffCommandInput,
): Promise<Decision<Instant> | null> => {
  if (body.command !== 'agree-date') return null;
  const { regulation } = await context.regulations.inForce(deskId, context.now());
  return readAgreedDate(regulation.zone, body.date);
};

/** A note that names colleagues: they are told of it with it, and none of another desk is. */
const noteNaming = async (
  context: Context,
  q: Queries,
  input: StaffCommandInput,
  prepared: PreparedCommand,
  mentions: readonly string[],
): Promise<StaffOutcome> => {
  const { deskId, ticketId, person } = input;
  if (!(await areOfDesk(q, deskId, mentions))) return { kind: 'unknown-person' };
  const outcome = await commandTicket(context, q, { ...commonOf(input), ...prepared });
  const [note] = prepared.messages;
  if (outcome.kind === 'done' && note !== undefined)
    await tellMentioned(context, q, {
      deskId,
      ticketId,
      messageId: note.messageId,
      mentions,
      by: person.personId,
    });
  return outcome;
};

type RecordedCall = Extract<TicketCommandBody, { readonly command: 'record-call' }>;

/** A talk puts an end to the ticket's wish to be called back and to the missed call that it answered; an attempt to neither. */
const recordCall = async (
  context: Context,
  q: Queries,
  input: StaffCommandInput,
  prepared: PreparedCommand,
  { reached, missedCallId = null }: RecordedCall,
): Promise<StaffOutcome> => {
  const { deskId, ticketId, person } = input;
  const outcome = await commandTicket(context, q, { ...commonOf(input), ...prepared });
  if (outcome.kind === 'done' && reached)
    await finishCalls(q, {
      ...{ deskId, personId: person.personId, at: context.now() },
      ...{ callId: missedCallId, ticketId },
    });
  return outcome;
};

/** What a member of staff does to a ticket, in one transaction; open screens are told afterwards. */
export const staffCommand = async (context: Context, input: StaffCommandInput): Promise<StaffOutcome> => {
  const date = await readDate(context, input);
  if (date !== null && !date.ok) return { kind: 'bad-date', refusal: date.refusal };
  const prepared = prepareStaffCommand(context, input, date?.value ?? null);
  const mentions = input.body.command === 'add-note' ? (input.body.mentions ?? []) : [];
  const run = (q: Queries): Promise<StaffOutcome> => {
    if (input.body.command === 'assign')
      return giveTicket(
        context,
        q,
        commonOf(input),
        input.person.personId,
        input.body.personId as PersonId | null,
      );
    if (input.body.command === 'identify')
      return identify(context, q, input, input.body.companyId as CompanyId);
    if (input.body.command === 'name-site')
      return nameSite(context, q, input, input.body.siteId as SiteId | null);
    if (input.body.command === 'name-product') {
      const { product: name, productVersion: version } = input.body;
      return nameProduct(context, q, commonOf(input), { name, version });
    }
    if (prepared === null) throw new Error(`command ${input.body.command} was not prepared`);
    if (mentions.length > 0) return noteNaming(context, q, input, prepared, mentions);
    if (input.body.command === 'record-call') return recordCall(context, q, input, prepared, input.body);
    return commandTicket(context, q, { ...commonOf(input), ...prepared, last: true });
  };
  const outcome = await context.db.inDesk(input.deskId, run).catch((error: unknown): StaffOutcome => {
    if (error instanceof AttachmentMissing) return { kind: 'unknown-attachment' };
    if (error instanceof ProductMissing) return { kind: 'unknown-product', refusal: error.refusal };
    throw error;
  });
  if (outcome.kind === 'done' && mentions.length > 0)
    context.hint({ deskId: input.deskId, kind: 'notification', number: 0 });
  if (outcome.kind === 'done') hintDone(context, input.deskId, outcome);
  return outcome;
};
