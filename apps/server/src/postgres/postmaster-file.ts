import { readFileSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import {
  identifyProcess,
  linuxProcessImage,
  processCommand,
  type ProcessIdentity,
} from './process-identity.ts';

/** What `postmaster.pid` says; PostgreSQL alone writes and removes that file. */
export interface PostmasterFile {
  readonly pid: number;
  readonly port: number;
  readonly status: 'starting' | 'stopping' | 'ready' | 'standby' | '';
}

/** Lines: pid, data directory, start moment, port, socket directory, listen address, shared memory, status. */
export const readPostmasterFile = (clusterDirectory: string): PostmasterFile | undefined => {
  try {
    const lines = readFileSync(join(clusterDirectory, 'postmaster.pid'), 'utf8').split('\n');
    const status = (lines[7] ?? '').trim() as PostmasterFile['status'];
    // A stand-alone backend writes its pid negated.
    return { pid: Math.abs(Number(lines[0])), port: Number(lines[3] ?? 0), status };
  } catch {
    return undefined;
  }
};

export const realDirectory = (directory: string): string => {
  try {
    return realpathSync(directory);
  } catch {
    return directory;
  }
};

/** Whether the process is a PostgreSQL server of this data directory, and not a stranger that got its pid. */
export const isServerOf = (pid: number, clusterDirectory: string): boolean => {
  if (process.platform === 'linux') {
    const image = linuxProcessImage(pid);
    return (
      image?.executable.startsWith('postgres') === true &&
      image.workingDirectory === realDirectory(clusterDirectory)
    );
  }
  const command = processCommand(pid);
  // Windows shows no command line: the file is believed, and the log-in decides.
  return process.platform === 'win32' || (command.includes('postgres') && command.includes(clusterDirectory));
};

/** The living server of a data directory, if there is one. */
export const findPostmaster = (
  clusterDirectory: string,
): (PostmasterFile & { readonly identity: ProcessIdentity }) | undefined => {
  const file = readPostmasterFile(clusterDirectory);
  if (file === undefined) return undefined;
  const identity = identifyProcess(file.pid);
  return identity !== undefined && isServerOf(file.pid, clusterDirectory) ? { ...file, identity } : undefined;
};
