import { randomUUID } from 'node:crypto';
import { linkSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { identifyProcess, processCommand, stillLives } from './process-identity.ts';

/** `application` lives with the server, `guard` only while it stops an abandoned server. */
export type HolderRole = 'application' | 'guard';

/** Who has the database; kept in the lock so that a refused second start can name it. */
export interface LockHolder {
  readonly pid: number;
  readonly started: string;
  readonly role: HolderRole;
  /** RFC 3339, when the lock was taken. */
  readonly since: string;
  readonly host: string;
  readonly command: string;
  readonly released: boolean;
}

export type LockAttempt =
  | { readonly taken: true; readonly release: () => void }
  | { readonly taken: false; readonly holder: LockHolder };

const prefix = 'holder.';
const attemptLimit = 100;

const generationsIn = (directory: string): readonly number[] =>
  readdirSync(directory)
    .filter((name) => /^holder\.\d+$/.test(name))
    .map((name) => Number(name.slice(prefix.length)))
    .toSorted((a, b) => a - b);

const readHolder = (file: string): LockHolder | undefined => {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as LockHolder;
  } catch {
    return undefined;
  }
};

const writeBeside = (directory: string, holder: LockHolder): string => {
  const file = join(directory, `new-holder.${randomUUID()}`);
  writeFileSync(file, JSON.stringify(holder), { mode: 0o600 });
  return file;
};

const isLiving = (holder: LockHolder): boolean => !holder.released && stillLives(holder);

const describeOurselves = (role: HolderRole): LockHolder => {
  const identity = identifyProcess(process.pid);
  if (identity === undefined) throw new Error('cannot read the start moment of this process');
  return {
    ...identity,
    role,
    since: new Date().toISOString(),
    host: hostname(),
    command: processCommand(process.pid),
    released: false,
  };
};

/** Creates one generation, complete from its first moment; false when somebody was faster. */
const claimGeneration = (directory: string, generation: number, holder: LockHolder): boolean => {
  const draft = writeBeside(directory, holder);
  try {
    linkSync(draft, join(directory, prefix + String(generation)));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
  // A slow claimant may create a number that was passed and cleared meanwhile: only the highest counts.
  if (generationsIn(directory).at(-1) === generation) return true;
  rmSync(join(directory, prefix + String(generation)), { force: true });
  return false;
};

/**
 * Takes the lock of a directory for the life of this process, or says who has it.
 *
 * Node has no kernel file lock, so the lock is a numbered file; the highest number counts. A dead holder is
 * succeeded by creating the next number, which only one process can do; nothing that counts is ever deleted, so
 * that two successors can't both win. Identity is pid plus start moment: a reused pid doesn't hold anything.
 */
export const takeHolderLock = (directory: string, role: HolderRole): LockAttempt => {
  const ourselves = describeOurselves(role);
  for (let attempt = 0; attempt < attemptLimit; attempt += 1) {
    const generations = generationsIn(directory);
    const last = generations.at(-1) ?? 0;
    const holder = readHolder(join(directory, prefix + String(last)));
    if (holder !== undefined && isLiving(holder)) return { taken: false, holder };
    const generation = last + 1;
    if (!claimGeneration(directory, generation, ourselves)) continue;
    for (const passed of generations.slice(0, -1))
      rmSync(join(directory, prefix + String(passed)), { force: true });
    const release = (): void => {
      const draft = writeBeside(directory, { ...ourselves, released: true });
      renameSync(draft, join(directory, prefix + String(generation)));
    };
    return { taken: true, release };
  }
  throw new Error(`the lock in ${directory} changed hands ${attemptLimit} times while we tried to take it`);
};
