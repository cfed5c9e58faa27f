import type { Pool } from 'pg';
import type { Account, Proven, Tried } from './account.ts';
import type { Client } from './client-of-session.ts';
import type { SignedIn } from './identity.ts';
import { addGoodAt, deleteSessionOf, hasCredentials, setGoodAt } from './identity-rows.ts';
import { queriesOfPool } from './queries-of-pool.ts';
import type { SessionCookie } from './session-cookie.ts';
import { createSharedAttempts } from './shared-attempts.ts';
import { startSession } from './start-session.ts';

/** From every network together, in a quarter of an hour: whoever tries codes knows the password already. */
const MAX_FAILURES_OF_A_PERSON = 100;

/** Keeps the secrets of authenticator apps so that the database can't use them: each opens for its own person alone. */
export interface AppSecrets {
  readonly seal: (secret: Buffer, personId: string) => Promise<Buffer>;
  /** null: sealed with another key, for somebody else, or changed. */
  readonly open: (sealed: Buffer, personId: string) => Promise<Buffer | null>;
}

export interface AccountOptions {
  readonly pool: Pool;
  readonly cookie: SessionCookie;
  readonly baseUrl: string;
  readonly appSecrets: AppSecrets;
  /** Some session or factor changed: what was answered lately is asked again. */
  readonly forget: () => void;
  /** Milliseconds, any origin, not stepping back. */
  readonly now: () => number;
}

type Tries = (personId: string, client: Client, check: () => Promise<boolean>) => Promise<Tried>;

/** What the verbs of an account share: counted tries, and sessions that begin. */
export interface AccountParts {
  readonly pool: Pool;
  readonly appSecrets: AppSecrets;
  readonly forget: () => void;
  /** Of codes. */
  readonly tries: Tries;
  /** Of passwords, counted apart: whoever knows one must not have wrong codes forgotten by giving it. */
  readonly passwordTries: Tries;
  readonly begin: (personId: string, client: Client, isProven: boolean) => Promise<Proven>;
  /** In place of the session that asked, in which a factor was given or set up. */
  readonly beginInstead: (person: SignedIn, client: Client) => Promise<Proven>;
  /** Whether a session may set or remove what its person proves themselves with. */
  readonly mayChangeFactors: Account['mayChangeFactors'];
  /** What is set in a session that a letter began, where nothing was set before, is good at the letter's desk alone. */
  readonly firstSetBy: (person: SignedIn) => Promise<void>;
}

export const wrongCode = { ok: false, code: 'wrong-code' } as const;

/** Tries counted as wrong from their start, for all servers together: ten for a person and network, a hundred for a person. */
const createTries = ({ pool, now }: AccountOptions, of: 'factor' | 'password'): Tries => {
  const q = queriesOfPool(pool);
  const near = createSharedAttempts({ q, of, now });
  const far = createSharedAttempts({ q, of: `${of}-anywhere`, now, most: MAX_FAILURES_OF_A_PERSON });
  return async (personId, client, check) => {
    const here = await near.attempt(personId, client.address);
    if (!here.allowed) return { ok: false, code: 'rate-limited', retryAfterSeconds: here.retryAfterSeconds };
    // Counted after that: one network that goes on trying must not shut the owner out of all others.
    const anywhere = await far.attempt(personId, '');
    if (!anywhere.allowed)
      return { ok: false, code: 'rate-limited', retryAfterSeconds: anywhere.retryAfterSeconds };
    if (!(await check())) return wrongCode;
    here.succeeded();
    anywhere.succeeded();
    return { ok: true };
  };
};

/** The shared parts. */
export const createAccountParts = (options: AccountOptions): AccountParts => {
  const { pool, forget } = options;
  const begin: AccountParts['begin'] = async (personId, client, isProven) => {
    forget();
    const started = await startSession(options, personId, client, isProven);
    return started === null ? wrongCode : { ok: true, ...started };
  };
  const mayChangeFactors: Account['mayChangeFactors'] = async ({ personId, byLetterOf }) =>
    byLetterOf === null || !(await hasCredentials(pool, personId));
  return {
    pool,
    appSecrets: options.appSecrets,
    forget,
    mayChangeFactors,
    firstSetBy: async (person) => {
      const { personId, byLetterOf } = person;
      if (byLetterOf !== null && (await mayChangeFactors(person)))
        await setGoodAt(pool, personId, byLetterOf);
    },
    tries: createTries(options, 'factor'),
    passwordTries: createTries(options, 'password'),
    begin,
    beginInstead: async (person, client) => {
      await deleteSessionOf(pool, person.personId, person.sessionId);
      if (person.byLetterOf !== null) await addGoodAt(pool, person.personId, person.byLetterOf);
      return begin(person.personId, client, true);
    },
  };
};
