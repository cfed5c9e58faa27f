import type { Pool } from 'pg';
import type { Proven, Tried } from './account.ts';
import type { Client } from './client-of-session.ts';
import { createFailedSignIns } from './failed-sign-ins.ts';
import type { SignedIn } from './identity.ts';
import { deleteSessionOf } from './identity-rows.ts';
import type { SessionCookie } from './session-cookie.ts';
import { startSession } from './start-session.ts';

/** From every network together, in a quarter of an hour: whoever tries codes knows the password already. */
const MAX_FAILURES_OF_A_PERSON = 100;

export interface AccountOptions {
  readonly pool: Pool;
  readonly cookie: SessionCookie;
  readonly baseUrl: string;
  /** Some session or factor changed: what was answered lately is asked again. */
  readonly forget: () => void;
  /** Milliseconds, any origin, not stepping back. */
  readonly now: () => number;
}

/** What the verbs of an account share: counted tries, and sessions that begin. */
export interface AccountParts {
  readonly pool: Pool;
  readonly forget: () => void;
  readonly tries: (personId: string, client: Client, check: () => Promise<boolean>) => Promise<Tried>;
  readonly begin: (personId: string, client: Client, isProven: boolean) => Promise<Proven>;
  /** In place of the session that asked. */
  readonly beginInstead: (person: SignedIn, client: Client) => Promise<Proven>;
}

export const wrongCode = { ok: false, code: 'wrong-code' } as const;

/** Tries counted as wrong from their start: ten for a person and network, a hundred for a person. */
const createTries = (now: () => number) => {
  const near = createFailedSignIns({ now });
  const far = createFailedSignIns({ now, maxFailures: MAX_FAILURES_OF_A_PERSON });
  return async (personId: string, client: Client, check: () => Promise<boolean>): Promise<Tried> => {
    const attempts = [near.attempt(personId, client.address), far.attempt(personId, '')] as const;
    for (const one of attempts)
      if (!one.allowed) return { ok: false, code: 'rate-limited', retryAfterSeconds: one.retryAfterSeconds };
    if (!(await check())) return wrongCode;
    for (const one of attempts) if (one.allowed) one.succeeded();
    return { ok: true };
  };
};

/** The shared parts, each limit of them kept in this process. */
export const createAccountParts = (options: AccountOptions): AccountParts => {
  const { pool, forget } = options;
  const begin: AccountParts['begin'] = async (personId, client, isProven) => {
    forget();
    const started = await startSession(options, personId, client, isProven);
    return started === null ? wrongCode : { ok: true, ...started };
  };
  return {
    pool,
    forget,
    tries: createTries(options.now),
    begin,
    beginInstead: async (person, client) => {
      await deleteSessionOf(pool, person.personId, person.sessionId);
      return begin(person.personId, client, true);
    },
  };
};
