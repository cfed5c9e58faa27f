import type { Pool } from 'pg';
import type { Account, Proven, Tried } from './account.ts';
import type { Client } from './client-of-session.ts';
import { createFailedSignIns } from './failed-sign-ins.ts';
import type { SignedIn } from './identity.ts';
import {
  deleteSessionOf,
  deleteSessions,
  describePerson,
  passwordHashOf,
  replacePassword,
  sessionsOf,
} from './identity-rows.ts';
import { createPasskeys } from './passkeys.ts';
import { deletePasskey, deleteSecondFactors, passkeysOf } from './passkey-rows.ts';
import { hashPassword, verifyPassword } from './password-hash.ts';
import { newRecoveryCodes, recoveryCodeHash } from './recovery-codes.ts';
import {
  countRecoveryCodes,
  deleteRecoveryCodes,
  deleteTotp,
  findTotp,
  offerTotp,
  replaceRecoveryCodes,
  useRecoveryCode,
  useTotpStep,
} from './second-factor-rows.ts';
import type { SessionCookie } from './session-cookie.ts';
import { startSession } from './start-session.ts';
import { newTotpSecret, totpInvitation, totpStep } from './totp.ts';

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

const wrongCode = { ok: false, code: 'wrong-code' } as const;

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

const DIGITS = /^\d{6}$/;

/** What people do with their own account, over the tables of migration 0037. */
export const createAccount = (options: AccountOptions): Account => {
  const { pool, forget } = options;
  const tries = createTries(options.now);
  const passkeys = createPasskeys(options);

  /** A code of the app, once for each step; or a recovery code, once. */
  const isRight = async (personId: string, typed: string): Promise<boolean> => {
    const digits = typed.replace(/\s/g, '');
    const totp = await findTotp(pool, personId);
    if (DIGITS.test(digits)) {
      const step = totp === null ? null : totpStep(totp.secret, digits, Date.now());
      return step !== null && useTotpStep(pool, personId, step);
    }
    const hash = totp?.isConfirmed === true ? recoveryCodeHash(typed) : null;
    return hash !== null && useRecoveryCode(pool, personId, hash);
  };

  const begin = async (personId: string, client: Client, isProven: boolean): Promise<Proven> => {
    forget();
    const started = await startSession(options, personId, client, isProven);
    return started === null ? wrongCode : { ok: true, ...started };
  };
  /** In place of the session that asked. */
  const beginInstead = async (person: SignedIn, client: Client): Promise<Proven> => {
    await deleteSessionOf(pool, person.personId, person.sessionId);
    return begin(person.personId, client, true);
  };
  const tellRecoveryCodes = async (personId: string): Promise<readonly string[]> => {
    const codes = newRecoveryCodes();
    await replaceRecoveryCodes(
      pool,
      personId,
      codes.flatMap((code) => recoveryCodeHash(code) ?? []),
    );
    return codes;
  };
  const isPasswordOf = async (personId: string, password: string | null): Promise<boolean> => {
    const hash = await passwordHashOf(pool, personId);
    return hash === null || password === null ? hash === password : verifyPassword(hash, password);
  };

  return {
    ...passkeys,
    state: async (personId) => {
      const [hash, totp, recoveryCodesLeft, keys, sessions] = await Promise.all([
        passwordHashOf(pool, personId),
        findTotp(pool, personId),
        countRecoveryCodes(pool, personId),
        passkeysOf(pool, personId),
        sessionsOf(pool, personId),
      ]);
      const hasTotp = totp?.isConfirmed === true;
      const own = keys.map(({ passkeyId, name, createdAt, usedAt }) => ({
        passkeyId,
        name,
        createdAt,
        usedAt,
      }));
      return { hasPassword: hash !== null, hasTotp, recoveryCodesLeft, passkeys: own, sessions };
    },
    describe: async (personId, said) => {
      await describePerson(pool, personId, said);
      forget();
    },
    changePassword: async (person, { current, next }, client) => {
      const { personId } = person;
      const tried = await tries(personId, client, () => isPasswordOf(personId, current));
      if (!tried.ok) return tried;
      await replacePassword(pool, personId, await hashPassword(next));
      return begin(personId, client, person.secondFactor === 'given');
    },
    endSession: async (personId, sessionId) => {
      const found = await deleteSessionOf(pool, personId, sessionId);
      forget();
      return found;
    },
    endOtherSessions: async ({ personId, sessionId }) => {
      await deleteSessions(pool, personId, sessionId);
      forget();
    },
    offerTotp: async ({ personId, email }) => {
      const secret = newTotpSecret();
      return (await offerTotp(pool, personId, secret)) ? totpInvitation(secret, email) : null;
    },
    confirmTotp: async (person, code, client) => {
      const { personId } = person;
      const isDigits = DIGITS.test(code.replace(/\s/g, ''));
      const tried = await tries(personId, client, async () => isDigits && (await isRight(personId, code)));
      if (!tried.ok) return tried;
      const recoveryCodes = await tellRecoveryCodes(personId);
      return { ...(await beginInstead(person, client)), recoveryCodes };
    },
    removeTotp: async ({ personId }, code, client) => {
      const tried = await tries(personId, client, () => isRight(personId, code));
      if (!tried.ok) return tried;
      await deleteTotp(pool, personId);
      await deleteRecoveryCodes(pool, personId);
      forget();
      return tried;
    },
    renewRecoveryCodes: async ({ personId }, code, client) => {
      const tried = await tries(personId, client, () => isRight(personId, code));
      return tried.ok ? { ...tried, recoveryCodes: await tellRecoveryCodes(personId) } : tried;
    },
    proveByCode: async (person, code, client) => {
      const tried = await tries(person.personId, client, () => isRight(person.personId, code));
      return tried.ok ? beginInstead(person, client) : tried;
    },
    addPasskey: async (person, given, client) => {
      const added = await passkeys.addPasskey(person, given);
      return added ? beginInstead(person, client) : wrongCode;
    },
    removePasskey: async (personId, passkeyId) => {
      const found = await deletePasskey(pool, personId, passkeyId);
      forget();
      return found;
    },
    signInByPasskey: async (given, client) => {
      const personId = await passkeys.personOfPasskey(given);
      return personId === null ? wrongCode : begin(personId, client, true);
    },
    resetSecondFactor: async (personId) => {
      await deleteSecondFactors(pool, personId);
      forget();
    },
  };
};
