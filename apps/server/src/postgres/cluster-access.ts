import { randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { join } from 'node:path';

/** The superuser of an embedded cluster; the application never works as it. */
export const adminRole = 'reglament_admin';
/** The role that owns the application's database. */
export const applicationRole = 'reglament';
export const applicationDatabase = 'reglament';

/** How to reach an embedded cluster: kept beside it, readable by its owner only. */
export interface ClusterAccess {
  readonly adminPassword: string;
  readonly applicationPassword: string;
  /** 0 before the first start. */
  readonly port: number;
}

const fileIn = (baseDirectory: string): string => join(baseDirectory, 'access.json');

export const readAccess = (baseDirectory: string): ClusterAccess | undefined => {
  try {
    return JSON.parse(readFileSync(fileIn(baseDirectory), 'utf8')) as ClusterAccess;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
};

/** Replaces the file as a whole: half a password after a power cut would lock the database for good. */
export const writeAccess = (baseDirectory: string, access: ClusterAccess): void => {
  const draft = `${fileIn(baseDirectory)}.${randomBytes(6).toString('hex')}`;
  const file = openSync(draft, 'wx', 0o600);
  writeSync(file, JSON.stringify(access, null, 2));
  fsyncSync(file);
  closeSync(file);
  renameSync(draft, fileIn(baseDirectory));
};

export const newAccess = (): ClusterAccess => ({
  adminPassword: randomBytes(24).toString('base64url'),
  applicationPassword: randomBytes(24).toString('base64url'),
  port: 0,
});

export const adminUrl = (access: ClusterAccess): string =>
  `postgres://${adminRole}:${access.adminPassword}@127.0.0.1:${access.port}/postgres`;

export const applicationUrl = (access: ClusterAccess): string =>
  `postgres://${applicationRole}:${access.applicationPassword}@127.0.0.1:${access.port}/${applicationDatabase}`;
