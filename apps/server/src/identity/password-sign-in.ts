import { isIP } from 'node:net';
import type { Pool } from 'pg';
import { newId } from '../ids.ts';
import { browserName, type Client } from './client-of-session.ts';
import { hashPassword, verifyPassword } from './password-hash.ts';
import { COOKIE_DAYS, COOKIE_PREFIX } from './session-cookie.ts';

export interface LibraryOptions {
  readonly pool: Pool;
  readonly secret: string;
  readonly baseUrl: string;
  readonly secureCookies: boolean;
}

const DAY_SECONDS = 24 * 60 * 60;
const SESSION_DAYS = 30;
const MAX_PASSWORD_LENGTH = 200;
/** Headers only we write, so that nobody else's are believed. */
const ADDRESS_HEADER = 'x-reglament-client-address';
const TOKEN_HASH_HEADER = 'x-reglament-token-hash';

const tables = {
  user: {
    modelName: 'person',
    fields: { emailVerified: 'email_verified', createdAt: 'created_at', updatedAt: 'updated_at' },
  },
  session: {
    modelName: 'person_session',
    fields: {
      token: 'token_hash',
      userId: 'person_id',
      expiresAt: 'expires_at',
      ipAddress: 'ip_address',
      userAgent: 'user_agent',
      createdAt: 'created_at',
      updatedAt: 'updated_at',
    },
  },
  account: {
    modelName: 'person_credential',
    fields: {
      userId: 'person_id',
      providerId: 'provider_id',
      accountId: 'account_id',
      password: 'password_hash',
      createdAt: 'created_at',
      updatedAt: 'updated_at',
    },
  },
  verification: {
    modelName: 'person_verification',
    fields: { expiresAt: 'expires_at', createdAt: 'created_at', updatedAt: 'updated_at' },
  },
} as const;

/** better-auth, set up for our tables. Its import takes a third of a second, so it waits for the first sign-in. */
export const openLibrary = async (options: LibraryOptions) => {
  const { betterAuth } = await import('better-auth');
  return betterAuth({
    appName: 'Reglament',
    baseURL: options.baseUrl,
    // Both, because an environment variable of the library's own would go before `secret` alone.
    secret: options.secret,
    secrets: [{ version: 1, value: options.secret }],
    database: options.pool,
    telemetry: { enabled: false },
    logger: { disabled: true },
    // Counting failures is ours: the library's limit lives in its routes, which are not mounted.
    rateLimit: { enabled: false },
    user: tables.user,
    account: tables.account,
    verification: tables.verification,
    session: { ...tables.session, expiresIn: COOKIE_DAYS * DAY_SECONDS, disableSessionRefresh: true },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      maxPasswordLength: MAX_PASSWORD_LENGTH,
      password: { hash: hashPassword, verify: ({ hash, password }) => verifyPassword(hash, password) },
    },
    databaseHooks: {
      session: {
        create: {
          before: async (session, context) => {
            // The token that the library made is never told to anybody.
            const tokenHash = context?.headers?.get(TOKEN_HASH_HEADER) ?? null;
            if (tokenHash === null) throw new Error('a session without the hash of its token');
            const expiresAt = new Date(Date.now() + SESSION_DAYS * DAY_SECONDS * 1000);
            return { data: { ...session, token: tokenHash, expiresAt } };
          },
        },
      },
    },
    advanced: {
      cookiePrefix: COOKIE_PREFIX,
      useSecureCookies: options.secureCookies,
      ipAddress: { ipAddressHeaders: [ADDRESS_HEADER] },
      // The tables are checked by a test; at run time it would read the whole catalogue.
      database: { generateId: newId, validateSchema: false },
    },
  });
};

export type Library = Awaited<ReturnType<typeof openLibrary>>;

const isWrongCredentials = (error: unknown): boolean =>
  error instanceof Error && 'statusCode' in error && error.statusCode === 401;

const headersOf = (input: Client & { readonly tokenHash: string }): Headers => {
  const headers = new Headers({
    'user-agent': browserName(input.userAgent),
    [TOKEN_HASH_HEADER]: input.tokenHash,
  });
  if (isIP(input.address) !== 0) headers.set(ADDRESS_HEADER, input.address);
  return headers;
};

/**
 * Checks the password and starts a session, of which the table keeps the hash that is given. An unknown e-mail costs a hash as well.
 *
 * @returns false for wrong credentials.
 */
export const signInByPassword = async (
  library: Library,
  input: Client & { readonly email: string; readonly password: string; readonly tokenHash: string },
): Promise<boolean> => {
  try {
    await library.api.signInEmail({
      body: { email: input.email, password: input.password },
      headers: headersOf(input),
    });
    return true;
  } catch (error) {
    if (isWrongCredentials(error)) return false;
    throw error;
  }
};
