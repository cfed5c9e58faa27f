import type { Instant } from '@reglament/working-time';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseLetter } from '../channels/mail/parse-letter.ts';
import { expectProblem } from '../testing/expect-problem.ts';
import { type LinkMailbox, startLinkMailbox } from '../testing/mailbox-of-links.ts';
import { type RawReply, rawRequest } from '../testing/raw-request.ts';
import { startTestServer, type TestServer } from '../testing/start-test-server.ts';
import { addCustomer, addStaff, deskIdOf } from '../testing/test-desk.ts';

let mail: LinkMailbox;
let server: TestServer;
/** How far the desks' clock is ahead. */
let ahead = 0;

beforeAll(async () => {
  mail = await startLinkMailbox(['centaur', 'optima']);
  server = await startTestServer(
    { mail: mail.settings, baseUrl: 'https://support.vendor.example', trustProxy: '127.0.0.1' },
    () => (Date.now() + ahead) as Instant,
  );
});

afterAll(async () => {
  await server.stop();
  await mail.stop();
});

let clients = 0;
/** Each test comes from a network of its own, so that none meets another's limits. */
const newNetwork = (): string => `198.51.${Math.floor(++clients / 250)}.${clients % 250}`;

const post = (
  path: string,
  json: object,
  headers: Readonly<Record<string, string>> = {},
): Promise<RawReply> =>
  rawRequest(server.url, path, {
    method: 'POST',
    body: JSON.stringify(json),
    headers: { 'content-type': 'application/json', 'x-forwarded-for': newNetwork(), ...headers },
  });
const ask = (email: string, more: object = {}, headers: Readonly<Record<string, string>> = {}) =>
  post('/api/session/link', { email, ...more }, headers);
const use = (token: string, headers: Readonly<Record<string, string>> = {}) =>
  post('/api/session/link/use', { token }, headers);
const cookieOf = (reply: RawReply): string =>
  [reply.headers['set-cookie'] ?? []]
    .flat()
    .map((c) => c.split(';', 1)[0])
    .join('; ');

let people = 0;
const knownAt = async (slug: string, email: string): Promise<string> => {
  await addCustomer(server.opened, slug, {
    company: `ООО «Покупатель ${++people}»`,
    email,
    name: 'Ольга Белова',
    packageId: null,
  });
  return email;
};
const newContact = (slug: string): Promise<string> => knownAt(slug, `contact${people}@buyer.example`);
const slugsOf = (reply: RawReply): readonly string[] =>
  (reply.json() as { portals: readonly { slug: string }[] }).portals.map(({ slug }) => slug);
const get = (path: string, cookie: string): Promise<RawReply> =>
  rawRequest(server.url, path, { headers: { cookie } });
const linkFor = async (email: string, more: object = {}): Promise<string> => {
  const before = mail.count(email);
  expect((await ask(email, more)).status).toBe(202);
  return (await mail.newest(email, before)).token;
};

describe('a link to sign in with', () => {
  it('comes by mail to a contact, whose first sign-in makes the person, good at the desk whose letter it was', async () => {
    const email = await newContact('centaur');
    await addCustomer(server.opened, 'optima', {
      company: 'ООО «Второй»',
      email,
      name: 'О. Белова',
      packageId: null,
    });
    const reply = await ask(email.toUpperCase(), { desk: 'optima', language: 'en' });
    expect([reply.status, reply.json()]).toEqual([202, { minutes: 30, demo: false }]);
    const letter = await mail.newest(email);
    expect(letter.subject).toContain('Your sign-in link');
    const entered = await use(letter.token);
    expect(entered.status).toBe(200);
    expect(entered.json()).toMatchObject({
      person: { name: 'О. Белова', email },
      desks: [],
      goodAt: [{ slug: 'optima' }],
      byLetter: true,
    });
    expect(slugsOf(entered)).toEqual(['optima']);
    const again = await get('/api/portal/optima', cookieOf(entered));
    expect(again.json()).toMatchObject({ contact: { email, name: 'О. Белова' } });
  });

  it('lets somebody in whom the desk did not know, and makes them its contact only then', async () => {
    const email = 'stranger@nowhere.example';
    const contacts = () =>
      server.opened.context.db.inDesk(deskIdOf(server.opened, 'centaur'), (q) =>
        q.query('test-contacts', 'select 1 from contact where email = $1', [email]),
      );
    const token = await linkFor(email, { desk: 'centaur' });
    expect(await contacts()).toEqual([]);
    expect((await use(token)).json()).toMatchObject({
      person: { name: 'stranger', email },
      portals: [{ slug: 'centaur', companies: [] }],
    });
    expect(await contacts()).toHaveLength(1);
  });

  it('of somebody who works here goes by the mail of their own desk, whichever was asked', async () => {
    const email = 'engineer.of.optima@staff.example';
    await addStaff(server.opened, 'optima', 'engineer', email);
    const token = await linkFor(email, { desk: 'centaur' });
    expect((await post('/api/session/way-in', { token })).json()).toMatchObject({ desk: { slug: 'optima' } });
  });

  it('of somebody whose first desk has no mail server goes by another where they work', async () => {
    const email = 'engineer.of.two@staff.example';
    const { personId } = await addStaff(server.opened, 'flat', 'engineer', email);
    const optima = deskIdOf(server.opened, 'optima');
    await server.opened.context.db.inDesk(optima, (q) =>
      q.query(
        'test-second-desk',
        `insert into staff (desk_id, person_id, role) values ($1, $2, 'engineer')`,
        [optima, personId],
      ),
    );
    for (const more of [{}, { desk: 'flat' }, { desk: 'centaur' }])
      expect((await post('/api/session/way-in', { token: await linkFor(email, more) })).json()).toMatchObject(
        {
          desk: { slug: 'optima' },
        },
      );
  });

  it('of somebody whom no desk knows is not sent unless a desk was asked', async () => {
    const known = await newContact('centaur');
    expect((await ask('unknown@nowhere.example')).status).toBe(202);
    await linkFor(known);
    expect(mail.count('unknown@nowhere.example')).toBe(0);
  });

  it('shows what it opens without being used up by that', async () => {
    const email = await newContact('centaur');
    const token = await linkFor(email);
    for (let times = 0; times < 2; times += 1)
      expect((await post('/api/session/way-in', { token })).json()).toMatchObject({
        kind: 'link',
        email,
        desk: { slug: 'centaur' },
        role: null,
        isNew: false,
      });
    expect((await use(token)).status).toBe(200);
  });

  it('starts with the configured address, whatever the request says of the host (R12)', async () => {
    const email = await newContact('centaur');
    const hosts: readonly Readonly<Record<string, string>>[] = [
      { host: 'evil.example' },
      { 'x-forwarded-host': 'evil.example' },
    ];
    for (const [i, headers] of hosts.entries()) {
      expect((await ask(email, {}, headers)).status).toBe(202);
      const letter = await mail.newest(email, i);
      expect(letter.url).toMatch(/^https:\/\/support\.vendor\.example\/enter\//);
      expect(letter.text).not.toContain('evil.example');
    }
  });

  it('works once, of two tabs at the same time in one (R12)', async () => {
    const token = await linkFor(await newContact('centaur'));
    const tabs = await Promise.all([use(token), use(token), use(token)]);
    expect(tabs.map((r) => r.status).toSorted()).toEqual([200, 410, 410]);
    expectProblem(await use(token), 'link-over');
    expectProblem(await post('/api/session/way-in', { token }), 'link-over');
  });

  it('opens nothing after half an hour (R12)', async () => {
    const token = await linkFor(await newContact('centaur'));
    ahead += 30 * 60_000;
    expectProblem(await use(token), 'link-over');
    expectProblem(await post('/api/session/way-in', { token }), 'link-over');
  });

  it.each(['', ' ', '%20', 'a'.repeat(51), `${'a'.repeat(52)} `, '\u0000'.repeat(52)])(
    'is never %j (R12)',
    async (token) => {
      expect((await use(token)).status).toBe(422);
    },
  );

  it('of another kind, or that nobody was given, opens nothing', async () => {
    const token = await linkFor(await newContact('centaur'));
    expectProblem(await use('a'.repeat(52)), 'link-over');
    expectProblem(await post('/api/session/reset/use', { token, password: 'a new password' }), 'link-over');
    expectProblem(
      await post('/api/session/invitation/use', { token, password: 'a new password' }),
      'link-over',
    );
    expect((await use(token)).status).toBe(200);
  });

  it('is kept nowhere: not in the tables, and not in the letter that administrators can read', async () => {
    const email = await newContact('centaur');
    const token = await linkFor(email);
    const { db } = server.opened.context;
    const rows = await db.everyDesk((q) =>
      q.query<{ found: boolean }>(
        'test-kept',
        `select w::text like '%' || $1 || '%' as found from way_in w
         union all select t::text like '%' || $1 || '%' from way_in_token t
         union all select o::text like '%' || $1 || '%' from outbox o`,
        [token],
      ),
    );
    expect(rows.length).toBeGreaterThan(1);
    expect(rows.filter(({ found }) => found)).toEqual([]);
    const [kept] = await db.everyDesk((q) =>
      q.query<{ raw: Buffer }>('test-letter', 'select raw from letter where to_address = $1', [email]),
    );
    const parsed = await parseLetter(kept?.raw ?? Buffer.alloc(0), {
      trustedAuthserv: null,
      ownAddresses: [],
    });
    const words = parsed.ok ? `${parsed.letter.text} ${parsed.letter.html ?? ''}` : '';
    expect(words).toContain('https://support.vendor.example/enter/…');
    expect(words).not.toContain(token);
  });

  it('gives a session of its own, whatever cookie came in (R14)', async () => {
    const email = await newContact('centaur');
    const first = cookieOf(await use(await linkFor(email)));
    const second = cookieOf(await use(await linkFor(email), { cookie: first }));
    expect(second).not.toBe(first);
    expect((await get('/api/session', second)).json()).toMatchObject({ person: { email } });
  });

  it('is not sent to somebody who was shut out, and one that was sent lets them in no more', async () => {
    const { personId, email } = await addStaff(server.opened, 'centaur', 'engineer', 'gone@centaur.example');
    const token = await linkFor(email);
    await server.opened.identity.disablePerson(personId);
    expectProblem(await use(token), 'link-over');
    await ask(email);
    await linkFor(await newContact('centaur'));
    expect(mail.count(email)).toBe(1);
  });

  it('goes to one address three times an hour at most', async () => {
    const email = await newContact('centaur');
    for (let sent = 0; sent < 3; sent += 1) await linkFor(email);
    expect((await ask(email)).status).toBe(202);
    await linkFor(await newContact('centaur'));
    expect(mail.count(email)).toBe(3);
    ahead += 61 * 60_000;
    await linkFor(email);
  });

  it('can be asked for, and tried, thirty times by one network (R28)', async () => {
    const from = { 'x-forwarded-for': '203.0.113.77' };
    const asked = await Promise.all(
      Array.from({ length: 31 }, (_, i) => ask(`n${i}@nowhere.example`, {}, from)),
    );
    expect(asked.map((r) => r.status).toSorted()).toEqual([...Array.from({ length: 30 }, () => 202), 429]);
    const tried = await Promise.all(Array.from({ length: 31 }, () => use('a'.repeat(52), from)));
    expect(tried.map((r) => r.status).toSorted()).toEqual([...Array.from({ length: 30 }, () => 410), 429]);
    expect(Number(tried.find((r) => r.status === 429)?.headers['retry-after'])).toBeGreaterThan(0);
    const elsewhere = await linkFor(await newContact('centaur'));
    expect((await use(elsewhere)).status).toBe(200);
  });
});

describe('a session that a link began', () => {
  const PASSWORD = 'the own password';
  const password = (cookie: string, current: string | null, next: string) =>
    rawRequest(server.url, '/api/account/password', {
      method: 'PATCH',
      body: JSON.stringify({ current, next }),
      headers: { 'content-type': 'application/json', cookie },
    });
  const atBoth = async (): Promise<string> => knownAt('optima', await newContact('centaur'));
  const byLetterOf = async (desk: string, email: string): Promise<string> => {
    ahead += 61 * 60_000;
    return cookieOf(await use(await linkFor(email, { desk })));
  };
  const resetBy = async (email: string, next: string): Promise<string> => {
    const before = mail.count(email);
    await post('/api/session/reset', { email });
    const { token } = await mail.newest(email, before);
    return cookieOf(await post('/api/session/reset/use', { token, password: next }));
  };

  it('is a guest’s at every other desk, known or not: whoever runs a mail server reads its letters', async () => {
    const email = await atBoth();
    const cookie = await byLetterOf('optima', email);
    expect((await get('/api/portal/optima', cookie)).status).toBe(200);
    for (const path of [
      '/api/portal/centaur',
      '/api/portal/centaur/tickets/1',
      '/api/portal/centaur/live',
      '/api/portal/none',
      '/api/desks/centaur/queue',
      '/api/desks/centaur/live',
    ])
      expectProblem(await get(path, cookie), 'not-signed-in');
    expect((await get('/api/desks/optima/queue', cookie)).status).toBe(404);
    expect(slugsOf(await get('/api/session', cookie))).toEqual(['optima']);
  });

  it('sets a password that is good at that desk too, and at no other before it is given there', async () => {
    const email = await atBoth();
    const set = await password(await byLetterOf('optima', email), null, PASSWORD);
    expect(set.status).toBe(200);
    expect(slugsOf(set)).toEqual(['optima']);
    const elsewhere = await post('/api/session', { email, password: PASSWORD });
    expect(slugsOf(elsewhere)).toEqual(['optima']);
    expectProblem(await get('/api/portal/centaur', cookieOf(elsewhere)), 'not-signed-in');
    const letter = await byLetterOf('centaur', email);
    const both = await post('/api/session', { email, password: PASSWORD }, { cookie: letter });
    expect(both.json()).toMatchObject({ byLetter: false });
    expect(slugsOf(both)).toEqual(['centaur', 'optima']);
    expect((await get('/api/portal/centaur', cookieOf(both))).status).toBe(200);
  });

  it('changes nothing that its person proves themselves with, sees no other session, and ends none', async () => {
    const email = await atBoth();
    const own = cookieOf(await password(await byLetterOf('optima', email), null, PASSWORD));
    const letter = await byLetterOf('centaur', email);
    expectProblem(await password(letter, null, 'of somebody else'), 'invalid-request');
    expectProblem(await post('/api/account/totp', {}, { cookie: letter }), 'state');
    expectProblem(await post('/api/account/passkeys/challenge', {}, { cookie: letter }), 'state');
    const { sessions } = (await get('/api/account', letter)).json() as { sessions: readonly object[] };
    expect(sessions).toHaveLength(1);
    const others = await rawRequest(server.url, '/api/account/sessions', {
      method: 'DELETE',
      headers: { cookie: letter },
    });
    expect(others.status).toBe(204);
    expect((await get('/api/session', own)).status).toBe(200);
    expect((await password(letter, PASSWORD, 'another of mine')).json()).toMatchObject({ byLetter: false });
  });

  it('is no way round by a new password: that is good where its letter came from', async () => {
    const email = await atBoth();
    await byLetterOf('centaur', email);
    const cookie = await resetBy(email, PASSWORD);
    const { goodAt } = (await get('/api/session', cookie)).json() as { goodAt: readonly { slug: string }[] };
    expect(goodAt.map(({ slug }) => slug)).toEqual(['centaur']);
    expectProblem(await get('/api/portal/optima', cookie), 'not-signed-in');
    await password(await byLetterOf('optima', email), PASSWORD, PASSWORD);
    const again = await resetBy(email, 'set anew again');
    expectProblem(await get('/api/portal/optima', again), 'not-signed-in');
  });

  it('of the operator’s people gives no other desk either; their password does', async () => {
    const email = 'both@staff.example';
    const person = await addStaff(server.opened, 'centaur', 'engineer', email);
    await knownAt('optima', email);
    const cookie = await byLetterOf('centaur', email);
    expect((await get('/api/desks/centaur/queue', cookie)).status).toBe(200);
    await post('/api/session', { email, password: person.password }, { cookie });
    expect((await get('/api/session', cookie)).json()).toMatchObject({ goodAt: [{ slug: 'centaur' }] });
    const proven = await post('/api/session', { email, password: person.password });
    expect(proven.json()).toMatchObject({ goodAt: null, byLetter: false });
  });
});

describe('whoever asks for a link', () => {
  it('learns nothing of who exists: the same status, body and headers (R13)', async () => {
    const known = await newContact('centaur');
    const person = await addStaff(server.opened, 'centaur', 'engineer', 'known@centaur.example');
    for (const path of ['/api/session/link', '/api/session/reset']) {
      const told = await Promise.all(
        [known, person.email, 'unknown@nowhere.example'].map(async (email) => {
          const { status, body, headers } = await post(path, { email });
          const { date: _, 'x-request-id': __, ...rest } = headers;
          return { status, body: body.toString(), rest };
        }),
      );
      expect(told[0]?.status).toBe(202);
      expect(told[1]).toEqual(told[0]);
      expect(told[2]).toEqual(told[0]);
    }
  });

  it('waits for a known address as for an unknown one: the least that anybody waits (R13)', async () => {
    const known = await addStaff(server.opened, 'centaur', 'engineer', 'timed@centaur.example');
    for (const email of [known.email, 'untimed@nowhere.example']) {
      const begun = performance.now();
      await ask(email);
      expect(performance.now() - begun).toBeGreaterThanOrEqual(55);
    }
  });
});
