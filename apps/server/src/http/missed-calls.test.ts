import type { MissedCall } from '@reglament/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../ids.ts';
import { expectProblem } from '../testing/expect-problem.ts';
import { ok, postJson } from '../testing/planted-desk.ts';
import { type RawReply, rawRequest } from '../testing/raw-request.ts';
import { cookieOf, startTestServer, type TestServer } from '../testing/start-test-server.ts';
import { addCustomer, addStaff } from '../testing/test-desk.ts';

let server: TestServer;
let anna: string;
let boris: string;
const CALLS = '/api/desks/optima/missed-calls';

beforeAll(async () => {
  server = await startTestServer();
  const staff = async (name: string): Promise<string> =>
    cookieOf(server, await addStaff(server.opened, 'optima', 'dispatcher', `${name}@optima.example`));
  [anna, boris] = [await staff('anna'), await staff('boris')];
});
afterAll(() => server.stop());

const list = async (): Promise<readonly MissedCall[]> =>
  ((await ok(rawRequest(server.url, CALLS, { headers: { cookie: anna } }))) as { calls: MissedCall[] }).calls;
const change = (cookie: string, callId: string, act: string, desk = 'optima'): Promise<RawReply> =>
  rawRequest(server.url, `/api/desks/${desk}/missed-calls/${callId}`, {
    method: 'PATCH',
    headers: { cookie, 'content-type': 'application/json' },
    body: JSON.stringify({ act }),
  });
const missed = async (phone: string): Promise<string> =>
  String((await ok(postJson(server, anna, CALLS, { phone })))['callId']);
const counted = async (): Promise<unknown> =>
  (await ok(rawRequest(server.url, '/api/desks/optima/queue/counts', { headers: { cookie: anna } })))[
    'missedCalls'
  ];

describe('a missed call', () => {
  it('waits with the name of whoever has the number, and is counted', async () => {
    const { contactId } = await addCustomer(server.opened, 'optima', {
      company: 'ООО «Пилорама»',
      email: 'olga@pilorama.example',
      name: 'Ольга',
      packageId: null,
    });
    await ok(
      postJson(server, anna, '/api/desks/optima/tickets', {
        ...{ channel: 'phone', contactId, requesterEmail: null, requesterName: '', companyId: null },
        ...{ requesterPhone: '8 812 333-44-55', subject: 'x', text: '', type: null, priority: null },
      }),
    );
    const before = Number(await counted());
    await missed('8 (812) 333 44 55');
    expect((await list()).at(-1)).toMatchObject({
      phone: '+78123334455',
      callers: [{ name: 'Ольга', company: 'ООО «Пилорама»' }],
      takenBy: null,
    });
    expect(await counted()).toBe(before + 1);
  });

  it('told twice with one key is one', async () => {
    const headers = { 'idempotency-key': newId() };
    const first = await ok(postJson(server, anna, CALLS, { phone: '+78121110000' }, headers));
    const again = await ok(postJson(server, anna, CALLS, { phone: '+78121110000' }, headers));
    expect(again).toEqual(first);
    expect((await list()).filter(({ phone }) => phone === '+78121110000')).toHaveLength(1);
  });

  it('belongs to whoever takes it first; the second is told', async () => {
    const callId = await missed('');
    const both = await Promise.all([change(anna, callId, 'take'), change(boris, callId, 'take')]);
    const told = await Promise.all(both.map((one) => ok(Promise.resolve(one))));
    expect(told.map(({ done }) => done).toSorted()).toEqual([false, true]);
    expect(told[0]?.['by']).toEqual(told[1]?.['by']);
    const [owner, other] = told[0]?.['done'] === true ? [anna, boris] : [boris, anna];
    expect(await ok(change(other, callId, 'handle'))).toMatchObject({ done: false });
    expect(await ok(change(other, callId, 'release'))).toMatchObject({ done: false });
    expect(await ok(change(owner, callId, 'handle'))).toMatchObject({ done: true });
    expect((await list()).map((one) => one.callId)).not.toContain(callId);
    expect(await ok(change(other, callId, 'reopen'))).toMatchObject({ done: false });
    expect(await ok(change(owner, callId, 'reopen'))).toMatchObject({ done: true });
    expect(await ok(change(owner, callId, 'release'))).toMatchObject({ done: true, by: null });
    expect(await ok(change(other, callId, 'take'))).toMatchObject({ done: true });
  });

  it('is nothing to other desks, to sales, and does not lie in the future', async () => {
    const callId = await missed('+78125556677');
    const stranger = await cookieOf(
      server,
      await addStaff(server.opened, 'flat', 'dispatcher', 'vera@flat.example'),
    );
    expectProblem(await change(stranger, callId, 'take', 'flat'), 'not-found');
    expectProblem(await change(anna, newId(), 'take'), 'not-found');
    const sales = await cookieOf(
      server,
      await addStaff(server.opened, 'optima', 'sales', 'gleb@optima.example'),
    );
    expectProblem(await rawRequest(server.url, CALLS, { headers: { cookie: sales } }), 'forbidden');
    await ok(postJson(server, anna, CALLS, { at: '2999-01-01T00:00:00Z' }));
    for (const { at } of await list()) expect(Date.parse(at)).toBeLessThanOrEqual(Date.now() + 60_000);
  });
});
