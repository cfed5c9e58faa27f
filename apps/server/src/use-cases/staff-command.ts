import type { TicketCommandBody } from '@reglament/contract';
import type {
  CompanyId,
  ContactId,
  DeskId,
  MessageId,
  PersonId,
  ProposalId,
  TicketCommand,
  TicketId,
} from '@reglament/desk';
import { companyCertificates, giveContactCompany } from '../store/contacts.ts';
import type { Queries } from '../store/database.ts';
import { AttachmentMissing, type NewMessage } from '../store/tickets.ts';
import { type CommandOutcome, commandTicket } from './command-ticket.ts';
import type { Context } from './context.ts';

export interface StaffCommandInput {
  readonly deskId: DeskId;
  readonly ticketId: TicketId;
  readonly contactId: ContactId;
  readonly person: { readonly personId: PersonId; readonly name: string };
  readonly body: TicketCommandBody;
  readonly seenVersion: number;
  readonly idempotency: { readonly key: string; readonly requestHash: string };
}

export type StaffOutcome = CommandOutcome | { readonly kind: 'unknown-company' | 'unknown-attachment' };

interface Prepared {
  readonly command: TicketCommand;
  readonly messages: readonly NewMessage[];
}

const kindOf = {
  'request-information': 'information-request',
  'add-note': 'note',
  reply: 'reply',
  resolve: 'resolution',
} as const;

/** The API's body as a command of the desk, with the message it says. */
const prepare = (context: Context, input: StaffCommandInput): Exclude<Prepared, never> | null => {
  const { body, person, contactId } = input;
  const messageId = context.newId() as MessageId;
  const by = person.personId;
  const message = (
    kind: NewMessage['kind'],
    text: string,
    attachmentIds: readonly string[] = [],
  ): readonly NewMessage[] => [
    {
      messageId,
      kind,
      personId: by,
      contactId: null,
      author: person.name,
      text,
      html: null,
      quoted: '',
      letterId: null,
      attachmentIds,
    },
  ];
  switch (body.command) {
    case 'take':
      return { command: { type: 'Take', by }, messages: [] };
    case 'classify': {
      const reason = body.reason?.trim() ?? '';
      return {
        command: {
          type: 'Classify',
          by,
          ticketType: body.type,
          priority: body.priority,
          reasonMessageId: reason === '' ? null : messageId,
        },
        messages: reason === '' ? [] : message('note', reason),
      };
    }
    case 'propose-priority':
      return {
        command: {
          type: 'ProposePriority',
          by,
          proposalId: context.newId() as ProposalId,
          priority: body.priority,
          messageId,
        },
        messages: message('note', body.reason),
      };
    case 'request-information':
      return {
        command: { type: 'RequestInformation', by, messageId },
        messages: message(kindOf[body.command], body.text, body.attachments),
      };
    case 'add-note':
      return {
        command: { type: 'AddNote', messageId },
        messages: message(kindOf[body.command], body.text, body.attachments),
      };
    case 'reply':
      return {
        command: { type: 'Reply', by, messageId },
        messages: message(kindOf[body.command], body.text, body.attachments),
      };
    case 'resolve':
      return {
        command: { type: 'Resolve', by, messageId },
        messages: message(kindOf[body.command], body.text, body.attachments),
      };
    case 'record-confirmation':
      return {
        command: { type: 'Confirm', contactId, means: 'phone', messageId },
        messages: message('note', `Подтверждено по телефону: ${body.who}`),
      };
    case 'record-objection':
      return {
        command: {
          type: 'Object',
          contactId,
          means: 'phone',
          messageId,
          hasReason: body.reason.trim() !== '',
        },
        messages: [
          {
            messageId,
            kind: 'objection',
            personId: by,
            contactId,
            author: body.who,
            text: body.reason,
            html: null,
            quoted: '',
            letterId: null,
            attachmentIds: [],
          },
        ],
      };
    case 'accept-uncovered':
      return {
        command: { type: 'AcceptUncovered', reasonMessageId: messageId },
        messages: message('note', body.reason),
      };
    case 'record-call':
      return {
        command: { type: 'RecordCall', by, messageId, toldNumber: body.toldNumber },
        messages: message('note', `Звонок, ${body.who}. ${body.text}`.trim()),
      };
    case 'identify':
      return null;
  }
};

const identify = async (
  context: Context,
  q: Queries,
  input: StaffCommandInput,
  companyId: CompanyId,
): Promise<StaffOutcome> => {
  const certificates = await companyCertificates(q, input.deskId, companyId);
  if (certificates === null) return { kind: 'unknown-company' };
  const outcome = await commandTicket(context, q, {
    ...commonOf(input),
    command: { type: 'Identify', companyId, certificates },
    messages: [],
  });
  if (outcome.kind === 'done') await giveContactCompany(q, input.deskId, input.contactId, companyId);
  return outcome;
};

const commonOf = (input: StaffCommandInput) => ({
  deskId: input.deskId,
  ticketId: input.ticketId,
  actorId: input.person.personId,
  seenVersion: input.seenVersion,
  idempotency: { ...input.idempotency, response: null },
});

/** What a member of staff does to a ticket, in one transaction; open screens are told afterwards. */
export const staffCommand = async (context: Context, input: StaffCommandInput): Promise<StaffOutcome> => {
  const prepared = prepare(context, input);
  const run = (q: Queries): Promise<StaffOutcome> => {
    if (input.body.command === 'identify')
      return identify(context, q, input, input.body.companyId as CompanyId);
    if (prepared === null) throw new Error(`command ${input.body.command} was not prepared`);
    return commandTicket(context, q, { ...commonOf(input), ...prepared, last: true });
  };
  const outcome = await context.db.inDesk(input.deskId, run).catch((error: unknown): StaffOutcome => {
    if (error instanceof AttachmentMissing) return { kind: 'unknown-attachment' };
    throw error;
  });
  if (outcome.kind === 'done') context.hint({ deskId: input.deskId, kind: 'ticket', number: outcome.number });
  return outcome;
};
