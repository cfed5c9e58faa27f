import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fastify from 'fastify';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { serveWebApp } from './web-app.ts';

let dist: string;

beforeAll(async () => {
  dist = await mkdtemp(join(tmpdir(), 'web-app-'));
  await mkdir(join(dist, 'assets'));
  await writeFile(join(dist, 'index.html'), '<meta name="reglament-demo" content="__DEMO__" />');
});

afterAll(() => rm(dist, { recursive: true }));

it.each([
  [true, 'yes'],
  [false, 'no'],
])('the page tells whether this is the demo: %s', async (isDemo, told) => {
  const app = fastify();
  const send = await serveWebApp(app, dist, isDemo);
  app.get('/', (_, reply) => send(reply, 200));
  const { body } = await app.inject('/');
  await app.close();
  expect(body).toBe(`<meta name="reglament-demo" content="${told}" />`);
});

it('the built page has the place for it', async () => {
  const source = await readFile(new URL('../../../web/index.html', import.meta.url), 'utf8');
  expect(source.split('__DEMO__')).toHaveLength(2);
});
