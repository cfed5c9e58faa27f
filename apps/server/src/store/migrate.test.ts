import { Client } from 'pg';
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../testing/postgres-cluster.ts';
import { migrate } from './migrate.ts';

let database: TestDatabase;
let client: Client;

beforeEach(async () => {
  database = await createTestDatabase(inject('adminUrl'));
  client = new Client({ connectionString: database.url });
  await client.connect();
});

afterEach(async () => {
  await client.end();
  await database.drop();
});

const applied = async (): Promise<readonly string[]> =>
  (await client.query<{ name: string }>('select name from schema_migration order by name')).rows.map(
    (r) => r.name,
  );

describe('migrating', () => {
  it('brings an empty database up to date, and a second time does nothing', async () => {
    const names = await migrate(database.url);
    expect(names[0]).toBe('0001-identity.sql');
    expect(names).toEqual([...names].toSorted());
    expect(await applied()).toEqual(names);
    expect(await migrate(database.url)).toEqual([]);
    expect(await applied()).toEqual(names);
  });

  it('by four servers at once is done once', async () => {
    const all = await Promise.all(Array.from({ length: 4 }, () => migrate(database.url)));
    expect(all.filter((names) => names.length > 0)).toHaveLength(1);
  });

  it('refuses a file that was edited after it was applied', async () => {
    await migrate(database.url);
    await client.query("update schema_migration set sha256 = 'another' where name = '0002-desk.sql'");
    await expect(migrate(database.url)).rejects.toThrow(/0002-desk\.sql differs/);
  });

  it('refuses a schema that a newer version has broken for this one', async () => {
    await migrate(database.url);
    await client.query(
      "insert into schema_migration (name, sha256, breaking) values ('9999-future.sql', 'x', true)",
    );
    await expect(migrate(database.url)).rejects.toThrow(/newer version of Reglament \(9999-future\.sql\)/);
  });

  it('works with a schema that a newer version has only added to', async () => {
    await migrate(database.url);
    await client.query(
      "insert into schema_migration (name, sha256, breaking) values ('9999-future.sql', 'x', false)",
    );
    expect(await migrate(database.url)).toEqual([]);
  });

  it('keeps nothing of a file that fails, and goes on from there when the cause is gone', async () => {
    await client.query('create table ticket (somebody_elses text)');
    await expect(migrate(database.url)).rejects.toThrow(/"ticket" already exists/);
    expect(await applied()).toEqual(['0001-identity.sql']);
    expect((await client.query("select to_regclass('desk') as desk")).rows).toEqual([{ desk: null }]);
    await client.query('drop table ticket');
    expect((await migrate(database.url))[0]).toBe('0002-desk.sql');
  });
});
