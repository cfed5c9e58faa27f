import type { Queries } from '../store/database.ts';
import type { Account } from './account.ts';
import type { Client } from './client-of-session.ts';

export { createIdentity } from './create-identity.ts';
export { type PersonRefusal, PersonRefused } from './person-refused.ts';

/** The person behind a request, as the rest of the server knows them. */
export interface SignedIn {
  /** UUID, `person.id`. */
  readonly personId: string;
  readonly name: string;
  /** Lower-case. */
  readonly email: string;
  /** In which they want to be written to; null: not said. */
  readonly language: 'ru' | 'en' | null;
  /** UUID, `person_session.id`; not the secret in the cookie. */
  readonly sessionId: string;
  /** `owed`: they have a second factor and have not given it in this session; `none`: they have none. */
  readonly secondFactor: 'none' | 'owed' | 'given';
  /** UUID of the desk whose letter began the session; null: they gave a password or a factor, which are good where `goodAt` says. */
  readonly byLetterOf: string | null;
  /** UUIDs of the only desks for which the session is good; null: it is good everywhere. */
  readonly goodAt: readonly string[] | null;
}

export type SignInResult =
  | ({ readonly ok: true } & StartedSession)
  | {
      readonly ok: false;
      /** `wrong-credentials` for an unknown e-mail, a wrong password and a disabled person alike. */
      readonly code: 'wrong-credentials' | 'rate-limited';
      /** Whole seconds, with `rate-limited` only. */
      readonly retryAfterSeconds?: number;
    };

/** Failures are counted by the client's address. */
export interface SignInInput extends Client {
  readonly email: string;
  readonly password: string;
}

/** A session that has begun. */
export interface StartedSession {
  readonly person: SignedIn;
  /** `Set-Cookie` values, to be sent as they are. */
  readonly cookie: readonly string[];
}

/** A session as its owner sees it; times in milliseconds since 1970. */
export interface SessionOfPerson {
  readonly sessionId: string;
  readonly startedAt: number;
  /** To ten minutes. */
  readonly usedAt: number;
  readonly address: string | null;
  /** What the browser calls itself. */
  readonly userAgent: string;
}

/** Who people are and how they prove it. What they may do is not decided here. */
export interface Identity {
  /** Always starts a session of its own, whatever cookie the client had. */
  readonly signIn: (input: SignInInput) => Promise<SignInResult>;
  /**
   * A new session of somebody who has proven otherwise who they are; null: they may not sign in.
   *
   * @param letterOf the desk whose letter proved it: the session is good there alone; null: nothing of the kind.
   */
  readonly startSession: (
    personId: string,
    client: Client,
    letterOf: string | null,
  ) => Promise<StartedSession | null>;
  /**
   * The person of a `Cookie` header; null for none, forged, expired, ended, or a disabled person.
   * One indexed query at most, plus one write in ten minutes to keep the session alive; answers may be up to half a second old
   * when another process ended the session.
   */
  readonly whoIs: (cookieHeader: string | undefined) => Promise<SignedIn | null>;
  /** Ends the session of a `Cookie` header, if it has one; returns `Set-Cookie` values that clear it. */
  readonly signOut: (cookieHeader: string | undefined) => Promise<readonly string[]>;
  /**
   * @returns the person's id.
   * @throws PersonRefused
   */
  readonly createPerson: (input: {
    readonly email: string;
    readonly name: string;
    /** 8 to 200 characters. */
    readonly password: string;
  }) => Promise<string>;
  /**
   * Also ends all sessions of the person.
   *
   * @param letterOf the desk by whose letter it is set: unless a second factor stands beside it, it is good there alone; null: the
   *   operator set it, it is good everywhere.
   * @returns false when there is no such person.
   * @throws PersonRefused
   */
  readonly setPassword: (personId: string, password: string, letterOf: string | null) => Promise<boolean>;
  /** The same as part of a transaction; `forgetRecent` is called once it is committed. */
  readonly setPasswordIn: (
    q: Queries,
    personId: string,
    password: string,
    letterOf: string | null,
  ) => Promise<boolean>;
  /**
   * Their password was given beside a letter of this desk: it is good there too, unless a second factor is wanted beside it.
   *
   * @returns whether it was not before, and is now.
   */
  readonly alsoGoodAt: (personId: string, deskId: string) => Promise<boolean>;
  /**
   * The person can't sign in any more, and their sessions end at once.
   *
   * @returns false when there is no such person.
   */
  readonly disablePerson: (personId: string) => Promise<boolean>;
  /** All sessions of the person end at once. */
  readonly endSessions: (personId: string) => Promise<void>;
  /** Sessions ended, or factors went, by another way than these verbs: what was answered lately is asked again. */
  readonly forgetRecent: () => void;
  /** What people do with their own account. */
  readonly account: Account;
}
