import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { findRunningPostgres } from '../../apps/server/src/postgres/find-running-postgres.ts';
import { chooseFreePort } from '../../apps/server/src/postgres/free-port.ts';
import {
  type LaidOut,
  layOutLoad,
  openForLoad,
  signInOverHttp,
} from '../../apps/server/src/testing/lay-out-load.ts';
import { createTestDatabase, startTestCluster } from '../../apps/server/src/testing/postgres-cluster.ts';
import { fromSource, type Product, startProduct } from '../../apps/server/src/testing/start-product.ts';
import { Client } from 'pg';

/** A running product with somebody signed in, and the way to kill what this run kills. */
export interface LossStage {
  readonly url: string;
  readonly cookie: string;
  readonly laidOut: LaidOut;
  readonly databaseUrl: () => string;
  /** Kills once; starts again what does not come back by itself. */
  readonly killOnce: () => Promise<void>;
  readonly close: () => Promise<void>;
}

const CUSTOMERS = 20;

const layOut = async (databaseUrl: string): Promise<LaidOut> => {
  const opened = await openForLoad(databaseUrl);
  try {
    return await layOutLoad(opened, CUSTOMERS);
  } finally {
    await opened.close();
  }
};

const postmasterOf = async (
  clusterDirectory: string,
): Promise<{ readonly pid: number; readonly ready: boolean }> => {
  const lines = (await readFile(join(clusterDirectory, 'postmaster.pid'), 'utf8').catch(() => '')).split(
    '\n',
  );
  return { pid: Number(lines[0]), ready: lines[7]?.trim() === 'ready' };
};

const RETURN_MS = 60_000;

/** Kills the server and waits for another: its orphaned processes go on answering for a moment, which proves nothing. */
const killPostmaster = async (clusterDirectory: string): Promise<void> => {
  const killed = await postmasterOf(clusterDirectory);
  process.kill(killed.pid, 'SIGKILL');
  const until = performance.now() + RETURN_MS;
  for (;;) {
    const now = await postmasterOf(clusterDirectory);
    if (now.ready && now.pid !== killed.pid) return;
    if (performance.now() > until) throw new Error(`no PostgreSQL came back within ${RETURN_MS} ms`);
    await sleep(5);
  }
};

/** One statement as the superuser. */
const ask = async (adminUrl: string, statement: string): Promise<string> => {
  const client = new Client({ connectionString: adminUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ value?: string }>(statement);
    return rows[0]?.value ?? '';
  } finally {
    await client.end();
  }
};

const clusterOf = (adminUrl: string): Promise<string> =>
  ask(adminUrl, "select current_setting('data_directory') as value");

/** The product as people run it, with its embedded server, in a temporary DATA_DIR. */
export const embeddedStage = async (victim: 'application' | 'database'): Promise<LossStage> => {
  const dataDir = await mkdtemp(join(tmpdir(), 'reglament-loss-'));
  await chmod(dataDir, 0o755);
  const port = await chooseFreePort();
  const env = { DATA_DIR: dataDir, DEMO: 'off' };
  let product: Product = await startProduct({ port, env });
  const found = await findRunningPostgres(dataDir);
  if (found === undefined) throw new Error('the embedded server is not there');
  const laidOut = await layOut(found.url);
  const cookie = await signInOverHttp(product.url, laidOut.person);
  const clusterDirectory = await clusterOf(found.adminUrl);
  const killApplication = async (): Promise<void> => {
    await product.kill();
    product = await startProduct({ port, env });
  };
  return {
    url: product.url,
    cookie,
    laidOut,
    databaseUrl: () => found.url,
    killOnce: victim === 'application' ? killApplication : () => killPostmaster(clusterDirectory),
    close: async () => {
      await product.stop();
      // As root the cluster may be elsewhere: DATA_DIR says where.
      await rm(dirname(clusterDirectory), { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
      await rm(dataDir, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
    },
  };
};

/** The WAL writer sleeps as long as it may: the window of the loss is its delay. */
export const forgetful = {
  synchronous_commit: 'off',
  wal_writer_delay: '10000',
  wal_buffers: '64MB',
  // Otherwise every megabyte of a busy run wakes the writer.
  wal_writer_flush_after: '1GB',
} as const;

/**
 * The control: the same product on a database that acknowledges before it writes. The product refuses such a
 * database, so this one runs through an entry for tests.
 */
export const forgetfulStage = async (
  settings: Readonly<Record<string, string>> = forgetful,
): Promise<LossStage> => {
  const cluster = await startTestCluster({ durable: true, settings });
  const database = await createTestDatabase(cluster.adminUrl);
  const laidOut = await layOut(database.url);
  const product = await startProduct({
    port: await chooseFreePort(),
    env: { DATABASE_URL: database.url, DEMO: 'off' },
    command: fromSource('testing/relaxed-server-process.ts'),
  });
  const cookie = await signInOverHttp(product.url, laidOut.person);
  // What the stage stands on, people and sessions, is not what may be lost.
  await ask(cluster.adminUrl, 'checkpoint');
  const clusterDirectory = await clusterOf(cluster.adminUrl);
  return {
    url: product.url,
    cookie,
    laidOut,
    databaseUrl: () => database.url,
    killOnce: () => killPostmaster(clusterDirectory),
    close: async () => {
      await product.stop();
      await cluster.stop();
    },
  };
};
