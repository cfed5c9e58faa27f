import type { MissedCall } from '@reglament/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../ids.ts';
import { expectProblem } from '../testing/expect-problem.ts';
import { ok, postJson } from '../testing/planted-desk.ts';
import { type RawReply, rawRequest } from '../testing/raw-request.ts';
import { cookieOf, startTestServer, type TestServer } from '../testing/start-test-server.ts';
import { addAccount, addCustomer, addStaff } from '../testing/test-desk.ts';

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

describe('a wish to be called back', () => {
  const request = {
    ...{ channel: 'phone', requesterEmail: null, requesterName: 'Пётр', companyId: null, subject: 'Печать' },
    ...{ requesterPhone: '8 812 444-00-11', text: 'Не печатает', type: null, priority: null },
  };
  const register = async (body: object, desk = 'optima', cookie = anna): Promise<number> =>
    Number(
      (await ok(postJson(server, cookie, `/api/desks/${desk}/tickets`, { ...request, ...body })))['number'],
    );
  const waiting = async (number: number): Promise<readonly MissedCall[]> =>
    (await list()).filter(({ ticket }) => ticket?.number === number);
  const recordCall = async (number: number, body: object): Promise<void> => {
    const path = `/api/desks/optima/tickets/${number}`;
    const { ticket } = (await ok(rawRequest(server.url, path, { headers: { cookie: anna } }))) as {
      ticket: { version: number };
    };
    const said = { command: 'record-call', who: 'Пётр', reached: true, toldNumber: false, text: '', ...body };
    await ok(postJson(server, anna, `${path}/commands`, said, { 'if-match': `"${ticket.version}"` }));
  };

  it('waits with its ticket until somebody has talked to them; an attempt is not enough', async () => {
    const number = await register({ callback: '8 (812) 444-00-12' });
    expect(await waiting(number)).toMatchObject([
      { phone: '+78124440012', ticket: { number, subject: 'Печать' }, dueAt: null, takenBy: null },
    ]);
    await recordCall(number, { reached: false });
    expect(await waiting(number)).toHaveLength(1);
    await recordCall(number, {});
    expect(await waiting(number)).toEqual([]);
  });

  it('ends without a call only with a reason', async () => {
    const number = await register({ callback: '8 (812) 444-00-13' });
    const [wish] = await waiting(number);
    const callId = String(wish?.callId);
    expectProblem(await change(anna, callId, 'handle'), 'invalid-request');
    expect(await waiting(number)).toHaveLength(1);
    const body = JSON.stringify({ act: 'handle', reason: 'Уже поговорили' });
    const headers = { cookie: anna, 'content-type': 'application/json' };
    const path = `${CALLS}/${callId}`;
    expect(await ok(rawRequest(server.url, path, { method: 'PATCH', headers, body }))).toMatchObject({
      done: true,
    });
    expect(await waiting(number)).toEqual([]);
    await ok(change(anna, callId, 'reopen'));
    expect(await waiting(number)).toHaveLength(1);
  });

  it('is due when the regulation wants the call', async () => {
    const { contactId } = await addCustomer(server.opened, 'flat', {
      ...{ company: 'ООО «Срочно»', email: 'ada@srochno.example', name: 'Ада', packageId: '24x7' },
    });
    const hers = await cookieOf(
      server,
      await addStaff(server.opened, 'flat', 'dispatcher', 'lena@flat.example'),
    );
    const number = await register(
      { contactId, requesterName: '', priority: '1', callback: '8 843 200 11 55' },
      'flat',
      hers,
    );
    const get = async (path: string): Promise<Record<string, unknown>> =>
      ok(rawRequest(server.url, `/api/desks/flat/${path}`, { headers: { cookie: hers } }));
    const { clocks } = (await get(`tickets/${number}`)) as { clocks: { clock: string; dueAt: string }[] };
    const { calls } = (await get('missed-calls')) as { calls: MissedCall[] };
    const due = clocks.find(({ clock }) => clock === 'callback')?.dueAt;
    expect(due).toBeDefined();
    expect(calls.map(({ dueAt }) => dueAt)).toEqual([due]);
  });

  it('is said in the portal too, stands in the conversation and is one task however often it is said', async () => {
    const email = 'rita@tkani.example';
    const { contactId } = await addCustomer(server.opened, 'optima', {
      ...{ company: 'ООО «Ткани»', email, name: 'Рита', packageId: '8x5x4' },
    });
    const rita = await cookieOf(server, await addAccount(server.opened, email));
    const number = await register({ contactId, requesterName: '' });
    const path = `/api/portal/optima/tickets/${number}`;
    const ask = (phone: string) =>
      postJson(server, rita, `${path}/commands`, { command: 'ask-callback', phone });
    expectProblem(await ask('нет'), 'invalid-request');
    await ok(ask('8 (495) 123-45-67'));
    await ok(ask('8 495 123 45 68'));
    expect(await waiting(number)).toMatchObject([{ phone: '+74951234568' }]);
    const page = await rawRequest(server.url, path, { headers: { cookie: rita } });
    expect(page.body.toString()).toContain('Перезвоните мне, пожалуйста: +74951234568');
  });

  it('is not taken where the package does not talk by telephone, and the page does not offer it', async () => {
    const email = 'zoya@nitki.example';
    const { contactId } = await addCustomer(server.opened, 'optima', {
      ...{ company: 'ООО «Нитки»', email, name: 'Зоя', packageId: null },
    });
    const zoya = await cookieOf(server, await addAccount(server.opened, email));
    const number = await register({ contactId, requesterName: '' });
    const path = `/api/portal/optima/tickets/${number}`;
    const page = await rawRequest(server.url, path, { headers: { cookie: zoya } });
    expect(JSON.parse(page.body.toString())).toMatchObject({ takesCalls: false });
    const asked = await postJson(server, zoya, `${path}/commands`, {
      ...{ command: 'ask-callback', phone: '8 495 123 45 67' },
    });
    expect(expectProblem(asked, 'invalid-request')).toMatchObject({
      errors: [{ pointer: '/phone', code: 'callback-not-given' }],
    });
    expect(await waiting(number)).toEqual([]);
  });

  it('is said with a new ticket of the portal, by a number that can be called', async () => {
    const email = 'vera@tkani.example';
    await addCustomer(server.opened, 'optima', {
      ...{ company: 'ООО «Вера»', email, name: 'Вера', packageId: null },
    });
    const vera = await cookieOf(server, await addAccount(server.opened, email));
    const ask = (callback: string | null) =>
      postJson(server, vera, '/api/portal/optima/tickets', {
        ...{ companyId: null, subject: 'Касса', text: 'Не печатает', callback },
      });
    expectProblem(await ask('нет'), 'invalid-request');
    const kept = async (callback: string | null) => Number((await ok(ask(callback)))['number']);
    const [quiet, told] = [await kept(null), await kept('8 (495) 765-43-21')];
    expect(await waiting(quiet)).toEqual([]);
    expect(await waiting(told)).toMatchObject([{ phone: '+74957654321' }]);
    const path = `/api/portal/optima/tickets/${told}`;
    const page = await rawRequest(server.url, path, { headers: { cookie: vera } });
    expect(page.body.toString()).toContain('Перезвоните мне, пожалуйста: +74957654321');
  });

  it('a missed call waits no more once the talk is a ticket, or stands in one', async () => {
    const [one, other, strangers] = [
      await missed('+78124440021'),
      await missed('+78124440022'),
      await missed(''),
    ];
    const number = await register({ missedCallId: one });
    await recordCall(number, { missedCallId: other, reached: false });
    const left = async (): Promise<readonly string[]> =>
      (await list()).map(({ callId }) => callId).filter((callId) => [one, other, strangers].includes(callId));
    expect(await left()).toEqual([other, strangers]);
    await recordCall(number, { missedCallId: other });
    expect(await left()).toEqual([strangers]);
    const vera = await cookieOf(
      server,
      await addStaff(server.opened, 'flat', 'dispatcher', 'zoya@flat.example'),
    );
    await register({ missedCallId: strangers, priority: '2' }, 'flat', vera);
    expect(await left()).toEqual([strangers]);
  });
});
