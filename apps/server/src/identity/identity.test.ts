import { createHmac, randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { Pool } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, startTestCluster, type TestCluster } from '../testing/postgres-cluster.ts';
import { createIdentity, type Identity, PersonRefused, type SignedIn } from './identity.ts';
import { openLibrary } from './password-sign-in.ts';

const SECRET = 'a secret that only this test knows, 1234567890';
const PASSWORD = 'правильный пароль';
const COOKIE = 'reglament.session_token';
const options = { secret: SECRET, baseUrl: 'http://127.0.0.1:3000', secureCookies: false };

let cluster: TestCluster;
let pool: Pool;
let identity: Identity;

beforeAll(async () => {
  cluster = await startTestCluster();
  const database = await createTestDatabase(cluster.adminUrl);
  pool = new Pool({ connectionString: database.url, max: 8 });
  await pool.query(await readFile(new URL('../../migrations/0001-identity.sql', import.meta.url), 'utf8'));
  identity = createIdentity({ ...options, pool });
});

afterAll(async () => {
  await pool?.end();
  await cluster?.stop();
});

const newPerson = async (): Promise<{ readonly personId: string; readonly email: string }> => {
  const email = `${randomBytes(6).toString('hex')}@desk.example`;
  const personId = await identity.createPerson({ email, name: 'Анна Ким', password: PASSWORD });
  return { personId, email };
};

const at = (email: string, password = PASSWORD, address = '192.0.2.1') => ({
  email,
  password,
  address,
  userAgent: 'Test/1',
});

/** What a browser would send back. */
const cookieHeader = (setCookie: readonly string[]): string =>
  setCookie.map((cookie) => cookie.split(';')[0]).join('; ');

const signedIn = async (email: string, by = identity): Promise<{ person: SignedIn; header: string }> => {
  const result = await by.signIn(at(email));
  if (!result.ok) throw new Error(`not signed in: ${result.code}`);
  return { person: result.person, header: cookieHeader(result.cookie) };
};

const refused = { ok: false, code: 'wrong-credentials' } as const;

/** The cookie as better-auth signs it, made independently of our reader. */
const signedCookie = (token: string, secret = SECRET): string =>
  `${COOKIE}=${encodeURIComponent(`${token}.${createHmac('sha256', secret).update(token).digest('base64')}`)}`;

describe('signing in', () => {
  it('gives the right password a session and a cookie no script can read', async () => {
    const { personId, email } = await newPerson();
    const result = await identity.signIn(at(email.toUpperCase()));
    expect(result).toMatchObject({ ok: true, person: { personId, name: 'Анна Ким', email } });
    if (!result.ok) return;
    expect(result.cookie).toHaveLength(1);
    const attributes = result.cookie[0]?.split('; ').slice(1).sort();
    expect(attributes).toEqual(['HttpOnly', 'Max-Age=34560000', 'Path=/', 'SameSite=Lax']);
    expect(await identity.whoIs(cookieHeader(result.cookie))).toEqual(result.person);
  });

  it('refuses a wrong password, an unknown e-mail and a disabled person with the same words', async () => {
    const { email } = await newPerson();
    const gone = await newPerson();
    await identity.disablePerson(gone.personId);
    expect(await identity.signIn(at(email, 'неправильный'))).toEqual(refused);
    expect(await identity.signIn(at('nobody@desk.example'))).toEqual(refused);
    expect(await identity.signIn(at(gone.email))).toEqual(refused);
  });

  it('leaves no session behind for a disabled person', async () => {
    const { personId, email } = await newPerson();
    await identity.disablePerson(personId);
    await identity.signIn(at(email));
    const { rows } = await pool.query('select id from person_session where person_id = $1', [personId]);
    expect(rows).toEqual([]);
  });

  it('takes the same letters in another Unicode form for the same password', async () => {
    const email = 'nfd@desk.example';
    await identity.createPerson({ email, name: 'N', password: 'й'.normalize('NFC').repeat(8) });
    expect(await identity.signIn(at(email, 'й'.normalize('NFD').repeat(8)))).toMatchObject({ ok: true });
  });

  it.each([
    ['NUL in the e-mail', 'a\0@desk.example', PASSWORD],
    ['half a surrogate pair in the e-mail', 'a\ud800@desk.example', PASSWORD],
    ['a huge e-mail', `${'a'.repeat(1_000_000)}@desk.example`, PASSWORD],
    ['an empty e-mail', '', PASSWORD],
    ['NUL in the password', 'nobody@desk.example', 'pass\0word'],
    ['half a surrogate pair in the password', 'nobody@desk.example', 'pass\udfffword'],
    ['a huge password', 'nobody@desk.example', 'p'.repeat(1_000_000)],
    ['an empty password', 'nobody@desk.example', ''],
    ['SQL in the e-mail', `'or''='@desk.example`, PASSWORD],
  ])('refuses %s', async (_what, email, password) => {
    expect(await identity.signIn(at(email, password, '192.0.2.9'))).toEqual(refused);
  });

  it('keeps the address and the browser, whatever they are', async () => {
    const { personId, email } = await newPerson();
    const odd = { address: 'not an address', userAgent: `Браузер\r\nx: y\0${'z'.repeat(1000)}` };
    expect(await identity.signIn({ ...at(email), ...odd })).toMatchObject({ ok: true });
    expect(await identity.signIn(at(email, PASSWORD, '203.0.113.5'))).toMatchObject({ ok: true });
    const { rows } = await pool.query<{ ip_address: string; user_agent: string }>(
      'select ip_address, user_agent from person_session where person_id = $1 order by id desc',
      [personId],
    );
    expect(rows[0]).toEqual({ ip_address: '203.0.113.5', user_agent: 'Test/1' });
    expect(rows[1]?.user_agent).toMatch(/^\?{7}\?\?x: y\?z+$/);
    expect(rows[1]?.user_agent).toHaveLength(300);
  });

  it('starts a new session each time, with an unguessable token', async () => {
    const { personId, email } = await newPerson();
    const first = await signedIn(email);
    const second = await signedIn(email);
    expect(second.person.sessionId).not.toBe(first.person.sessionId);
    const { rows } = await pool.query<{ token: string }>(
      'select token from person_session where person_id = $1',
      [personId],
    );
    expect(new Set(rows.map((row) => row.token)).size).toBe(2);
    for (const { token } of rows) expect(token).toMatch(/^[A-Za-z0-9]{32}$/);
  });

  it('keeps the twenty newest sessions of a person', async () => {
    const { personId, email } = await newPerson();
    await pool.query(
      `insert into person_session (id, person_id, token, expires_at)
       select ('00000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, $1, 'old-session-token-padded-to-32-chars-' || n,
              now() + case when n > 15 then interval '1 day' else interval '-1 day' end
         from generate_series(1, 60) n`,
      [personId],
    );
    await identity.signIn(at(email));
    const { rows } = await pool.query(
      'select bool_and(expires_at > now()) as live, count(*)::int as count from person_session where person_id = $1',
      [personId],
    );
    expect(rows).toEqual([{ live: true, count: 20 }]);
  });
});

describe('the session cookie', () => {
  it('is refused when forged, truncated, lengthened, swapped or signed with another secret', async () => {
    const { email } = await newPerson();
    const { person, header } = await signedIn(email);
    const value = decodeURIComponent(header.slice(COOKIE.length + 1));
    const [token = '', signature = ''] = value.split('.');
    expect(await identity.whoIs(signedCookie(token))).toEqual(person);

    const flipped = `${token.startsWith('a') ? 'b' : 'a'}${token.slice(1)}`;
    const bad = [
      `${COOKIE}=`,
      `${COOKIE}=.`,
      `${COOKIE}=${token}`,
      `${COOKIE}=${token}.`,
      `${COOKIE}=${encodeURIComponent(value.slice(0, -1))}`,
      `${COOKIE}=${encodeURIComponent(`${value}=`)}`,
      `${COOKIE}=${encodeURIComponent(`${flipped}.${signature}`)}`,
      `${COOKIE}=${encodeURIComponent(`${token.slice(0, -1)}.${signature}`)}`,
      `${COOKIE}=${encodeURIComponent(`${token}.${signature.toLowerCase()}`)}`,
      `${COOKIE}=%`,
      `${COOKIE}=%00`,
      `${COOKIE}=${'x'.repeat(100_000)}`,
      signedCookie(token, 'another secret, as long as ours, 123456789'),
      signedCookie(flipped),
      signedCookie(''),
      signedCookie(`${token}\0`),
      header.replace(COOKIE, 'session_token'),
      '',
      ';;;=;',
    ];
    for (const cookie of bad) expect(await identity.whoIs(cookie), cookie.slice(0, 120)).toBeNull();
    expect(await identity.whoIs(undefined)).toBeNull();
  });

  it('is found among others, and the first of two counts', async () => {
    const { email } = await newPerson();
    const { person, header } = await signedIn(email);
    expect(await identity.whoIs(`a=b; ${header} ; c=d`)).toEqual(person);
    expect(await identity.whoIs(`${COOKIE}=forged; ${header}`)).toBeNull();
  });

  it('means nothing to a server with another secret', async () => {
    const { email } = await newPerson();
    const { header } = await signedIn(email);
    const other = createIdentity({ ...options, pool, secret: 'another secret, as long as ours, 123456789' });
    expect(await other.whoIs(header)).toBeNull();
  });

  it('is not chosen by the client: a cookie from before does not become the session', async () => {
    const { email } = await newPerson();
    const planted = signedCookie('planted-token-planted-token-32ch');
    expect(await identity.whoIs(planted)).toBeNull();
    const { header } = await signedIn(email);
    expect(header).not.toBe(planted);
    expect(await identity.whoIs(planted)).toBeNull();
  });

  it('is Secure and prefixed when people come over https', async () => {
    const { email } = await newPerson();
    const secure = createIdentity({ ...options, pool, baseUrl: 'https://desk.example', secureCookies: true });
    const result = await secure.signIn(at(email));
    if (!result.ok) throw new Error(result.code);
    expect(result.cookie[0]).toMatch(/^__Secure-reglament\.session_token=/);
    expect(result.cookie[0]?.split('; ')).toContain('Secure');
    const header = cookieHeader(result.cookie);
    expect(await secure.whoIs(header)).toEqual(result.person);
    expect(await secure.whoIs(header.replace('__Secure-', ''))).toBeNull();
    expect((await secure.signOut(header))[0]).toMatch(
      /^__Secure-reglament\.session_token=; Max-Age=0;.* Secure;/,
    );
  });

  it('is read by the library as by us', async () => {
    const { email } = await newPerson();
    const { person, header } = await signedIn(email);
    const library = await openLibrary({ ...options, pool });
    const session = await library.api.getSession({ headers: new Headers({ cookie: header }) });
    expect(session?.session.id).toBe(person.sessionId);
    expect(session?.user.id).toBe(person.personId);
  });
});

describe('the end of a session', () => {
  it('comes with signing out, of this session only', async () => {
    const { email } = await newPerson();
    const here = await signedIn(email);
    const there = await signedIn(email);
    expect(await identity.whoIs(here.header)).not.toBeNull();
    const cleared = await identity.signOut(here.header);
    expect(cleared).toEqual([`${COOKIE}=; Max-Age=0; Path=/; HttpOnly; SameSite=Lax`]);
    expect(await identity.whoIs(here.header)).toBeNull();
    expect(await identity.whoIs(there.header)).toEqual(there.person);
    expect(await identity.signOut(here.header)).toEqual(cleared);
    expect(await identity.signOut(undefined)).toEqual(cleared);
  });

  it('comes with disabling: the very next request is refused', async () => {
    const { personId, email } = await newPerson();
    const { header } = await signedIn(email);
    expect(await identity.whoIs(header)).not.toBeNull();
    expect(await identity.disablePerson(personId)).toBe(true);
    expect(await identity.whoIs(header)).toBeNull();
  });

  it('comes within a second when another process disabled the person', async () => {
    const { personId, email } = await newPerson();
    const { header } = await signedIn(email);
    const other = createIdentity({ ...options, pool });
    expect(await other.whoIs(header)).not.toBeNull();
    await identity.disablePerson(personId);
    const disabledAt = performance.now();
    while ((await other.whoIs(header)) !== null) {
      expect(performance.now() - disabledAt).toBeLessThan(1000);
    }
  });

  it('does not need the session to be deleted: a disabled person has none', async () => {
    const { personId, email } = await newPerson();
    const { header } = await signedIn(email);
    await pool.query('update person set disabled_at = now() where id = $1', [personId]);
    expect(await createIdentity({ ...options, pool }).whoIs(header)).toBeNull();
  });

  it('comes with a new password, and the old password is gone', async () => {
    const { personId, email } = await newPerson();
    const { header } = await signedIn(email);
    expect(await identity.setPassword(personId, 'another password')).toBe(true);
    expect(await identity.whoIs(header)).toBeNull();
    expect(await identity.signIn(at(email))).toEqual(refused);
    expect(await identity.signIn(at(email, 'another password'))).toMatchObject({ ok: true });
  });

  it('comes after thirty days without a request, and each day of use moves it', async () => {
    const { email } = await newPerson();
    const { person, header } = await signedIn(email);
    const whoIsAfter = async (left: string): Promise<SignedIn | null> => {
      await pool.query('update person_session set expires_at = now() + $2::interval where id = $1', [
        person.sessionId,
        left,
      ]);
      return createIdentity({ ...options, pool }).whoIs(header);
    };
    const daysLeft = async (): Promise<number> => {
      const { rows } = await pool.query<{ days: number }>(
        'select extract(epoch from expires_at - now())::float8 / 86400 as days from person_session where id = $1',
        [person.sessionId],
      );
      return rows[0]?.days ?? Number.NaN;
    };

    expect(await daysLeft()).toBeCloseTo(30, 2);
    expect(await whoIsAfter('29 days 1 hour')).toEqual(person);
    expect(await daysLeft()).toBeCloseTo(29 + 1 / 24, 2);
    expect(await whoIsAfter('1 minute')).toEqual(person);
    expect(await daysLeft()).toBeCloseTo(30, 2);
    expect(await whoIsAfter('0 seconds')).toBeNull();
  });
});

describe('too many failures', () => {
  it('refuse the eleventh attempt from there, right password or not, and let the owner in from elsewhere', async () => {
    const { email } = await newPerson();
    const guesses = Array.from({ length: 10 }, (_, n) =>
      identity.signIn(at(email, `guess ${n}`, '198.51.100.7')),
    );
    expect(await Promise.all(guesses)).toEqual(guesses.map(() => refused));

    const limited = await identity.signIn(at(email, PASSWORD, '198.51.100.7'));
    expect(limited).toMatchObject({ ok: false, code: 'rate-limited' });
    if (limited.ok || limited.code !== 'rate-limited') return;
    expect(limited.retryAfterSeconds).toBeGreaterThan(14 * 60);
    expect(limited.retryAfterSeconds).toBeLessThanOrEqual(15 * 60);
    expect(await identity.signIn(at(email.toUpperCase(), PASSWORD, '198.51.100.7'))).toMatchObject({
      code: 'rate-limited',
    });

    expect(await identity.signIn(at(email, PASSWORD, '198.51.100.8'))).toMatchObject({ ok: true });
    const colleague = await newPerson();
    expect(await identity.signIn(at(colleague.email, PASSWORD, '198.51.100.7'))).toMatchObject({ ok: true });
  });

  it('are not reached by many at once', async () => {
    const { email } = await newPerson();
    const results = await Promise.all(
      Array.from({ length: 40 }, (_, n) => identity.signIn(at(email, `guess ${n}`, '198.51.100.20'))),
    );
    const answered = results.filter((result) => !result.ok && result.code === 'wrong-credentials');
    expect(answered).toHaveLength(10);
  });

  it('do not queue without end', async () => {
    const results = await Promise.all(
      Array.from({ length: 80 }, (_, n) =>
        identity.signIn(at(`flood${n}@desk.example`, 'x', '198.51.100.30')),
      ),
    );
    const busy = results.filter((result) => !result.ok && result.code === 'rate-limited');
    expect(busy).toHaveLength(16);
    expect(busy[0]).toEqual({ ok: false, code: 'rate-limited', retryAfterSeconds: 2 });
  });
});

describe('people', () => {
  it('have one lower-case e-mail each', async () => {
    const input = { email: 'Double@Desk.Example', name: ' Имя ', password: PASSWORD };
    const personId = await identity.createPerson(input);
    const { rows } = await pool.query('select email, name from person where id = $1', [personId]);
    expect(rows).toEqual([{ email: 'double@desk.example', name: 'Имя' }]);
    await expect(identity.createPerson({ ...input, email: 'double@desk.EXAMPLE' })).rejects.toMatchObject({
      code: 'email-taken',
    });
    const insert = (email: string) =>
      pool.query('insert into person (id, email, name) values (gen_random_uuid(), $1, $2)', [email, 'x']);
    await expect(insert('Upper@desk.example')).rejects.toThrow(/person_email_check/);
  });

  it.each([
    ['invalid-email', { email: 'not an address' }],
    ['invalid-email', { email: 'a\0@desk.example' }],
    ['invalid-name', { name: '  ' }],
    ['invalid-name', { name: 'a\0' }],
    ['invalid-name', { name: 'x'.repeat(201) }],
    ['invalid-password', { password: 'seven 7' }],
    ['invalid-password', { password: 'x'.repeat(201) }],
    ['invalid-password', { password: 'long enough \ud800' }],
  ])('are refused with %s: %j', async (code, wrong) => {
    const input = { email: 'refused@desk.example', name: 'Имя', password: PASSWORD, ...wrong };
    const refusal = identity.createPerson(input);
    await expect(refusal).rejects.toBeInstanceOf(PersonRefused);
    await expect(refusal).rejects.toMatchObject({ code });
    const { rows } = await pool.query(`select id from person where email = 'refused@desk.example'`);
    expect(rows).toEqual([]);
  });

  it('who do not exist have no password and can not be disabled', async () => {
    const nobody = '00000000-0000-7000-8000-000000000000';
    expect(await identity.setPassword(nobody, PASSWORD)).toBe(false);
    expect(await identity.disablePerson(nobody)).toBe(false);
  });
});

describe('the set-up', () => {
  it('has the tables that the library expects, save for columns of sign-in through others', async () => {
    const library = await openLibrary({ ...options, pool });
    const check = (await library.$context).explicitSchemaCheck;
    const found: unknown = await check?.().catch((error: unknown) => error);
    expect(found).toMatchObject({ code: 'SCHEMA_MISMATCH' });
    const missing = JSON.stringify(found).matchAll(/"kind":"([^"]+)","table":"([^"]+)","column":"([^"]+)"/g);
    expect([...missing].map(([, kind, table, column]) => `${kind} ${table}.${column}`)).toEqual([
      'missing-column person.image',
      'missing-column person_credential.accessToken',
      'missing-column person_credential.refreshToken',
      'missing-column person_credential.idToken',
      'missing-column person_credential.accessTokenExpiresAt',
      'missing-column person_credential.refreshTokenExpiresAt',
      'missing-column person_credential.scope',
    ]);
  });

  it('does not take a short secret', () => {
    expect(() => createIdentity({ ...options, pool, secret: 'short' })).toThrow(RangeError);
  });

  it('does not let an attempt count when the database is away', async () => {
    const { email } = await newPerson();
    const closed = new Pool({ host: '127.0.0.1', port: 1, connectionTimeoutMillis: 500 });
    const away = createIdentity({ ...options, pool: closed });
    for (let n = 0; n < 12; n += 1) await expect(away.signIn(at(email))).rejects.toThrow();
  });
});
