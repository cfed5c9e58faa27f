import { setTimeout as sleep } from 'node:timers/promises';
import type { Pool } from 'pg';
import { createFailedSignIns } from './failed-sign-ins.ts';
import type { Identity, SignedIn, SignInInput, SignInResult } from './identity.ts';
import {
  deleteSession,
  deleteStaleSessions,
  disable,
  findSession,
  insertPerson,
  replacePassword,
} from './identity-rows.ts';
import { hashPassword } from './password-hash.ts';
import { type Library, openLibrary, type PasswordSignIn, signInByPassword } from './password-sign-in.ts';
import { PersonRefused } from './person-refused.ts';
import { createRecentSessions } from './recent-sessions.ts';
import { createSessionCookie } from './session-cookie.ts';
import { isNewPassword, isPossiblePassword, parseEmail, parseName } from './typed-credentials.ts';

// A refusal is answered at 300 ms, or 600, or 900...: when says nothing about why.
const REFUSAL_STEP_MS = 300;
// Two hashes of 50 ms at a time: whoever comes after these would wait longer than two seconds.
const MAX_PENDING_SIGN_INS = 64;
const BUSY_RETRY_SECONDS = 2;
const MIN_SECRET_LENGTH = 32;

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

/** Called once at the first sign-in; a failed import is tried again by the next. */
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
 * @param options.pool A database with migration 0001.
 * @param options.secret At least 32 characters; who has another one has other sessions.
 * @param options.baseUrl The address people open.
 * @param options.secureCookies True when people come over https.
 */
export const createIdentity = (options: {
  readonly pool: Pool;
  readonly secret: string;
  readonly baseUrl: string;
  readonly secureCookies: boolean;
}): Identity => {
  const { pool, secret } = options;
  if (secret.length < MIN_SECRET_LENGTH) {
    throw new RangeError(`the secret of sessions must have at least ${MIN_SECRET_LENGTH} characters`);
  }
  const now = (): number => performance.now();
  const cookie = createSessionCookie({ secret, secure: options.secureCookies });
  const failed = createFailedSignIns({ now });
  const recent = createRecentSessions(now);
  const library: () => Promise<Library> = lazily(() => openLibrary(options));
  let pendingSignIns = 0;

  const personOf = async (token: string): Promise<SignedIn | null> => {
    const kept = recent.find(token);
    if (kept !== null) return kept;
    const keep = recent.begin();
    const person = await findSession(pool, token);
    if (person !== null) keep(token, person);
    return person;
  };

  /** Null for wrong credentials and for a disabled person, who gets no session even with the right password. */
  const startSession = async (
    input: SignInInput,
  ): Promise<(PasswordSignIn & { readonly person: SignedIn }) | null> => {
    const signedIn = await signInByPassword(await library(), input);
    if (signedIn === null) return null;
    const person = await findSession(pool, signedIn.token);
    if (person === null) {
      await deleteSession(pool, signedIn.token);
      return null;
    }
    await deleteStaleSessions(pool, person.personId);
    return { ...signedIn, person };
  };

  const tryPassword = async (input: SignInInput): Promise<SignInResult> => {
    const email = parseEmail(input.email);
    if (email === null || !isPossiblePassword(input.password)) return wrongCredentials;
    const attempt = failed.attempt(email, input.address);
    if (!attempt.allowed) return rateLimited(attempt.retryAfterSeconds);
    try {
      const session = await startSession({ ...input, email });
      if (session === null) return wrongCredentials;
      attempt.succeeded();
      return { ok: true, person: session.person, cookie: session.cookie };
    } catch (error) {
      attempt.undone();
      throw error;
    }
  };

  const signIn = async (input: SignInInput): Promise<SignInResult> => {
    if (pendingSignIns >= MAX_PENDING_SIGN_INS) return rateLimited(BUSY_RETRY_SECONDS);
    const startedAt = performance.now();
    pendingSignIns += 1;
    let result: SignInResult;
    try {
      result = await tryPassword(input);
    } finally {
      pendingSignIns -= 1;
    }
    if (!result.ok && result.code === 'wrong-credentials') await untilNextStep(startedAt);
    return result;
  };

  const createPerson: Identity['createPerson'] = async (input) => {
    const email = parseEmail(input.email);
    if (email === null) throw new PersonRefused('invalid-email');
    const name = parseName(input.name);
    if (name === null) throw new PersonRefused('invalid-name');
    if (!isNewPassword(input.password)) throw new PersonRefused('invalid-password');
    const personId = await insertPerson(pool, {
      email,
      name,
      passwordHash: await hashPassword(input.password),
    });
    if (personId === null) throw new PersonRefused('email-taken');
    return personId;
  };

  return {
    signIn,
    createPerson,
    whoIs: async (cookieHeader) => {
      const token = cookie.read(cookieHeader);
      return token === null ? null : personOf(token);
    },
    signOut: async (cookieHeader) => {
      const token = cookie.read(cookieHeader);
      if (token !== null) {
        await deleteSession(pool, token);
        recent.forget();
      }
      return [cookie.cleared()];
    },
    setPassword: async (personId, password) => {
      if (!isNewPassword(password)) throw new PersonRefused('invalid-password');
      const found = await replacePassword(pool, personId, await hashPassword(password));
      recent.forget();
      return found;
    },
    disablePerson: async (personId) => {
      const found = await disable(pool, personId);
      recent.forget();
      return found;
    },
  };
};
