import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { newId } from '../ids.ts';
import { expectProblem } from '../testing/expect-problem.ts';
import { createTestDatabase, type TestDatabase } from '../testing/postgres-cluster.ts';
import { type RawReply, rawRequest } from '../testing/raw-request.ts';
import { cookieOf, eventually, startTestServer, type TestServer } from '../testing/start-test-server.ts';
import { startTcpGate, type TcpGate } from '../testing/tcp-gate.ts';
import { addStaff, deskIdOf, type TestPerson } from '../testing/test-desk.ts';

let database: TestDatabase;
let gate: TcpGate;
let server: TestServer;
let person: TestPerson;
let cookie: string;

beforeAll(async () => {
  database = await createTestDatabase(inject('adminUrl'), inject('template'));
  const url = new URL(database.url);
  gate = await startTcpGate(url.hostname, Number(url.port));
  url.port = String(gate.port);
  server = await startTestServer({ databaseUrl: url.href });
  person = await addStaff(server.opened, 'centaur', 'administrator', 'administrator@centaur.example');
  cookie = await cookieOf(server, person);
});

afterAll(async () => {
  gate.set('open');
  await server.stop();
  await gate.stop();
  await database.drop();
});

const body = {
  channel: 'phone',
  requesterEmail: null,
  requesterName: 'Анна',
  companyId: null,
  subject: 'Тема',
  text: 'Текст',
  type: null,
  priority: null,
};
const register = (key: string): Promise<RawReply> =>
  rawRequest(server.url, '/api/desks/centaur/tickets', {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { cookie, 'content-type': 'application/json', 'idempotency-key': key },
  });
const get = (path: string): Promise<RawReply> => rawRequest(server.url, path, { headers: { cookie } });
const signIn = (): Promise<RawReply> =>
  rawRequest(server.url, '/api/session', {
    method: 'POST',
    body: JSON.stringify({ email: person.email, password: person.password }),
    headers: { 'content-type': 'application/json' },
  });

const timed = async (
  run: () => Promise<RawReply>,
): Promise<{ readonly reply: RawReply; readonly ms: number }> => {
  const startedAt = performance.now();
  const reply = await run();
  return { reply, ms: performance.now() - startedAt };
};

const requests: readonly (readonly [string, () => Promise<RawReply>])[] = [
  ['the queue', () => get('/api/desks/centaur/queue')],
  ['a ticket', () => get('/api/desks/centaur/tickets/1')],
  ['the session', () => get('/api/session')],
  ['letters', () => get('/api/desks/centaur/letters')],
  ['companies', () => get('/api/desks/centaur/companies')],
  ['health', () => get('/healthz')],
  ['signing in', signIn],
  ['registering', () => register(newId())],
];

const ready = () => eventually(async () => (await get('/api/desks/centaur/queue')).status === 200, 20_000);

describe.each(['refusing', 'silent'] as const)('while the database is %s', (state) => {
  it('every request is answered 503 within three seconds, and never 200', async () => {
    await ready();
    gate.set(state);
    // Who somebody is may be remembered for a second.
    await new Promise((resolve) => setTimeout(resolve, 1100));
    const answers = await Promise.all(requests.map(async ([what, run]) => [what, await timed(run)] as const));
    gate.set('open');
    for (const [what, { reply, ms }] of answers) {
      expect({ what, status: reply.status, late: ms > 3000 ? ms : 0 }).toEqual({
        what,
        status: 503,
        late: 0,
      });
      expectProblem(reply, 'unavailable');
      expect(reply.headers['retry-after']).toBe('2');
      expect(reply.body.toString()).not.toMatch(/ECONN|connect|postgres|pool/i);
    }
    await ready();
  });

  it('a registration that was answered so is done once when it is sent again', async () => {
    await ready();
    const count = async (): Promise<number> =>
      (
        await server.opened.context.db.inDesk(deskIdOf(server.opened, 'centaur'), (q) =>
          q.query<{ n: number }>('test-count', 'select count(*) as n from ticket'),
        )
      )[0]?.n ?? -1;
    const before = await count();
    const key = newId();
    gate.set(state);
    expect((await register(key)).status).toBe(503);
    gate.set('open');
    const done = await eventually(async () => {
      const reply = await register(key);
      return reply.status === 201 && reply;
    }, 20_000);
    const again = await register(key);
    expect(again.json()).toEqual(done.json());
    expect(await count()).toBe(before + 1);
  });
});
