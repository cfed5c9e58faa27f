import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectProblem } from '../testing/expect-problem.ts';
import { type RawReply, rawRequest } from '../testing/raw-request.ts';
import { cookieOf, startTestServer, type TestServer } from '../testing/start-test-server.ts';
import { addStaff, type TestPerson } from '../testing/test-desk.ts';

let server: TestServer;
let engineer: TestPerson;
let cookie: string;

beforeAll(async () => {
  server = await startTestServer();
  engineer = await addStaff(server.opened, 'centaur', 'engineer', 'engineer@centaur.example');
  cookie = await cookieOf(server, engineer);
});

afterAll(() => server.stop());

const get = (path: string, headers: Readonly<Record<string, string>> = { cookie }): Promise<RawReply> =>
  rawRequest(server.url, path, { headers });
const post = (
  path: string,
  json: object,
  headers: Readonly<Record<string, string>> = {},
): Promise<RawReply> =>
  rawRequest(server.url, path, {
    method: 'POST',
    body: JSON.stringify(json),
    headers: { cookie, 'content-type': 'application/json', ...headers },
  });
const audited = (requestId: unknown) =>
  server.opened.context.db.everyDesk((q) =>
    q.query<Record<string, unknown>>(
      'test-audit',
      'select action, outcome, person_id, target from audit where request_id = $1',
      [requestId],
    ),
  );

describe('a stranger', () => {
  it.each([
    '',
    'reglament.session_token=forged.forged',
    'x',
    'reglament.session_token=',
    `reglament.session_token=${'a'.repeat(5000)}`,
  ])('with the cookie %j is asked to sign in', async (forged) => {
    for (const path of [
      '/api/session',
      '/api/desks/centaur/queue',
      '/api/desks/none/queue',
      '/api/desks/centaur/live',
    ]) {
      const reply = await get(path, forged === '' ? {} : { cookie: forged });
      expectProblem(reply, 'not-signed-in');
      expect(reply.headers['www-authenticate']).toBeDefined();
    }
  });

  it('who names himself in headers is still a stranger (R15)', async () => {
    for (const header of ['x-remote-user', 'x-forwarded-user', 'authorization', 'x-desk-person'])
      expectProblem(
        await get('/api/session', { [header]: engineer.email, 'x-forwarded-for': '127.0.0.1' }),
        'not-signed-in',
      );
  });

  it('with a wrong password learns nothing of who exists, and it is kept', async () => {
    const known = await post('/api/session', { email: engineer.email, password: 'wrong password' });
    const unknown = await post('/api/session', {
      email: 'nobody@centaur.example',
      password: 'wrong password',
    });
    const tellings = [known, unknown].map((r) => ({
      ...expectProblem(r, 'wrong-credentials'),
      requestId: '',
    }));
    expect(tellings[0]).toEqual(tellings[1]);
    expect(known.headers['www-authenticate']).toBeDefined();
    expect(await audited(known.json()['requestId'])).toMatchObject([
      { action: 'sign-in', outcome: 'wrong-credentials', target: 'e***@centaur.example' },
    ]);
  });

  it('who tries passwords is slowed down: 429 and when to come again', async () => {
    const tries = await Promise.all(
      Array.from({ length: 11 }, () =>
        post('/api/session', { email: 'victim@centaur.example', password: 'wrong password' }),
      ),
    );
    const limited = tries.filter((r) => r.status === 429);
    expect(limited).toHaveLength(1);
    for (const reply of limited) {
      expectProblem(reply, 'rate-limited');
      expect(Number(reply.headers['retry-after'])).toBeGreaterThan(0);
      expect(reply.headers).toMatchObject({
        'ratelimit-limit': '10',
        'ratelimit-remaining': '0',
        'ratelimit-reset': reply.headers['retry-after'],
      });
    }
  });
});

describe('a member of staff', () => {
  it('of another right is refused on what they can see: 403, and it is kept', async () => {
    const reply = await get('/api/desks/centaur/letters');
    expectProblem(reply, 'forbidden');
    expect(await audited(reply.json()['requestId'])).toMatchObject([
      {
        action: 'request',
        outcome: 'forbidden',
        person_id: engineer.personId,
        target: 'GET /api/desks/centaur/letters',
      },
    ]);
  });

  it('of another desk is told that there is none: the same as for one that does not exist (R2)', async () => {
    const bodies = await Promise.all(
      ['optima', 'does-not-exist'].map(async (slug) => {
        const reply = await get(`/api/desks/${slug}/queue`);
        return {
          ...expectProblem(reply, 'not-found'),
          requestId: '',
          instance: '',
          kept: await audited(reply.json()['requestId']),
        };
      }),
    );
    expect({ ...bodies[0], kept: 1 }).toEqual({ ...bodies[1], kept: 1 });
    expect(bodies.map((b) => b.kept.length)).toEqual([1, 1]);
  });

  it('who signed out or was disabled is a stranger at once (R14)', async () => {
    const gone = await addStaff(server.opened, 'centaur', 'engineer', 'gone@centaur.example');
    const theirs = await cookieOf(server, gone);
    expect((await get('/api/session', { cookie: theirs })).status).toBe(200);
    await server.opened.identity.disablePerson(gone.personId);
    expectProblem(await get('/api/session', { cookie: theirs }), 'not-signed-in');
    const another = await cookieOf(server, engineer);
    const out = await rawRequest(server.url, '/api/session', {
      method: 'DELETE',
      headers: { cookie: another },
    });
    expect(out.status).toBe(204);
    expectProblem(await get('/api/session', { cookie: another }), 'not-signed-in');
  });
});

describe('a request from a page', () => {
  const note = '/api/desks/centaur/notifications/read';

  it.each([
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { origin: 'http://127.0.0.1.evil.example' },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
  ])('of another site (%j) changes nothing: 403, and it is kept', async (headers) => {
    const reply = await post(note, {}, headers as Record<string, string>);
    expectProblem(reply, 'origin');
    expect(await audited(reply.json()['requestId'])).toMatchObject([{ outcome: 'origin' }]);
  });

  it('of our own, or of a client that is no browser, is served', async () => {
    const { host } = new URL(server.url);
    for (const headers of [{ origin: `http://${host}`, 'sec-fetch-site': 'same-origin' }, {}])
      expect((await post(note, {}, headers)).status).toBe(204);
  });

  it('is kept by no cache (R26)', async () => {
    for (const path of [
      '/api/session',
      '/api/desks/centaur/queue',
      '/api/desks/centaur/queue/counts',
      '/api/desks/centaur/regulation',
      '/api/desks/centaur/notifications',
      '/api/desks/centaur/companies',
      '/api/desks/centaur/tickets/1',
      '/healthz',
      '/',
    ])
      expect({ path, cache: (await get(path)).headers['cache-control'] }).toEqual({
        path,
        cache: 'no-store',
      });
    expect((await get('/api/desks/centaur/queue')).headers['vary']).toContain('cookie');
  });
});

it('an unforeseen fault is told by its number only', async () => {
  await server.opened.context.db.everyDesk((q) =>
    q.query('test-break', 'alter table company rename to company_away'),
  );
  const reply = await get('/api/desks/centaur/companies', { cookie, 'accept-language': 'en' });
  await server.opened.context.db.everyDesk((q) =>
    q.query('test-mend', 'alter table company_away rename to company'),
  );
  const told = expectProblem(reply, 'internal');
  expect(told).toMatchObject({ title: 'Internal error', detail: 'Internal error' });
  expect(told.requestId).toBe(reply.headers['x-request-id']);
  expect(reply.body.toString()).not.toMatch(/company_away|relation|select/);
  expect(server.errors).toHaveLength(1);
});
