import { standByPasswordAlone } from '../store/second-factors.ts';
import type { Account } from './account.ts';
import type { AccountParts } from './account-parts.ts';
import { queriesOfPool } from './queries-of-pool.ts';
import { newRecoveryCodes, recoveryCodeHash } from './recovery-codes.ts';
import {
  deleteRecoveryCodes,
  deleteTotp,
  findTotp,
  offerTotp,
  replaceRecoveryCodes,
  useRecoveryCode,
  useTotpStep,
} from './second-factor-rows.ts';
import { newTotpSecret, totpInvitation, totpStep } from './totp.ts';

const DIGITS = /^\d{6}$/;
const digitsOf = (typed: string): string => typed.replace(/\s/g, '');

type Codes = Pick<Account, 'offerTotp' | 'confirmTotp' | 'removeTotp' | 'renewRecoveryCodes' | 'proveByCode'>;

/** The authenticator app and its recovery codes. */
export const createAccountCodes = ({
  pool,
  forget,
  tries,
  beginInstead,
  firstSetBy,
  appSecrets,
}: AccountParts): Codes => {
  /** A code of the app, once for each step; or a recovery code, once. */
  const isRight = async (personId: string, typed: string): Promise<boolean> => {
    const digits = digitsOf(typed);
    const totp = await findTotp(pool, personId);
    if (DIGITS.test(digits)) {
      const secret = totp === null ? null : await appSecrets.open(totp.secret, personId);
      const step = secret === null ? null : totpStep(secret, digits, Date.now());
      return step !== null && useTotpStep(pool, personId, step);
    }
    const hash = totp?.isConfirmed === true ? recoveryCodeHash(typed) : null;
    return hash !== null && useRecoveryCode(pool, personId, hash);
  };
  const tellRecoveryCodes = async (personId: string): Promise<readonly string[]> => {
    const codes = newRecoveryCodes();
    const hashes = codes.flatMap((code) => recoveryCodeHash(code) ?? []);
    await replaceRecoveryCodes(pool, personId, hashes);
    return codes;
  };

  return {
    offerTotp: async ({ personId, email }) => {
      const secret = newTotpSecret();
      const sealed = await appSecrets.seal(secret, personId);
      return (await offerTotp(pool, personId, sealed)) ? totpInvitation(secret, email) : null;
    },
    confirmTotp: async (person, code, client) => {
      const { personId } = person;
      const isDigits = DIGITS.test(digitsOf(code));
      await firstSetBy(person);
      const tried = await tries(personId, client, async () => isDigits && (await isRight(personId, code)));
      if (!tried.ok) return tried;
      const recoveryCodes = await tellRecoveryCodes(personId);
      return { ...(await beginInstead(person, client)), recoveryCodes };
    },
    removeTotp: async ({ personId }, code, client) => {
      const tried = await tries(personId, client, () => isRight(personId, code));
      if (!tried.ok) return tried;
      await deleteTotp(pool, personId);
      await standByPasswordAlone(queriesOfPool(pool), personId);
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
  };
};
