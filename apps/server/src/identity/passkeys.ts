import type { Pool } from 'pg';
import type { Account } from './account.ts';
import type { SignedIn } from './identity.ts';
import {
  findPasskey,
  insertChallenge,
  insertPasskey,
  passkeysOf,
  takeChallenge,
  usePasskey,
} from './passkey-rows.ts';

/** Loaded with the first passkey: its parsers of certificates cost memory that a desk without passkeys need not have. */
const library = () => import('@simplewebauthn/server');

const SIGN_IN = 'passkey-sign-in';
const registering = ({ personId }: SignedIn): string => `passkey-registration ${personId}`;

const isAddress = (hostname: string): boolean => /^[\d.]+$|^\[/.test(hostname);

/** Browsers make passkeys for a name, over https, or for this machine itself. */
export const canHavePasskeys = (baseUrl: string): boolean => {
  const { protocol, hostname } = new URL(baseUrl);
  return hostname === 'localhost' || (protocol === 'https:' && !isAddress(hostname));
};

interface Passkeys extends Pick<Account, 'canHavePasskeys' | 'offerPasskey' | 'askPasskey'> {
  /** False: the answer is not one to the challenge, or the key is somebody's already. */
  readonly addPasskey: (person: SignedIn, given: Parameters<Account['addPasskey']>[1]) => Promise<boolean>;
  /** Whose passkey answered the challenge; null: nobody's. */
  readonly personOfPasskey: (given: Parameters<Account['signInByPasskey']>[0]) => Promise<string | null>;
}

interface Options {
  readonly pool: Pool;
  readonly baseUrl: string;
}

const expectedOf = (baseUrl: string) => ({
  expectedOrigin: new URL(baseUrl).origin,
  expectedRPID: new URL(baseUrl).hostname,
  requireUserVerification: true,
});

/** Passkeys that are made. */
const registration = ({ pool, baseUrl }: Options): Pick<Passkeys, 'offerPasskey' | 'addPasskey'> => ({
  offerPasskey: async (person) => {
    const { generateRegistrationOptions } = await library();
    const known = await passkeysOf(pool, person.personId);
    const options = await generateRegistrationOptions({
      rpName: 'Reglament',
      rpID: expectedOf(baseUrl).expectedRPID,
      userID: new TextEncoder().encode(person.personId),
      userName: person.email,
      userDisplayName: person.name,
      attestationType: 'none',
      excludeCredentials: known.map(({ credentialId, transports }) => ({
        id: credentialId,
        transports: [...transports],
      })),
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    });
    return { challengeId: await insertChallenge(pool, registering(person), options.challenge), options };
  },
  addPasskey: async (person, { challengeId, name, response }) => {
    const challenge = await takeChallenge(pool, challengeId, registering(person));
    if (challenge === null) return false;
    const { verifyRegistrationResponse } = await library();
    const given = { ...expectedOf(baseUrl), response, expectedChallenge: challenge };
    const checked = await verifyRegistrationResponse(given).catch(() => null);
    if (checked === null || !checked.verified) return false;
    const { credential } = checked.registrationInfo;
    return insertPasskey(pool, {
      personId: person.personId,
      credentialId: credential.id,
      publicKey: credential.publicKey,
      counter: credential.counter,
      transports: credential.transports ?? [],
      name,
    });
  },
});

/** Passkeys that are used. */
const signingIn = ({ pool, baseUrl }: Options): Pick<Passkeys, 'askPasskey' | 'personOfPasskey'> => ({
  askPasskey: async () => {
    const { generateAuthenticationOptions } = await library();
    const options = await generateAuthenticationOptions({
      rpID: expectedOf(baseUrl).expectedRPID,
      userVerification: 'required',
    });
    return { challengeId: await insertChallenge(pool, SIGN_IN, options.challenge), options };
  },
  personOfPasskey: async ({ challengeId, response }) => {
    const challenge = await takeChallenge(pool, challengeId, SIGN_IN);
    const passkey = challenge === null ? null : await findPasskey(pool, response.id);
    if (challenge === null || passkey === null) return null;
    const { verifyAuthenticationResponse } = await library();
    const checked = await verifyAuthenticationResponse({
      ...expectedOf(baseUrl),
      response,
      expectedChallenge: challenge,
      credential: {
        id: passkey.credentialId,
        publicKey: passkey.publicKey,
        counter: passkey.counter,
        transports: [...passkey.transports],
      },
    }).catch(() => null);
    if (checked === null || !checked.verified) return null;
    const isFirst = await usePasskey(pool, passkey.credentialId, checked.authenticationInfo.newCounter);
    return isFirst ? passkey.personId : null;
  },
});

/** Passkeys by WebAuthn, each unlocked by its owner's finger, face or PIN. */
export const createPasskeys = (options: Options): Passkeys => ({
  canHavePasskeys: canHavePasskeys(options.baseUrl),
  ...registration(options),
  ...signingIn(options),
});
