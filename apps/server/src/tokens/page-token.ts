import { createHmac, timingSafeEqual } from 'node:crypto';
import type { DeskId } from '@reglament/desk';
import { instant, type Instant } from '@reglament/working-time';
import { base32, fromBase32 } from './base32.ts';

/**
 * `confirm`: whose address it is that something was asked for; `support`: a person's own page; `unsubscribe-…`: no more letters of
 * a kind. One never works as the other.
 */
export type PagePurpose =
  | 'confirm'
  | 'support'
  | `unsubscribe-${'answer' | 'deadline' | 'certificate' | 'colleague'}`;

export interface PageSubject {
  readonly deskId: DeskId;
  /** Of the request, or of the contact: a UUID. */
  readonly id: string;
  /** Lower-case address that the link was sent to. */
  readonly recipient: string;
  /** It opens nothing from this instant; whole seconds count. */
  readonly until: Instant;
}

const ID_BYTES = 16;
const TIME_BYTES = 4;
const SIGN_BYTES = 16;
const SECOND_MS = 1000;

const sign = (secret: Buffer, purpose: PagePurpose, s: PageSubject): Buffer =>
  createHmac('sha256', secret)
    .update(
      [
        'page',
        purpose,
        s.deskId,
        s.id,
        s.recipient.toLowerCase(),
        String(Math.floor(s.until / SECOND_MS)),
      ].join('\n'),
    )
    .digest()
    .subarray(0, SIGN_BYTES);

/** A link's last part: whose page, until when, and 128 bits that only we can make. 58 letters. */
export const pageToken = (secret: Buffer, purpose: PagePurpose, subject: PageSubject): string => {
  const time = Buffer.alloc(TIME_BYTES);
  time.writeUInt32BE(Math.floor(subject.until / SECOND_MS));
  const id = Buffer.from(subject.id.replaceAll('-', ''), 'hex');
  return base32(Buffer.concat([id, time, sign(secret, purpose, subject)]));
};

export interface ReadPageToken {
  readonly id: string;
  readonly until: Instant;
  readonly signature: Buffer;
}

/** Takes a link's last part to pieces without believing it; null when it is not of our form. */
export const readPageToken = (token: string): ReadPageToken | null => {
  const bytes = fromBase32(token);
  if (bytes === null || bytes.length !== ID_BYTES + TIME_BYTES + SIGN_BYTES) return null;
  const hex = bytes.toString('hex', 0, ID_BYTES);
  return {
    id: [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-'),
    until: instant(bytes.readUInt32BE(ID_BYTES) * SECOND_MS),
    signature: bytes.subarray(ID_BYTES + TIME_BYTES),
  };
};

/** Whether it was made for this desk and address, and still opens something. The one place where such links are believed. */
export const isPageToken = (
  secret: Buffer,
  purpose: PagePurpose,
  read: ReadPageToken,
  given: { readonly deskId: DeskId; readonly recipient: string; readonly now: Instant },
): boolean =>
  timingSafeEqual(
    read.signature,
    sign(secret, purpose, {
      deskId: given.deskId,
      id: read.id,
      recipient: given.recipient,
      until: read.until,
    }),
  ) && given.now < read.until;
