import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { rawRequest } from '../testing/raw-request.ts';
import { startTestServer, type TestServer } from '../testing/start-test-server.ts';

let server: TestServer;

beforeAll(async () => {
  server = await startTestServer();
});

afterAll(() => server.stop());

it('anybody may have the schema of a regulation file, and keep it for an hour', async () => {
  const reply = await rawRequest(server.url, '/regulation.schema.json');
  expect(reply).toMatchObject({
    status: 200,
    headers: {
      'content-type': 'application/schema+json; charset=utf-8',
      'cache-control': 'public, max-age=3600',
      'access-control-allow-origin': '*',
    },
  });
  const file = new URL('../../../../regulations/regulation.schema.json', import.meta.url);
  expect(reply.json()).toEqual(JSON.parse(readFileSync(file, 'utf8')));
});

it('it is only read', async () => {
  const reply = await rawRequest(server.url, '/regulation.schema.json', { method: 'POST' });
  expect(reply).toMatchObject({ status: 405, headers: { allow: 'GET, HEAD' } });
});
