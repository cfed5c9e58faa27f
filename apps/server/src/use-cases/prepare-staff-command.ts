import type { TicketCommandBody } from '@reglament/contract';
import type { ContactId, MessageId, PersonId, ProposalId, TicketCommand } from '@reglament/desk';
import type { Instant } from '@reglament/working-time';
import type { NewMessage } from '../store/tickets.ts';
import type { Context } from './context.ts';
import type { StaffCommandInput } from './staff-command.ts';

/** A command of the desk with the message that it says. */
export interface PreparedCommand {
  readonly command: TicketCommand;
  readonly messages: readonly NewMessage[];
}

type BodyOf<C extends TicketCommandBody['command']> = Extract<TicketCommandBody, { readonly command: C }>;
type Spoken = BodyOf<'request-information' | 'add-note' | 'reply' | 'resolve' | 'decline'>;

const kinds = {
  'request-information': 'information-request',
  'add-note': 'note',
  reply: 'reply',
  resolve: 'resolution',
  decline: 'refusal',
} as const;

const spokenCommand = (body: Spoken, by: PersonId, messageId: MessageId): TicketCommand => {
  switch (body.command) {
    case 'request-information':
      return { type: 'RequestInformation', by, messageId, items: body.items ?? [] };
    case 'add-note':
      return { type: 'AddNote', messageId };
    case 'reply':
      return { type: 'Reply', by, messageId, means: body.means ?? null };
    case 'resolve': {
      const { outcome = null, means = null } = body;
      return { type: 'Resolve', by, messageId, outcome, means };
    }
    case 'decline':
      return { type: 'Decline', by, messageId, ground: body.ground };
  }
};

const classify = (body: BodyOf<'classify'>, by: PersonId, note: NewMessage): PreparedCommand => {
  const reason = body.reason?.trim() ?? '';
  const reasonMessageId = reason === '' ? null : note.messageId;
  return {
    command: { type: 'Classify', by, ticketType: body.type, priority: body.priority, reasonMessageId },
    messages: reason === '' ? [] : [{ ...note, text: reason }],
  };
};

const callNote = ({ reached, who, text }: BodyOf<'record-call'>): string =>
  `${reached ? 'Звонок' : 'Не дозвонились'}, ${who}. ${text}`.trim();

type Phoned = BodyOf<'record-confirmation' | 'record-objection' | 'record-date-answer'>;

/** What the customer said on the phone, with a message that puts their words down. */
const phoned = (body: Phoned, contactId: ContactId, note: NewMessage): PreparedCommand => {
  const word = { contactId, means: 'phone', messageId: note.messageId } as const;
  switch (body.command) {
    case 'record-confirmation':
      return {
        command: { type: 'Confirm', ...word },
        messages: [{ ...note, text: `Подтверждено по телефону: ${body.who}` }],
      };
    case 'record-objection':
      return {
        command: { type: 'Object', ...word, hasReason: body.reason.trim() !== '' },
        messages: [{ ...note, kind: 'objection', contactId, author: body.who, text: body.reason }],
      };
    case 'record-date-answer': {
      const { accepted, who } = body;
      const text = `${accepted ? 'Дата согласована' : 'Дата не подошла'}, по телефону: ${who}`;
      const proposalId = body.proposalId as ProposalId;
      return {
        command: { type: 'AnswerDate', ...word, proposalId, accepted },
        // An agreed date goes out by letter, so it is no note among staff.
        messages: [{ ...note, kind: accepted ? 'reply' : 'note', text }],
      };
    }
  }
};

const dateNote = ({ agreedBy, reason }: BodyOf<'agree-date'>): string =>
  agreedBy === undefined ? reason : `Согласовано по телефону: ${agreedBy}. ${reason}`;

/** A date with a human word to the customer, which is no note among staff. */
const agreeDate = (
  context: Context,
  { person, contactId }: StaffCommandInput,
  body: BodyOf<'agree-date'>,
  date: Instant | null,
  note: NewMessage,
): PreparedCommand => {
  if (date === null) throw new Error('the date was not read');
  return {
    command: {
      type: 'AgreeDate',
      by: person.personId,
      proposalId: context.newId() as ProposalId,
      clock: body.clock,
      date,
      messageId: note.messageId,
      agreed: body.agreedBy === undefined ? null : contactId,
    },
    messages: [{ ...note, kind: 'reply', text: dateNote(body) }],
  };
};

const noteBy = ({ person }: StaffCommandInput, messageId: MessageId): NewMessage => ({
  messageId,
  kind: 'note',
  personId: person.personId,
  contactId: null,
  author: person.name,
  text: '',
  html: null,
  quoted: '',
  letterId: null,
  attachmentIds: [],
});

/**
 * The API's body as a command of the desk; null for `assign`, `identify`, `name-site` and `name-product`, which must look things up first.
 *
 * @param date what the body's date means in the desk's zone; null for bodies without one.
 */
export const prepareStaffCommand = (
  context: Context,
  input: StaffCommandInput,
  date: Instant | null,
): PreparedCommand | null => {
  const { body } = input;
  const messageId = context.newId() as MessageId;
  const by = input.person.personId;
  const note = noteBy(input, messageId);
  switch (body.command) {
    case 'take':
      return { command: { type: 'Take', by }, messages: [] };
    case 'classify':
      return classify(body, by, note);
    case 'propose-priority': {
      const proposalId = context.newId() as ProposalId;
      return {
        command: { type: 'ProposePriority', by, proposalId, priority: body.priority, messageId },
        messages: [{ ...note, text: body.reason }],
      };
    }
    case 'request-information':
    case 'add-note':
    case 'reply':
    case 'resolve':
    case 'decline':
      return {
        command: spokenCommand(body, by, messageId),
        messages: [{ ...note, kind: kinds[body.command], text: body.text, attachmentIds: body.attachments }],
      };
    case 'hand-over': {
      const { toLine, given, text } = body;
      return {
        command: { type: 'HandOver', by, toLine, messageId, given },
        messages: [{ ...note, text }],
      };
    }
    case 'accept-uncovered':
      return {
        command: { type: 'AcceptUncovered', reasonMessageId: messageId },
        messages: [{ ...note, text: body.reason }],
      };
    case 'record-call':
      return {
        command: { type: 'RecordCall', by, messageId, reached: body.reached, toldNumber: body.toldNumber },
        messages: [{ ...note, text: callNote(body) }],
      };
    case 'record-confirmation':
    case 'record-objection':
    case 'record-date-answer':
      return phoned(body, input.contactId, note);
    case 'agree-date':
      return agreeDate(context, input, body, date, note);
    case 'assign':
    case 'identify':
    case 'name-site':
    case 'name-product':
      return null;
  }
};
