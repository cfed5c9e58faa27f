import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { chooseFreePort } from '../apps/server/src/postgres/free-port.ts';
import type { TestCluster } from '../apps/server/src/testing/postgres-cluster.ts';
import { startProduct } from '../apps/server/src/testing/start-product.ts';
import { type Figure, median } from './figure.ts';
import { makeDatabase, type Pace, serverCommand, startBenchServer } from './stage.ts';

const starter = [process.execPath, 'scripts/start.mjs'] as const;

const startMs = async (
  env: Readonly<Record<string, string>>,
  command: readonly [string, ...string[]],
): Promise<number> => {
  const product = await startProduct({ port: await chooseFreePort(), env, command });
  await product.stop();
  return product.readyMs;
};

const removeDataDir = async (dataDir: string): Promise<void> => {
  // As root the cluster may be elsewhere: DATA_DIR says where.
  let location: string | null = null;
  try {
    location = readFileSync(join(dataDir, 'postgres-location'), 'utf8').trim();
  } catch {
    // It lies in DATA_DIR itself.
  }
  if (location !== null && dirname(location) !== '/') await rm(location, { recursive: true, force: true });
  await rm(dataDir, { recursive: true, force: true });
};

interface Times {
  readonly cold: number[];
  readonly warm: number[];
}

const starterTimes = async (starts: number): Promise<Times> => {
  const times: Times = { cold: [], warm: [] };
  for (let n = 0; n < starts; n++) {
    const dataDir = await mkdtemp(join(tmpdir(), 'reglament-start-'));
    await chmod(dataDir, 0o755);
    try {
      times.cold.push(await startMs({ DATA_DIR: dataDir }, starter));
      times.warm.push(
        await startMs({ DATA_DIR: dataDir }, starter),
        await startMs({ DATA_DIR: dataDir }, starter),
      );
    } finally {
      await removeDataDir(dataDir);
    }
  }
  return times;
};

const figure = (what: string, values: readonly number[], goalMs: number | null): Figure => {
  const ms = median(values);
  return {
    what,
    measured: `${(ms / 1000).toFixed(2)} s (median of ${values.length})`,
    against: '',
    goal: goalMs === null ? '' : `<= ${goalMs / 1000} s`,
    met: goalMs === null ? null : ms <= goalMs,
    numbers: { medianMs: ms, worstMs: Math.max(...values) },
  };
};

/** From the command to the first 200 of /healthz; packages installed and the web application built before. */
export const benchStart = async (cluster: TestCluster, pace: Pace): Promise<readonly Figure[]> => {
  await startMs({ DATABASE_URL: (await makeDatabase(cluster)).url, DEMO: 'off' }, starter);
  const { cold, warm } = await starterTimes(pace.starts);
  const database = await makeDatabase(cluster);
  const alone: number[] = [];
  for (let n = 0; n < pace.starts * 2; n++)
    alone.push(await startMs({ DATABASE_URL: database.url, DEMO: 'off' }, await serverCommand()));
  return [
    figure('start, cold: new database, five desks and the demo', cold, 5000),
    figure('start, warm', warm, 2000),
    figure('start, server process only, database running', alone, null),
  ];
};

const megabytes = (pid: number, field: 'VmRSS' | 'VmHWM'): number =>
  Number(new RegExp(`${field}:\\s+(\\d+) kB`).exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024;

/** Resident memory of the server's process; the database's is apart. */
export const benchMemory = async (
  cluster: TestCluster,
  underLoad: (server: { readonly port: number; readonly cookie: string }) => Promise<unknown>,
): Promise<readonly Figure[]> => {
  const database = await makeDatabase(cluster);
  const product = await startProduct({
    port: await chooseFreePort(),
    env: { DATABASE_URL: database.url, DEMO: 'off' },
    command: await serverCommand(),
  });
  await new Promise((resolve) => setTimeout(resolve, 5000));
  const idle = megabytes(product.pid, 'VmRSS');
  await product.stop();
  const server = await startBenchServer(database);
  const signedIn = megabytes(server.pid, 'VmRSS');
  await underLoad(server);
  const peak = megabytes(server.pid, 'VmHWM');
  await server.stop();
  const row = (what: string, mb: number, goal: number | null): Figure => ({
    what,
    measured: `${Math.round(mb)} MB`,
    against: '',
    goal: goal === null ? '' : `<= ${goal} MB`,
    met: goal === null ? null : mb <= goal,
    numbers: { megabytes: mb },
  });
  return [
    row('memory of the server, idle', idle, 150),
    row('memory after the first sign-in', signedIn, null),
    row('memory under load, peak', peak, 400),
  ];
};
