import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, realpath, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { Client } from 'pg';

/** A temporary DATA_DIR's parent that the server's user can reach; removed with `remove`. */
export const makeDirectory = async (
  mode = 0o755,
): Promise<{ readonly path: string; readonly remove: () => Promise<void> }> => {
  const path = await realpath(await mkdtemp(join(tmpdir(), 'reglament-pg-')));
  await chmod(path, mode);
  return { path, remove: () => rm(path, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 }) };
};

/** One statement on a connection of its own. */
export const ask = async <T>(url: string, sql: string): Promise<readonly T[]> => {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query(sql)).rows as readonly T[];
  } finally {
    await client.end();
  }
};

/** Repeats until the answer is there; the last error when it never comes. */
export const eventually = async <T>(limitMs: number, attempt: () => Promise<T>): Promise<T> => {
  const deadline = Date.now() + limitMs;
  for (;;) {
    try {
      return await attempt();
    } catch (error) {
      if (Date.now() > deadline) throw error;
      await sleep(20);
    }
  }
};

export interface Answer {
  readonly url: string;
  readonly adminUrl: string;
  readonly dataDirectory: string;
  readonly adopted: boolean;
  readonly refused?: string;
  readonly said: readonly string[];
}

/** Another process that runs startPostgres, and its first line. */
export const spawnApplication = async (
  dataDir: string,
  graceSeconds = 1,
): Promise<{ readonly child: ChildProcess; readonly answer: Answer }> => {
  const loader = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
  const program = fileURLToPath(new URL('./hold-postgres.ts', import.meta.url));
  const child = spawn(process.execPath, ['--import', loader, program, dataDir, String(graceSeconds)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (child.stdout === null) throw new Error('no output to read');
  const [line] = (await once(createInterface(child.stdout), 'line')) as [string];
  return { child, answer: JSON.parse(line) as Answer };
};

export const killHard = async (child: ChildProcess): Promise<void> => {
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
};
