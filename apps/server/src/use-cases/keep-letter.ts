import { createHash, type Hash } from 'node:crypto';
import type { DeskId, LetterId } from '@reglament/desk';
import type { Instant } from '@reglament/working-time';
import { insertResponse } from '../store/idempotency.ts';
import { type Delivery, keepLetter as storeLetter } from '../store/letters.ts';
import type { Context } from './context.ts';

const CARRIAGE_RETURN = 13;

/** Headers that a way of delivery adds: two deliveries of one letter differ in them and in nothing else. */
const traceHeader =
  /^(received|return-path|delivered-to|x-original-to|envelope-to|authentication-results|received-spf|dkim-signature|arc-[a-z-]+|x-[a-z0-9-]+):/i;

const endOfHeaders = (raw: Buffer): number => {
  const crlf = raw.indexOf('\r\n\r\n');
  const lf = raw.indexOf('\n\n');
  if (crlf === -1 && lf === -1) return raw.length;
  return crlf === -1 || (lf !== -1 && lf < crlf) ? lf : crlf;
};

/** A reader refuses letters with more headers than this; what is beyond counts as it stands. */
const MAX_HEADERS = 2 * 1024 * 1024;
const PIECE = 1024 * 1024;

const isWhite = (byte: number | undefined): boolean =>
  byte !== undefined && ((byte >= 9 && byte <= 13) || byte === 32 || byte === 160);

/** Where a text ends without the white space after it. */
const endOfText = (bytes: Buffer): number => {
  let end = bytes.length;
  while (end > 0 && isWhite(bytes[end - 1])) end -= 1;
  return end;
};

/** Line ends as line feeds, piece by piece: the letter is in memory once, whatever its size. */
const updateWithBody = (hash: Hash, bytes: Buffer, start: number): void => {
  const end = Math.max(start, endOfText(bytes));
  for (let at = start; at < end;) {
    // A line's end is not cut in two.
    let next = Math.min(end, at + PIECE);
    if (next < end && bytes[next - 1] === CARRIAGE_RETURN) next += 1;
    hash.update(bytes.toString('latin1', at, next).replace(/\r\n/g, '\n'), 'latin1');
    at = next;
  }
};

/** Hash of a letter without its trace headers; any bytes will do. */
export const contentKey = (raw: Uint8Array): string => {
  const bytes = Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength);
  const end = Math.min(endOfHeaders(bytes), MAX_HEADERS);
  const kept: string[] = [];
  let dropping = false;
  for (const line of bytes.toString('latin1', 0, end).split(/\r?\n/)) {
    dropping = /^[ \t]/.test(line) ? dropping : traceHeader.test(line);
    if (!dropping) kept.push(line);
  }
  const hash = createHash('sha256').update(kept.join('\n'), 'latin1').update('\n\n');
  updateWithBody(hash, bytes, end);
  return hash.digest('hex');
};

export interface LetterToKeep {
  readonly deskId: DeskId;
  readonly raw: Uint8Array;
  /** When the mail server had it. */
  readonly receivedAt: Instant;
  readonly delivery: Delivery | null;
  readonly truncated: boolean;
  /** Of a letter written in a form: the same request again is the same letter. */
  readonly idempotency?: { readonly key: string; readonly requestHash: string };
}

/** Keeps the raw letter, committed before anything reads it or flags it as seen. */
export const keepLetter = async (context: Context, letter: LetterToKeep): Promise<LetterId> => {
  const sha256 = createHash('sha256').update(letter.raw).digest('hex');
  const letterId = await context.db.inDesk(letter.deskId, async (q) => {
    const kept = await storeLetter(
      q,
      {
        deskId: letter.deskId,
        letterId: context.newId() as LetterId,
        at: Math.min(letter.receivedAt, context.now()) as Instant,
        raw: letter.raw,
        sha256,
        contentKey: contentKey(letter.raw),
        truncated: letter.truncated,
      },
      letter.delivery,
    );
    if (letter.idempotency !== undefined)
      await insertResponse(q, {
        ...letter.idempotency,
        deskId: letter.deskId,
        response: { letterId: kept },
        at: context.now(),
      });
    return kept;
  });
  context.hint({ deskId: letter.deskId, kind: 'letter', number: 0 });
  return letterId;
};
