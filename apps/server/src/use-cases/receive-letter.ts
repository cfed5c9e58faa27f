import { readStatedFields, reopens, type TicketId } from '@reglament/desk';
import { administratorsOf, insertNotification } from '../store/alarms.ts';
import type { Queries } from '../store/database.ts';
import { hasLetterWithId, lockLetter, settleLetter } from '../store/letters.ts';
import { followMerges, ticketOfSentLetter, type TicketRef } from '../store/queries/tickets.ts';
import { hintInquiry } from './command-inquiry.ts';
import { commandTicket } from './command-ticket.ts';
import type { Context } from './context.ts';
import type { IncomingLetter } from './incoming-letter.ts';
import { type Thread, threadOf } from './letter-thread.ts';
import { remark, wordsOf } from './letter-words.ts';
import {
  bouncedFromInquiry,
  isForSales,
  joinInquiry,
  openFromLetter,
  robotWritesToInquiry,
} from './receive-for-sales.ts';
import {
  keepFiles,
  messageOf,
  noteOf,
  type Outcome,
  type ReceivedLetter,
  requesterOf,
} from './received-letter.ts';
import { registerTicket } from './register-ticket.ts';
import { robotOnCertificate } from './robot-on-certificate.ts';

const register = async (
  context: Context,
  q: Queries,
  received: ReceivedLetter,
  letter: IncomingLetter,
  links: readonly { readonly relation: 'possibly-related' | 'follows'; readonly ticketId: TicketId }[],
): Promise<Outcome> => {
  const requester = await requesterOf(context, q, received.deskId, letter.from);
  const attachmentIds = await keepFiles(context, q, received.deskId, letter);
  const words = received.reading.ok ? wordsOf(letter, received.truncated) : remark(letter.text);
  const registered = await registerTicket(context, q, {
    deskId: received.deskId,
    channel: 'email',
    requester,
    receivedAt: received.receivedAt,
    subject: letter.subject.trim() === '' ? '—' : letter.subject,
    ...words,
    html: letter.html,
    letterId: received.letterId,
    attachmentIds,
    ticketType: null,
    priority: null,
    fields: {},
    links,
    actorId: null,
    idempotency: null,
  });
  return {
    outcome: 'ticket',
    note: noteOf(received, letter),
    ticketId: registered.ticketId,
    number: registered.number,
  };
};

/** A letter of a robot about a ticket stays with it as a note and changes nothing but the notice that came back (R34). */
const robotWrites = async (
  context: Context,
  q: Queries,
  received: ReceivedLetter,
  letter: IncomingLetter,
  ticketId: TicketId,
  noticeBounced: boolean,
): Promise<Outcome> => {
  const message = await messageOf(context, q, received, letter, 'system', null);
  const nature = letter.nature === 'bounce' ? 'bounce' : 'auto-reply';
  const command = noticeBounced
    ? ({ type: 'RecordNoticeBounced', messageId: message.messageId } as const)
    : ({ type: 'RecordRobot', messageId: message.messageId, nature } as const);
  const outcome = await commandTicket(context, q, {
    deskId: received.deskId,
    ticketId,
    command,
    actorId: null,
    messages: [message],
    seenVersion: null,
    idempotency: null,
  });
  return { outcome: nature, note: null, ticketId, number: outcome.kind === 'done' ? outcome.number : null };
};

const join = async (
  context: Context,
  q: Queries,
  received: ReceivedLetter,
  letter: IncomingLetter,
  named: TicketRef,
): Promise<Outcome> => {
  const ticket = await followMerges(q, received.deskId, named);
  const follow = (): Promise<Outcome> =>
    register(context, q, received, letter, [{ relation: 'follows', ticketId: ticket.ticketId }]);
  const { regulation } = await context.regulations.ofTicket(received.deskId, ticket);
  if (ticket.state === 'closed' && !reopens(ticket, regulation, context.now())) return follow();
  const requester = await requesterOf(context, q, received.deskId, letter.from);
  const message = await messageOf(context, q, received, letter, 'customer', requester);
  const stated = readStatedFields(regulation, message.text);
  const outcome = await commandTicket(context, q, {
    deskId: received.deskId,
    ticketId: ticket.ticketId,
    actorId: null,
    messages: [message],
    fields: stated.values,
    seenVersion: null,
    idempotency: null,
    command: {
      type: 'CustomerWrites',
      contactId: requester.contactId,
      messageId: message.messageId,
      means: 'email',
      statedFields: Object.keys(stated.values),
      priority: stated.priority,
    },
  });
  // Closed between our look and our lock.
  if (outcome.kind === 'refused' && outcome.refusal.code === 'already-closed') return follow();
  if (outcome.kind !== 'done')
    throw new Error(`a letter could not join ticket ${ticket.number}: ${outcome.kind}`);
  return { outcome: 'reply', note: null, ticketId: ticket.ticketId, number: ticket.number };
};

const bounced = async (
  context: Context,
  q: Queries,
  received: ReceivedLetter,
  letter: IncomingLetter,
  thread: Thread,
): Promise<Outcome> => {
  const inquiry = await bouncedFromInquiry(context, q, received, letter, thread);
  if (inquiry !== null) return inquiry;
  const original = letter.bounce?.originalMessageId ?? null;
  const sent = original === null ? null : await ticketOfSentLetter(q, received.deskId, original);
  const ticketId = sent?.ticketId ?? thread.joins?.ticketId ?? null;
  if (ticketId === null)
    return { outcome: 'suppressed', note: 'bounce-of-nothing', ticketId: null, number: null };
  // What came to its reader and failed further on, forwarded by them, was delivered.
  const failed = letter.bounce?.failedRecipient ?? sent?.recipient;
  return robotWrites(
    context,
    q,
    received,
    letter,
    ticketId,
    sent?.automatic === true && letter.bounce?.permanent === true && failed === sent.recipient,
  );
};

/** `stubId`: the ticket that asked to read it by hand while it could not be read. */
const decideOutcome = async (
  context: Context,
  q: Queries,
  received: ReceivedLetter,
  letter: IncomingLetter,
  stubId: TicketId | null,
): Promise<Outcome> => {
  if (letter.nature === 'loop') return { outcome: 'suppressed', note: 'loop', ticketId: null, number: null };
  const robot = await robotOnCertificate(q, received.deskId, letter);
  if (robot !== null) return robot;
  const thread = await threadOf(context, q, received.deskId, letter);
  if (letter.nature === 'bounce') return bounced(context, q, received, letter, thread);
  if (letter.nature === 'auto-reply' && thread.joins !== null)
    return robotWrites(context, q, received, letter, thread.joins.ticketId, false);
  if (thread.joins !== null) return join(context, q, received, letter, thread.joins);
  if (letter.nature === 'auto-reply' && thread.inquiry !== null)
    return robotWritesToInquiry(context, q, received, letter, thread.inquiry, 'auto-reply');
  if (thread.inquiry !== null) return joinInquiry(context, q, received, letter, thread.inquiry);
  if (await isForSales(q, received.deskId, letter))
    return openFromLetter(context, q, received, letter, stubId);
  const related = [...(stubId === null ? [] : [stubId]), ...thread.related.map((t) => t.ticketId)];
  return register(
    context,
    q,
    received,
    letter,
    related.map((ticketId) => ({ relation: 'possibly-related', ticketId })),
  );
};

const unreadable = (reason: string): IncomingLetter => ({
  messageId: null,
  inReplyTo: [],
  references: [],
  from: null,
  recipients: [],
  subject: 'Письмо не удалось прочитать',
  visible: '',
  quoted: '',
  html: null,
  attachments: [],
  text: `Письмо не удалось разобрать (${reason}). Исходное письмо хранится целиком: прочитайте его на странице «Письма».`,
  nature: 'human',
  bounce: null,
  authentication: 'none',
});

/** The same Message-ID over other words is another letter, kept and marked. */
const flagged = async (
  q: Queries,
  { deskId, letterId }: ReceivedLetter,
  { messageId }: IncomingLetter,
  note: string | null,
): Promise<string | null> => {
  const repeated = messageId !== null && (await hasLetterWithId(q, deskId, messageId, letterId));
  return repeated ? [note, 'same-message-id'].filter((one) => one !== null).join(' ') : note;
};

/** Each administrator is told once a letter. */
const alarmAdministrators = async (
  context: Context,
  q: Queries,
  received: ReceivedLetter,
  ticketId: TicketId,
): Promise<void> => {
  const { deskId } = received;
  for (const personId of await administratorsOf(q, deskId)) {
    await insertNotification(q, {
      notificationId: context.newId(),
      deskId,
      personId,
      ticketId,
      kind: 'letter-quarantined',
      clock: '',
      threshold: received.letterId,
      dueAt: received.receivedAt,
      at: context.now(),
    });
  }
};

/** Nobody could read it: a ticket asks to read it by hand; a letter tried again and again has one such ticket. */
const quarantine = async (
  context: Context,
  q: Queries,
  received: ReceivedLetter,
  letter: IncomingLetter,
  reason: string,
  before: TicketId | null,
): Promise<Outcome> => {
  const stub =
    before === null ? await register(context, q, received, letter, []) : { ticketId: before, number: null };
  if (stub.ticketId !== null) await alarmAdministrators(context, q, received, stub.ticketId);
  return { ...stub, outcome: 'quarantined', note: reason };
};

/**
 * Decides, once, what becomes of a kept letter: a ticket, a purchase inquiry, a reply, a note of a robot, nothing, or quarantine with a ticket
 * that asks to read it by hand. Everything in one transaction with the letter's own outcome.
 *
 * @returns the ticket's number to tell open screens; null when no ticket changed or the letter was decided before.
 */
export const receiveLetter = async (context: Context, received: ReceivedLetter): Promise<number | null> => {
  const { deskId, letterId, reading } = received;
  const done = await context.db.inDesk(deskId, async (q) => {
    const locked = await lockLetter(q, deskId, letterId);
    if (locked === null || locked.outcome !== 'waiting') return null;
    const letter = reading.ok ? reading.letter : unreadable(reading.reason);
    const decided = reading.ok
      ? await decideOutcome(context, q, received, letter, locked.ticketId)
      : await quarantine(context, q, received, letter, reading.reason, locked.ticketId);
    await settleLetter(q, {
      deskId,
      letterId,
      outcome: decided.outcome,
      note: await flagged(q, received, letter, decided.note),
      ticketId: decided.ticketId,
      inquiryId: decided.inquiry?.inquiryId ?? null,
      certificateId: decided.certificateId ?? null,
      messageId: letter.messageId,
      fromAddress: letter.from?.address ?? '',
      toAddress: letter.recipients[0] ?? '',
      subject: letter.subject,
      nature: reading.ok ? letter.nature : null,
      authentication: letter.authentication,
    });
    return decided;
  });
  const number = done?.number ?? null;
  context.hint({ deskId, kind: 'letter', number: 0 });
  if (!reading.ok) context.hint({ deskId, kind: 'notification', number: 0 });
  if (done?.inquiry !== undefined) hintInquiry(context, deskId, done.inquiry.number);
  if (number !== null) context.hint({ deskId, kind: 'ticket', number });
  return number;
};
