import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../ids.ts';
import { expectProblem } from '../testing/expect-problem.ts';
import { ok, type Planted, plantDesk, postJson } from '../testing/planted-desk.ts';
import { type RawReply, rawRequest } from '../testing/raw-request.ts';
import { cookieOf, startTestServer, type TestServer } from '../testing/start-test-server.ts';
import { addStaff, type TestPerson } from '../testing/test-desk.ts';

let server: TestServer;
let desk: Planted;
let lead: string;
let anna: TestPerson;
let hers: string;

beforeAll(async () => {
  server = await startTestServer();
  desk = await plantDesk(server, 'optima', 'canary');
  lead = await cookieOf(server, await addStaff(server.opened, 'optima', 'lead', 'lead@optima.example'));
  anna = await addStaff(server.opened, 'optima', 'engineer', 'anna@optima.example');
  hers = await cookieOf(server, anna);
});
afterAll(() => server.stop());

const base = '/api/desks/optima/views';
const view = (name: string, query: object = { view: 'open', late: 'overdue' }, shared = false) => ({
  name,
  shared,
  query,
});
const names = async (cookie: string): Promise<readonly string[]> =>
  (
    (await ok(rawRequest(server.url, base, { headers: { cookie } }))) as { views: { name: string }[] }
  ).views.map(({ name }) => name);
const change = (
  cookie: string,
  method: 'PATCH' | 'DELETE',
  viewId: unknown,
  body?: object,
): Promise<RawReply> =>
  rawRequest(server.url, `${base}/${String(viewId)}`, {
    method,
    headers: { cookie, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });

describe('views that people keep', () => {
  it('are one’s own, and come back as they were made', async () => {
    const { viewId } = await ok(postJson(server, hers, base, view('  Горит   сейчас ')));
    expect(await names(hers)).toEqual(['Горит сейчас']);
    expect(await names(lead)).toEqual([]);
    for (const cookie of [lead, desk.administrator]) {
      expectProblem(await change(cookie, 'PATCH', viewId, { name: 'x' }), 'not-found');
      expectProblem(await change(cookie, 'DELETE', viewId), 'not-found');
    }
    await ok(change(hers, 'PATCH', viewId, { name: 'Ждёт', query: { view: 'waiting' } }));
    expect(await names(hers)).toEqual(['Ждёт']);
    expect((await change(hers, 'DELETE', viewId)).status).toBe(204);
    expectProblem(await change(hers, 'DELETE', viewId), 'not-found');
    expect(await names(hers)).toEqual([]);
  });

  it('are shared by those who lead, and seen by everybody', async () => {
    expectProblem(await postJson(server, hers, base, view('Общий', undefined, true)), 'forbidden');
    const { viewId } = await ok(postJson(server, lead, base, view('Общий', undefined, true)));
    expect(await names(hers)).toEqual(['Общий']);
    expectProblem(await change(hers, 'PATCH', viewId, { name: 'x' }), 'not-found');
    await ok(change(desk.administrator, 'PATCH', viewId, { name: 'Для всех' }));
    expect(await names(hers)).toEqual(['Для всех']);
    await change(lead, 'DELETE', viewId);
  });

  it('have a name of their own each, capitals or not', async () => {
    await ok(postJson(server, hers, base, view('Мой')));
    const again = await postJson(server, hers, base, view('мОЙ'));
    expect(expectProblem(again, 'invalid-request').errors?.[0]).toMatchObject({ code: 'name-taken' });
    // Another person's is another matter.
    await ok(postJson(server, lead, base, view('Мой')));
  });

  it.each([
    [{ view: 'open', late: 'yes' }],
    [{ view: 'nowhere' }],
    [{ view: 'open', assignee: 'somebody' }],
    [{ view: 'open', owner: 'me' }],
    [{}],
  ])('keep nothing that the queue would refuse: %j', async (query) => {
    const reply = await postJson(server, hers, base, view('x', query));
    expect(reply.status).toBe(422);
  });

  it('are counted with the others, each as its filter and whoever looks say', async () => {
    const queue = '/api/desks/optima/queue';
    const get = async (path: string): Promise<Record<string, unknown>> =>
      (await ok(rawRequest(server.url, path, { headers: { cookie: hers } }))) as Record<string, unknown>;
    const counted = async () => (await get(`${queue}/counts`))['kept'] as Record<string, object>;
    const { viewId: open } = await ok(postJson(server, hers, base, view('Все', { view: 'open' })));
    const { viewId: own } = await ok(
      postJson(server, hers, base, view('Мои', { view: 'open', assignee: 'me', late: 'soon' })),
    );
    const { tickets } = (await get(`${queue}?view=open`)) as { tickets: { number: number }[] };
    expect(tickets.length).toBeGreaterThan(0);
    expect(await counted()).toMatchObject({
      [String(open)]: { count: tickets.length, isMore: false },
      [String(own)]: { count: 0, isMore: false },
    });
    // A colleague's are not among theirs.
    const others = (await ok(rawRequest(server.url, `${queue}/counts`, { headers: { cookie: lead } }))) as {
      kept: object;
    };
    expect(Object.keys(others.kept)).not.toContain(String(open));
    for (const id of [open, own]) await change(hers, 'DELETE', id);
  });
});

describe('many tickets at once', () => {
  const bulk = (cookie: string, numbers: readonly number[], action: object): Promise<RawReply> =>
    postJson(server, cookie, '/api/desks/optima/tickets/bulk', { numbers, action });
  const register = async (): Promise<number> =>
    Number(
      (
        await ok(
          postJson(server, lead, '/api/desks/optima/tickets', {
            channel: 'phone',
            requesterEmail: null,
            requesterName: 'x',
            companyId: null,
            subject: 'x',
            text: 'x',
            type: null,
            priority: null,
          }),
        )
      )['number'],
    );
  const open = async (): Promise<number> => {
    const number = await register();
    const path = `/api/desks/optima/tickets/${number}`;
    const page = (await ok(rawRequest(server.url, path, { headers: { cookie: lead } }))) as {
      ticket: { version: number; state: string };
    };
    if (page.ticket.state === 'not-entitled')
      await ok(
        postJson(
          server,
          lead,
          `${path}/commands`,
          { command: 'accept-uncovered', reason: 'Обслужим.' },
          { 'if-match': `"${page.ticket.version}"` },
        ),
      );
    return number;
  };

  it('are given to somebody, each by its own rules, and the answer says what was not done and why', async () => {
    const [one, other, refused] = [await open(), await open(), desk.number];
    const answer = await ok(
      bulk(lead, [one, other, other, 999_999, refused], { kind: 'assign', personId: anna.personId }),
    );
    const done = answer['done'] as { number: number; assigneeBefore: string | null }[];
    expect(done.filter(({ number }) => number !== refused)).toEqual([
      { number: one, assigneeBefore: null },
      { number: other, assigneeBefore: null },
    ]);
    expect(answer['refused']).toContainEqual({ number: 999_999, says: expect.any(String), clause: null });
    const again = await ok(bulk(lead, [one], { kind: 'assign', personId: anna.personId }));
    expect(again).toMatchObject({ done: [], refused: [{ number: one }] });
    // Undone by what the answer said.
    const back = await ok(bulk(lead, [one, other], { kind: 'assign', personId: null }));
    expect(back['done']).toEqual([
      { number: one, assigneeBefore: anna.personId },
      { number: other, assigneeBefore: anna.personId },
    ]);
  });

  it('are taken, and tagged; a tag or colleague that the desk does not have is refused by each', async () => {
    const numbers = [await open(), await open()];
    expect(await ok(bulk(hers, numbers, { kind: 'take' }))).toMatchObject({ refused: [] });
    const tagged = await ok(bulk(hers, numbers, { kind: 'tag', add: [desk.tagId], remove: [] }));
    expect(tagged).toMatchObject({ done: numbers.map((number) => ({ number })), refused: [] });
    const [first = 0] = numbers;
    const untagged = await open();
    // What each was given, so that undoing takes it off nobody who had it before; asked again by the same key, the same.
    const both = [first, untagged];
    const headers = { 'idempotency-key': newId() };
    const body = { numbers: both, action: { kind: 'tag', add: [desk.tagId], remove: [] } };
    const send = () => postJson(server, hers, '/api/desks/optima/tickets/bulk', body, headers);
    const more = await ok(send());
    expect(more['done']).toEqual([
      { number: first, assigneeBefore: anna.personId, tags: { added: [], removed: [] } },
      { number: untagged, assigneeBefore: null, tags: { added: [desk.tagId], removed: [] } },
    ]);
    expect(await ok(send())).toEqual(more);
    const off = await ok(bulk(hers, both, { kind: 'tag', add: [], remove: [desk.tagId] }));
    expect(off['done']).toMatchObject(both.map(() => ({ tags: { added: [], removed: [desk.tagId] } })));
    await ok(bulk(hers, [first], { kind: 'tag', add: [desk.tagId], remove: [] }));
    for (const action of [
      { kind: 'tag', add: [newId()], remove: [] },
      { kind: 'assign', personId: newId() },
    ])
      expect(await ok(bulk(hers, numbers, action))).toMatchObject({
        done: [],
        refused: numbers.map((number) => ({ number })),
      });
  });

  it('are asked for again by the same key and answered the same; another request may not have it', async () => {
    const [one, other] = [await open(), await open()];
    const headers = { 'idempotency-key': newId() };
    const send = (numbers: readonly number[]): Promise<RawReply> =>
      postJson(
        server,
        lead,
        '/api/desks/optima/tickets/bulk',
        { numbers, action: { kind: 'assign', personId: anna.personId } },
        headers,
      );
    const first = await ok(send([one, other]));
    expect(first).toMatchObject({
      done: [
        { number: one, assigneeBefore: null },
        { number: other, assigneeBefore: null },
      ],
      refused: [],
    });
    expect(await ok(send([one, other]))).toEqual(first);
    expect((await send([other])).json()).toMatchObject({ code: 'idempotency-mismatch' });
  });

  it('are chosen by what the queue is asked for, in its order, and beyond its first page', async () => {
    const number = await open();
    const read = (query: string) =>
      ok(rawRequest(server.url, `/api/desks/optima/queue${query}`, { headers: { cookie: lead } }));
    for (const query of ['view=open', `view=open&assignee=${anna.personId}`, 'view=open&assignee=none']) {
      const page = (await read(`?${query}&limit=200`)) as { tickets: { number: number }[] };
      expect(await read(`/numbers?${query}`)).toEqual({
        numbers: page.tickets.map((ticket) => ticket.number),
        isMore: false,
      });
    }
    expect((await read('/numbers?view=open&assignee=none'))['numbers']).toContain(number);
    expect((await read('/numbers?view=closed'))['numbers']).toEqual([]);
  });

  it('are a hundred at most, and one at least', async () => {
    for (const numbers of [[], Array.from({ length: 101 }, (_, n) => n + 1), [0], [1.5]])
      expect((await bulk(hers, numbers, { kind: 'take' })).status).toBe(422);
  });
});

it('nothing of all this was a surprise to the server', () => {
  expect(server.errors).toEqual([]);
});
