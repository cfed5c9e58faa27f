import { createHash } from 'node:crypto';
import { type Endpoint, endpoints, scopeOf } from '@reglament/contract';
import type { Instant } from '@reglament/working-time';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../ids.ts';
import { expectProblem } from '../testing/expect-problem.ts';
import { ok, postJson } from '../testing/planted-desk.ts';
import { type RawReply, rawRequest } from '../testing/raw-request.ts';
import { cookieOf, startTestServer, type TestServer } from '../testing/start-test-server.ts';
import { addStaff, deskIdOf } from '../testing/test-desk.ts';
import { OF_A_KEY } from './key-rate.ts';

let server: TestServer;
let administrator: string;
let skippedMs = 0;

const keysPath = '/api/desks/centaur/api-keys';
const tickets = '/api/desks/centaur/tickets';
const registration = {
  channel: 'phone',
  requesterEmail: null,
  requesterName: 'Анна',
  companyId: null,
  subject: 'Тема',
  text: 'Текст',
  type: null,
  priority: null,
};

beforeAll(async () => {
  server = await startTestServer({}, () => (Date.now() + skippedMs) as Instant);
  administrator = await cookieOf(
    server,
    await addStaff(server.opened, 'centaur', 'administrator', 'administrator@centaur.example'),
  );
});

afterAll(() => server.stop());

const makeKey = async (
  scopes: readonly string[],
  more: object = {},
): Promise<{ readonly keyId: string; readonly key: string }> =>
  (await ok(
    postJson(server, administrator, keysPath, {
      name: 'Учёт',
      role: 'dispatcher',
      scopes,
      expiresInDays: null,
      ...more,
    }),
  )) as { keyId: string; key: string };

const get = (path: string, key: string, headers: Readonly<Record<string, string>> = {}): Promise<RawReply> =>
  rawRequest(server.url, path, { headers: { authorization: `Bearer ${key}`, ...headers } });

const post = (
  path: string,
  key: string,
  json: object,
  headers: Readonly<Record<string, string>> = {},
): Promise<RawReply> =>
  rawRequest(server.url, path, {
    method: 'POST',
    body: JSON.stringify(json),
    headers: {
      authorization: `Bearer ${key}`,
      'content-type': 'application/json',
      'idempotency-key': newId(),
      ...headers,
    },
  });

const listed = async (): Promise<readonly Record<string, unknown>[]> =>
  (
    (await ok(rawRequest(server.url, keysPath, { headers: { cookie: administrator } }))) as {
      keys: Record<string, unknown>[];
    }
  ).keys;

describe('a key', () => {
  it('is told once, and kept as a hash alone', async () => {
    const once = newId();
    const body = { name: 'Один раз', role: 'lead', scopes: ['tickets:read'], expiresInDays: 30 };
    const make = () => postJson(server, administrator, keysPath, body, { 'idempotency-key': once });
    const first = (await ok(make())) as { keyId: string; key: string };
    expect(first.key).toMatch(/^rgl_[\w-]{43}$/);
    const again = await make();
    expect(again.headers['idempotency-replayed']).toBe('true');
    expect(again.json()).toEqual({ keyId: first.keyId, key: null });
    const shown = (await listed()).find(({ keyId }) => keyId === first.keyId);
    expect(shown).toMatchObject({
      name: 'Один раз',
      prefix: first.key.slice(0, 12),
      state: 'active',
      lastUsedAt: null,
    });
    const rows = await server.opened.context.db.everyDesk((q) =>
      q.query<{ hash: Buffer; everything: string }>(
        'test-key',
        `select hash, (select string_agg(i.response::text, '') from idempotency i) || k::text as everything from api_key k where key_id = $1`,
        [first.keyId],
      ),
    );
    expect(rows[0]?.hash).toEqual(createHash('sha256').update(first.key).digest());
    expect(rows[0]?.everything).not.toContain(first.key.slice(12));
  });

  it('acts as itself in its desk: reads, registers, comments, each under its name', async () => {
    const { key } = await makeKey(['tickets:read', 'tickets:write'], { name: 'Бухгалтерия' });
    const registered = await post(tickets, key, registration);
    expect(registered.status).toBe(201);
    const { number, version } = registered.json();
    const noted = await post(
      `${tickets}/${String(number)}/commands`,
      key,
      { command: 'add-note', text: 'Из учёта' },
      { 'if-match': `"${String(version)}"` },
    );
    expect(noted.status).toBe(200);
    const page = await get(`${tickets}/${String(number)}`, key);
    expect(page.status).toBe(200);
    expect(JSON.stringify(page.json()['messages'])).toContain('Бухгалтерия (API)');
    const used = (await listed()).find(({ name }) => name === 'Бухгалтерия');
    expect(used?.['lastUsedAt']).toEqual(expect.stringMatching(/^20/));
  });

  it('works nowhere and can’t sign in: whom it acts as is no colleague', async () => {
    await makeKey(['tickets:read'], { name: 'Не сотрудник' });
    const people = await ok(
      rawRequest(server.url, '/api/desks/centaur/people', { headers: { cookie: administrator } }),
    );
    expect(JSON.stringify(people)).not.toContain('Не сотрудник');
  });

  it('that nobody made, or with a cookie beside it, gets nowhere', async () => {
    for (const wrong of [
      `rgl_${'a'.repeat(43)}`,
      'rgl_',
      'x',
      administrator.slice(0, 40).replaceAll(' ', ''),
    ]) {
      const reply = await get('/api/desks/centaur/queue', wrong);
      expectProblem(reply, 'not-signed-in');
      expect(reply.headers['www-authenticate']).toBe('Bearer realm="reglament", error="invalid_token"');
    }
    const { key } = await makeKey(['tickets:read']);
    expectProblem(await get('/api/desks/centaur/queue', key, { cookie: administrator }), 'malformed-request');
    expect((await get('/api/desks/centaur/queue', key)).status).toBe(200);
  });

  it('that is revoked or over is refused with its next request', async () => {
    const { key, keyId } = await makeKey(['tickets:read'], { expiresInDays: 1 });
    const brief = await makeKey(['tickets:read'], { expiresInDays: 2 });
    expect((await get('/api/desks/centaur/queue', key)).status).toBe(200);
    const revoked = await rawRequest(server.url, `${keysPath}/${keyId}`, {
      method: 'DELETE',
      headers: { cookie: administrator },
    });
    expect(revoked.status).toBe(204);
    expectProblem(await get('/api/desks/centaur/queue', key), 'not-signed-in');
    skippedMs += 2 * 86_400_000;
    expectProblem(await get('/api/desks/centaur/queue', brief.key), 'not-signed-in');
    skippedMs -= 2 * 86_400_000;
    expect((await get('/api/desks/centaur/queue', brief.key)).status).toBe(200);
    expect((await listed()).find((one) => one['keyId'] === keyId)).toMatchObject({ state: 'revoked' });
  });

  it('finds no other desk, and none of its own objects there', async () => {
    const { key } = await makeKey(['tickets:read', 'companies:read']);
    for (const path of ['/api/desks/optima/queue', '/api/desks/optima/companies', '/api/desks/none/queue'])
      expectProblem(await get(path, key), 'not-found');
  });

  it('needs for every endpoint of staff the right that it was given, and never more than its role', async () => {
    const all = Object.values(endpoints) as readonly Endpoint[];
    const reading = all.filter((e) => e.method === 'GET' && e.path.startsWith('/api/desks/{desk}/'));
    const { key } = await makeKey(['products:read'], { role: 'lead' });
    for (const e of reading) {
      const path = e.path.replace('{desk}', 'centaur').replace(/\{\w+\}/g, newId());
      const reply = await get(path, key);
      const scope = scopeOf(e);
      const may = scope === 'any' || scope === 'products:read';
      expect({ id: e.id, refused: reply.status === 403 }).toEqual({ id: e.id, refused: !may });
      if (!may && scope !== null) expect(reply.headers['www-authenticate']).toContain(`scope="${scope}"`);
    }
    const seller = await makeKey(['tickets:write', 'products:write'], { role: 'sales' });
    expectProblem(await post(tickets, seller.key, registration), 'forbidden');
    expectProblem(await post('/api/desks/centaur/products', seller.key, { name: 'x' }), 'forbidden');
  });

  it('has idempotency keys of its own: nobody gets its answers', async () => {
    const [one, other] = [await makeKey(['tickets:write']), await makeKey(['tickets:write'])];
    const headers = { 'idempotency-key': newId() };
    const first = await post(tickets, one.key, registration, headers);
    const again = await post(tickets, one.key, registration, headers);
    expect(again.headers['idempotency-replayed']).toBe('true');
    expect(again.json()).toEqual(first.json());
    expect((await post(tickets, other.key, registration, headers)).json()['number']).not.toBe(
      first.json()['number'],
    );
    expectProblem(
      await post(tickets, one.key, registration, { 'idempotency-key': '' }),
      'idempotency-key-required',
    );
  });

  it('needs no origin: it is no cookie', async () => {
    const { key } = await makeKey(['tickets:write']);
    const reply = await post(tickets, key, registration, { origin: 'https://other.example' });
    expect(reply.status).toBe(201);
  });

  it('is slowed down by itself, and told when to come again', async () => {
    const { key } = await makeKey(['tickets:read']);
    const first = await get('/api/desks/centaur/regulation', key);
    expect(first.headers).toMatchObject({
      'ratelimit-limit': String(OF_A_KEY),
      'ratelimit-remaining': String(OF_A_KEY - 1),
    });
    // Refused requests count too, and are quick.
    for (let sent = 1; sent < OF_A_KEY; sent += 20)
      await Promise.all(
        Array.from({ length: Math.min(20, OF_A_KEY - sent) }, () => get('/api/desks/optima/queue', key)),
      );
    const late = await get('/api/desks/centaur/regulation', key);
    expectProblem(late, 'rate-limited');
    expect(late.headers['retry-after']).toBe(late.headers['ratelimit-reset']);
    expect(late.headers['ratelimit-remaining']).toBe('0');
    const { key: another } = await makeKey(['tickets:read']);
    expect((await get('/api/desks/centaur/regulation', another)).status).toBe(200);
  });

  it('that is refused is kept in the audit under its name', async () => {
    const { key } = await makeKey(['tickets:read']);
    const reply = await get('/api/desks/centaur/letters', key);
    expectProblem(reply, 'forbidden');
    const rows = await server.opened.context.db.everyDesk((q) =>
      q.query(
        'test-audit-key',
        'select a.outcome, p.name from audit a join person p on p.id = a.person_id where a.request_id = $1',
        [reply.json()['requestId']],
      ),
    );
    expect(rows).toEqual([{ outcome: 'forbidden', name: 'Учёт (API)' }]);
  });
});

describe('the list of keys', () => {
  it('comes in pages; a forged cursor is 400, a size out of bounds 422', async () => {
    const page = async (query: string): Promise<RawReply> =>
      rawRequest(server.url, `${keysPath}?${query}`, { headers: { cookie: administrator } });
    const all = (await listed()).map(({ keyId }) => keyId);
    const seen: unknown[] = [];
    let cursor = '';
    do {
      const reply = (await ok(page(`limit=3${cursor}`))) as {
        keys: { keyId: string }[];
        next: string | null;
      };
      seen.push(...reply.keys.map(({ keyId }) => keyId));
      cursor = reply.next === null ? '' : `&cursor=${reply.next}`;
    } while (cursor !== '');
    expect(seen).toEqual(all);
    expectProblem(await page('cursor=forged.forged'), 'bad-cursor');
    for (const limit of ['0', '-1', '1000000000', 'x'])
      expectProblem(await page(`limit=${limit}`), 'invalid-request');
  });

  it('ends with the part of whoever made it, and says so in the list', async () => {
    const maker = await addStaff(server.opened, 'centaur', 'administrator', 'maker@centaur.example');
    const body = { name: 'Временный', role: 'lead', scopes: ['tickets:read'], expiresInDays: null };
    const { keyId, key } = (await ok(postJson(server, await cookieOf(server, maker), keysPath, body))) as {
      keyId: string;
      key: string;
    };
    expect((await get('/api/desks/centaur/queue', key)).status).toBe(200);
    await ok(
      rawRequest(server.url, `/api/desks/centaur/staff/${maker.personId}`, {
        method: 'PATCH',
        body: JSON.stringify({ role: 'lead' }),
        headers: { 'content-type': 'application/json', cookie: administrator },
      }),
    );
    expectProblem(await get('/api/desks/centaur/queue', key), 'not-signed-in');
    expect((await listed()).find((one) => one['keyId'] === keyId)).toMatchObject({ state: 'orphaned' });
  });

  it('is an administrator’s, and full at fifty', async () => {
    const lead = await cookieOf(
      server,
      await addStaff(server.opened, 'centaur', 'lead', 'lead@centaur.example'),
    );
    expectProblem(await rawRequest(server.url, keysPath, { headers: { cookie: lead } }), 'forbidden');
    const deskId = deskIdOf(server.opened, 'centaur');
    const [row] = await server.opened.context.db.inDesk(deskId, (q) =>
      q.query<{ n: number }>('test-active', 'select count(*) as n from api_key where revoked_at is null'),
    );
    for (let made = row?.n ?? 0; made < 50; made += 1) await makeKey(['tickets:read']);
    const full = await postJson(server, administrator, keysPath, {
      name: 'x',
      role: 'lead',
      scopes: ['tickets:read'],
      expiresInDays: null,
    });
    expect(expectProblem(full, 'state').refusal).toBe('too-many-keys');
  });
});

it('nothing of all this was a surprise to the server', () => {
  expect(server.errors).toEqual([]);
});
