import { performance } from 'node:perf_hooks';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { newId } from '../ids.ts';
import { type Planted, plantDesk } from '../testing/planted-desk.ts';
import { startTestServer, type TestServer } from '../testing/start-test-server.ts';

let server: TestServer;
let centaur: Planted;
let optima: Planted;

beforeAll(async () => {
  server = await startTestServer();
  centaur = await plantDesk(server, 'centaur', 'canaryofcentaur');
  optima = await plantDesk(server, 'optima', 'canaryofoptima');
});

afterAll(() => server.stop());

const SAMPLES = 2000;

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

const get = async (path: string): Promise<Response> => {
  const reply = await fetch(`${server.url}${path}`, { headers: { cookie: centaur.administrator } });
  await reply.arrayBuffer();
  return reply;
};

const timed = async (path: string): Promise<number> => {
  const before = performance.now();
  const reply = await get(path);
  const spent = performance.now() - before;
  expect(reply.status).toBe(404);
  return spent;
};

it('R2: what belongs to another desk takes as long as what is nowhere: under a millisecond apart at the median of 2,000', async () => {
  const foreign: number[] = [];
  const nowhere: number[] = [];
  for (let i = 0; i < SAMPLES; i += 1) {
    foreign.push(await timed(`/api/desks/centaur/attachments/${optima.attachmentId}`));
    nowhere.push(await timed(`/api/desks/centaur/attachments/${newId()}`));
  }
  expect(Math.abs(median(foreign) - median(nowhere))).toBeLessThan(1);
}, 120_000);

it('R2: neighbours of a real id are nobody’s', async () => {
  const digits = optima.attachmentId.slice(0, -2);
  const replies = await Promise.all(
    Array.from({ length: 256 }, (_, i) =>
      get(`/api/desks/centaur/attachments/${digits}${i.toString(16).padStart(2, '0')}`),
    ),
  );
  expect(new Set(replies.map((r) => r.status))).toEqual(new Set([404]));
});
