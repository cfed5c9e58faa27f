import { spawn, spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';

export interface DatabaseRate {
  readonly perSecond: number;
  readonly latencyMs: number;
  readonly by: 'pgbench' | 'prepared statement by pg';
}

export interface DatabaseLoad {
  readonly url: string;
  /** One script a file: a transaction's statements, one a line, without a parameter but `:client_id`. Chosen at random. */
  readonly scripts: readonly (readonly string[])[];
  readonly clients: number;
  readonly seconds: number;
  /** Settings of the session. */
  readonly options: string;
}

/** Debian's pgbench, a client only: no cluster of its own is made. */
export const hasPgbench = (): boolean =>
  spawnSync('pgbench', ['--version'], { stdio: 'ignore' }).status === 0;

const run = (args: readonly string[], env: NodeJS.ProcessEnv): Promise<string> =>
  new Promise((resolve, reject) => {
    const child = spawn('pgbench', [...args], {
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
    child.once('error', reject);
    child.once('exit', (code) =>
      code === 0 ? resolve(said) : reject(new Error(`pgbench failed:\n${said.slice(-2000)}`)),
    );
  });

const byPgbench = async (load: DatabaseLoad): Promise<DatabaseRate> => {
  const folder = await mkdtemp(join(tmpdir(), 'reglament-bench-'));
  try {
    const files: string[] = [];
    for (const [index, statements] of load.scripts.entries()) {
      const file = join(folder, `${index}.sql`);
      await writeFile(file, statements.map((s) => `${s.replaceAll(/\s+/g, ' ').trim()};\n`).join(''));
      files.push('-f', file);
    }
    const url = new URL(load.url);
    const said = await run(
      [
        '-n',
        '-M',
        'prepared',
        '-c',
        String(load.clients),
        '-j',
        String(Math.min(2, load.clients)),
        '-T',
        String(load.seconds),
        ...files,
        '-h',
        url.hostname,
        '-p',
        url.port,
        '-U',
        url.username,
        url.pathname.slice(1),
      ],
      { PGPASSWORD: decodeURIComponent(url.password), PGOPTIONS: load.options },
    );
    const perSecond = Number(/tps = ([\d.]+)/.exec(said)?.[1]);
    const latencyMs = Number(/latency average = ([\d.]+) ms/.exec(said)?.[1]);
    const failed = Number(/number of failed transactions: (\d+)/.exec(said)?.[1] ?? 0);
    if (!Number.isFinite(perSecond) || failed > 0) throw new Error(`pgbench said:\n${said}`);
    return { perSecond, latencyMs, by: 'pgbench' };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};

/** Where there is no pgbench: the same statements, prepared, in a bare loop of the driver. */
const byDriver = async (load: DatabaseLoad): Promise<DatabaseRate> => {
  let done = 0;
  const until = performance.now() + load.seconds * 1000;
  const work = async (id: number): Promise<void> => {
    const client = new Client({ connectionString: load.url, options: load.options });
    await client.connect();
    for (let n = id; performance.now() < until; n++) {
      const script = n % load.scripts.length;
      for (const [line, statement] of (load.scripts[script] ?? []).entries())
        await client.query({
          name: `s${script}-${line}`,
          text: statement.replaceAll(':client_id', '$1::int'),
          values: statement.includes(':client_id') ? [id] : [],
        });
      done++;
    }
    await client.end();
  };
  await Promise.all(Array.from({ length: load.clients }, (_, id) => work(id)));
  const perSecond = done / load.seconds;
  return { perSecond, latencyMs: (1000 * load.clients) / perSecond, by: 'prepared statement by pg' };
};

/** What the database itself does with these statements, without the product. */
export const databaseRate = (load: DatabaseLoad): Promise<DatabaseRate> =>
  hasPgbench() ? byPgbench(load) : byDriver(load);
