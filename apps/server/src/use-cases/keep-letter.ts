import { createHash } from 'node:crypto';
import type { DeskId, LetterId } from '@reglament/desk';
import type { Instant } from '@reglament/working-time';
import { type Delivery, keepLetter as storeLetter } from '../store/letters.ts';
import type { Context } from './context.ts';

/** Headers that a way of delivery adds: two deliveries of one letter differ in them and in nothing else. */
const traceHeader = /^(received|return-path|delivered-to|x-original-to|envelope-to|authentication-results|received-spf|dkim-signature|arc-[a-z-]+|x-[a-z0-9-]+):/i;

const endOfHeaders = (raw: Buffer): number => {
  const crlf = raw.indexOf('\r\n\r\n');
  const lf = raw.indexOf('\n\n');
  if (crlf === -1 && lf === -1) return raw.length;
  return crlf === -1 || (lf !== -1 && lf < crlf) ? lf : crlf;
};

/** Hash of a letter without its trace headers; any bytes will do. */
export const contentKey = (raw: Uint8Array): string => {
  const bytes = Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength);
  const end = endOfHeaders(bytes);
  const kept: string[] = [];
  let dropping = false;
  for (const line of bytes.toString('latin1', 0, end).split(/\r?\n/)) {
    dropping = /^[ \t]/.test(line) ? dropping : traceHeader.test(line);
    if (!dropping) kept.push(line);
  }
  const body = bytes.toString('latin1', end).replace(/\r\n/g, '\n').trimEnd();
  return createHash('sha256').update(kept.join('\n'), 'latin1').update('\n\n').update(body, 'latin1').digest('hex');
};

export interface LetterToKeep {
  readonly deskId: DeskId;
  readonly raw: Uint8Array;
  /** When the mail server had it. */
  readonly receivedAt: Instant;
  readonly delivery: Delivery | null;
  readonly truncated: boolean;
}

/** Keeps the raw letter, committed before anything reads it or flags it as seen. */
export const keepLetter = async (context: Context, letter: LetterToKeep): Promise<LetterId> => {
  const sha256 = createHash('sha256').update(letter.raw).digest('hex');
  const letterId = await context.db.inDesk(letter.deskId, (q) =>
    storeLetter(
      q,
      {
        deskId: letter.deskId, letterId: context.newId() as LetterId, at: Math.min(letter.receivedAt, context.now()) as Instant, raw: letter.raw, sha256,
        contentKey: contentKey(letter.raw), truncated: letter.truncated,
      },
      letter.delivery,
    ),
  );
  context.hint({ deskId: letter.deskId, kind: 'letter', number: 0 });
  return letterId;
};
