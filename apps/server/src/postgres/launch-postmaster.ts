import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { DatabasePlace } from './database-place.ts';
import { isServerOf, readPostmasterFile } from './postmaster-file.ts';
import { identifyProcess, type ProcessIdentity } from './process-identity.ts';
import { serverProgram, type InstalledServer } from './server-binaries.ts';

export interface LaunchPlan {
  readonly server: InstalledServer;
  readonly place: DatabasePlace;
  /** Appears in the titles of the server's processes. */
  readonly clusterName: string;
  readonly port: number;
  readonly settings: Readonly<Record<string, string>>;
  readonly say: (line: string) => void;
}

/** The server did not come up; `log` is what it said. */
export class PostmasterFailed extends Error {
  override readonly name = 'PostmasterFailed';
  readonly log: string;
  constructor(log: string) {
    super(`PostgreSQL did not start:\n${log.trim()}`);
    this.log = log;
  }
  /** Another program listens on our port. */
  get portTaken(): boolean {
    return /could not bind|could not create any TCP\/IP sockets/.test(this.log);
  }
  /** Backends of a dead postmaster still hold the shared memory. */
  get memoryHeld(): boolean {
    return /pre-existing shared memory block|lock file ".*" already exists/.test(this.log);
  }
}

const logLimitBytes = 10 * 1024 * 1024;
const tailLimitBytes = 4096;
const pollMs = 10;
const readyLimitMs = 10 * 60_000;
const patienceMs = 10_000;

const openLog = (file: string): { readonly descriptor: number; readonly from: number } => {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  if (size > logLimitBytes) renameSync(file, `${file}.1`);
  return { descriptor: openSync(file, 'a', 0o600), from: size > logLimitBytes ? 0 : size };
};

/** The end of what the server wrote since `from`; the reason for a failure, so its absence must not become another. */
const readLog = (file: string, from: number): string => {
  try {
    const written = readFileSync(file);
    return written.subarray(Math.max(from, written.length - tailLimitBytes)).toString('utf8');
  } catch (error) {
    return `no log: ${(error as Error).message}`;
  }
};

const serverArguments = ({ place, port, clusterName, settings }: LaunchPlan): readonly string[] => {
  const all = {
    port: String(port),
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    cluster_name: clusterName,
    ...settings,
  };
  return [
    '-D',
    place.clusterDirectory,
    ...Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ];
};

/**
 * PostgreSQL refuses to start while the pid in its lock file lives, even when a stranger got that pid. It makes an
 * exception for its own grandparent, named by this variable. So we never remove the file: a pid that is provably not
 * our server is declared harmless, and PostgreSQL's own shared-memory check still stands behind it.
 */
const grandparent = (clusterDirectory: string): Readonly<Record<string, string>> => {
  const file = readPostmasterFile(clusterDirectory);
  const reused =
    file !== undefined && identifyProcess(file.pid) !== undefined && !isServerOf(file.pid, clusterDirectory);
  return reused ? { PG_GRANDPARENT_PID: String(file.pid) } : {};
};

const spawnServer = (plan: LaunchPlan, log: number): ChildProcess =>
  spawn(serverProgram(plan.server.binDirectory, 'postgres'), serverArguments(plan), {
    // Its own session: Ctrl-C in the terminal reaches the application only, which then stops the server in order.
    detached: true,
    stdio: ['ignore', log, log],
    cwd: process.platform === 'win32' ? plan.place.baseDirectory : '/',
    env: { PATH: process.env.PATH ?? '', LANG: 'C', ...grandparent(plan.place.clusterDirectory) },
    ...plan.place.account,
  });

const waitUntilReady = async (
  child: ChildProcess,
  plan: LaunchPlan,
  ended: () => string | undefined,
): Promise<void> => {
  const begun = Date.now();
  let saidAt = begun;
  for (;;) {
    const why = ended();
    if (why !== undefined) throw new PostmasterFailed(why);
    const file = readPostmasterFile(plan.place.clusterDirectory);
    if (file?.pid === child.pid && file?.status === 'ready') return;
    const now = Date.now();
    if (now - begun > readyLimitMs)
      throw new PostmasterFailed(`not ready after ${readyLimitMs / 60_000} minutes`);
    if (now - saidAt > patienceMs) {
      plan.say('PostgreSQL is still recovering after an unclean stop...');
      saidAt = now;
    }
    await sleep(pollMs);
  }
};

/**
 * Starts the server and waits until it takes connections, however long its recovery needs (at most 10 minutes).
 *
 * @throws PostmasterFailed with the server's own words.
 */
export const launchPostmaster = async (plan: LaunchPlan): Promise<ProcessIdentity> => {
  const logFile = join(plan.place.baseDirectory, 'postgres.log');
  const log = openLog(logFile);
  let ending: string | undefined;
  let child: ChildProcess;
  try {
    child = spawnServer(plan, log.descriptor);
  } finally {
    closeSync(log.descriptor);
  }
  child.once('error', (error) => (ending = error.message));
  child.once('exit', () => (ending ??= readLog(logFile, log.from)));
  child.unref();
  await waitUntilReady(child, plan, () => ending);
  // Later ends are the supervisor's business.
  child.removeAllListeners('exit');
  const identity = identifyProcess(child.pid ?? 0);
  if (identity === undefined) throw new PostmasterFailed(readLog(logFile, log.from));
  return identity;
};
