import { createHmac, timingSafeEqual } from 'node:crypto';
import type { DeskId, InquiryId, TicketId } from '@reglament/desk';
import { base32 } from './base32.ts';

/**
 * A thread token lets a letter join its ticket, an inquiry token its purchase inquiry; a status token opens the ticket's page.
 * One never works as the other.
 */
export type TokenPurpose = 'thread' | 'status' | 'inquiry';

export interface TokenSubject {
  readonly deskId: DeskId;
  /** The inquiry's id for the purpose `inquiry`. */
  readonly ticketId: TicketId | InquiryId;
  /** Lower-case address that the token was given to. */
  readonly recipient: string;
}

const TOKEN_BYTES = 16;
const TOKEN_LENGTH = 26;

const sign = (secret: Buffer, purpose: TokenPurpose, s: TokenSubject): string =>
  base32(
    createHmac('sha256', secret)
      .update([purpose, s.deskId, s.ticketId, s.recipient.toLowerCase()].join('\n'))
      .digest()
      .subarray(0, TOKEN_BYTES),
  );

/** `1234-<26 letters>`: the ticket's number and 128 bits that only we can make. Fits a plus-address of 64 characters. */
export const ticketToken = (
  secret: Buffer,
  purpose: TokenPurpose,
  number: number,
  subject: TokenSubject,
): string => `${number}-${sign(secret, purpose, subject)}`;

export interface ReadToken {
  readonly number: number;
  readonly signature: string;
}

const tokenPattern = new RegExp(`^([1-9][0-9]{0,14})-([a-z2-7]{${TOKEN_LENGTH}})$`);

/** Takes a token apart without believing it; null when it is not of our form. */
export const readToken = (token: string): ReadToken | null => {
  const match = tokenPattern.exec(token.toLowerCase());
  return match === null ? null : { number: Number(match[1]), signature: match[2] ?? '' };
};

/**
 * Whose token it is: the recipient among `recipients` whom it was given to, or null. The one place where tokens are
 * believed: full length, constant time, and every recipient is tried.
 */
export const recipientOfToken = (
  secret: Buffer,
  purpose: TokenPurpose,
  token: ReadToken,
  ticket: Omit<TokenSubject, 'recipient'>,
  recipients: readonly string[],
): string | null => {
  const given = Buffer.from(token.signature.padEnd(TOKEN_LENGTH).slice(0, TOKEN_LENGTH));
  let found: string | null = null;
  for (const recipient of recipients) {
    if (timingSafeEqual(given, Buffer.from(sign(secret, purpose, { ...ticket, recipient }))))
      found ??= recipient;
  }
  return found;
};
