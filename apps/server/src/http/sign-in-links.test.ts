import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseLetter } from '../channels/mail/parse-letter.ts';
import { expectProblem } from '../testing/expect-problem.ts';
import { cookieIn, slugsOf, type LinkServer, startLinkServer } from '../testing/link-server.ts';
import type { LinkMailbox } from '../testing/mailbox-of-links.ts';
import type { TestServer } from '../testing/start-test-server.ts';
import { addCustomer, addStaff, deskIdOf } from '../testing/test-desk.ts';

let desk: LinkServer;
let mail: LinkMailbox;
let server: TestServer;

beforeAll(async () => {
  desk = await startLinkServer();
  ({ mail, server } = desk);
});

afterAll(() => desk.stop());

describe('a link to sign in with', () => {
  it('comes by mail to a contact, whose first sign-in makes the person, good at the desk whose letter it was', async () => {
    const email = await desk.newContact('centaur');
    await addCustomer(server.opened, 'optima', {
      company: 'ООО «Второй»',
      email,
      name: 'О. Белова',
      packageId: null,
    });
    const reply = await desk.ask(email.toUpperCase(), { desk: 'optima', language: 'en' });
    expect([reply.status, reply.json()]).toEqual([202, { minutes: 30, demo: false }]);
    const letter = await mail.newest(email);
    expect(letter.subject).toContain('Your sign-in link');
    const entered = await desk.use(letter.token);
    expect(entered.status).toBe(200);
    expect(entered.json()).toMatchObject({
      person: { name: 'О. Белова', email },
      desks: [],
      goodAt: [{ slug: 'optima' }],
      byLetter: true,
    });
    expect(slugsOf(entered)).toEqual(['optima']);
    const again = await desk.get('/api/portal/optima', cookieIn(entered));
    expect(again.json()).toMatchObject({ contact: { email, name: 'О. Белова' } });
  });

  it('lets somebody in whom the desk did not know, and makes them its contact only then', async () => {
    const email = 'stranger@nowhere.example';
    const contacts = () =>
      server.opened.context.db.inDesk(deskIdOf(server.opened, 'centaur'), (q) =>
        q.query('test-contacts', 'select 1 from contact where email = $1', [email]),
      );
    const token = await desk.linkFor(email, { desk: 'centaur' });
    expect(await contacts()).toEqual([]);
    expect((await desk.use(token)).json()).toMatchObject({
      person: { name: 'stranger', email },
      portals: [{ slug: 'centaur', companies: [] }],
    });
    expect(await contacts()).toHaveLength(1);
  });

  it('of somebody who works here goes by the mail of their own desk, whichever was asked', async () => {
    const email = 'engineer.of.optima@staff.example';
    await addStaff(server.opened, 'optima', 'engineer', email);
    const token = await desk.linkFor(email, { desk: 'centaur' });
    expect((await desk.post('/api/session/way-in', { token })).json()).toMatchObject({
      desk: { slug: 'optima' },
    });
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
      expect(
        (await desk.post('/api/session/way-in', { token: await desk.linkFor(email, more) })).json(),
      ).toMatchObject({
        desk: { slug: 'optima' },
      });
  });

  it('of somebody whom no desk knows is not sent unless a desk was asked', async () => {
    const known = await desk.newContact('centaur');
    expect((await desk.ask('unknown@nowhere.example')).status).toBe(202);
    await desk.linkFor(known);
    expect(mail.count('unknown@nowhere.example')).toBe(0);
  });

  it('shows what it opens without being used up by that', async () => {
    const email = await desk.newContact('centaur');
    const token = await desk.linkFor(email);
    for (let times = 0; times < 2; times += 1)
      expect((await desk.post('/api/session/way-in', { token })).json()).toMatchObject({
        kind: 'link',
        email,
        desk: { slug: 'centaur' },
        role: null,
        isNew: false,
      });
    expect((await desk.use(token)).status).toBe(200);
  });

  it('starts with the configured address, whatever the request says of the host (R12)', async () => {
    const email = await desk.newContact('centaur');
    const hosts: readonly Readonly<Record<string, string>>[] = [
      { host: 'evil.example' },
      { 'x-forwarded-host': 'evil.example' },
    ];
    for (const [i, headers] of hosts.entries()) {
      expect((await desk.ask(email, {}, headers)).status).toBe(202);
      const letter = await mail.newest(email, i);
      expect(letter.url).toMatch(/^https:\/\/support\.vendor\.example\/enter\//);
      expect(letter.text).not.toContain('evil.example');
    }
  });

  it('works once, of two tabs at the same time in one (R12)', async () => {
    const token = await desk.linkFor(await desk.newContact('centaur'));
    const tabs = await Promise.all([desk.use(token), desk.use(token), desk.use(token)]);
    expect(tabs.map((r) => r.status).toSorted()).toEqual([200, 410, 410]);
    expectProblem(await desk.use(token), 'link-over');
    expectProblem(await desk.post('/api/session/way-in', { token }), 'link-over');
  });

  it('opens nothing after half an hour (R12)', async () => {
    const token = await desk.linkFor(await desk.newContact('centaur'));
    desk.skip(30 * 60_000);
    expectProblem(await desk.use(token), 'link-over');
    expectProblem(await desk.post('/api/session/way-in', { token }), 'link-over');
  });

  it.each(['', ' ', '%20', 'a'.repeat(51), `${'a'.repeat(52)} `, '\u0000'.repeat(52)])(
    'is never %j (R12)',
    async (token) => {
      expect((await desk.use(token)).status).toBe(422);
    },
  );

  it('of another kind, or that nobody was given, opens nothing', async () => {
    const token = await desk.linkFor(await desk.newContact('centaur'));
    expectProblem(await desk.use('a'.repeat(52)), 'link-over');
    expectProblem(
      await desk.post('/api/session/reset/use', { token, password: 'a new password' }),
      'link-over',
    );
    expectProblem(
      await desk.post('/api/session/invitation/use', { token, password: 'a new password' }),
      'link-over',
    );
    expect((await desk.use(token)).status).toBe(200);
  });

  it('is kept nowhere: not in the tables, and not in the letter that administrators can read', async () => {
    const email = await desk.newContact('centaur');
    const token = await desk.linkFor(email);
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
    const email = await desk.newContact('centaur');
    const first = cookieIn(await desk.use(await desk.linkFor(email)));
    const second = cookieIn(await desk.use(await desk.linkFor(email), { cookie: first }));
    expect(second).not.toBe(first);
    expect((await desk.get('/api/session', second)).json()).toMatchObject({ person: { email } });
  });

  it('is not sent to somebody who was shut out, and one that was sent lets them in no more', async () => {
    const { personId, email } = await addStaff(server.opened, 'centaur', 'engineer', 'gone@centaur.example');
    const token = await desk.linkFor(email);
    await server.opened.identity.disablePerson(personId);
    expectProblem(await desk.use(token), 'link-over');
    await desk.ask(email);
    await desk.linkFor(await desk.newContact('centaur'));
    expect(mail.count(email)).toBe(1);
  });

  it('goes to one address three times an hour at most', async () => {
    const email = await desk.newContact('centaur');
    for (let sent = 0; sent < 3; sent += 1) await desk.linkFor(email);
    expect((await desk.ask(email)).status).toBe(202);
    await desk.linkFor(await desk.newContact('centaur'));
    expect(mail.count(email)).toBe(3);
    desk.skip(61 * 60_000);
    await desk.linkFor(email);
  });

  it('reaches its owner whatever strangers asked for before: by another desk, or when theirs opens nothing any more', async () => {
    const email = await desk.knownAt('optima', await desk.newContact('centaur'));
    for (let sent = 0; sent < 3; sent += 1) await desk.linkFor(email, { desk: 'optima' });
    expect((await desk.use(await desk.linkFor(email, { desk: 'centaur' }))).status).toBe(200);
    desk.skip(31 * 60_000);
    expect((await desk.use(await desk.linkFor(email, { desk: 'optima' }))).status).toBe(200);
    // Nobody's mailbox is filled by that.
    expect((await desk.ask(email, { desk: 'optima' })).status).toBe(202);
    await desk.linkFor(await desk.newContact('centaur'));
    expect(mail.count(email)).toBe(5);
  });

  it('can be asked for, and tried, thirty times by one network (R28)', async () => {
    const from = { 'x-forwarded-for': '203.0.113.77' };
    const asked = await Promise.all(
      Array.from({ length: 31 }, (_, i) => desk.ask(`n${i}@nowhere.example`, {}, from)),
    );
    expect(asked.map((r) => r.status).toSorted()).toEqual([...Array.from({ length: 30 }, () => 202), 429]);
    const tried = await Promise.all(Array.from({ length: 31 }, () => desk.use('a'.repeat(52), from)));
    expect(tried.map((r) => r.status).toSorted()).toEqual([...Array.from({ length: 30 }, () => 410), 429]);
    expect(Number(tried.find((r) => r.status === 429)?.headers['retry-after'])).toBeGreaterThan(0);
    const elsewhere = await desk.linkFor(await desk.newContact('centaur'));
    expect((await desk.use(elsewhere)).status).toBe(200);
  });
});

describe('whoever asks for a link', () => {
  it('learns nothing of who exists: the same status, body and headers (R13)', async () => {
    const known = await desk.newContact('centaur');
    const person = await addStaff(server.opened, 'centaur', 'engineer', 'known@centaur.example');
    for (const path of ['/api/session/link', '/api/session/reset']) {
      const told = await Promise.all(
        [known, person.email, 'unknown@nowhere.example'].map(async (email) => {
          const { status, body, headers } = await desk.post(path, { email });
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
      await desk.ask(email);
      expect(performance.now() - begun).toBeGreaterThanOrEqual(55);
    }
  });
});
