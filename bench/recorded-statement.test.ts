import { Client } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TestCluster } from '../apps/server/src/testing/postgres-cluster.ts';
import { insertStatements } from './registrations.ts';
import { type BenchDatabase, makeDatabase, startBenchCluster } from './stage.ts';

let cluster: TestCluster;
let database: BenchDatabase;

beforeAll(async () => {
  cluster = await startBenchCluster();
  database = await makeDatabase(cluster);
}, 60_000);

afterAll(() => cluster.stop());

const countRows = `select json_build_object('ticket', (select count(*) from ticket), 'journal', (select count(*) from journal where stream_kind = 'ticket'), 'message', (select count(*) from message),
  'outbox', (select count(*) from outbox), 'alarm', (select count(*) from alarm), 'idempotency', (select count(*) from idempotency)) as rows`;

test('what the database is measured with writes what the product writes, each time anew', async () => {
  const [statement] = [
    ...(
      await insertStatements(
        database,
        database.laidOut.desks.filter((d) => d.slug === 'centaur'),
      )
    ).values(),
  ];
  const client = new Client({ connectionString: database.url, options: '-c reglament.every_desk=on' });
  await client.connect();
  const rows = async (): Promise<Record<string, number>> =>
    (await client.query<{ rows: Record<string, number> }>(countRows)).rows[0]?.rows ?? {};
  // Its end comes with the cluster's.
  client.on('error', () => undefined);
  const once = await rows();
  expect(once).toMatchObject({ ticket: 1, message: 1, idempotency: 1 });
  expect(once['journal']).toBeGreaterThan(1);
  for (const client_id of ['0', '1', '1'])
    await client.query((statement ?? '').replaceAll(':client_id', client_id));
  const all = await rows();
  await client.end();
  expect(all).toEqual(Object.fromEntries(Object.entries(once).map(([table, count]) => [table, 4 * count])));
});
