import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectProblem } from '../testing/expect-problem.ts';
import { type RawReply, rawRequest } from '../testing/raw-request.ts';
import { cookieOf, startTestServer, type TestServer } from '../testing/start-test-server.ts';
import { addStaff, deskIdOf } from '../testing/test-desk.ts';

let server: TestServer;
let anna: string;
let boris: string;

beforeAll(async () => {
  server = await startTestServer();
  anna = await cookieOf(server, await addStaff(server.opened, 'centaur', 'engineer', 'anna@centaur.example'));
  boris = await cookieOf(
    server,
    await addStaff(server.opened, 'centaur', 'engineer', 'boris@centaur.example'),
  );
});

afterAll(() => server.stop());

const tickets = '/api/desks/centaur/tickets';
const body = {
  channel: 'phone',
  requesterEmail: null,
  requesterName: 'Ольга',
  companyId: null,
  subject: 'Нет связи',
  text: 'Нет связи',
  type: null,
  priority: null,
};

const send = (path: string, json: object, headers: Readonly<Record<string, string>>): Promise<RawReply> =>
  rawRequest(server.url, path, {
    method: 'POST',
    body: JSON.stringify(json),
    headers: { 'content-type': 'application/json', cookie: anna, ...headers },
  });
const register = (headers: Readonly<Record<string, string>>, changed: object = {}): Promise<RawReply> =>
  send(tickets, { ...body, ...changed }, headers);

let keys = 0;
const newKey = (): string => `key-${++keys}`;
const newTicket = async (): Promise<{
  readonly number: number;
  readonly version: number;
  readonly commands: string;
}> => {
  const { number, version } = (await register({ 'idempotency-key': newKey() })).json() as {
    number: number;
    version: number;
  };
  return { number, version, commands: `${tickets}/${number}/commands` };
};
const countTickets = async (): Promise<number> => {
  const deskId = deskIdOf(server.opened, 'centaur');
  const [row] = await server.opened.context.db.inDesk(deskId, (q) =>
    q.query<{ n: number }>('test-count', 'select count(*) as n from ticket'),
  );
  return row?.n ?? -1;
};

describe('a creating request', () => {
  it('needs a key', async () => {
    expectProblem(await register({}), 'idempotency-key-required');
    expectProblem(await register({ 'idempotency-key': ' ' }), 'idempotency-key-required');
    expectProblem(await register({ 'idempotency-key': 'k'.repeat(129) }), 'invalid-request');
    expectProblem(await register({ 'idempotency-key': 'with space' }), 'invalid-request');
  });

  it('sent again is answered again, and done once', async () => {
    const key = newKey();
    const before = await countTickets();
    const first = await register({ 'idempotency-key': key });
    const again = await register({ 'idempotency-key': key });
    expect([first.status, again.status]).toEqual([201, 201]);
    expect(again.json()).toEqual(first.json());
    expect(first.headers['idempotency-replayed']).toBeUndefined();
    expect(again.headers['idempotency-replayed']).toBe('true');
    expect(await countTickets()).toBe(before + 1);
  });

  it('with the key of another request is refused', async () => {
    const key = newKey();
    await register({ 'idempotency-key': key });
    const before = await countTickets();
    expectProblem(await register({ 'idempotency-key': key }, { subject: 'Другое' }), 'idempotency-mismatch');
    expect(await countTickets()).toBe(before);
  });

  it('has a key of its own person: nobody gets another’s answer', async () => {
    const key = newKey();
    const first = (await register({ 'idempotency-key': key })).json();
    const other = await register({ 'idempotency-key': key, cookie: boris });
    expect(other.status).toBe(201);
    expect(other.json()['number']).not.toBe(first['number']);
  });

  it('sent ten times at once is done once; who comes meanwhile is told to come again', async () => {
    const key = newKey();
    const before = await countTickets();
    const replies = await Promise.all(Array.from({ length: 10 }, () => register({ 'idempotency-key': key })));
    expect(await countTickets()).toBe(before + 1);
    const numbers = new Set(replies.filter((r) => r.status === 201).map((r) => r.json()['number']));
    expect(numbers.size).toBe(1);
    for (const reply of replies.filter((r) => r.status !== 201)) expectProblem(reply, 'still-running');
  });

  it('whose first is still under way gets 409 and when to come again', async () => {
    const { version, commands, number } = await newTicket();
    const key = newKey();
    const deskId = deskIdOf(server.opened, 'centaur');
    const note = { command: 'add-note', text: 'Проверяю.' };
    await server.opened.context.db.inDesk(deskId, async (q) => {
      await q.query('test-hold', 'select from ticket where desk_id = $1 and number = $2 for update', [
        deskId,
        number,
      ]);
      const first = send(commands, note, { 'idempotency-key': key, 'if-match': `"${version}"` });
      await new Promise((resolve) => setTimeout(resolve, 200));
      const second = await send(commands, note, { 'idempotency-key': key, 'if-match': `"${version}"` });
      expectProblem(second, 'still-running');
      expect(second.headers['retry-after']).toBe('1');
      void first;
    });
    const replayed = await send(commands, note, { 'idempotency-key': newKey(), 'if-match': `"${version}"` });
    expect([200, 412]).toContain(replayed.status);
  });
});

describe('a change', () => {
  const take = { command: 'take' };

  it('needs the version that the person saw', async () => {
    const { commands } = await newTicket();
    expectProblem(await send(commands, take, { 'idempotency-key': newKey() }), 'version-required');
    for (const version of ['*', '3', 'W/"3"', '"-1"', '"3", "4"', '""'])
      expectProblem(
        await send(commands, take, { 'idempotency-key': newKey(), 'if-match': version }),
        'invalid-request',
      );
  });

  it('of what changed meanwhile gets 412 with the present version and what the other did', async () => {
    const { commands, version } = await newTicket();
    const reply = { command: 'reply', text: 'Перезагрузите станцию.' };
    const first = await send(commands, reply, {
      'idempotency-key': newKey(),
      'if-match': `"${version}"`,
      cookie: boris,
    });
    expect(first.status).toBe(200);
    const second = await send(
      commands,
      { ...reply, text: 'Другой ответ' },
      { 'idempotency-key': newKey(), 'if-match': `"${version}"` },
    );
    const told = expectProblem(second, 'stale');
    expect(second.headers['etag']).toBe(`"${String(first.json()['version'])}"`);
    expect(told.current?.version).toBe(first.json()['version']);
    expect(told.current?.changes.map((c) => c.actor)).toContain('Сотрудник boris');
    expectProblem(
      await send(commands, take, { 'idempotency-key': newKey(), 'if-match': '"999999"' }),
      'stale',
    );
  });

  it('sent again after it was done gets the first answer, not 412', async () => {
    const { commands, version } = await newTicket();
    const headers = { 'idempotency-key': newKey(), 'if-match': `"${version}"` };
    const first = await send(commands, take, headers);
    const again = await send(commands, take, headers);
    expect([first.status, again.status]).toEqual([200, 200]);
    expect(again.json()['version']).toBe(first.json()['version']);
    expect(again.headers['idempotency-replayed']).toBe('true');
    expectProblem(await send(commands, { command: 'add-note', text: 'x' }, headers), 'idempotency-mismatch');
  });

  it('that the state does not allow gets 409 with what is allowed', async () => {
    const { commands, version } = await newTicket();
    const say = (command: object) =>
      send(commands, command, { 'idempotency-key': newKey(), 'if-match': `"${version}"` });
    const told = expectProblem(await say({ command: 'accept-uncovered', reason: 'Договорились.' }), 'state');
    expect(told.refusal).toBe('nothing-to-lift');
    expect(told.allowed).toContain('take');
    expect(told.allowed).not.toContain('accept-uncovered');
    const byClause = expectProblem(await say({ command: 'record-confirmation', who: 'Ольга' }), 'refused');
    expect(byClause).toMatchObject({
      refusal: 'not-resolved',
      clause: expect.stringMatching(/^CN-/) as string,
    });
    expect(byClause.allowed).not.toContain('record-confirmation');
  });

  it('of no ticket is not found', async () => {
    expectProblem(
      await send(`${tickets}/999999/commands`, take, { 'idempotency-key': newKey(), 'if-match': '"1"' }),
      'not-found',
    );
  });

  it.each([
    [{ command: 'close' }],
    [{}],
    [{ command: 'reply' }],
    [{ command: 'reply', text: '' }],
    [{ command: 'take', by: 'x' }],
    [[]],
    [null],
    ['take'],
  ])('%j is no command', async (command) => {
    const { commands, version } = await newTicket();
    const reply = await send(commands, command as object, {
      'idempotency-key': newKey(),
      'if-match': `"${version}"`,
    });
    expect(reply.status).toBe(422);
  });
});

describe('a request that no certificate covers', () => {
  it('is kept as a numbered ticket without clocks: 201', async () => {
    const flat = await cookieOf(
      server,
      await addStaff(server.opened, 'flat', 'engineer', 'engineer@flat.example'),
    );
    const reply = await send(
      '/api/desks/flat/tickets',
      { ...body, channel: 'email', priority: '2' },
      { cookie: flat, 'idempotency-key': newKey() },
    );
    expect(reply.status).toBe(201);
    expect(reply.json()).toMatchObject({ number: 1, state: 'not-entitled' });
    const page = (
      await rawRequest(server.url, '/api/desks/flat/tickets/1', { headers: { cookie: flat } })
    ).json() as { clocks: unknown[]; ticket: { coverage: { says: { ru: string } } } };
    expect(page.clocks).toEqual([]);
    expect(page.ticket.coverage.says.ru).not.toBe('');
  });
});

it('nothing of all this was a surprise to the server', () => {
  expect(server.errors).toEqual([]);
});

describe('a letter written in a form', () => {
  it('is one letter however often it is sent with its key', async () => {
    const administrator = await cookieOf(
      server,
      await addStaff(server.opened, 'centaur', 'administrator', 'admin@centaur.example'),
    );
    const path = '/api/desks/centaur/letters/written';
    const letter = { fromName: 'Ольга', fromAddress: 'olga@writer.example', subject: 'Тема', text: 'Текст' };
    const write = (headers: Readonly<Record<string, string>>, changed: object = {}): Promise<RawReply> =>
      send(path, { ...letter, ...changed }, { cookie: administrator, ...headers });
    expectProblem(await write({}), 'idempotency-key-required');
    const headers = { 'idempotency-key': newKey() };
    const first = await write(headers);
    const second = await write(headers);
    expect([first.status, second.status]).toEqual([201, 201]);
    expect(second.headers['idempotency-replayed']).toBe('true');
    expect(second.json()).toMatchObject(first.json());
    expectProblem(await write(headers, { text: 'Другой' }), 'idempotency-mismatch');
  });
});
