import type { DeskId } from '@reglament/desk';
import type { Queries } from '../store/database.ts';
import { ticketByNumber, type TicketRef } from '../store/queries/tickets.ts';
import { type ReadToken, readToken, recipientOfToken } from '../tokens/ticket-token.ts';
import type { Context } from './context.ts';
import type { IncomingLetter } from './incoming-letter.ts';

/** Which ticket a letter is about. */
export interface Thread {
  /** The ticket whose token the letter carries and may join (R1). */
  readonly joins: TicketRef | null;
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

/** Rule R1, the one place where a letter gets into a ticket: an unguessable token, and a sender who takes part or whom DMARC vouches for. */
export const threadOf = async (
  context: Context,
  q: Queries,
  deskId: DeskId,
  letter: IncomingLetter,
): Promise<Thread> => {
  const related: TicketRef[] = [];
  for (const token of candidatesOf(letter)) {
    const ticket = await ticketByNumber(q, deskId, token.number);
    if (ticket === null) continue;
    const participants = ticket.requesterEmail === null ? [] : [ticket.requesterEmail];
    const holder = recipientOfToken(
      context.secret,
      'thread',
      token,
      { deskId, ticketId: ticket.ticketId },
      participants,
    );
    // DMARC vouches for one address in From: for several, or none, it says nothing.
    const vouched =
      letter.from !== null &&
      (participants.includes(letter.from.address) || letter.authentication === 'pass');
    if (holder !== null && vouched) return { joins: ticket, related: [] };
    related.push(ticket);
  }
  const number = numberInSubject(letter.subject);
  const named = number === null ? null : await ticketByNumber(q, deskId, number);
  const all = named === null ? related : [...related, named];
  return {
    joins: null,
    related: all.filter((t, i) => all.findIndex((other) => other.ticketId === t.ticketId) === i).slice(0, 5),
  };
};
