import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Pool } from 'pg';
import { createIdentity, PersonRefused } from './identity.ts';
import {
  attempt,
  cookieHeader,
  openTestIdentity,
  PASSWORD,
  TEST_OPTIONS,
  type TestIdentity,
} from './open-test-identity.ts';
import { openLibrary } from './password-sign-in.ts';
import { sessionTokenHash } from './session-token.ts';

let test: TestIdentity;

beforeAll(async () => {
  test = await openTestIdentity();
});

afterAll(() => test?.close());

/** What the browser of a `Cookie` header holds of its session. */
const tokenIn = (header: string): string =>
  /=([A-Za-z0-9]+)\./.exec(decodeURIComponent(header))?.[1] ?? expect.fail('no token');

const refused = { ok: false, code: 'wrong-credentials' } as const;

describe('signing in', () => {
  it('gives the right password a session and a cookie no script can read', async () => {
    const { personId, email } = await test.newPerson();
    const result = await test.identity.signIn(attempt(email.toUpperCase()));
    expect(result).toMatchObject({ ok: true, person: { personId, name: 'Анна Ким', email } });
    if (!result.ok) return;
    expect(result.cookie).toHaveLength(1);
    const attributes = result.cookie[0]?.split('; ').slice(1).sort();
    expect(attributes).toEqual(['HttpOnly', 'Max-Age=34560000', 'Path=/', 'SameSite=Lax']);
    expect(await test.identity.whoIs(cookieHeader(result.cookie))).toEqual(result.person);
  });

  it('refuses a wrong password, an unknown e-mail and a disabled person with the same words', async () => {
    const { email } = await test.newPerson();
    const gone = await test.newPerson();
    await test.identity.disablePerson(gone.personId);
    expect(await test.identity.signIn(attempt(email, 'неправильный'))).toEqual(refused);
    expect(await test.identity.signIn(attempt('nobody@desk.example'))).toEqual(refused);
    expect(await test.identity.signIn(attempt(gone.email))).toEqual(refused);
  });

  it('leaves no session behind for a disabled person', async () => {
    const { personId, email } = await test.newPerson();
    await test.identity.disablePerson(personId);
    await test.identity.signIn(attempt(email));
    const { rows } = await test.pool.query('select id from person_session where person_id = $1', [personId]);
    expect(rows).toEqual([]);
  });

  it('takes the same letters in another Unicode form for the same password', async () => {
    const email = 'nfd@desk.example';
    await test.identity.createPerson({ email, name: 'N', password: 'й'.normalize('NFC').repeat(8) });
    expect(await test.identity.signIn(attempt(email, 'й'.normalize('NFD').repeat(8)))).toMatchObject({
      ok: true,
    });
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
    expect(await test.identity.signIn(attempt(email, password, '192.0.2.9'))).toEqual(refused);
  });

  it('keeps the address and the browser, whatever they are', async () => {
    const { personId, email } = await test.newPerson();
    const odd = { address: 'not an address', userAgent: `Браузер\r\nx: y\0${'z'.repeat(1000)}` };
    expect(await test.identity.signIn({ ...attempt(email), ...odd })).toMatchObject({ ok: true });
    expect(await test.identity.signIn(attempt(email, PASSWORD, '203.0.113.5'))).toMatchObject({ ok: true });
    const { rows } = await test.pool.query<{ ip_address: string; user_agent: string }>(
      'select ip_address, user_agent from person_session where person_id = $1 order by id desc',
      [personId],
    );
    expect(rows[0]).toEqual({ ip_address: '203.0.113.5', user_agent: 'Test/1' });
    expect(rows[1]?.user_agent).toMatch(/^\?{7}\?\?x: y\?z+$/);
    expect(rows[1]?.user_agent).toHaveLength(300);
  });

  it('starts a new session each time, of which the table keeps the hash of the token alone', async () => {
    const { personId, email } = await test.newPerson();
    const first = await test.signedIn(email);
    const second = await test.signedIn(email);
    expect(second.person.sessionId).not.toBe(first.person.sessionId);
    const { rows } = await test.pool.query<{ kept: string; hash: string }>(
      'select s::text as kept, token_hash as hash from person_session s where person_id = $1 order by id',
      [personId],
    );
    const tokens = [first, second].map(({ header }) => tokenIn(header));
    expect(new Set(tokens).size).toBe(2);
    for (const token of tokens) expect(token).toMatch(/^[A-Za-z0-9]{32}$/);
    expect(rows.map(({ hash }) => hash)).toEqual(tokens.map(sessionTokenHash));
    for (const { kept } of rows) for (const token of tokens) expect(kept).not.toContain(token);
  });

  it('keeps the twenty newest sessions of a person', async () => {
    const { personId, email } = await test.newPerson();
    await test.pool.query(
      `insert into person_session (id, person_id, token_hash, expires_at)
       select ('00000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, $1, encode(sha256(convert_to(n::text, 'UTF8')), 'hex'),
              now() + case when n > 15 then interval '1 day' else interval '-1 day' end
         from generate_series(1, 60) n`,
      [personId],
    );
    await test.identity.signIn(attempt(email));
    const { rows } = await test.pool.query(
      'select bool_and(expires_at > now()) as live, count(*)::int as count from person_session where person_id = $1',
      [personId],
    );
    expect(rows).toEqual([{ live: true, count: 20 }]);
  });
});

describe('people', () => {
  it('have one lower-case e-mail each', async () => {
    const input = { email: 'Double@Desk.Example', name: ' Имя ', password: PASSWORD };
    const personId = await test.identity.createPerson(input);
    const { rows } = await test.pool.query('select email, name from person where id = $1', [personId]);
    expect(rows).toEqual([{ email: 'double@desk.example', name: 'Имя' }]);
    await expect(
      test.identity.createPerson({ ...input, email: 'double@desk.EXAMPLE' }),
    ).rejects.toMatchObject({
      code: 'email-taken',
    });
    const insert = (email: string) =>
      test.pool.query('insert into person (id, email, name) values (gen_random_uuid(), $1, $2)', [
        email,
        'x',
      ]);
    await expect(insert('Upper@desk.example')).rejects.toThrow(/person_email_check/);
  });

  it.each([
    ['invalid-email', { email: 'not an address' }],
    ['invalid-email', { email: 'a\0@desk.example' }],
    ['invalid-name', { name: '  ' }],
    ['invalid-name', { name: 'a\0' }],
    ['invalid-name', { name: 'Анна\u202eмиК' }],
    ['invalid-name', { name: 'Анна\u2066Ким' }],
    ['invalid-name', { name: 'x'.repeat(201) }],
    ['invalid-password', { password: 'seven 7' }],
    ['invalid-password', { password: 'x'.repeat(201) }],
    ['invalid-password', { password: 'long enough \ud800' }],
  ])('are refused with %s: %j', async (code, wrong) => {
    const input = { email: 'refused@desk.example', name: 'Имя', password: PASSWORD, ...wrong };
    const refusal = test.identity.createPerson(input);
    await expect(refusal).rejects.toBeInstanceOf(PersonRefused);
    await expect(refusal).rejects.toMatchObject({ code });
    const { rows } = await test.pool.query(`select id from person where email = 'refused@desk.example'`);
    expect(rows).toEqual([]);
  });

  it('who do not exist have no password and can not be disabled', async () => {
    const nobody = '00000000-0000-7000-8000-000000000000';
    expect(await test.identity.setPassword(nobody, PASSWORD, null)).toBe(false);
    expect(await test.identity.disablePerson(nobody)).toBe(false);
  });
});

describe('the set-up', () => {
  it('has the tables that the library expects, save for columns of sign-in through others', async () => {
    const library = await openLibrary({ ...TEST_OPTIONS, pool: test.pool });
    const { explicitSchemaCheck: check } = await library.$context;
    const found: unknown = await check?.()?.catch((error: unknown) => error);
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
    expect(() => test.another({ secret: 'short' })).toThrow(RangeError);
  });

  it('does not let an attempt count when the database is away', async () => {
    const { email } = await test.newPerson();
    const closed = new Pool({ host: '127.0.0.1', port: 1, connectionTimeoutMillis: 500 });
    const away = createIdentity({ ...TEST_OPTIONS, pool: closed });
    for (let n = 0; n < 12; n += 1) await expect(away.signIn(attempt(email))).rejects.toThrow(/ECONNREFUSED/);
  });
});
