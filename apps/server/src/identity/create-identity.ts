import type { Pool } from 'pg';
import type { AppSecrets } from './account-parts.ts';
import { createAccount } from './create-account.ts';
import { createSignIn } from './create-sign-in.ts';
import type { Identity, SignedIn } from './identity.ts';
import {
  addPasswordGoodAt,
  deleteSession,
  deleteSessions,
  disable,
  findSession,
  insertPerson,
  replacePassword,
} from './identity-rows.ts';
import { hashPassword } from './password-hash.ts';
import { PersonRefused } from './person-refused.ts';
import { queriesOfPool } from './queries-of-pool.ts';
import { createRecentSessions } from './recent-sessions.ts';
import { startSession } from './start-session.ts';
import { createSessionCookie } from './session-cookie.ts';
import { sessionTokenHash } from './session-token.ts';
import { isNewPassword, parseEmail, parseName } from './typed-credentials.ts';

const MIN_SECRET_LENGTH = 32;

const now = (): number => performance.now();

const createPersonIn =
  (pool: Pool): Identity['createPerson'] =>
  async (input) => {
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

/** Whose session it is, by the hash of its token: remembered for moments, so that one page does not ask twenty times. */
const personBySession =
  (pool: Pool, recent: ReturnType<typeof createRecentSessions>) =>
  async (tokenHash: string): Promise<SignedIn | null> => {
    const kept = recent.find(tokenHash);
    if (kept !== null) return kept;
    const keep = recent.begin();
    const person = await findSession(pool, tokenHash);
    if (person !== null) keep(tokenHash, person);
    return person;
  };

/** In a transaction of the caller's, who forgets recent sessions once it is committed. */
const setPasswordIn: Identity['setPasswordIn'] = async (q, personId, password, letterOf) => {
  if (!isNewPassword(password)) throw new PersonRefused('invalid-password');
  const by = letterOf === null ? 'operator' : { letterOf };
  return replacePassword(q, personId, await hashPassword(password), by);
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
  readonly appSecrets: AppSecrets;
  readonly baseUrl: string;
  readonly secureCookies: boolean;
}): Identity => {
  const { pool, secret } = options;
  if (secret.length < MIN_SECRET_LENGTH) {
    throw new RangeError(`the secret of sessions must have at least ${MIN_SECRET_LENGTH} characters`);
  }
  const cookie = createSessionCookie({ secret, secure: options.secureCookies });
  const recent = createRecentSessions(now);

  const personOf = personBySession(pool, recent);

  return {
    signIn: createSignIn({ ...options, cookie, now }),
    startSession: (personId, client, letterOf) =>
      startSession({ pool, cookie }, personId, client, false, letterOf),
    createPerson: createPersonIn(pool),
    whoIs: async (cookieHeader) => {
      const token = cookie.read(cookieHeader);
      return token === null ? null : personOf(sessionTokenHash(token));
    },
    signOut: async (cookieHeader) => {
      const token = cookie.read(cookieHeader);
      if (token !== null) {
        await deleteSession(pool, sessionTokenHash(token));
        recent.forget();
      }
      return [cookie.cleared()];
    },
    setPassword: async (personId, password, letterOf) => {
      const found = await setPasswordIn(queriesOfPool(pool), personId, password, letterOf);
      recent.forget();
      return found;
    },
    setPasswordIn,
    alsoGoodAt: async (personId, deskId) => {
      const added = await addPasswordGoodAt(pool, personId, deskId);
      recent.forget();
      return added;
    },
    endSessions: async (personId) => {
      await deleteSessions(pool, personId, null);
      recent.forget();
    },
    forgetRecent: recent.forget,
    account: createAccount({
      pool,
      cookie,
      baseUrl: options.baseUrl,
      appSecrets: options.appSecrets,
      forget: recent.forget,
      now,
    }),
    disablePerson: async (personId) => {
      const found = await disable(pool, personId);
      recent.forget();
      return found;
    },
  };
};
