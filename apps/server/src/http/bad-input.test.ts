import { problem, SEARCH_CHARACTERS } from '@reglament/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectProblem } from '../testing/expect-problem.ts';
import { type RawReply, rawExchange, rawRequest } from '../testing/raw-request.ts';
import { cookieOf, startTestServer, type TestServer } from '../testing/start-test-server.ts';
import { addCustomer, addStaff } from '../testing/test-desk.ts';

let server: TestServer;
let cookie: string;
let administrator: string;

beforeAll(async () => {
  server = await startTestServer();
  await addCustomer(server.opened, 'centaur', {
    company: 'ООО «100% _связь_ \\ Ёлка»',
    email: 'olga@link.example',
    name: 'Ольга',
    packageId: 'extended',
  });
  await addCustomer(server.opened, 'centaur', {
    company: 'ООО «Берёза»',
    email: 'ivan@birch.example',
    name: 'Иван',
    packageId: 'basic',
  });
  cookie = await cookieOf(
    server,
    await addStaff(server.opened, 'centaur', 'engineer', 'engineer@centaur.example'),
  );
  administrator = await cookieOf(
    server,
    await addStaff(server.opened, 'centaur', 'administrator', 'administrator@centaur.example'),
  );
});

afterAll(() => server.stop());

const tickets = '/api/desks/centaur/tickets';
const body = {
  channel: 'phone',
  requesterEmail: 'olga@link.example',
  requesterName: 'Ольга',
  companyId: null,
  subject: 'Нет связи',
  text: 'Нет связи',
  type: null,
  priority: null,
};

let keys = 0;
const post = (
  path: string,
  text: string | Uint8Array,
  headers: Readonly<Record<string, string>> = {},
): Promise<RawReply> =>
  rawRequest(server.url, path, {
    method: 'POST',
    body: text,
    headers: { cookie, 'content-type': 'application/json', 'idempotency-key': `bad-${++keys}`, ...headers },
  });
const get = (path: string, headers: Readonly<Record<string, string>> = {}): Promise<RawReply> =>
  rawRequest(server.url, path, { headers: { cookie, ...headers } });
const registered = (changed: object, headers?: Readonly<Record<string, string>>): Promise<RawReply> =>
  post(tickets, JSON.stringify({ ...body, ...changed }), headers);

const countTickets = async (): Promise<number> => {
  const [row] = await server.opened.context.db.everyDesk((q) =>
    q.query<{ n: number }>('test-count', 'select count(*) as n from ticket'),
  );
  return row?.n ?? -1;
};

describe('a body', () => {
  it.each([
    ['no JSON', '{"channel":', 'malformed-json'],
    ['trailing bytes', `${JSON.stringify(body)} x`, 'malformed-json'],
    ['nothing', '', 'malformed-json'],
    ['a key twice', '{"subject":"a","subject":"b"}', 'duplicate-key'],
    ['__proto__', '{"__proto__":{"role":"administrator"}}', 'unknown-field'],
    ['a number beyond 2^53', '{"subject":9007199254740993}', 'number-range'],
    ['NaN', '{"subject":NaN}', 'number-range'],
    ['1e999', '{"subject":1e999}', 'number-range'],
    ['-0', '{"subject":-0}', 'number-range'],
    ['NUL', '{"subject":"a\\u0000b"}', 'invalid-text'],
    ['half a surrogate pair', '{"subject":"\\ud800"}', 'invalid-text'],
    ['33 levels', `${'['.repeat(33)}${']'.repeat(33)}`, 'too-complex'],
    ['10,001 items', JSON.stringify({ attachments: Array.from({ length: 10_001 }, () => 1) }), 'too-complex'],
  ] as const)('with %s is refused', async (_, text, code) => {
    const before = await countTickets();
    expectProblem(await post(tickets, text), code);
    expect(await countTickets()).toBe(before);
  });

  it('in another encoding is refused', async () => {
    expectProblem(
      await post(
        tickets,
        Buffer.from([...Buffer.from('{"subject":"'), 0xcf, 0xf0, 0xe8, ...Buffer.from('"}')]),
      ),
      'invalid-text',
    );
    expectProblem(
      await post(tickets, JSON.stringify(body), { 'content-type': 'application/json; charset=windows-1251' }),
      'malformed-json',
    );
    expect((await registered({}, { 'content-type': 'application/json; charset=UTF-8' })).status).toBe(201);
  });

  it.each([
    [tickets, 'text/plain', 'application/json'],
    [tickets, 'message/rfc822', 'application/json'],
    [tickets, 'multipart/form-data; boundary=x', 'application/json'],
    ['/api/desks/centaur/attachments', 'application/json', 'multipart/form-data'],
    ['/api/desks/centaur/attachments', 'image/png', 'multipart/form-data'],
    ['/api/desks/centaur/letters', 'application/json', 'message/rfc822'],
  ])('sent to %s as %s is told what is accepted', async (path, type, accepted) => {
    const reply = await post(path, '{}', { 'content-type': type, cookie: administrator });
    expectProblem(reply, 'unsupported-media-type');
    expect(reply.headers['accept-post']).toBe(accepted);
  });

  it('without a content type is told so too', async () => {
    const reply = await rawRequest(server.url, tickets, { method: 'POST', body: '{}', headers: { cookie } });
    expectProblem(reply, 'unsupported-media-type');
  });

  it('over 1 MiB is not read: 413, and the connection ends', async () => {
    const reply = await registered({ text: 'x'.repeat(1024 * 1024) });
    expectProblem(reply, 'too-large');
    expect(reply.headers['connection']).toBe('close');
    const said = await rawExchange(
      server.url,
      `POST ${tickets} HTTP/1.1\r\nhost: x\r\ncookie: ${cookie}\r\ncontent-type: application/json\r\ncontent-length: 99999999\r\n\r\n{`,
    );
    expect(said).toMatch(/^HTTP\/1\.1 413 /);
  });

  it('of nearly 1 MiB is read', async () => {
    expect(
      (await registered({ text: 'я'.repeat(100_000), fields: { description: 'x'.repeat(2000) } })).status,
    ).toBe(201);
    expectProblem(await registered({ text: 'x'.repeat(1024 * 1024 - 1000) }), 'invalid-request');
  });
});

describe('fields', () => {
  it('that are unknown are named, each', async () => {
    const told = expectProblem(await registered({ number: 1, 'a/b': 1 }), 'unknown-field');
    expect(told.errors).toEqual([
      { pointer: '/number', code: 'unknown-field' },
      { pointer: '/a~1b', code: 'unknown-field' },
    ]);
  });

  it('that are wrong are all listed, in the reader’s language', async () => {
    const wrong = {
      channel: 'fax',
      subject: '',
      requesterEmail: 'nobody',
      attachments: ['x'],
      companyId: 'y',
    };
    const told = expectProblem(await registered(wrong, { 'accept-language': 'en' }), 'invalid-request');
    expect(told.errors?.map((e) => e.pointer).toSorted()).toEqual([
      '/attachments/0',
      '/channel',
      '/companyId',
      '/requesterEmail',
      '/subject',
    ]);
    expect(told.title).toBe('Check the fields');
    expect(told.errors?.find((e) => e.pointer === '/subject')?.detail).toMatch(/^Too small/);
    const russian = expectProblem(await registered(wrong), 'invalid-request');
    expect(russian.title).toBe('Проверьте поля');
    expect(russian.errors?.every((e) => /[а-я]/.test(e.detail ?? ''))).toBe(true);
  });

  it('are listed up to 50', async () => {
    const told = expectProblem(
      await registered(Object.fromEntries(Array.from({ length: 80 }, (_, i) => [`x${i}`, 1]))),
      'unknown-field',
    );
    expect(told.errors).toHaveLength(50);
  });

  it.each(['a\r\nBcc: x@evil.example', 'a\nb', 'a\u2028b', 'a\u0085b', 'a\u0007'])(
    'of one line hold one line: %j (R17)',
    async (text) => {
      const told = expectProblem(
        await registered({ subject: text, requesterName: text, requesterPhone: text }),
        'invalid-text',
      );
      expect(told.errors?.map((e) => e.pointer).toSorted()).toEqual([
        '/requesterName',
        '/requesterPhone',
        '/subject',
      ]);
      const letter = { fromName: text, fromAddress: 'a@b.example', subject: text, text: 'x' };
      expectProblem(
        await post('/api/desks/centaur/letters/written', JSON.stringify(letter), { cookie: administrator }),
        'invalid-text',
      );
    },
  );

  it.each(['"a@b"@c', 'a@b@c', 'a b@c.example', 'a@b.example\r\nBcc: x@y.example', 'ы'])(
    '%j is no address (R17)',
    async (requesterEmail) => {
      expectProblem(await registered({ requesterEmail }), 'invalid-request');
    },
  );
});

describe('an address', () => {
  it('over 8 KiB is refused with 414, headers over 16 KiB with 431', async () => {
    expectProblem(await get(`/api/desks/centaur/companies?search=${'x'.repeat(8200)}`), 'uri-too-long');
    const reply = await get('/api/session', { 'x-long': 'x'.repeat(20_000) });
    expectProblem(reply, 'headers-too-large');
    expect(reply.headers['connection']).toBe('close');
  });

  it('that can not be decoded is refused', async () => {
    expectProblem(await get('/api/desks/%zz/queue'), 'malformed-request');
    const said = await rawExchange(server.url, 'this is no HTTP\r\n\r\n');
    expect(said).toMatch(/^HTTP\/1\.1 400 /);
    expect(problem.parse(JSON.parse(said.slice(said.indexOf('\r\n\r\n'))))).toMatchObject({
      code: 'malformed-request',
    });
  });

  it('that does not exist is not found', async () => {
    for (const path of [
      '/api',
      '/api/nothing',
      '/api/desks/centaur/tickets/0',
      '/api/desks/centaur/tickets/x',
      '/api/desks/centaur/tickets/9007199254740993',
      `/api/desks/${'a'.repeat(300)}/queue`,
      '/assets/none.js',
    ])
      expectProblem(await get(path), 'not-found');
  });

  it.each([
    ['DELETE', tickets, 'POST'],
    ['PUT', '/api/session', 'POST, GET, DELETE, HEAD'],
    ['PATCH', '/api/desks/centaur/tickets/1', 'GET, HEAD'],
    ['TRACE', '/api/desks/centaur/queue', 'GET, HEAD'],
    ['TRACE', '/api/desks/centaur/live', 'GET'],
    ['TRACE', '/', 'GET, HEAD'],
    ['OPTIONS', '/api/openapi.json', 'GET, HEAD'],
    ['POST', '/healthz', 'GET, HEAD'],
    ['POST', '/d/centaur', 'GET, HEAD'],
  ])('%s %s: 405 and what is allowed', async (method, path, allowed) => {
    const reply = await rawRequest(server.url, path, { method, headers: { cookie } });
    expectProblem(reply, 'method-not-allowed');
    expect(reply.headers['allow']).toBe(allowed);
  });
});

describe('a question', () => {
  it.each([
    'limit=1000000000',
    'limit=-1',
    'limit=0',
    'limit=1.5',
    'limit=NaN',
    'limit=',
    'limit=1&limit=2',
    'view=everything',
    'view=open&view=mine',
    'line=',
    'view=closed&line=2',
  ])('?%s is refused', async (query) => {
    expectProblem(await get(`/api/desks/centaur/queue?${query}`), 'invalid-request');
  });

  it('with an unknown parameter is refused', async () => {
    expectProblem(await get('/api/desks/centaur/queue?deskId=1'), 'unknown-field');
  });

  it('with a cursor that is forged, of another list or of nobody is refused', async () => {
    for (const subject of ['one', 'two', 'three']) expect((await registered({ subject })).status).toBe(201);
    const { next } = (await get('/api/desks/centaur/queue?limit=1')).json() as { next: string };
    expect((await get(`/api/desks/centaur/queue?limit=1&cursor=${next}`)).status).toBe(200);
    const [payload, signature] = next.split('.') as [string, string];
    const other = Buffer.from(
      Buffer.from(payload, 'base64url')
        .toString()
        .replace(/\d/, (d) => String((Number(d) + 1) % 10)),
    ).toString('base64url');
    for (const cursor of [`${other}.${signature}`, `${payload}.AAAAAAAAAAAAAAAA`, payload, '.', 'x', '%00'])
      expectProblem(await get(`/api/desks/centaur/queue?limit=1&cursor=${cursor}`), 'bad-cursor');
    expectProblem(await get(`/api/desks/centaur/queue?view=closed&cursor=${next}`), 'bad-cursor');
    expectProblem(
      await get(`/api/desks/centaur/letters?cursor=${next}`, { cookie: administrator }),
      'bad-cursor',
    );
  });

  it.each([
    ['%', 1],
    ['_', 1],
    ['\\', 1],
    ['100%', 1],
    ['%берёза%', 0],
    ['берёза', 1],
    ["'; drop table ticket --", 0],
    ['& | ! ( )', 0],
    ['', 2],
  ])('searching %j takes it literally: %i found', async (search, found) => {
    const reply = await get(`/api/desks/centaur/companies?search=${encodeURIComponent(search)}`);
    expect({
      status: reply.status,
      found: (reply.json() as { companies: unknown[] }).companies.length,
    }).toEqual({ status: 200, found });
  });

  it('of thousands of characters is cut to 500, and says so', async () => {
    const reply = await get(`/api/desks/centaur/companies?search=${'x'.repeat(8000)}`);
    expect(reply.json()).toEqual({ companies: [], next: null, cut: true });
    expectProblem(await get('/api/desks/centaur/companies?search=%00'), 'invalid-text');
  });

  it('of a search counts to its 500th character; of a longer one that is said', async () => {
    for (const count of [SEARCH_CHARACTERS, SEARCH_CHARACTERS + 1]) {
      const reply = await get(`/api/desks/centaur/search?q=${encodeURIComponent('я'.repeat(count))}`);
      expect(reply.json()).toMatchObject({ cut: count > SEARCH_CHARACTERS });
    }
    expectProblem(await get(`/api/desks/centaur/search?q=${'x'.repeat(8200)}`), 'uri-too-long');
  });

  it.each(['%', '_', '\\', "'", '%_\\', '& | ! ( ) :* <->', 'a&b|!c', '%'.repeat(2000)])(
    'search takes signs for signs, not for operators: %.20s',
    async (typed) => {
      const reply = await get(`/api/desks/centaur/search?q=${encodeURIComponent(typed)}`);
      expect(reply.status).toBe(200);
      expect(reply.json()).toMatchObject({
        tickets: [],
        companies: [],
        cut: typed.length > SEARCH_CHARACTERS,
      });
    },
  );
});

it('nothing of all this was a surprise to the server', () => {
  expect(server.errors).toEqual([]);
});
