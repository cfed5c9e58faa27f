import type { Instant } from '@reglament/working-time';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../ids.ts';
import { startServer } from '../start-server.ts';
import { expectProblem } from '../testing/expect-problem.ts';
import { ok, postJson } from '../testing/planted-desk.ts';
import { rawRequest } from '../testing/raw-request.ts';
import { cookieOf, eventually, startTestServer, type TestServer } from '../testing/start-test-server.ts';
import { addCustomer, addStaff, deskIdOf } from '../testing/test-desk.ts';
import { isSignedBy, type Receiver, startReceiver } from '../testing/webhook-receiver.ts';

let server: TestServer;
let administrator: string;
let skippedMs = 0;
const receivers: Receiver[] = [];

const PRIVATE = '10.0.0.1';
const SOMEBODY = 'user:pass';
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const hooks = '/api/desks/centaur/webhooks';
const tickets = '/api/desks/centaur/tickets';
const registration = {
  channel: 'phone',
  requesterEmail: null,
  requesterName: 'Анна',
  companyId: null,
  subject: 'Тайная тема',
  text: 'Тайный текст',
  type: null,
  priority: null,
};

beforeAll(async () => {
  server = await startTestServer({ webhooksToLoopback: true }, () => (Date.now() + skippedMs) as Instant);
  administrator = await cookieOf(
    server,
    await addStaff(server.opened, 'centaur', 'administrator', 'administrator@centaur.example'),
  );
});

afterAll(async () => {
  await server.stop();
  await Promise.all(receivers.map((one) => one.stop()));
});

const listen = async (...answer: Parameters<typeof startReceiver>): Promise<Receiver> => {
  const receiver = await startReceiver(...answer);
  receivers.push(receiver);
  return receiver;
};

interface Hook {
  readonly webhookId: string;
  readonly version: number;
  readonly secret: string;
}

const hook = async (url: string, types: readonly string[]): Promise<Hook> =>
  (await ok(postJson(server, administrator, hooks, { url, types }))) as unknown as Hook;

const drop = ({ webhookId }: Hook) =>
  rawRequest(server.url, `${hooks}/${webhookId}`, { method: 'DELETE', headers: { cookie: administrator } });

const register = async (): Promise<{ readonly number: number; readonly version: number }> =>
  (await ok(postJson(server, administrator, tickets, registration))) as { number: number; version: number };

const command = async (number: number, version: number, body: object): Promise<number> =>
  Number(
    (
      await ok(
        postJson(server, administrator, `${tickets}/${number}/commands`, body, {
          'if-match': `"${version}"`,
        }),
      )
    )['version'],
  );

interface Delivery {
  readonly deliveryId: string;
  readonly type: string;
  readonly state: string;
  readonly attempts: readonly {
    readonly status: number | null;
    readonly fault: string | null;
    reply: string;
  }[];
}

const deliveries = async ({ webhookId }: Hook): Promise<readonly Delivery[]> =>
  (
    (await ok(
      rawRequest(server.url, `${hooks}/${webhookId}/deliveries`, { headers: { cookie: administrator } }),
    )) as unknown as { deliveries: Delivery[] }
  ).deliveries;

const shown = async ({ webhookId }: Hook): Promise<Record<string, unknown> | undefined> =>
  (
    (await ok(rawRequest(server.url, hooks, { headers: { cookie: administrator } }))) as unknown as {
      webhooks: Record<string, unknown>[];
    }
  ).webhooks.find((one) => one['webhookId'] === webhookId);

const attempts = (of: Hook, count: number): Promise<readonly Delivery[]> =>
  eventually(async () => {
    const all = await deliveries(of);
    return all[0]?.attempts.length === count ? all : null;
  });

describe('a webhook', () => {
  it('is told of a ticket: signed, thin, with a link', async () => {
    const receiver = await listen();
    const one = await hook(receiver.url, ['ticket.registered']);
    const { number } = await register();
    const [told] = await eventually(async () => (receiver.received.length > 0 ? receiver.received : null));
    if (told === undefined) throw new Error('nothing came');
    expect(isSignedBy(told, one.secret)).toBe(true);
    expect(isSignedBy({ ...told, body: `${told.body} ` }, one.secret)).toBe(false);
    expect(told.json).toEqual({
      type: 'ticket.registered',
      timestamp: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/) as string,
      data: {
        desk: 'centaur',
        ticketId: expect.stringMatching(/^[0-9a-f-]{36}$/) as string,
        number,
        link: `http://127.0.0.1/d/centaur/t/${number}`,
      },
    });
    expect(told.body).not.toMatch(/тайн/i);
    expect(told.headers['webhook-id']).toMatch(/^msg_[0-9a-f-]{36}$/);
    expect(Math.abs(Number(told.headers['webhook-timestamp']) - Date.now() / 1000)).toBeLessThan(30);
    expect(await deliveries(one)).toMatchObject([
      { type: 'ticket.registered', state: 'delivered', attempts: [{ status: 204, fault: null, reply: '' }] },
    ]);
    await drop(one);
  });

  it('is told of messages, states and who has it, each once, and of nothing it did not ask for', async () => {
    const receiver = await listen();
    const types = ['ticket.message-added', 'ticket.state-changed', 'ticket.assigned'];
    const one = await hook(receiver.url, types);
    const { number, version } = await register();
    const noted = await command(number, version, { command: 'add-note', text: 'Тайная заметка' });
    const taken = await command(number, noted, { command: 'take' });
    await command(number, taken, { command: 'resolve', text: 'Готово' });
    await eventually(async () => receiver.received.length >= 5);
    const told = receiver.received.map(({ json: { type, data } }) => [
      type,
      data['kind'] ?? data['to'] ?? '',
    ]);
    expect(told.toSorted()).toEqual([
      ['ticket.assigned', ''],
      ['ticket.message-added', 'note'],
      ['ticket.message-added', 'resolution'],
      ['ticket.state-changed', 'in-progress'],
      ['ticket.state-changed', 'resolved'],
    ]);
    expect(receiver.received.map(({ body }) => body).join('')).not.toMatch(/тайн|готово/i);
    await drop(one);
  });

  it('is told of inquiries by their number and their page', async () => {
    const receiver = await listen();
    const one = await hook(receiver.url, ['inquiry.opened']);
    const { number } = await ok(
      postJson(server, administrator, '/api/desks/centaur/inquiries', {
        ...{ channel: 'phone', topic: 'support', requesterEmail: null, requesterName: 'Анна' },
        ...{ companyId: null, district: null, subject: 'x', text: 'x' },
      }),
    );
    const [told] = await eventually(async () => (receiver.received.length > 0 ? receiver.received : null));
    expect(told?.json.data).toMatchObject({
      number,
      link: `http://127.0.0.1/d/centaur/inquiries/${String(number)}`,
    });
    await drop(one);
  });

  it('is told of deadlines that were missed, by the clock that they are of', async () => {
    const receiver = await listen();
    const one = await hook(receiver.url, ['ticket.deadline-warning', 'ticket.deadline-breached']);
    const { number } = await register();
    skippedMs += 20 * 24 * HOUR_MS;
    const told = await eventually(async () => {
      const found = receiver.received.filter(({ json }) => json.data['number'] === number);
      return found.some(({ json }) => json.type === 'ticket.deadline-breached') ? found : null;
    });
    expect(told[0]?.json.data).toMatchObject({
      clock: 'reaction',
      link: `http://127.0.0.1/d/centaur/t/${number}`,
    });
    await drop(one);
  });

  it('is told of certificates by their id and their page', async () => {
    const receiver = await listen();
    const one = await hook(receiver.url, ['certificate.issued']);
    const { companyId } = await addCustomer(server.opened, 'centaur', {
      company: 'ООО «Тайная»',
      email: 'ivan@secret.example',
      name: 'Иван',
      packageId: 'basic',
    });
    const [told] = await eventually(async () => (receiver.received.length > 0 ? receiver.received : null));
    const id = String(told?.json.data['certificateId']);
    expect(told?.json).toMatchObject({
      type: 'certificate.issued',
      data: { desk: 'centaur', link: `http://127.0.0.1/d/centaur/certificates/${id}` },
    });
    expect(told?.body).not.toMatch(/тайн|иван/i);
    expect(told?.body).not.toContain(companyId);
    await drop(one);
  });

  it('is told nothing of what was not kept, and nothing of other desks', async () => {
    const receiver = await listen();
    const one = await hook(receiver.url, [
      'ticket.registered',
      'ticket.message-added',
      'ticket.state-changed',
    ]);
    const deskId = deskIdOf(server.opened, 'centaur');
    const { number } = await register();
    await eventually(async () => receiver.received.length === 1);
    const undone = server.opened.context.db.inDesk(deskId, async (q) => {
      await q.query(
        'test-undone',
        `insert into journal (desk_id, stream_kind, stream_id, seq, at, type, body)
         select desk_id, 'ticket', ticket_id, 1000, now(), 'TicketRegistered', '{}' from ticket where number = $1`,
        [number],
      );
      const [owed] = await q.query<{ n: number }>(
        'test-owed',
        `select count(*) as n from webhook_delivery where state = 'waiting' and webhook_id = $1`,
        [one.webhookId],
      );
      expect(owed?.n).toBe(1);
      throw new Error('undone');
    });
    await expect(undone).rejects.toThrow('undone');
    const optima = await cookieOf(
      server,
      await addStaff(server.opened, 'optima', 'engineer', 'engineer@optima.example'),
    );
    await ok(postJson(server, optima, '/api/desks/optima/tickets', registration));
    await register();
    await eventually(async () => receiver.received.length === 2);
    expect(await deliveries(one)).toHaveLength(2);
    await drop(one);
  });

  it('that is down is tried again after 5 s and 5 min with the same id, and told when it is back', async () => {
    const receiver = await listen(500);
    const one = await hook(receiver.url, ['ticket.registered']);
    await register();
    await attempts(one, 1);
    skippedMs += 5000;
    await attempts(one, 2);
    skippedMs += 4 * MINUTE_MS;
    await new Promise((resolve) => setTimeout(resolve, 1500));
    expect(receiver.received).toHaveLength(2);
    receiver.answer(200);
    skippedMs += MINUTE_MS;
    const [told] = await attempts(one, 3);
    expect(told).toMatchObject({
      state: 'delivered',
      attempts: [
        { status: 200, reply: 'said 200' },
        { status: 500, reply: 'said 500' },
        { status: 500, reply: 'said 500' },
      ],
    });
    expect(new Set(receiver.received.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
    expect(receiver.received.every((r) => isSignedBy(r, one.secret))).toBe(true);
    await drop(one);
  });

  it('that stays down goes off after seven attempts, loses nothing, and is told all once it is on again', async () => {
    const receiver = await listen(503);
    const one = await hook(receiver.url, ['ticket.registered']);
    const first = await register();
    const waits = [5000, 5 * MINUTE_MS, 30 * MINUTE_MS, 2 * HOUR_MS, 5 * HOUR_MS, 10 * HOUR_MS];
    for (const [index, wait] of waits.entries()) {
      await attempts(one, index + 1);
      skippedMs += wait;
    }
    const [given] = await attempts(one, 7);
    expect(given).toMatchObject({ state: 'failed' });
    const off = await shown(one);
    expect(off).toMatchObject({ disabled: { because: 'failures' }, failed: 1 });
    const bell = await ok(
      rawRequest(server.url, '/api/desks/centaur/notifications', { headers: { cookie: administrator } }),
    );
    expect(JSON.stringify(bell['concerns'])).toContain('127.0.0.1');
    const second = await register();
    receiver.answer(204);
    await new Promise((resolve) => setTimeout(resolve, 1200));
    expect(receiver.received).toHaveLength(7);
    const on = await rawRequest(server.url, `${hooks}/${one.webhookId}`, {
      method: 'PATCH',
      body: JSON.stringify({ enabled: true }),
      headers: {
        cookie: administrator,
        'content-type': 'application/json',
        'if-match': `"${String(off?.['version'])}"`,
      },
    });
    expect(on.status).toBe(200);
    const since = { what: 'since', since: new Date(Date.now() - HOUR_MS).toISOString() };
    expect(await ok(postJson(server, administrator, `${hooks}/${one.webhookId}/replay`, since))).toEqual({
      queued: 1,
    });
    await eventually(async () => receiver.received.length === 9);
    const told = receiver.received.slice(7).map(({ json }) => json.data['number']);
    expect(told.toSorted()).toEqual([first.number, second.number].toSorted());
    await drop(one);
  });

  it('that says it is gone is not asked again; one that redirects is not followed', async () => {
    const gone = await listen(410);
    const elsewhere = await listen();
    const turning = await listen({ redirect: elsewhere.url });
    const one = await hook(gone.url, ['ticket.registered']);
    const other = await hook(turning.url, ['ticket.registered']);
    await register();
    await attempts(one, 1);
    expect((await deliveries(one))[0]).toMatchObject({ state: 'failed' });
    expect(await shown(one)).toMatchObject({ disabled: { because: 'gone' } });
    expect((await attempts(other, 1))[0]).toMatchObject({ state: 'waiting', attempts: [{ status: 302 }] });
    expect(elsewhere.received).toEqual([]);
    await drop(one);
    await drop(other);
  });

  it('that hangs holds up nobody else', async () => {
    const hanging = await listen('never');
    const quick = await listen();
    const [one, other] = [
      await hook(hanging.url, ['ticket.registered']),
      await hook(quick.url, ['ticket.registered']),
    ];
    for (let n = 0; n < 6; n += 1) await register();
    await eventually(async () => quick.received.length === 6, 5000);
    expect(hanging.received.length).toBeLessThanOrEqual(4);
    await drop(one);
    await drop(other);
  });

  it('has two secrets for a day after one was made anew, and then the new one alone', async () => {
    const receiver = await listen();
    const one = await hook(receiver.url, ['ticket.registered']);
    const { secret } = await ok(postJson(server, administrator, `${hooks}/${one.webhookId}/secret`, {}));
    await register();
    const [both] = await eventually(async () => (receiver.received.length === 1 ? receiver.received : null));
    if (both === undefined) throw new Error('nothing came');
    expect([isSignedBy(both, one.secret), isSignedBy(both, String(secret))]).toEqual([true, true]);
    skippedMs += 24 * HOUR_MS;
    await register();
    await eventually(async () => receiver.received.length === 2);
    const [, later] = receiver.received;
    if (later === undefined) throw new Error('nothing came');
    expect([isSignedBy(later, one.secret), isSignedBy(later, String(secret))]).toEqual([false, true]);
    await drop(one);
  });

  it('is tried by hand, and sent one delivery again', async () => {
    const receiver = await listen();
    const one = await hook(receiver.url, ['certificate.issued']);
    const ping = await ok(postJson(server, administrator, `${hooks}/${one.webhookId}/ping`, {}));
    await eventually(async () => receiver.received.length === 1);
    expect(receiver.received[0]?.json).toMatchObject({ type: 'ping', data: { desk: 'centaur' } });
    await eventually(async () => (await deliveries(one))[0]?.state === 'delivered');
    const again = { what: 'one', deliveryId: ping['deliveryId'] };
    expect(await ok(postJson(server, administrator, `${hooks}/${one.webhookId}/replay`, again))).toEqual({
      queued: 1,
    });
    await eventually(async () => receiver.received.length === 2);
    const [first, second] = receiver.received;
    expect(second?.headers['webhook-id']).toBe(first?.headers['webhook-id']);
    expect(second?.body).toBe(first?.body);
    for (const path of ['ping', 'replay', 'secret'])
      expectProblem(
        await postJson(server, administrator, `${hooks}/${newId()}/${path}`, path === 'replay' ? again : {}),
        'not-found',
      );
    await drop(one);
  });

  it('is told once by two nodes that share a database', async () => {
    const other = await startServer(
      {
        ...{ port: 0, host: '127.0.0.1', dataDir: '', databaseUrl: server.databaseUrl, demo: false },
        ...{ baseUrl: 'http://127.0.0.1', trustProxy: false, mail: {}, relaxedDatabase: true },
        webhooksToLoopback: true,
      },
      { say: () => undefined, onError: () => undefined },
      undefined,
      () => (Date.now() + skippedMs) as Instant,
    );
    try {
      const receiver = await listen();
      const one = await hook(receiver.url, ['ticket.registered']);
      await Promise.all(Array.from({ length: 24 }, register));
      await eventually(async () => receiver.received.length >= 24);
      await new Promise((resolve) => setTimeout(resolve, 1500));
      expect(receiver.received).toHaveLength(24);
      expect(new Set(receiver.received.map(({ headers }) => headers['webhook-id'])).size).toBe(24);
      await drop(one);
    } finally {
      await other.stop();
    }
  });

  it('is refused where its address is not one', async () => {
    for (const url of [
      'ftp://example.com/x',
      `https://${PRIVATE}/`,
      `https://${SOMEBODY}@127.0.0.1/`,
      'not an address',
    ]) {
      const reply = await postJson(server, administrator, hooks, { url, types: ['ticket.registered'] });
      expect(expectProblem(reply, 'url-not-allowed').errors?.[0]?.pointer).toBe('/url');
    }
  });
});

it('nothing of all this was a surprise to the server', () => {
  expect(server.errors).toEqual([]);
});
