import { endpoints, livePath, ProblemError } from '@reglament/contract';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { newId } from '../ids.ts';
import {
  cookieOf,
  eventually,
  signedIn,
  startTestServer,
  type TestServer,
  type Visitor,
} from '../testing/start-test-server.ts';
import { statusBrowser } from '../testing/status-browser.ts';
import { openCase, type StatusCase } from '../testing/status-case.ts';
import { addStaff, type TestPerson } from '../testing/test-desk.ts';

const desk = 'optima';
const HOUR_MS = 3_600_000;

let server: TestServer;
let anna: Visitor;
let boris: Visitor;
let annaPerson: TestPerson;
let borisPerson: TestPerson;
let found: StatusCase;

beforeAll(async () => {
  server = await startTestServer();
  annaPerson = await addStaff(server.opened, desk, 'engineer', 'anna@optima.example');
  borisPerson = await addStaff(server.opened, desk, 'engineer', 'boris@optima.example');
  anna = await signedIn(server, annaPerson);
  boris = await signedIn(server, borisPerson);
});
afterAll(async () => {
  expect(server.errors).toEqual([]);
  await server.stop();
});
beforeEach(async () => {
  found = await openCase(server.opened, { slug: desk, packageId: '8x5x4' });
});

const params = () => ({ desk, number: found.number });
const extras = (who: Visitor) => who.call(endpoints.getTicketExtras, { params: params() });
const problem = async (asked: Promise<unknown>): Promise<unknown> =>
  asked.then(
    () => 'served',
    (error: unknown) =>
      error instanceof ProblemError ? (error.problem.errors ?? error.problem.code) : error,
  );

describe('a ticket put off', () => {
  const snooze = (who: Visitor, until: string | null) =>
    who.call(endpoints.snoozeTicket, { params: params(), body: { until } });
  const isIn = async (who: Visitor, view: 'open' | 'snoozed') =>
    (await who.call(endpoints.getQueue, { params: { desk }, query: { view } })).tickets.some(
      ({ number }) => number === found.number,
    );
  const later = (ms = HOUR_MS) => new Date(Date.now() + ms).toISOString();

  it('leaves the views of whoever put it off, and of nobody else; its clocks go on', async () => {
    const clocks = async () =>
      (await anna.call(endpoints.getTicket, { params: params() })).clocks.map(({ dueAt, status }) => ({
        dueAt,
        status,
      }));
    const before = await clocks();
    expect(before).toContainEqual({ dueAt: expect.any(String), status: 'running' });
    const until = later();
    await snooze(anna, until);
    expect(await Promise.all([isIn(anna, 'open'), isIn(anna, 'snoozed')])).toEqual([false, true]);
    expect(await Promise.all([isIn(boris, 'open'), isIn(boris, 'snoozed')])).toEqual([true, false]);
    expect((await extras(anna)).snoozedUntil).toBe(until);
    expect((await extras(boris)).snoozedUntil).toBeNull();
    expect(await clocks()).toEqual(before);
    await snooze(anna, null);
    expect(await isIn(anna, 'open')).toBe(true);
  });

  it('comes back by itself at its moment', async () => {
    await snooze(anna, later(1200));
    expect(await isIn(anna, 'open')).toBe(false);
    expect(await eventually(() => isIn(anna, 'open'))).toBe(true);
  });

  it('comes back when the customer writes, not when a colleague does', async () => {
    await snooze(anna, later());
    const { ticket } = await boris.call(endpoints.getTicket, { params: params() });
    await boris.call(
      endpoints.commandTicket,
      { params: params(), body: { command: 'reply', text: 'Смотрим' } },
      { idempotencyKey: newId(), version: ticket.version },
    );
    expect(await isIn(anna, 'open')).toBe(false);
    await statusBrowser(server).send(found.path, 'answer', { text: 'Ждём' });
    expect(await isIn(anna, 'open')).toBe(true);
    expect((await extras(anna)).snoozedUntil).toBeNull();
  });

  it('is put off to a moment to come, within a year', async () => {
    for (const until of [later(-1000), later(400 * 24 * HOUR_MS)])
      expect(await problem(snooze(anna, until))).toMatchObject([
        { pointer: '/until', code: 'date-out-of-range' },
      ]);
  });
});

describe('time spent', () => {
  const facts = { minutes: 45, on: '2025-02-03', note: 'Разбор журналов' };
  const add = (who: Visitor, changed: Partial<typeof facts> = {}) =>
    who.call(
      endpoints.addTime,
      { params: params(), body: { ...facts, ...changed } },
      { idempotencyKey: newId() },
    );

  it('is summed, and changed or taken back by whoever spent it alone', async () => {
    const { entryId } = await add(anna);
    await add(boris, { minutes: 15, on: '2025-02-04' });
    const { time } = await extras(anna);
    expect(time.minutes).toBe(60);
    expect(time.entries.map(({ on, minutes, own }) => [on, minutes, own])).toEqual([
      ['2025-02-04', 15, false],
      ['2025-02-03', 45, true],
    ]);
    const entry = { ...params(), entryId };
    const change = (who: Visitor) =>
      who.call(endpoints.changeTime, { params: entry, body: { ...facts, minutes: 30 } });
    expect(await problem(change(boris))).toBe('not-found');
    await change(anna);
    expect((await extras(anna)).time.minutes).toBe(45);
    expect(await problem(boris.call(endpoints.removeTime, { params: entry }))).toBe('not-found');
    await anna.call(endpoints.removeTime, { params: entry });
    expect((await extras(anna)).time.minutes).toBe(15);
  });

  it('lies in no day to come, and is at most a day', async () => {
    expect(await problem(add(anna, { on: '2099-01-01' }))).toMatchObject([
      { pointer: '/on', code: 'date-in-future' },
    ]);
    expect(await problem(add(anna, { minutes: 1441 }))).toMatchObject([{ pointer: '/minutes' }]);
    expect(await problem(add(anna, { minutes: 0 }))).toMatchObject([{ pointer: '/minutes' }]);
  });
});

it('who is at a ticket is told to open screens of the desk, and kept nowhere', async () => {
  const cookie = await cookieOf(server, borisPerson);
  const ending = new AbortController();
  const response = await fetch(`${server.url}${livePath.replace('{desk}', desk)}`, {
    headers: { cookie },
    signal: ending.signal,
  });
  const reader = (response.body as ReadableStream<Uint8Array>).getReader();
  const decoder = new TextDecoder();
  let heard = '';
  const listening = (async () => {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      heard += decoder.decode(value);
    }
  })().catch(() => undefined);
  await anna.call(endpoints.showPresence, { params: params(), body: { doing: 'typing' } });
  const said = `event: presence\ndata: ${JSON.stringify({
    number: found.number,
    personId: annaPerson.personId,
    doing: 'typing',
  })}\n\n`;
  await eventually(async () => heard.includes(said));
  ending.abort();
  await listening;
});
