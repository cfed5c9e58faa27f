import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestCluster, type TestCluster } from '../testing/postgres-cluster.ts';
import { checkServer, roleWarnings, UnfitServer } from './check-server.ts';

let cluster: TestCluster;
beforeAll(async () => {
  cluster = await startTestCluster({ durable: true });
});
afterAll(() => cluster.stop());

const check = async (adminUrl: string, prepare: readonly string[] = []): Promise<void> => {
  const client = new Client({ connectionString: adminUrl });
  await client.connect();
  try {
    for (const statement of prepare) await client.query(statement);
    await checkServer(client);
  } finally {
    await client.end();
  }
};

const refusalOf = async (work: Promise<void>): Promise<string> => {
  const outcome: unknown = await work.catch((error: unknown) => error);
  if (!(outcome instanceof UnfitServer)) throw new Error(`not refused: ${String(outcome)}`);
  return outcome.message;
};

describe('checkServer', () => {
  it('accepts a durable server', () => expect(check(cluster.adminUrl)).resolves.toBeUndefined());

  it('refuses a session whose commits are not waited for', async () => {
    const message = await refusalOf(check(cluster.adminUrl, ['set synchronous_commit = off']));
    expect(message).toContain('synchronous_commit is off');
  });

  it('refuses a database that is blind to Russian', async () => {
    const client = new Client({ connectionString: cluster.adminUrl });
    await client.connect();
    await client.query(
      "create database blind template template0 locale_provider libc lc_collate 'C' lc_ctype 'C' encoding 'UTF8'",
    );
    await client.end();
    const url = new URL(cluster.adminUrl);
    url.pathname = '/blind';
    expect(await refusalOf(check(url.href))).toContain("lower('Ё') is not 'ё'");
  });

  it('names every fault of a relaxed server at once', async () => {
    const relaxed = await startTestCluster();
    const message = await refusalOf(check(relaxed.adminUrl));
    await relaxed.stop();
    for (const setting of ['fsync', 'full_page_writes', 'synchronous_commit'])
      expect(message).toContain(`${setting} is off`);
  });

  it('R3: warns of a role that row-level security does not bind', async () => {
    const client = new Client({ connectionString: cluster.adminUrl });
    await client.connect();
    const [warning = ''] = await roleWarnings(client);
    expect(warning).toMatch(/^Warning: the database role ".+" is a superuser or bypasses row-level security/);
    await client.query('create role plain; set role plain');
    expect(await roleWarnings(client)).toEqual([]);
    await client.end();
  });

  it('refuses a version below 15', async () => {
    const facts = {
      version: 140012,
      version_text: '14.12',
      encoding: 'UTF8',
      fsync: 'on',
      full_page_writes: 'on',
    };
    const old = { query: async () => ({ rows: [{ ...facts, synchronous_commit: 'on', lowered: 'ё' }] }) };
    expect(await refusalOf(checkServer(old))).toContain('PostgreSQL 14.12 is too old');
  });
});
