import { randomBytes } from 'node:crypto';
import type { Instant } from '@reglament/working-time';
import pg from 'pg';
import { type Queries, toTimestamp } from './database.ts';

/** Any number: the same one for everybody who starts for the first time. */
const firstStartLock = 7_264_003;

export interface Installation {
  /** What links and thread tokens are signed with. */
  readonly secret: Buffer;
  readonly demoSince: Instant | null;
}

/** The installation's own row, made at the first start by whichever node comes first. */
export const readInstallation = async (q: Queries): Promise<Installation> => {
  await q.query('installation-make', 'insert into installation (secret) values ($1) on conflict do nothing', [
    randomBytes(32),
  ]);
  const [row] = await q.query<{ secret: Buffer; demo_since: Instant | null }>(
    'installation-read',
    'select secret, demo_since from installation',
  );
  if (row === undefined) throw new Error('the installation has no row');
  return { secret: row.secret, demoSince: row.demo_since };
};

export const markDemo = async (q: Queries, since: Instant): Promise<void> => {
  await q.query('installation-demo', 'update installation set demo_since = $1', [toTimestamp(since)]);
};

/** Until the transaction's end nobody else makes what a first start makes. */
export const lockFirstStart = async (q: Queries): Promise<void> => {
  await q.query('installation-lock', 'select pg_advisory_xact_lock($1)', [firstStartLock]);
};

/** The same for work in many transactions, however long. */
export const aloneInFirstStart = async <T>(url: string, work: () => Promise<T>): Promise<T> => {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [firstStartLock]);
    return await work();
  } finally {
    await client.end();
  }
};
