import {
  layOutLoad,
  openForLoad,
  signInOverHttp,
  type LaidOut,
} from '../apps/server/src/testing/lay-out-load.ts';
import {
  createTestDatabase,
  startTestCluster,
  type TestCluster,
} from '../apps/server/src/testing/postgres-cluster.ts';
import { type Product, startProduct } from '../apps/server/src/testing/start-product.ts';
import { chooseFreePort } from '../apps/server/src/postgres/free-port.ts';
import { fileURLToPath } from 'node:url';
import { ensureServer } from '../scripts/tools/ensure-server.mjs';

/** How long and how much: a shake-out is quick and says nothing. */
export interface Pace {
  readonly seconds: number;
  readonly warmUpSeconds: number;
  readonly tickets: number;
  readonly starts: number;
}

export interface BenchDatabase {
  readonly url: string;
  readonly laidOut: LaidOut;
}

/** A cluster as durable as production's, for one bench run. */
export const startBenchCluster = (): Promise<TestCluster> => startTestCluster({ durable: true });

const CUSTOMERS = 200;

/** A database of its own with five desks, customers and one person. */
export const makeDatabase = async (cluster: TestCluster): Promise<BenchDatabase> => {
  const { url } = await createTestDatabase(cluster.adminUrl);
  const opened = await openForLoad(url);
  try {
    return { url, laidOut: await layOutLoad(opened, CUSTOMERS) };
  } finally {
    await opened.close();
  }
};

const root = fileURLToPath(new URL('../', import.meta.url));

/** The server as `npm start` runs it. */
export const serverCommand = async (): Promise<readonly [string, ...string[]]> => [
  process.execPath,
  '--enable-source-maps',
  await ensureServer(root, () => undefined),
];

export interface BenchServer extends Product {
  readonly port: number;
  readonly cookie: string;
}

/** The server alone, on a database that is already there, with the person signed in. */
export const startBenchServer = async (database: BenchDatabase): Promise<BenchServer> => {
  const port = await chooseFreePort();
  const product = await startProduct({
    port,
    env: { DATABASE_URL: database.url, DEMO: 'off' },
    command: await serverCommand(),
  });
  return { ...product, port, cookie: await signInOverHttp(product.url, database.laidOut.person) };
};
