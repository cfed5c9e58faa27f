import { standByPasswordAlone, standsAt } from '../store/second-factors.ts';
import type { Account } from './account.ts';
import { createAccountCodes } from './account-codes.ts';
import { type AccountOptions, type AccountParts, createAccountParts, wrongCode } from './account-parts.ts';
import {
  addPasswordGoodAt,
  deleteSessionOf,
  deleteSessions,
  describePerson,
  passwordHashOf,
  replacePassword,
  sessionsOf,
} from './identity-rows.ts';
import { deletePasskey, passkeysOf } from './passkey-rows.ts';
import { createPasskeys } from './passkeys.ts';
import { hashPassword, verifyPassword } from './password-hash.ts';
import { queriesOfPool } from './queries-of-pool.ts';
import { countRecoveryCodes, findTotp } from './second-factor-rows.ts';

/** A password in place of the present one, or the first. */
const createChangePassword = ({
  pool,
  passwordTries,
  begin,
  firstSetBy,
  mayChangeFactors,
}: AccountParts): Account['changePassword'] => {
  const isPasswordOf = async (personId: string, password: string | null): Promise<boolean> => {
    const hash = await passwordHashOf(pool, personId);
    return hash === null || password === null ? hash === password : verifyPassword(hash, password);
  };
  return async (person, { current, next }, client) => {
    const { personId, byLetterOf } = person;
    const tried = await passwordTries(
      personId,
      client,
      async () =>
        (current !== null || (await mayChangeFactors(person))) && (await isPasswordOf(personId, current)),
    );
    if (!tried.ok) return tried;
    if (current === null) await firstSetBy(person);
    await replacePassword(queriesOfPool(pool), personId, await hashPassword(next), 'owner');
    if (current !== null && byLetterOf !== null) await addPasswordGoodAt(pool, personId, byLetterOf);
    return begin(personId, client, person.secondFactor === 'given');
  };
};

/** What people do with their own account, over the tables of migration 0037. */
export const createAccount = (options: AccountOptions): Account => {
  const { pool, forget } = options;
  const parts = createAccountParts(options);
  const { begin, beginInstead, firstSetBy, mayChangeFactors } = parts;
  const { personOfPasskey, ...passkeys } = createPasskeys(options);

  return {
    ...passkeys,
    ...createAccountCodes(parts),
    mayChangeFactors,
    state: async ({ personId, byLetterOf }) => {
      const [hash, totp, recoveryCodesLeft, keys, sessions] = await Promise.all([
        passwordHashOf(pool, personId),
        findTotp(pool, personId),
        countRecoveryCodes(pool, personId),
        passkeysOf(pool, personId),
        sessionsOf(pool, personId, byLetterOf),
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
    mayDescribe: async (person) => {
      const { personId, byLetterOf } = person;
      if (byLetterOf === null || (await mayChangeFactors(person))) return true;
      return standsAt(queriesOfPool(pool), personId, byLetterOf);
    },
    describe: async (personId, said) => {
      await describePerson(pool, personId, said);
      forget();
    },
    changePassword: createChangePassword(parts),
    endSession: async ({ personId, byLetterOf }, sessionId) => {
      const found = await deleteSessionOf(pool, personId, sessionId, byLetterOf);
      forget();
      return found;
    },
    endOtherSessions: async ({ personId, sessionId, byLetterOf }) => {
      await deleteSessions(pool, personId, sessionId, byLetterOf);
      forget();
    },
    addPasskey: async (person, given, client) => {
      await firstSetBy(person);
      return (await passkeys.addPasskey(person, given)) ? beginInstead(person, client) : wrongCode;
    },
    removePasskey: async (personId, passkeyId) => {
      const found = await deletePasskey(pool, personId, passkeyId);
      await standByPasswordAlone(queriesOfPool(pool), personId);
      forget();
      return found;
    },
    signInByPasskey: async (given, client, beside) => {
      const personId = await personOfPasskey(given);
      if (personId !== null && beside?.personId === personId) return beginInstead(beside, client);
      return personId === null ? wrongCode : begin(personId, client, true);
    },
  };
};
