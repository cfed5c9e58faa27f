import { existsSync } from 'node:fs';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  createTestDatabase,
  createTestTemplate,
  startTestCluster,
  type TestCluster,
} from './postgres-cluster.ts';

let cluster: TestCluster;
beforeAll(async () => {
  cluster = await startTestCluster();
}, 60_000);
afterAll(() => cluster.stop());

const ask = async <T>(url: string, sql: string): Promise<readonly T[]> => {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows as readonly T[];
  } finally {
    await client.end();
  }
};

const fill = async (url: string): Promise<void> => {
  await ask(url, "create table letter (subject text); insert into letter values ('Ёлка')");
};

it('clones a prepared template for an ordinary role that owns everything in it', async () => {
  const template = await createTestTemplate(cluster.adminUrl, 'prepared', fill);
  const database = await createTestDatabase(cluster.adminUrl, template);
  expect(await ask(database.url, 'select lower(subject) as subject from letter')).toEqual([
    { subject: 'ёлка' },
  ]);
  expect(await ask(database.url, 'select rolsuper from pg_roles where rolname = current_user')).toEqual([
    { rolsuper: false },
  ]);
  await ask(database.url, 'drop table letter');
  await database.drop();
});

it('prepares a template once, however many workers ask for it', async () => {
  let fills = 0;
  const fillCounted = (url: string): Promise<void> => {
    fills += 1;
    return fill(url);
  };
  await Promise.all([1, 2, 3].map(() => createTestTemplate(cluster.adminUrl, 'asked_thrice', fillCounted)));
  expect(fills).toBe(1);
});

it('gives many workers their own databases at once', async () => {
  const databases = await Promise.all([1, 2, 3, 4].map(() => createTestDatabase(cluster.adminUrl)));
  await Promise.all(databases.map(({ url }) => ask(url, 'create table mine (id int)')));
  expect(new Set(databases.map(({ url }) => url)).size).toBe(4);
  await Promise.all(databases.map(({ drop }) => drop()));
});

it('stops and takes its directory along', async () => {
  const passing = await startTestCluster({ durable: true });
  const rows = await ask<{ dir: string; fsync: string }>(
    passing.adminUrl,
    "select current_setting('data_directory') as dir, current_setting('fsync') as fsync",
  );
  expect(rows[0]?.fsync).toBe('on');
  await passing.stop();
  expect(existsSync(rows[0]?.dir ?? '')).toBe(false);
  await expect(ask(passing.adminUrl, 'select 1')).rejects.toThrow('ECONNREFUSED');
}, 30_000);
