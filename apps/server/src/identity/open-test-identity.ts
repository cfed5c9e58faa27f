import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { Pool } from 'pg';
import { inject } from 'vitest';
import { createTestDatabase } from '../testing/postgres-cluster.ts';
import { createIdentity, type Identity, type SignedIn, type SignInInput } from './identity.ts';

export const PASSWORD = 'правильный пароль';

export const TEST_OPTIONS = {
  secret: 'a secret that only this test knows, 1234567890',
  baseUrl: 'http://127.0.0.1:3000',
  appSecrets: {
    seal: (secret: Buffer) => Promise.resolve(secret),
    open: (sealed: Buffer) => Promise.resolve(sealed),
  },
  secureCookies: false,
};

export interface TestIdentity {
  readonly pool: Pool;
  readonly identity: Identity;
  /** Another server on the same database: nothing in its cache. */
  readonly another: (options?: Partial<typeof TEST_OPTIONS>) => Identity;
  readonly newPerson: () => Promise<{ readonly personId: string; readonly email: string }>;
  /** `header` is the `Cookie` header that a browser would send back. */
  readonly signedIn: (email: string) => Promise<{ readonly person: SignedIn; readonly header: string }>;
  readonly close: () => Promise<void>;
}

export const attempt = (email: string, password = PASSWORD, address = '192.0.2.1'): SignInInput => ({
  email,
  password,
  address,
  userAgent: 'Test/1',
});

export const cookieHeader = (setCookie: readonly string[]): string =>
  setCookie.map((cookie) => cookie.split(';')[0]).join('; ');

/** An identity on a database of its own, empty but for its own tables. */
export const openTestIdentity = async (): Promise<TestIdentity> => {
  const database = await createTestDatabase(inject('adminUrl'));
  const pool = new Pool({ connectionString: database.url, max: 8 });
  pool.on('error', () => undefined);
  // What identity's own tables refer to.
  await pool.query('create table desk (desk_id uuid primary key)');
  await pool.query('create table staff (desk_id uuid, person_id uuid)');
  for (const file of [
    '0001-identity.sql',
    '0037-second-factor.sql',
    '0050-good-at.sql',
    '0052-sign-in-attempts.sql',
    '0061-password-by-letter.sql',
    '0064-counted-attempts.sql',
    '0065-hashed-sessions.sql',
  ])
    await pool.query(await readFile(new URL(`../../migrations/${file}`, import.meta.url), 'utf8'));
  const another = (options: Partial<typeof TEST_OPTIONS> = {}): Identity =>
    createIdentity({ ...TEST_OPTIONS, ...options, pool });
  const identity = another();

  return {
    pool,
    identity,
    another,
    newPerson: async () => {
      const email = `${randomBytes(6).toString('hex')}@desk.example`;
      return {
        email,
        personId: await identity.createPerson({ email, name: 'Анна Ким', password: PASSWORD }),
      };
    },
    signedIn: async (email) => {
      const result = await identity.signIn(attempt(email));
      if (!result.ok) throw new Error(`not signed in: ${result.code}`);
      return { person: result.person, header: cookieHeader(result.cookie) };
    },
    close: async () => {
      await pool.end();
      await database.drop();
    },
  };
};
