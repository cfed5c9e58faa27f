import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chownSync,
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { adminRole } from './cluster-access.ts';
import type { DatabasePlace } from './database-place.ts';
import { serverProgram, type InstalledServer } from './server-binaries.ts';

const draftPrefix = 'new-cluster-';

/** Written once; an operator may change them in postgresql.conf afterwards. */
const initialSettings = `
# Reglament
shared_buffers = 128MB
max_connections = 60
jit = off
password_encryption = scram-sha-256
timezone = 'UTC'
log_timezone = 'UTC'
`;

/**
 * Plain C would blind lower() and pg_trgm to Russian. From 17 the builtin provider needs nothing from the system;
 * the character type still serves the full-text parser.
 */
const localeArguments = (major: number): readonly string[] => {
  const characterType = { linux: 'C.UTF-8', darwin: 'en_US.UTF-8' }[process.platform as string];
  const libc = characterType === undefined ? [] : [`--lc-ctype=${characterType}`];
  const builtin = major >= 17 ? ['--locale-provider=builtin', '--builtin-locale=C.UTF-8'] : [];
  return ['--locale=C', ...libc, ...builtin];
};

const removeDrafts = (baseDirectory: string): void => {
  for (const name of readdirSync(baseDirectory))
    if (name.startsWith(draftPrefix)) rmSync(join(baseDirectory, name), { recursive: true, force: true });
};

const makeDraft = ({ baseDirectory, account }: DatabasePlace): string => {
  const draft = join(baseDirectory, draftPrefix + randomBytes(6).toString('hex'));
  mkdirSync(draft, { mode: 0o700 });
  if (account !== undefined) chownSync(draft, account.uid, account.gid);
  return draft;
};

export interface ClusterBirth {
  readonly server: InstalledServer;
  readonly place: DatabasePlace;
  readonly adminPassword: string;
  /** False only for throw-away clusters. */
  readonly durable: boolean;
}

const runInitdb = async (draft: string, birth: ClusterBirth): Promise<void> => {
  const { server, place, adminPassword, durable } = birth;
  // A file, not a pipe: the other user can't open our pipe by its name.
  const passwordFile = `${draft}.password`;
  writeFileSync(passwordFile, adminPassword, { mode: 0o600 });
  try {
    if (place.account !== undefined) chownSync(passwordFile, place.account.uid, place.account.gid);
    await promisify(execFile)(
      serverProgram(server.binDirectory, 'initdb'),
      [
        `--pgdata=${draft}`,
        `--username=${adminRole}`,
        `--pwfile=${passwordFile}`,
        '--auth=scram-sha-256',
        '--encoding=UTF8',
        ...localeArguments(server.major),
        ...(durable ? [] : ['--no-sync']),
      ],
      { cwd: place.account === undefined ? place.baseDirectory : '/', ...place.account },
    );
  } finally {
    rmSync(passwordFile, { force: true });
  }
};

const appendDurably = (file: string, text: string): void => {
  const descriptor = openSync(file, 'a');
  writeSync(descriptor, text);
  fsyncSync(descriptor);
  closeSync(descriptor);
};

/** Makes the data directory under a unique name and renames it: a broken start never leaves a half-made one. */
export const createCluster = async (birth: ClusterBirth): Promise<void> => {
  const { place } = birth;
  removeDrafts(place.baseDirectory);
  const draft = makeDraft(place);
  try {
    await runInitdb(draft, birth);
  } catch (error) {
    const { stderr } = error as { readonly stderr?: string };
    throw new Error(
      `initdb failed in ${place.baseDirectory}: ${stderr?.trim() || (error as Error).message}`,
      {
        cause: error,
      },
    );
  }
  appendDurably(join(draft, 'postgresql.conf'), initialSettings);
  renameSync(draft, place.clusterDirectory);
};
