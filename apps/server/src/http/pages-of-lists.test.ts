import { type Endpoint, endpoints } from '@reglament/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../ids.ts';
import { expectProblem } from '../testing/expect-problem.ts';
import { ok, type Planted, plantDesk } from '../testing/planted-desk.ts';
import { type RawReply, rawRequest } from '../testing/raw-request.ts';
import { startTestServer, type TestServer } from '../testing/start-test-server.ts';
import { writeCursor } from './cursor.ts';

let server: TestServer;
let planted: Planted;

/** Lists that come in pages, for staff: every endpoint of the contract whose query has a cursor. */
const paged = (Object.values(endpoints) as readonly Endpoint[]).filter(
  (e) => e.query !== undefined && 'cursor' in e.query.shape && e.permission !== 'customer',
);

beforeAll(async () => {
  server = await startTestServer();
  planted = await plantDesk(server, 'centaur', 'canary');
});
afterAll(() => server.stop());

const pathOf = (e: Endpoint): string =>
  e.path
    .replace('{desk}', 'centaur')
    .replace('{companyId}', planted.companyId)
    .replace('{webhookId}', planted.webhookId)
    .replace(/\{\w+\}/g, newId());

const ask = (e: Endpoint, query: Readonly<Record<string, string>>): Promise<RawReply> => {
  const wanted = e.id === 'search' ? { q: 'тема', ...query } : query;
  return rawRequest(server.url, `${pathOf(e)}?${new URLSearchParams(wanted).toString()}`, {
    headers: { cookie: planted.administrator },
  });
};

describe('lists in pages', () => {
  it('are many', () => {
    expect(paged.length).toBeGreaterThanOrEqual(8);
  });

  it.each(paged.map((e) => [e.id, e] as const))('%s takes no cursor but its own', async (_, e) => {
    const reply = await ask(e, {});
    expect({ id: e.id, status: reply.status }).toEqual({ id: e.id, status: 200 });
    const { secret } = server.opened.installation;
    const foreign = writeCursor(secret, 'another list', ['2026-11-21T00:00:00Z', newId()]);
    const [body = '', signature = ''] = foreign.split('.');
    for (const forged of ['x', '.', 'forged.forged', `${body}.`, `.${signature}`, foreign])
      expectProblem(await ask(e, { cursor: forged }), 'bad-cursor');
  });

  it.each(paged.map((e) => [e.id, e] as const))('%s bounds its pages', async (_, e) => {
    for (const limit of ['0', '-1', '1000000000', '1.5', 'x', ''])
      expectProblem(await ask(e, { limit }), 'invalid-request');
    const one = await ok(ask(e, { limit: '1' }));
    expect(one).toHaveProperty('next');
  });
});

it('nothing of all this was a surprise to the server', () => {
  expect(server.errors).toEqual([]);
});
