import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** The server as a process of its own, to be measured or killed. */
export interface Product {
  readonly url: string;
  readonly pid: number;
  /** From the start of the process to the first 200 of /healthz, milliseconds. */
  readonly readyMs: number;
  readonly child: ChildProcess;
  /** SIGTERM, an orderly stop. */
  readonly stop: () => Promise<void>;
  /** SIGKILL: nothing of it gets a word in. */
  readonly kill: () => Promise<void>;
}

export interface ProductOptions {
  readonly port: number;
  readonly env: Readonly<Record<string, string>>;
  /** Program and arguments; the server from its sources unless said. */
  readonly command?: readonly [string, ...string[]];
  /** Gives up after this, 60,000 unless said. */
  readonly readyWithinMs?: number;
}

const root = fileURLToPath(new URL('../../../../', import.meta.url));

/** The command that runs a TypeScript file of the server from its sources. */
export const fromSource = (file: string, flags: readonly string[] = []): readonly [string, ...string[]] => [
  process.execPath,
  ...flags,
  '--conditions',
  '@reglament/source',
  '--import',
  'tsx',
  `apps/server/src/${file}`,
];

const POLL_MS = 5;

const isReady = async (url: string): Promise<boolean> => {
  try {
    const response = await fetch(`${url}/healthz`, { signal: AbortSignal.timeout(1000) });
    await response.arrayBuffer();
    return response.status === 200;
  } catch {
    return false;
  }
};

/** Waits for the first 200 of /healthz. @throws when it does not come within the time, or `ended` says why. */
export const untilReady = async (
  url: string,
  withinMs: number,
  ended: () => string | null = () => null,
): Promise<void> => {
  const until = performance.now() + withinMs;
  while (!(await isReady(url))) {
    const why = ended();
    if (why !== null) throw new Error(why);
    if (performance.now() > until) throw new Error(`${url} was not ready within ${withinMs} ms`);
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
};

const endOf = async (child: ChildProcess, signal: NodeJS.Signals): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill(signal);
  await ended;
};

/** Starts the product on a loopback port and waits until it is ready. Its words go to nowhere but the error, if it fails. */
export const startProduct = async (options: ProductOptions): Promise<Product> => {
  const [program, ...args] = options.command ?? fromSource('main.ts');
  const begun = performance.now();
  const child = spawn(program, args, {
    cwd: root,
    env: {
      PATH: process.env['PATH'] ?? '',
      HOME: process.env['HOME'] ?? '',
      HOST: '127.0.0.1',
      PORT: String(options.port),
      // Whoever is made by a test has a password only.
      REQUIRE_SECOND_FACTOR: 'off',
      ...options.env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  // A run that fails half-way must not leave it behind.
  const follow = (): void => void child.kill('SIGKILL');
  process.once('exit', follow);
  child.once('exit', () => process.off('exit', follow));
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (said = (said + chunk.toString()).slice(-8000)));
  const url = `http://127.0.0.1:${options.port}`;
  const ended = (): string | null =>
    child.exitCode === null && child.signalCode === null ? null : `the server ended at its start:\n${said}`;
  await untilReady(url, options.readyWithinMs ?? 60_000, ended).catch(async (error: unknown) => {
    await endOf(child, 'SIGKILL');
    throw error;
  });
  return {
    url,
    child,
    pid: child.pid ?? 0,
    readyMs: performance.now() - begun,
    stop: () => endOf(child, 'SIGTERM'),
    kill: () => endOf(child, 'SIGKILL'),
  };
};
