import { execFileSync } from 'node:child_process';
import { readFileSync, readlinkSync } from 'node:fs';
import { basename } from 'node:path';

/** A process as the operating system tells it apart from a later one that got the same pid. */
export interface ProcessIdentity {
  readonly pid: number;
  /** Boot and start moment; two processes with one pid never share it. */
  readonly started: string;
}

const exists = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
};

const readOrNothing = (read: () => string): string => {
  try {
    return read();
  } catch {
    return '';
  }
};

const ps = (pid: number, columns: string): string =>
  readOrNothing(() =>
    execFileSync('ps', ['-o', columns, '-p', String(pid)], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      env: { PATH: process.env.PATH ?? '', LC_ALL: 'C' },
    }).trim(),
  );

const linuxStarted = (pid: number): string | undefined => {
  const stat = readOrNothing(() => readFileSync(`/proc/${pid}/stat`, 'latin1'));
  // The second field is the command in brackets and may itself hold brackets and blanks.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const state = fields[0];
  const startTicks = fields[19];
  if (startTicks === undefined || state === 'Z' || state === 'X') return undefined;
  const boot = readOrNothing(() => readFileSync('/proc/sys/kernel/random/boot_id', 'latin1')).trim();
  return `${boot}/${startTicks}`;
};

const otherStarted = (pid: number): string | undefined => {
  if (!exists(pid)) return undefined;
  if (process.platform === 'win32') return 'running';
  const line = ps(pid, 'stat=,lstart=');
  return line === '' || line.startsWith('Z') ? undefined : line.slice(line.indexOf(' ')).trim();
};

/** The living process with this pid; nothing for a dead one and for a zombie that nobody has reaped. */
export const identifyProcess = (pid: number): ProcessIdentity | undefined => {
  if (!Number.isSafeInteger(pid) || pid <= 0) return undefined;
  const started = process.platform === 'linux' ? linuxStarted(pid) : otherStarted(pid);
  return started === undefined ? undefined : { pid, started };
};

/** Whether that very process, not a later one with its pid, still lives. */
export const stillLives = (identity: ProcessIdentity): boolean =>
  identifyProcess(identity.pid)?.started === identity.started;

/** What runs under a pid, as far as we are allowed to see it. */
export interface ProcessImage {
  readonly workingDirectory: string;
  readonly executable: string;
  /** The file was replaced since the start, as `npm ci` does: the process can't load further libraries from it. */
  readonly executableDeleted: boolean;
}

const deletedMark = ' (deleted)';

/** Linux only: nothing elsewhere and for processes of other users. */
export const linuxProcessImage = (pid: number): ProcessImage | undefined => {
  try {
    const executable = readlinkSync(`/proc/${pid}/exe`);
    return {
      workingDirectory: readlinkSync(`/proc/${pid}/cwd`),
      executable: basename(executable.replace(deletedMark, '')),
      executableDeleted: executable.endsWith(deletedMark),
    };
  } catch {
    return undefined;
  }
};

/** The command line, empty when it can't be read. */
export const processCommand = (pid: number): string => {
  if (process.platform === 'linux')
    return readOrNothing(() => readFileSync(`/proc/${pid}/cmdline`, 'utf8'))
      .replaceAll('\0', ' ')
      .trim();
  return process.platform === 'win32' ? '' : ps(pid, 'command=');
};
