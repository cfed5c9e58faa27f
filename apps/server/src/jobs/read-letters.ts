import type { DeskId } from '@reglament/desk';
import type { startLetterParser } from '../channels/mail/letter-parser.ts';
import { isUnavailable } from '../store/queries/is-unavailable.ts';
import { beginLetter, claimWaitingLetters, forgiveAttempt, type WaitingLetter } from '../store/letters.ts';
import type { Context } from '../use-cases/context.ts';
import type { ReceivedLetter } from '../use-cases/received-letter.ts';
import { receiveLetter } from '../use-cases/receive-letter.ts';

export interface ReadLettersOptions {
  readonly parse: ReturnType<typeof startLetterParser>['parse'];
  /** Of the desk alone: of another desk's its administrator says which they are, and may name anybody's. */
  readonly ownAddresses: (deskId: DeskId) => readonly string[];
  readonly trustedAuthserv: (deskId: DeskId) => string | null;
  readonly onError: (error: unknown) => void;
}

const LEASE_MS = 30_000;
const BATCH = 10;
/** After so many tries that ended without an outcome the letter goes into quarantine. */
const MAX_ATTEMPTS = 5;

const readOne = async (
  context: Context,
  options: ReadLettersOptions,
  waiting: WaitingLetter,
): Promise<void> => {
  const { deskId, letterId } = waiting;
  const kept = await context.db.inDesk(deskId, (q) =>
    beginLetter(q, { deskId, letterId, now: context.now(), leaseMs: LEASE_MS }),
  );
  if (kept === null) return;
  const reading: ReceivedLetter['reading'] =
    kept.attempts > MAX_ATTEMPTS
      ? { ok: false, reason: 'too-many-attempts' }
      : await options.parse(kept.raw, {
          trustedAuthserv: options.trustedAuthserv(deskId),
          ownAddresses: options.ownAddresses(deskId),
        });
  await receiveLetter(context, { deskId, letterId, receivedAt: kept.at, truncated: kept.truncated, reading });
};

/** A database that was away, or a disk that was full, makes no letter unreadable; one that takes too long may be its own fault. */
const forgive = async (
  context: Context,
  { deskId, letterId }: WaitingLetter,
  error: unknown,
): Promise<void> => {
  if (!isUnavailable(error) || (error instanceof Error && /timeout/i.test(error.message))) return;
  await context.db.inDesk(deskId, (q) => forgiveAttempt(q, deskId, letterId)).catch(() => undefined);
};

/** Reads letters that wait, one after another; one that fails leaves the others alone and comes again after its lease. */
export const readLetters = async (context: Context, options: ReadLettersOptions): Promise<boolean> => {
  const waiting = await context.db.everyDesk((q) => claimWaitingLetters(q, context.now(), LEASE_MS, BATCH));
  for (const letter of waiting) {
    try {
      await readOne(context, options, letter);
    } catch (error) {
      options.onError(error);
      await forgive(context, letter, error);
    }
  }
  return waiting.length === BATCH;
};
