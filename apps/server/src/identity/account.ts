import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server';
import type { Client } from './client-of-session.ts';
import type { SessionOfPerson, SignedIn, StartedSession } from './identity.ts';

/** A passkey as its owner knows it; times in milliseconds since 1970. */
export interface PasskeyOfPerson {
  readonly passkeyId: string;
  readonly name: string;
  readonly createdAt: number;
  /** Null: not used since it was added. */
  readonly usedAt: number | null;
}

/** What somebody signs in with, and where they are signed in. */
export interface AccountState {
  readonly hasPassword: boolean;
  readonly hasTotp: boolean;
  readonly recoveryCodesLeft: number;
  readonly passkeys: readonly PasskeyOfPerson[];
  readonly sessions: readonly SessionOfPerson[];
}

/** A code or a passkey that was tried. */
export type Proven =
  | ({ readonly ok: true } & StartedSession)
  | { readonly ok: false; readonly code: 'wrong-code' }
  | { readonly ok: false; readonly code: 'rate-limited'; readonly retryAfterSeconds: number };

/** The same where nothing is begun by it. */
export type Tried = { readonly ok: true } | Extract<Proven, { readonly ok: false }>;

export interface PasskeyChallenge<Options> {
  readonly challengeId: string;
  /** For the browser, as it is. */
  readonly options: Options;
}

/**
 * What people do with their own account. Whoever calls has checked that the session may. A session begun by a letter sees and ends
 * only sessions of the same desk's letters, and sets nothing beside a password or a factor that it has not given.
 */
export interface Account {
  readonly state: (person: SignedIn) => Promise<AccountState>;
  readonly describe: (
    personId: string,
    said: { readonly name: string; readonly language: SignedIn['language'] },
  ) => Promise<void>;
  /**
   * Every session of the person ends and a new one begins, as far proven as the one that asked.
   *
   * @param input.current null: only for somebody who has no password yet.
   */
  readonly changePassword: (
    person: SignedIn,
    input: { readonly current: string | null; readonly next: string },
    client: Client,
  ) => Promise<Proven>;
  readonly endSession: (person: SignedIn, sessionId: string) => Promise<boolean>;
  readonly endOtherSessions: (person: SignedIn) => Promise<void>;

  /** Whether a session may set or remove factors: false for one begun by a letter while there is something to give. */
  readonly mayChangeFactors: (person: SignedIn) => Promise<boolean>;
  /** Whether a session may say what its person is called: not one that a letter began, where what they prove themselves with stands for other desks alone. */
  readonly mayDescribe: (person: SignedIn) => Promise<boolean>;
  /** A secret for an authenticator app, which counts once a code from it is typed; null: one counts already. */
  readonly offerTotp: (person: SignedIn) => Promise<{ readonly uri: string; readonly secret: string } | null>;
  /** The second factor counts from now on: a session of its own begins (R14), and ten recovery codes are told, this once. */
  readonly confirmTotp: (
    person: SignedIn,
    code: string,
    client: Client,
  ) => Promise<Proven & { readonly recoveryCodes?: readonly string[] }>;
  readonly removeTotp: (person: SignedIn, code: string, client: Client) => Promise<Tried>;
  readonly renewRecoveryCodes: (
    person: SignedIn,
    code: string,
    client: Client,
  ) => Promise<Tried & { readonly recoveryCodes?: readonly string[] }>;
  /** The second factor at the sign-in: a code of the app, or a recovery code. The session is another one afterwards (R14). */
  readonly proveByCode: (person: SignedIn, code: string, client: Client) => Promise<Proven>;

  /** Whether browsers make passkeys for the address of this installation: not for one without a name or without https. */
  readonly canHavePasskeys: boolean;
  readonly offerPasskey: (person: SignedIn) => Promise<PasskeyChallenge<unknown>>;
  readonly addPasskey: (
    person: SignedIn,
    given: {
      readonly challengeId: string;
      readonly name: string;
      readonly response: RegistrationResponseJSON;
    },
    client: Client,
  ) => Promise<Proven>;
  readonly removePasskey: (personId: string, passkeyId: string) => Promise<boolean>;
  /** For whoever it may be: the browser asks which of its passkeys is meant. */
  readonly askPasskey: () => Promise<PasskeyChallenge<unknown>>;
  /**
   * A passkey is both factors at once: something one has, unlocked by something one knows or is. Given in a session that a letter began
   * for the same person, it is good at the letter's desk too, as a code is.
   *
   * @param beside the session that the request came with; null: none.
   */
  readonly signInByPasskey: (
    given: { readonly challengeId: string; readonly response: AuthenticationResponseJSON },
    client: Client,
    beside: SignedIn | null,
  ) => Promise<Proven>;
}
