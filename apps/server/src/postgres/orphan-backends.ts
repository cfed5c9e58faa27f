import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { isServerOf } from './postmaster-file.ts';
import { identifyProcess } from './process-identity.ts';

const linuxPids = (clusterDirectory: string): readonly number[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => isServerOf(pid, clusterDirectory) && identifyProcess(pid) !== undefined);

/** Elsewhere a backend shows its cluster's name, not its directory: `postgres: <name>: ...`. */
const otherPids = (clusterName: string): readonly number[] => {
  if (process.platform === 'win32') return [];
  const lines = execFileSync('ps', ['-axo', 'pid=,command='], { encoding: 'utf8' }).split('\n');
  return lines
    .filter((line) => line.includes(`postgres: ${clusterName}: `))
    .map((line) => Number.parseInt(line, 10));
};

/** Processes of this cluster. After the postmaster's death these are orphans that keep its shared memory in use. */
export const listBackends = (clusterDirectory: string, clusterName: string): readonly number[] =>
  process.platform === 'linux' ? linuxPids(clusterDirectory) : otherPids(clusterName);

const signal = (pid: number, name: NodeJS.Signals): void => {
  try {
    process.kill(pid, name);
  } catch {
    // It ended by itself between the listing and the signal.
  }
};

const patienceMs = 500;
const pollMs = 20;
const roundLimit = 10;

/**
 * Ends what a dead postmaster left behind, politely (SIGQUIT, no clean-up of shared state), then by force. A backend
 * in a long statement doesn't notice the death by itself. To be called only while no postmaster lives.
 */
export const clearOrphans = async (clusterDirectory: string, clusterName: string): Promise<number> => {
  const found = listBackends(clusterDirectory, clusterName);
  for (const pid of found) signal(pid, 'SIGQUIT');
  const deadline = Date.now() + patienceMs;
  for (let round = 0; round < roundLimit;) {
    const left = listBackends(clusterDirectory, clusterName);
    if (left.length === 0) return found.length;
    if (Date.now() > deadline) {
      for (const pid of left) signal(pid, 'SIGKILL');
      round += 1;
    }
    await sleep(pollMs);
  }
  return found.length;
};
