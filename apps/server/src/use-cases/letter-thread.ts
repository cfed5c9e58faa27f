import type { DeskId, InquiryId, TicketId } from '@reglament/desk';
import type { Queries } from '../store/database.ts';
import { inquiryByNumber, type InquiryRef } from '../store/queries/inquiries.ts';
import { ticketByNumber, type TicketRef } from '../store/queries/tickets.ts';
import { type ReadToken, readToken, recipientOfToken, type TokenPurpose } from '../tokens/ticket-token.ts';
import type { Context } from './context.ts';
import type { IncomingLetter } from './incoming-letter.ts';

/** Which ticket or inquiry a letter is about. */
export interface Thread {
  /** The ticket whose token the letter carries and may join (R1). */
  readonly joins: TicketRef | null;
  /** The inquiry whose token it carries and may join, by the same rule; null: none, or a ticket. */
  readonly inquiry: InquiryRef | null;
  /** Tickets it names without the right to join: shown to staff only. */
  readonly related: readonly TicketRef[];
}

const MAX_CANDIDATES = 40;

/**
 * What could name a ticket: the part behind the plus of our addresses, and the first part of our Message-IDs, the newest first.
 * Only what has a token's form counts, so that a long thread of others does not push ours out.
 */
const candidatesOf = (letter: IncomingLetter): readonly ReadToken[] => {
  const fromAddresses = letter.recipients.map((address) => /\+([^@]+)@/.exec(address)?.[1] ?? '');
  const fromIds = [...letter.inReplyTo, ...letter.references.toReversed()].map(
    (id) => id.split('.', 1)[0] ?? '',
  );
  return [...new Set([...fromAddresses, ...fromIds])]
    .map(readToken)
    .filter((token) => token !== null)
    .slice(0, MAX_CANDIDATES);
};

/** The number in a subject of ours proves nothing: related at most. */
const numberInSubject = (subject: string): number | null => {
  const match = /№\s?([1-9][0-9]{0,14})\]/.exec(subject);
  return match === null ? null : Number(match[1]);
};

/** What a token may open: its purpose and id, and whoever takes part. */
interface Door {
  readonly purpose: TokenPurpose;
  readonly ticketId: TicketId | InquiryId;
  readonly participant: string | null;
}

/** Rule R1, the one place where a letter gets in: an unguessable token, and a sender who takes part or whom DMARC vouches for. */
const mayJoin = (
  { secret }: Context,
  deskId: DeskId,
  token: ReadToken,
  { from, authentication }: IncomingLetter,
  { purpose, ticketId, participant }: Door,
): boolean => {
  const participants = participant === null ? [] : [participant];
  const holder = recipientOfToken(secret, purpose, token, { deskId, ticketId }, participants);
  // DMARC vouches for one address in From: for several, or none, it says nothing.
  const vouched = from !== null && (participants.includes(from.address) || authentication === 'pass');
  return holder !== null && vouched;
};

/** The ticket or inquiry whose token a letter carries, and tickets that it only names. */
export const threadOf = async (
  context: Context,
  q: Queries,
  deskId: DeskId,
  letter: IncomingLetter,
): Promise<Thread> => {
  const related: TicketRef[] = [];
  for (const token of candidatesOf(letter)) {
    const ticket = await ticketByNumber(q, deskId, token.number);
    if (ticket !== null) {
      const { ticketId, requesterEmail: participant } = ticket;
      if (mayJoin(context, deskId, token, letter, { purpose: 'thread', ticketId, participant }))
        return { joins: ticket, inquiry: null, related: [] };
    }
    const inquiry = await inquiryByNumber(q, deskId, token.number);
    if (inquiry !== null) {
      const { inquiryId: ticketId, contactEmail: participant } = inquiry;
      if (mayJoin(context, deskId, token, letter, { purpose: 'inquiry', ticketId, participant }))
        return { joins: null, inquiry, related: [] };
    }
    if (ticket !== null) related.push(ticket);
  }
  const number = numberInSubject(letter.subject);
  const named = number === null ? null : await ticketByNumber(q, deskId, number);
  const all = named === null ? related : [...related, named];
  return {
    joins: null,
    inquiry: null,
    related: all.filter((t, i) => all.findIndex((other) => other.ticketId === t.ticketId) === i).slice(0, 5),
  };
};
