import type { Instant } from '@reglament/working-time';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../ids.ts';
import { expectProblem } from '../testing/expect-problem.ts';
import { type LinkMailbox, startLinkMailbox } from '../testing/mailbox-of-links.ts';
import { type RawReply, rawRequest } from '../testing/raw-request.ts';
import { cookieOf, eventually, startTestServer, type TestServer } from '../testing/start-test-server.ts';
import { addCustomer, addStaff, deskIdOf, type TestPerson } from '../testing/test-desk.ts';

const HOUR_MS = 3_600_000;
const staff = '/api/desks/centaur/staff';
const PASSWORD = 'a new password';

let mail: LinkMailbox;
let server: TestServer;
let boss: TestPerson;
let administrator: string;
let lead: string;
/** How far the desks' clock is ahead. */
let ahead = 0;

beforeAll(async () => {
  mail = await startLinkMailbox(['centaur', 'optima']);
  server = await startTestServer({ mail: mail.settings }, () => (Date.now() + ahead) as Instant);
  boss = await addStaff(server.opened, 'centaur', 'administrator', 'boss@centaur.example');
  administrator = await cookieOf(server, boss);
  lead = await cookieOf(server, await addStaff(server.opened, 'centaur', 'lead', 'lead@centaur.example'));
});

afterAll(async () => {
  await server.stop();
  await mail.stop();
});

const get = (path: string, cookie: string): Promise<RawReply> =>
  rawRequest(server.url, path, { headers: { cookie } });
const send = (path: string, cookie: string, json: object, method = 'POST'): Promise<RawReply> =>
  rawRequest(server.url, path, {
    method,
    body: JSON.stringify(json),
    headers: { 'content-type': 'application/json', ...(cookie === '' ? {} : { cookie }) },
  });
const remove = (path: string, cookie: string): Promise<RawReply> =>
  rawRequest(server.url, path, { method: 'DELETE', headers: { cookie } });
const cookieIn = (reply: RawReply): string =>
  [reply.headers['set-cookie'] ?? []]
    .flat()
    .map((c) => c.split(';', 1)[0])
    .join('; ');
const accept = (token: string, more: object = {}, cookie = '') =>
  send('/api/session/invitation/use', cookie, { token, ...more });

let people = 0;
const newEmail = (): string => `invited${++people}@centaur.example`;
const invite = (cookie: string, email: string, role = 'engineer') =>
  send(`${staff}/invitations`, cookie, { email, name: 'Анна Ким', role });
const tokenFor = async (email: string, role = 'engineer'): Promise<string> => {
  const before = mail.count(email);
  const invited = await invite(administrator, email, role);
  expect(invited.status).toBe(201);
  // It goes by mail: whoever invites does not hold the link in their hands.
  expect(invited.json()).toMatchObject({ link: null });
  return (await mail.newest(email, before)).token;
};
const newEngineer = () => addStaff(server.opened, 'centaur', 'engineer', newEmail());

interface Listed {
  readonly staff: readonly { readonly personId: string; readonly email: string; readonly role: string }[];
  readonly invitations: readonly {
    readonly invitationId: string;
    readonly email: string;
    readonly isOver: boolean;
  }[];
}
const listed = async (): Promise<Listed> => (await get(staff, administrator)).json() as unknown as Listed;

describe('an invitation', () => {
  it('makes somebody new a member of the team, by their own password', async () => {
    const email = newEmail();
    const token = await tokenFor(email, 'dispatcher');
    const letter = await mail.newest(email);
    expect(letter.text).toContain('диспетчер');
    expect((await listed()).invitations).toMatchObject([{ email, isOver: false }]);
    expectProblem(await accept(token), 'invalid-request');
    expectProblem(await accept(token, { name: 'Анна', password: 'short' }), 'invalid-request');
    const accepted = await accept(token, { name: ' Анна Новая ', password: PASSWORD });
    expect(accepted.json()).toMatchObject({
      session: { person: { name: 'Анна Новая', email }, desks: [{ slug: 'centaur', role: 'dispatcher' }] },
    });
    expect((await get('/api/desks/centaur/queue', cookieIn(accepted))).status).toBe(200);
    expectProblem(await accept(token, { password: PASSWORD }), 'link-over');
    const now = await listed();
    expect(now.invitations.map((one) => one.email)).not.toContain(email);
    expect(now.staff.find((one) => one.email === email)?.role).toBe('dispatcher');
    await cookieOf(server, { personId: '' as TestPerson['personId'], email, password: PASSWORD });
  });

  it('is accepted by somebody who has an account only when they are signed in as themselves', async () => {
    const email = newEmail();
    const known = await addStaff(server.opened, 'optima', 'engineer', email);
    const token = await tokenFor(email);
    const taken = { name: 'Самозванец', password: 'another password' };
    expectProblem(await accept(token, taken), 'not-signed-in');
    expectProblem(await accept(token, taken, administrator), 'not-signed-in');
    const accepted = await accept(token, taken, await cookieOf(server, known));
    expect([accepted.status, cookieIn(accepted)]).toEqual([200, '']);
    expect(accepted.json()).toMatchObject({
      session: {
        person: { name: expect.stringMatching(/^Сотрудник/) as string },
        desks: [{ slug: 'centaur' }, { slug: 'optima' }],
      },
    });
    expectProblem(await accept(token, taken, await cookieOf(server, known)), 'link-over');
  });

  it('taken as that of somebody new gives nothing to somebody who became known meanwhile', async () => {
    const email = newEmail();
    const token = await tokenFor(email);
    const client = new pg.Client({ connectionString: server.databaseUrl });
    await client.connect();
    try {
      await client.query('begin');
      const personId = newId();
      await client.query('insert into person (id, email, name, email_verified) values ($1, $2, $3, true)', [
        personId,
        email,
        'Ольга',
      ]);
      const accepting = accept(token, { name: 'Самозванец', password: PASSWORD });
      await eventually(
        async () =>
          (await client.query(`select 1 from pg_locks where locktype = 'transactionid' and not granted`))
            .rowCount !== 0,
      );
      await client.query('commit');
      expectProblem(await accepting, 'not-signed-in');
      const { rows } = await client.query('select 1 from person_credential where person_id = $1', [personId]);
      expect(rows).toEqual([]);
      expect((await listed()).staff.map((one) => one.email)).not.toContain(email);
      expect((await listed()).invitations.find((one) => one.email === email)).toMatchObject({
        isOver: false,
      });
    } finally {
      await client.end();
    }
  });

  it.each(['\u202eанна', 'Анна\u2067 Ким'])(
    'names nobody %j: it would read as another name',
    async (name) => {
      const email = newEmail();
      const invited = await send(`${staff}/invitations`, administrator, { email, name, role: 'engineer' });
      expect(expectProblem(invited, 'invalid-text').errors).toEqual([
        { pointer: '/name', code: 'invalid-text' },
      ]);
      const taken = await accept(await tokenFor(email), { name, password: PASSWORD });
      expect(expectProblem(taken, 'invalid-text').errors).toEqual([
        { pointer: '/name', code: 'invalid-text' },
      ]);
    },
  );

  it('of a second desk is accepted only after that desk’s letter showed whose mailbox it is', async () => {
    const email = newEmail();
    const impostor = await accept(await tokenFor(email), { name: 'Самозванец', password: PASSWORD });
    const cookie = cookieIn(impostor);
    const optima = await addStaff(server.opened, 'optima', 'administrator', newEmail());
    const before = mail.count(email);
    const invited = await send('/api/desks/optima/staff/invitations', await cookieOf(server, optima), {
      email,
      name: '',
      role: 'engineer',
    });
    expect(invited.status).toBe(201);
    const { token } = await mail.newest(email, before);
    // Whoever took the first invitation may have read the second one as little as this: with it they would be in.
    expectProblem(await accept(token, {}, cookie), 'mailbox-unproven');
    const byLink = await byLetter('link', email, {}, 'optima');
    expect(byLink.json()).toMatchObject({ goodAt: [{ slug: 'optima' }] });
    const joined = await accept(token, {}, cookieIn(byLink));
    expect(joined.json()).toMatchObject({ session: { desks: [{ slug: 'optima', role: 'engineer' }] } });
    // The impostor's password stays where it was set.
    expectProblem(await get('/api/desks/optima/queue', cookie), 'not-signed-in');
    const anew = await send('/api/session', '', { email, password: PASSWORD });
    expect(anew.json()).toMatchObject({ desks: [{ slug: 'centaur' }] });
    expectProblem(await get('/api/desks/optima/queue', cookieIn(anew)), 'not-signed-in');
  });

  it('is good only while whoever made it may invite', async () => {
    const second = await addStaff(server.opened, 'centaur', 'administrator', newEmail());
    const cookie = await cookieOf(server, second);
    const email = newEmail();
    expect((await invite(cookie, email, 'administrator')).status).toBe(201);
    const { token } = await mail.newest(email);
    const path = `${staff}/${second.personId}`;
    expect((await send(path, administrator, { role: 'lead' }, 'PATCH')).status).toBe(200);
    expectProblem(await accept(token, { name: 'Анна', password: PASSWORD }), 'link-over');
    expect((await listed()).invitations.find((one) => one.email === email)?.isOver).toBe(true);
    const other = newEmail();
    expect((await invite(cookie, other)).status).toBe(201);
    const { token: ofLead } = await mail.newest(other);
    expect((await send('/api/session/way-in', '', { token: ofLead })).status).toBe(200);
    expect((await remove(path, administrator)).status).toBe(204);
    expectProblem(await send('/api/session/way-in', '', { token: ofLead }), 'link-over');
  });

  const customerOfOptima = async (): Promise<string> => {
    const email = newEmail();
    const company = `ООО «Заказчик ${people}»`;
    await addCustomer(server.opened, 'optima', { company, email, name: 'Ольга Белова', packageId: null });
    return email;
  };
  const byLetter = async (
    kind: 'link' | 'reset',
    email: string,
    more: object = {},
    desk?: string,
  ): Promise<RawReply> => {
    const before = mail.count(email);
    await send(`/api/session/${kind}`, '', { email, ...(desk === undefined ? {} : { desk }) });
    const { token } = await mail.newest(email, before);
    return send(`/api/session/${kind}/use`, '', { token, ...more });
  };

  it('gives whoever took it nothing that another desk keeps under the address, until the mailbox is shown to be theirs', async () => {
    const email = await customerOfOptima();
    const taken = await accept(await tokenFor(email), { name: 'Самозванец', password: PASSWORD });
    expect(taken.json()).toMatchObject({ session: { desks: [{ slug: 'centaur' }], portals: [] } });
    expectProblem(await get('/api/portal/optima', cookieIn(taken)), 'not-signed-in');
    // A letter of the other desk shows whose the mailbox is: its owner sees what is theirs, whoever has the password does not.
    const byLink = cookieIn(await byLetter('link', email, {}, 'optima'));
    expect(
      await eventually(async () =>
        (await get('/api/portal/optima', byLink)).status === 200 ? 'theirs' : null,
      ),
    ).toBe('theirs');
    expectProblem(await get('/api/portal/optima', cookieIn(taken)), 'not-signed-in');
    await byLetter('reset', email, { password: 'of the owner' });
    expectProblem(await get('/api/session', cookieIn(taken)), 'not-signed-in');
  });

  it('sets no password for somebody who is signed in by links alone', async () => {
    const email = await customerOfOptima();
    expect((await byLetter('link', email)).json()).toMatchObject({ portals: [{ slug: 'optima' }] });
    const token = await tokenFor(email);
    expect((await send('/api/session/way-in', '', { token })).json()).toMatchObject({ isNew: false });
    expectProblem(await accept(token, { name: 'Самозванец', password: PASSWORD }), 'not-signed-in');
    expectProblem(await send('/api/session', '', { email, password: PASSWORD }), 'wrong-credentials');
  });

  it('opens nothing after 72 hours, and is shown as over (R12)', async () => {
    const email = newEmail();
    const token = await tokenFor(email);
    ahead += 72 * HOUR_MS - 60_000;
    expect((await send('/api/session/way-in', '', { token })).status).toBe(200);
    ahead += 60_000;
    expectProblem(await accept(token, { password: PASSWORD }), 'link-over');
    expect((await listed()).invitations.find((one) => one.email === email)?.isOver).toBe(true);
  });

  it('sent again takes the place of the earlier one; withdrawn, neither opens anything', async () => {
    const email = newEmail();
    const first = await tokenFor(email);
    const second = await tokenFor(email);
    expectProblem(await send('/api/session/way-in', '', { token: first }), 'link-over');
    const { invitations } = await listed();
    const mine = invitations.filter((one) => one.email === email);
    expect(mine).toHaveLength(1);
    const path = `${staff}/invitations/${mine[0]?.invitationId ?? ''}`;
    expect((await remove(path, lead)).status).toBe(204);
    expectProblem(await accept(second, { password: PASSWORD }), 'link-over');
    expect((await listed()).invitations.map((one) => one.email)).not.toContain(email);
  });

  it('comes from a lead too, but no lead makes administrators', async () => {
    expect((await invite(lead, newEmail(), 'lead')).status).toBe(201);
    expectProblem(await invite(lead, newEmail(), 'administrator'), 'forbidden');
    expectProblem(await invite(await cookieOf(server, await newEngineer()), newEmail()), 'forbidden');
  });

  it('is for who does not work here yet, and comes five times a day at most', async () => {
    expectProblem(await invite(administrator, boss.email), 'state');
    const email = newEmail();
    for (let sent = 0; sent < 5; sent += 1) expect((await invite(administrator, email)).status).toBe(201);
    expectProblem(await invite(administrator, email), 'rate-limited');
  });
});

describe('a member of staff', () => {
  it('who is removed is out within a second, signed out, and what they did stays (R14)', async () => {
    const person = await newEngineer();
    const cookie = await cookieOf(server, person);
    expect((await get('/api/desks/centaur/queue', cookie)).status).toBe(200);
    expect((await remove(`${staff}/${person.personId}`, administrator)).status).toBe(204);
    expectProblem(await get('/api/desks/centaur/queue', cookie), 'not-signed-in');
    const again = await cookieOf(server, person);
    await new Promise((resolve) => setTimeout(resolve, 1000));
    expectProblem(await get('/api/desks/centaur/queue', again), 'not-found');
    expectProblem(await remove(`${staff}/${person.personId}`, administrator), 'not-found');
  });

  it('who works elsewhere too stays signed in there', async () => {
    const person = await newEngineer();
    const optima = deskIdOf(server.opened, 'optima');
    await server.opened.context.db.inDesk(optima, (q) =>
      q.query(
        'test-second-desk',
        `insert into staff (desk_id, person_id, role) values ($1, $2, 'engineer')`,
        [optima, person.personId],
      ),
    );
    const cookie = await cookieOf(server, person);
    expect((await remove(`${staff}/${person.personId}`, administrator)).status).toBe(204);
    await new Promise((resolve) => setTimeout(resolve, 1000));
    expect((await get('/api/desks/optima/queue', cookie)).status).toBe(200);
    expectProblem(await get('/api/desks/centaur/queue', cookie), 'not-found');
  });

  it('gets another role from an administrator alone, within a second', async () => {
    const person = await newEngineer();
    const cookie = await cookieOf(server, person);
    const path = `${staff}/${person.personId}`;
    expectProblem(await get(staff, cookie), 'forbidden');
    expectProblem(await send(path, lead, { role: 'lead' }, 'PATCH'), 'forbidden');
    expectProblem(await send(path, administrator, { role: 'owner' }, 'PATCH'), 'invalid-request');
    expect((await send(path, administrator, { role: 'lead' }, 'PATCH')).status).toBe(200);
    await new Promise((resolve) => setTimeout(resolve, 1000));
    expect((await get(staff, cookie)).status).toBe(200);
  });
});

describe('the last administrator', () => {
  it('stays one, whoever tries, also two at once', async () => {
    const path = `${staff}/${boss.personId}`;
    expectProblem(await send(path, administrator, { role: 'engineer' }, 'PATCH'), 'state');
    expectProblem(await remove(path, administrator), 'state');
    const second = await addStaff(server.opened, 'centaur', 'administrator', newEmail());
    const other = await cookieOf(server, second);
    const both = await Promise.all([
      send(`${staff}/${second.personId}`, administrator, { role: 'engineer' }, 'PATCH'),
      send(path, other, { role: 'engineer' }, 'PATCH'),
    ]);
    expect(both.map((r) => r.status).toSorted()).toEqual([200, 409]);
    const left = await server.opened.context.db.inDesk(deskIdOf(server.opened, 'centaur'), (q) =>
      q.query('test-administrators', `select 1 from staff where role = 'administrator'`),
    );
    expect(left).toHaveLength(1);
  });
});

describe('a new password by mail', () => {
  it('ends every session of the person, and the old password (R12)', async () => {
    const person = await newEngineer();
    const cookies = [await cookieOf(server, person), await cookieOf(server, person)];
    expect((await send('/api/session/reset', '', { email: person.email })).status).toBe(202);
    const { token } = await mail.newest(person.email);
    expectProblem(await send('/api/session/reset/use', '', { token, password: 'short' }), 'invalid-request');
    const set = await send('/api/session/reset/use', '', { token, password: PASSWORD });
    expect(set.json()).toMatchObject({ person: { email: person.email } });
    for (const cookie of cookies) expectProblem(await get('/api/session', cookie), 'not-signed-in');
    expect((await get('/api/session', cookieIn(set))).status).toBe(200);
    expectProblem(
      await send('/api/session', '', { email: person.email, password: person.password }),
      'wrong-credentials',
    );
    expectProblem(await send('/api/session/reset/use', '', { token, password: PASSWORD }), 'link-over');
  });

  it('ends the other links that the address had asked for (R12)', async () => {
    const { email } = await newEngineer();
    const letterOf = async (kind: 'link' | 'reset'): Promise<string> => {
      const before = mail.count(email);
      await send(`/api/session/${kind}`, '', { email });
      return (await mail.newest(email, before)).token;
    };
    const older = [await letterOf('link'), await letterOf('reset')];
    const token = await letterOf('reset');
    expect((await send('/api/session/reset/use', '', { token, password: PASSWORD })).status).toBe(200);
    for (const old of older)
      expectProblem(await send('/api/session/way-in', '', { token: old }), 'link-over');
  });

  it('is sent only to who has an account', async () => {
    expect((await send('/api/session/reset', '', { email: 'nobody@nowhere.example' })).status).toBe(202);
    const person = await newEngineer();
    await send('/api/session/reset', '', { email: person.email });
    await mail.newest(person.email);
    expect(mail.count('nobody@nowhere.example')).toBe(0);
  });
});
