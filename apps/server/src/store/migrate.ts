import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { Client } from 'pg';

const folder = new URL('../../migrations/', import.meta.url);
/** Any number: the same one for everybody who migrates. */
const migrationLock = 7_264_002;

interface Migration {
  readonly name: string;
  readonly sql: string;
  readonly sha256: string;
  /** Its first line says `-- breaking`: older servers can't work with what it leaves. */
  readonly breaking: boolean;
}

const readMigrations = async (): Promise<readonly Migration[]> => {
  const names = (await readdir(folder)).filter((name) => /^\d{4}-[a-z0-9-]+\.sql$/.test(name)).toSorted();
  return Promise.all(
    names.map(async (name) => {
      const sql = await readFile(new URL(name, folder), 'utf8');
      return {
        name,
        sql,
        sha256: createHash('sha256').update(sql).digest('hex'),
        breaking: sql.startsWith('-- breaking'),
      };
    }),
  );
};

interface AppliedRow {
  readonly name: string;
  readonly sha256: string;
  readonly breaking: boolean;
}

/** Refuses to work on a schema that a newer server has broken for us, or whose past was rewritten. */
const checkApplied = (applied: readonly AppliedRow[], known: readonly Migration[]): void => {
  for (const row of applied) {
    const ours = known.find((m) => m.name === row.name);
    if (ours === undefined && row.breaking)
      throw new Error(
        `The database was migrated by a newer version of Reglament (${row.name}). Start that version or a later one.`,
      );
    if (ours !== undefined && ours.sha256 !== row.sha256)
      throw new Error(
        `Migration ${row.name} differs from the one this database was built with. Restore the file: a change needs a migration of its own.`,
      );
  }
};

/**
 * Brings the schema up to date: numbered files, forward only, each in its own transaction, one migrator at a time.
 *
 * @returns names of the files applied now.
 * @param url of the database, as the role that owns it.
 * @throws when a newer server has left a breaking schema, or an applied file was edited.
 */
export const migrate = async (url: string): Promise<readonly string[]> => {
  const known = await readMigrations();
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [migrationLock]);
    await client.query(
      `create table if not exists schema_migration (
         name text primary key, sha256 text not null, breaking boolean not null, applied_at timestamptz not null default now())`,
    );
    const { rows } = await client.query<AppliedRow>('select name, sha256, breaking from schema_migration');
    checkApplied(rows, known);
    const missing = known.filter((migration) => !rows.some((row) => row.name === migration.name));
    for (const migration of missing) {
      await client.query('begin');
      await client.query("set local lock_timeout = '5s'");
      await client.query(migration.sql);
      await client.query('insert into schema_migration (name, sha256, breaking) values ($1, $2, $3)', [
        migration.name,
        migration.sha256,
        migration.breaking,
      ]);
      const done = await client.query('commit');
      if (done.command !== 'COMMIT')
        throw new Error(`Migration ${migration.name} was rolled back by the server.`);
    }
    return missing.map((migration) => migration.name);
  } finally {
    await client.end();
  }
};
