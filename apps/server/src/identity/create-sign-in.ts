import { setTimeout as sleep } from 'node:timers/promises';
import type { SignInInput, SignInResult } from './identity.ts';
import { networkOf } from './network-of.ts';
import { type LibraryOptions, openLibrary, signInByPassword } from './password-sign-in.ts';
import { createSharedAttempts } from './shared-attempts.ts';
import { queriesOfPool } from './queries-of-pool.ts';
import type { SessionCookie } from './session-cookie.ts';
import { newSessionToken, sessionTokenHash } from './session-token.ts';
import { confirmSession } from './start-session.ts';
import { isPossiblePassword, parseEmail } from './typed-credentials.ts';

// A refusal is answered at 300 ms, or 600, or 900...: when says nothing about why.
const REFUSAL_STEP_MS = 300;
// Two hashes of 90 ms at a time: whoever comes after these would wait some three seconds.
const MAX_PENDING_SIGN_INS = 64;
// One address trying without end leaves room for the others.
const MAX_PENDING_OF_A_NETWORK = 16;
const BUSY_RETRY_SECONDS = 3;

const wrongCredentials: SignInResult = { ok: false, code: 'wrong-credentials' };

const rateLimited = (retryAfterSeconds: number): SignInResult => ({
  ok: false,
  code: 'rate-limited',
  retryAfterSeconds,
});

const untilNextStep = (startedAt: number): Promise<void> => {
  const spent = performance.now() - startedAt;
  return sleep(Math.ceil((spent + 1) / REFUSAL_STEP_MS) * REFUSAL_STEP_MS - spent);
};

/** Opened at the first call; after a failure the next call tries again. */
const lazily = <T>(open: () => Promise<T>): (() => Promise<T>) => {
  let opened: Promise<T> | null = null;
  return () => {
    opened ??= open().catch((error: unknown) => {
      opened = null;
      throw error;
    });
    return opened;
  };
};

/**
 * Signing in by password, with its limits: ten failures per e-mail and network, 64 people at a time, and one answer
 * and one rhythm of answers for everything that is wrong.
 *
 * @param options.now Milliseconds, any origin, not stepping back.
 */
export const createSignIn = (
  options: LibraryOptions & { readonly cookie: SessionCookie; readonly now: () => number },
): ((input: SignInInput) => Promise<SignInResult>) => {
  const { pool, cookie } = options;
  const failed = createSharedAttempts({ q: queriesOfPool(pool), of: 'sign-in', now: options.now });
  const library = lazily(() => openLibrary(options));
  let pending = 0;
  const pendingOf = new Map<string, number>();
  const count = (network: string, change: 1 | -1): void => {
    pending += change;
    const now = (pendingOf.get(network) ?? 0) + change;
    if (now === 0) pendingOf.delete(network);
    else pendingOf.set(network, now);
  };

  const tryPassword = async (input: SignInInput): Promise<SignInResult> => {
    const email = parseEmail(input.email);
    if (email === null || !isPossiblePassword(input.password)) return wrongCredentials;
    const attempt = await failed.attempt(email, input.address);
    if (!attempt.allowed) return rateLimited(attempt.retryAfterSeconds);
    try {
      const token = newSessionToken();
      const tokenHash = sessionTokenHash(token);
      const isRight = await signInByPassword(await library(), { ...input, email, tokenHash });
      const person = isRight ? await confirmSession(pool, tokenHash) : null;
      if (person === null) return wrongCredentials;
      attempt.succeeded();
      return { ok: true, person, cookie: [cookie.issued(token)] };
    } catch (error) {
      attempt.undone();
      throw error;
    }
  };

  return async (input) => {
    const network = networkOf(input.address);
    if (pending >= MAX_PENDING_SIGN_INS || (pendingOf.get(network) ?? 0) >= MAX_PENDING_OF_A_NETWORK)
      return rateLimited(BUSY_RETRY_SECONDS);
    const startedAt = performance.now();
    count(network, 1);
    const result = await tryPassword(input).finally(() => {
      count(network, -1);
    });
    if (!result.ok && result.code === 'wrong-credentials') await untilNextStep(startedAt);
    return result;
  };
};
