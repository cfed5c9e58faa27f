import type { DeskId } from '@reglament/desk';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../testing/postgres-cluster.ts';
import { eventually } from '../testing/start-test-server.ts';
import { type LiveHint, type LiveHub, startLiveHub } from './live-hub.ts';

let database: TestDatabase;
const errors: unknown[] = [];
const hubs: LiveHub[] = [];
const startHub = (node: string): LiveHub => {
  const hub = startLiveHub({ url: database.url, node, onError: (error) => errors.push(error) });
  hubs.push(hub);
  return hub;
};

beforeAll(async () => {
  database = await createTestDatabase(inject('adminUrl'));
});
afterAll(async () => {
  await Promise.all(hubs.map((hub) => hub.stop()));
  await database.drop();
});

it('hundreds of hints at once all reach another node, each once', async () => {
  const [here, there] = [startHub('here'), startHub('there')];
  const deskId = '019abcde-0000-7000-8000-000000000001' as DeskId;
  const heard: LiveHint[] = [];
  there.listen((hint) => heard.push(hint));
  const first: LiveHint = { deskId, kind: 'letter', number: 0 };
  await eventually(async () => {
    here.hint(first);
    await new Promise((resolve) => setTimeout(resolve, 50));
    return heard.length > 0;
  });
  await new Promise((resolve) => setTimeout(resolve, 200));
  heard.length = 0;
  const told = Array.from({ length: 500 }, (_, i): LiveHint => ({ deskId, kind: 'ticket', number: i + 1 }));
  for (const hint of [...told, ...told]) here.hint(hint);
  await eventually(async () => heard.length >= told.length);
  expect(heard).toEqual(told);
  expect(errors).toEqual([]);
});
