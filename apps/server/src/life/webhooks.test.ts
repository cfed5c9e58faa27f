import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../ids.ts';
import { startServer } from '../start-server.ts';
import { expectProblem } from '../testing/expect-problem.ts';
import { ok, postJson } from '../testing/planted-desk.ts';
import { rawRequest } from '../testing/raw-request.ts';
import { eventually } from '../testing/start-test-server.ts';
import { HOOKS, startWebhookDesk, type WebhookDesk } from '../testing/webhook-desk.ts';
import { isSignedBy } from '../testing/webhook-receiver.ts';
import { TEST_SECRET_KEY } from '../testing/test-secret-key.ts';

const PRIVATE = '10.0.0.1';
const SOMEBODY = 'user:pass';
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
let desk: WebhookDesk;

beforeAll(async () => {
  desk = await startWebhookDesk();
});
afterAll(() => desk.stop());

describe('a webhook', () => {
  it('that is down is tried again after 5 s and 5 min with the same id, and told when it is back', async () => {
    const receiver = await desk.listen(500);
    const one = await desk.hook(receiver.url, ['ticket.registered']);
    await desk.register();
    await desk.attempts(one, 1);
    desk.skip(5000);
    await desk.attempts(one, 2);
    desk.skip(4 * MINUTE_MS);
    await new Promise((resolve) => setTimeout(resolve, 1500));
    expect(receiver.received).toHaveLength(2);
    receiver.answer(200);
    desk.skip(MINUTE_MS);
    const [told] = await desk.attempts(one, 3);
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
    await desk.drop(one);
  });

  it('that stays down goes off after seven attempts, loses nothing, and is told all once it is on again', async () => {
    const receiver = await desk.listen(503);
    const one = await desk.hook(receiver.url, ['ticket.registered']);
    const first = await desk.register();
    const waits = [5000, 5 * MINUTE_MS, 30 * MINUTE_MS, 2 * HOUR_MS, 5 * HOUR_MS, 10 * HOUR_MS];
    for (const [index, wait] of waits.entries()) {
      await desk.attempts(one, index + 1);
      desk.skip(wait);
    }
    const [given] = await desk.attempts(one, 7);
    expect(given).toMatchObject({ state: 'failed' });
    const off = await desk.shown(one);
    expect(off).toMatchObject({ disabled: { because: 'failures' }, failed: 1 });
    const bell = await ok(
      rawRequest(desk.server.url, '/api/desks/centaur/notifications', {
        headers: { cookie: desk.administrator },
      }),
    );
    expect(JSON.stringify(bell['concerns'])).toContain('127.0.0.1');
    const second = await desk.register();
    receiver.answer(204);
    await new Promise((resolve) => setTimeout(resolve, 1200));
    expect(receiver.received).toHaveLength(7);
    const on = await rawRequest(desk.server.url, `${HOOKS}/${one.webhookId}`, {
      method: 'PATCH',
      body: JSON.stringify({ enabled: true }),
      headers: {
        cookie: desk.administrator,
        'content-type': 'application/json',
        'if-match': `"${String(off?.['version'])}"`,
      },
    });
    expect(on.status).toBe(200);
    const since = { what: 'since', since: new Date(Date.now() - HOUR_MS).toISOString() };
    expect(
      await ok(postJson(desk.server, desk.administrator, `${HOOKS}/${one.webhookId}/replay`, since)),
    ).toEqual({
      queued: 1,
    });
    await eventually(async () => receiver.received.length === 9);
    const told = receiver.received.slice(7).map(({ json }) => json.data['number']);
    expect(told.toSorted()).toEqual([first.number, second.number].toSorted());
    await desk.drop(one);
  });

  it('that says it is gone is not asked again; one that redirects is not followed', async () => {
    const gone = await desk.listen(410);
    const elsewhere = await desk.listen();
    const turning = await desk.listen({ redirect: elsewhere.url });
    const one = await desk.hook(gone.url, ['ticket.registered']);
    const other = await desk.hook(turning.url, ['ticket.registered']);
    await desk.register();
    await desk.attempts(one, 1);
    expect((await desk.deliveries(one))[0]).toMatchObject({ state: 'failed' });
    expect(await desk.shown(one)).toMatchObject({ disabled: { because: 'gone' } });
    expect((await desk.attempts(other, 1))[0]).toMatchObject({
      state: 'waiting',
      attempts: [{ status: 302 }],
    });
    expect(elsewhere.received).toEqual([]);
    await desk.drop(one);
    await desk.drop(other);
  });

  it('that hangs holds up nobody else', async () => {
    const hanging = await desk.listen('never');
    const quick = await desk.listen();
    const [one, other] = [
      await desk.hook(hanging.url, ['ticket.registered']),
      await desk.hook(quick.url, ['ticket.registered']),
    ];
    for (let n = 0; n < 6; n += 1) await desk.register();
    await eventually(async () => quick.received.length === 6, 5000);
    expect(hanging.received.length).toBeLessThanOrEqual(4);
    await desk.drop(one);
    await desk.drop(other);
  });

  it('has two secrets for a day after one was made anew, and then the new one alone', async () => {
    const receiver = await desk.listen();
    const one = await desk.hook(receiver.url, ['ticket.registered']);
    const { secret } = await ok(
      postJson(desk.server, desk.administrator, `${HOOKS}/${one.webhookId}/secret`, {}),
    );
    await desk.register();
    const [both] = await eventually(async () => (receiver.received.length === 1 ? receiver.received : null));
    if (both === undefined) throw new Error('nothing came');
    expect([isSignedBy(both, one.secret), isSignedBy(both, String(secret))]).toEqual([true, true]);
    desk.skip(24 * HOUR_MS);
    await desk.register();
    await eventually(async () => receiver.received.length === 2);
    const [, later] = receiver.received;
    if (later === undefined) throw new Error('nothing came');
    expect([isSignedBy(later, one.secret), isSignedBy(later, String(secret))]).toEqual([false, true]);
    await desk.drop(one);
  });

  it('is tried by hand, and sent one delivery again', async () => {
    const receiver = await desk.listen();
    const one = await desk.hook(receiver.url, ['certificate.issued']);
    const ping = await ok(postJson(desk.server, desk.administrator, `${HOOKS}/${one.webhookId}/ping`, {}));
    await eventually(async () => receiver.received.length === 1);
    expect(receiver.received[0]?.json).toMatchObject({ type: 'ping', data: { desk: 'centaur' } });
    await eventually(async () => (await desk.deliveries(one))[0]?.state === 'delivered');
    const again = { what: 'one', deliveryId: ping['deliveryId'] };
    expect(
      await ok(postJson(desk.server, desk.administrator, `${HOOKS}/${one.webhookId}/replay`, again)),
    ).toEqual({
      queued: 1,
    });
    await eventually(async () => receiver.received.length === 2);
    const [first, second] = receiver.received;
    expect(second?.headers['webhook-id']).toBe(first?.headers['webhook-id']);
    expect(second?.body).toBe(first?.body);
    for (const path of ['ping', 'replay', 'secret'])
      expectProblem(
        await postJson(
          desk.server,
          desk.administrator,
          `${HOOKS}/${newId()}/${path}`,
          path === 'replay' ? again : {},
        ),
        'not-found',
      );
    await desk.drop(one);
  });

  it('is told once by two nodes that share a database', async () => {
    const other = await startServer(
      {
        ...{
          port: 0,
          host: '127.0.0.1',
          dataDir: '',
          secretKey: TEST_SECRET_KEY,
          databaseUrl: desk.server.databaseUrl,
          demo: false,
        },
        ...{ baseUrl: 'http://127.0.0.1', trustProxy: false, mail: {}, relaxedDatabase: true },
        webhooksToLoopback: true,
      },
      { say: () => undefined, onError: () => undefined },
      undefined,
      desk.now,
    );
    try {
      const receiver = await desk.listen();
      const one = await desk.hook(receiver.url, ['ticket.registered']);
      await Promise.all(Array.from({ length: 24 }, () => desk.register()));
      await eventually(async () => receiver.received.length >= 24);
      await new Promise((resolve) => setTimeout(resolve, 1500));
      expect(receiver.received).toHaveLength(24);
      expect(new Set(receiver.received.map(({ headers }) => headers['webhook-id'])).size).toBe(24);
      await desk.drop(one);
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
      const reply = await postJson(desk.server, desk.administrator, HOOKS, {
        url,
        types: ['ticket.registered'],
      });
      expect(expectProblem(reply, 'url-not-allowed').errors?.[0]?.pointer).toBe('/url');
    }
  });
});

it('nothing of all this was a surprise to the server', () => {
  expect(desk.server.errors).toEqual([]);
});
