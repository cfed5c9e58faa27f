import { createHmac } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../ids.ts';
import { authenticator } from '../testing/authenticator.ts';
import type { SignedIn } from './identity.ts';
import {
  attempt,
  cookieHeader,
  openTestIdentity,
  PASSWORD,
  TEST_OPTIONS,
  type TestIdentity,
} from './open-test-identity.ts';

let test: TestIdentity;

beforeAll(async () => {
  test = await openTestIdentity();
});

afterAll(() => test?.close());

const COOKIE = 'reglament.session_token';
const UPGRADE = new URL('../../migrations/0065-hashed-sessions.sql', import.meta.url);
const refused = { ok: false, code: 'wrong-credentials' } as const;

/** The cookie as better-auth signs it, made independently of our reader. */
const signedCookie = (token: string, secret = TEST_OPTIONS.secret): string =>
  `${COOKIE}=${encodeURIComponent(`${token}.${createHmac('sha256', secret).update(token).digest('base64')}`)}`;

describe('the session cookie', () => {
  it('is refused when forged, truncated, lengthened, swapped or signed with another secret', async () => {
    const { email } = await test.newPerson();
    const { person, header } = await test.signedIn(email);
    const value = decodeURIComponent(header.slice(COOKIE.length + 1));
    const [token = '', signature = ''] = value.split('.');
    expect(await test.identity.whoIs(signedCookie(token))).toEqual(person);

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
    for (const cookie of bad) expect([cookie, await test.identity.whoIs(cookie)]).toEqual([cookie, null]);
    expect(await test.identity.whoIs(undefined)).toBeNull();
  });

  it('is found among others, and the first of two counts', async () => {
    const { email } = await test.newPerson();
    const { person, header } = await test.signedIn(email);
    expect(await test.identity.whoIs(`a=b; ${header} ; c=d`)).toEqual(person);
    expect(await test.identity.whoIs(`${COOKIE}=forged; ${header}`)).toBeNull();
  });

  it('means nothing to a server with another secret', async () => {
    const { email } = await test.newPerson();
    const { header } = await test.signedIn(email);
    const other = test.another({ secret: 'another secret, as long as ours, 123456789' });
    expect(await other.whoIs(header)).toBeNull();
  });

  it('is not chosen by the client: a cookie from before does not become the session', async () => {
    const { email } = await test.newPerson();
    const planted = signedCookie('planted-token-planted-token-32ch');
    expect(await test.identity.whoIs(planted)).toBeNull();
    const { header } = await test.signedIn(email);
    expect(header).not.toBe(planted);
    expect(await test.identity.whoIs(planted)).toBeNull();
  });

  it('is Secure and prefixed when people come over https', async () => {
    const { email } = await test.newPerson();
    const secure = test.another({ baseUrl: 'https://desk.example', secureCookies: true });
    const result = await secure.signIn(attempt(email));
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

  it('is no way in for whoever has read the table', async () => {
    const { email } = await test.newPerson();
    const { person, header } = await test.signedIn(email);
    const { rows } = await test.pool.query<{ hash: string }>(
      'select token_hash as hash from person_session where id = $1',
      [person.sessionId],
    );
    const hash = rows[0]?.hash ?? expect.fail('no session');
    for (const token of [hash, hash.slice(0, 32)])
      expect(await test.identity.whoIs(signedCookie(token))).toBeNull();
    expect(await test.identity.whoIs(header)).toEqual(person);
  });

  it('goes on after an upgrade from a table that kept tokens', async () => {
    const { personId } = await test.newPerson();
    const token = 'TokenOfBeforeTokenOfBefore123456';
    const client = await test.pool.connect();
    await client.query(
      `alter table person_session drop constraint person_session_token_hash_check;
       alter table person_session rename column token_hash to token;
       alter table person_session add constraint person_session_token_check check (length(token) between 32 and 200);
       alter table person_session rename constraint person_session_token_hash_key to person_session_token_key;
       delete from person_session`,
    );
    await client.query(
      `insert into person_session (id, person_id, token, expires_at) values ($1, $2, $3, now() + interval '20 days')`,
      [newId(), personId, token],
    );
    await client.query(await readFile(UPGRADE, 'utf8'));
    client.release();
    expect(await test.identity.whoIs(signedCookie(token))).toMatchObject({ personId });
    const { rows } = await test.pool.query('select s::text as kept from person_session s');
    expect(JSON.stringify(rows)).not.toContain(token);
  });
});

describe('the end of a session', () => {
  it('comes with signing out, of this session only', async () => {
    const { email } = await test.newPerson();
    const here = await test.signedIn(email);
    const there = await test.signedIn(email);
    expect(await test.identity.whoIs(here.header)).not.toBeNull();
    const cleared = await test.identity.signOut(here.header);
    expect(cleared).toEqual([`${COOKIE}=; Max-Age=0; Path=/; HttpOnly; SameSite=Lax`]);
    expect(await test.identity.whoIs(here.header)).toBeNull();
    expect(await test.identity.whoIs(there.header)).toEqual(there.person);
    expect(await test.identity.signOut(here.header)).toEqual(cleared);
    expect(await test.identity.signOut(undefined)).toEqual(cleared);
  });

  it('comes with disabling: the very next request is refused', async () => {
    const { personId, email } = await test.newPerson();
    const { header } = await test.signedIn(email);
    expect(await test.identity.whoIs(header)).not.toBeNull();
    expect(await test.identity.disablePerson(personId)).toBe(true);
    expect(await test.identity.whoIs(header)).toBeNull();
  });

  it('comes within a second when another process disabled the person', async () => {
    const { personId, email } = await test.newPerson();
    const { header } = await test.signedIn(email);
    const other = test.another();
    expect(await other.whoIs(header)).not.toBeNull();
    await test.identity.disablePerson(personId);
    const disabledAt = performance.now();
    while ((await other.whoIs(header)) !== null) {
      expect(performance.now() - disabledAt).toBeLessThan(1000);
    }
  });

  it('does not need the session to be deleted: a disabled person has none', async () => {
    const { personId, email } = await test.newPerson();
    const { header } = await test.signedIn(email);
    await test.pool.query('update person set disabled_at = now() where id = $1', [personId]);
    expect(await test.another().whoIs(header)).toBeNull();
  });

  it('comes with a new password, and the old password is gone', async () => {
    const { personId, email } = await test.newPerson();
    const { header } = await test.signedIn(email);
    expect(await test.identity.setPassword(personId, 'another password', null)).toBe(true);
    expect(await test.identity.whoIs(header)).toBeNull();
    expect(await test.identity.signIn(attempt(email))).toEqual(refused);
    expect(await test.identity.signIn(attempt(email, 'another password'))).toMatchObject({ ok: true });
  });

  it('comes after thirty days without a request, and each day of use moves it', async () => {
    const { email } = await test.newPerson();
    const { person, header } = await test.signedIn(email);
    const whoIsAfter = async (left: string): Promise<SignedIn | null> => {
      await test.pool.query('update person_session set expires_at = now() + $2::interval where id = $1', [
        person.sessionId,
        left,
      ]);
      return test.another().whoIs(header);
    };
    const daysLeft = async (): Promise<number> => {
      const { rows } = await test.pool.query<{ days: number }>(
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

describe('what a letter’s desk alone has shown', () => {
  it('stays there: a factor set up by one desk’s letter is taken to no other by the password of its person', async () => {
    const { identity, pool } = test;
    const [hostile, other] = [newId(), newId()];
    for (const deskId of [hostile, other])
      await pool.query('insert into desk (desk_id) values ($1)', [deskId]);
    const client = { address: '192.0.2.1', userAgent: 'Test/1' };
    const { personId, email } = await test.newPerson();
    await pool.query('delete from person_credential where person_id = $1', [personId]);
    const letter = await identity.startSession(personId, client, hostile);
    const read = letter?.person ?? expect.fail('nobody came in');
    const offered = (await identity.account.offerTotp(read)) ?? expect.fail('no app was offered');
    const code = authenticator(offered.secret).nextCode();
    expect(await identity.account.confirmTotp(read, code, client)).toMatchObject({ ok: true });

    await identity.setPassword(personId, PASSWORD, hostile);
    expect(await identity.alsoGoodAt(personId, other)).toBe(false);
    const own = await identity.startSession(personId, client, other);
    const change = { current: PASSWORD, next: PASSWORD };
    const changed = await identity.account.changePassword(
      own?.person ?? expect.fail('nobody came in'),
      change,
      client,
    );
    expect(changed).toMatchObject({ ok: true });
    expect((await test.signedIn(email)).person).toMatchObject({ goodAt: [hostile], secondFactor: 'owed' });
  });
});
