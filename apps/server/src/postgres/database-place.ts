import { createHash, randomBytes } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmdirSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { areWeRoot, canEnter, ensureServerAccount, type ServerAccount } from './server-account.ts';

/** Where an embedded cluster lives and as whom it runs. */
export interface DatabasePlace {
  /** Holds the cluster, its passwords, its log and the lock. */
  readonly baseDirectory: string;
  readonly clusterDirectory: string;
  /** Present only when we are root. */
  readonly account: ServerAccount | undefined;
}

/** Also where root's databases go when the server's user can't reach the usual place. */
export const rootBase = '/var/lib/reglament';

const locationFile = (dataDir: string): string => join(dataDir, 'postgres-location');

const clusterIn = (baseDirectory: string): string => join(baseDirectory, 'cluster');

/** The directory root's database goes to when DATA_DIR is out of reach for the server's user. */
export const distantBase = (dataDir: string): string =>
  join(rootBase, createHash('sha256').update(realpathSync(dataDir)).digest('hex').slice(0, 16));

const remembered = (dataDir: string): string | undefined => {
  const file = locationFile(dataDir);
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : undefined;
};

const remember = (dataDir: string, baseDirectory: string): void => {
  const draft = `${locationFile(dataDir)}.${randomBytes(6).toString('hex')}`;
  writeFileSync(draft, `${baseDirectory}\n`);
  renameSync(draft, locationFile(dataDir));
};

/** The place of an existing database, without making or changing anything. */
export const findPlace = (
  dataDir: string,
): { readonly baseDirectory: string; readonly clusterDirectory: string } => {
  const baseDirectory = remembered(dataDir) ?? join(dataDir, 'postgres');
  return { baseDirectory, clusterDirectory: clusterIn(baseDirectory) };
};

const makeBase = (baseDirectory: string): void => {
  mkdirSync(baseDirectory, { recursive: true, mode: areWeRoot() ? 0o755 : 0o700 });
  // The server's user must pass through; what is secret inside has its own mode.
  if (areWeRoot()) chmodSync(baseDirectory, 0o755);
};

/** An empty directory where no database is would only mislead. */
const leaveEmpty = (directory: string): void => {
  if (readdirSync(directory).length === 0) rmdirSync(directory);
};

/** Data of an ordinary user that root now starts stays that user's: PostgreSQL insists on owning it. */
const ownerOf = (clusterDirectory: string): ServerAccount | undefined => {
  if (!existsSync(clusterDirectory)) return undefined;
  const { uid, gid } = statSync(clusterDirectory);
  return uid === 0 ? undefined : { uid, gid };
};

const placeAsRoot = (dataDir: string, binDirectory: string, say: (line: string) => void): DatabasePlace => {
  const near = findPlace(dataDir);
  const owner = ownerOf(near.clusterDirectory);
  if (owner !== undefined) {
    if (!canEnter(owner, near.baseDirectory))
      throw new Error(
        `The database in ${near.clusterDirectory} belongs to user ${owner.uid}, who can't reach it any more. ` +
          `Let others pass through the directories above it (chmod o+x).`,
      );
    return { ...near, account: owner };
  }
  const account = ensureServerAccount(say);
  if (remembered(dataDir) !== undefined) {
    makeBase(near.baseDirectory);
    return { ...near, account };
  }
  makeBase(near.baseDirectory);
  if (canEnter(account, near.baseDirectory) && canEnter(account, binDirectory)) return { ...near, account };
  leaveEmpty(near.baseDirectory);
  const baseDirectory = distantBase(dataDir);
  const clusterDirectory = clusterIn(baseDirectory);
  if (existsSync(clusterDirectory))
    say(
      `A database made earlier for ${dataDir} is there and is used again. For an empty start remove ${baseDirectory}.`,
    );
  makeBase(dirname(baseDirectory));
  makeBase(baseDirectory);
  remember(dataDir, baseDirectory);
  return { baseDirectory, clusterDirectory, account: ownerOf(clusterDirectory) ?? account };
};

const placeAsOrdinaryUser = (dataDir: string): DatabasePlace => {
  const place = findPlace(dataDir);
  const uid = process.getuid?.();
  if (existsSync(place.clusterDirectory) && uid !== undefined && statSync(place.clusterDirectory).uid !== uid)
    throw new Error(
      `The database in ${place.clusterDirectory} belongs to another user. ` +
        `Start as that user (or as root), or choose another DATA_DIR.`,
    );
  makeBase(place.baseDirectory);
  return { ...place, account: undefined };
};

/**
 * Decides where the database lives. Next to the other data; but as root PostgreSQL runs as an unprivileged user, and
 * when that user can't reach DATA_DIR or the binaries, under /var/lib/reglament, which is said and remembered.
 */
export const choosePlace = (
  dataDir: string,
  binDirectory: string,
  say: (line: string) => void,
): DatabasePlace => {
  mkdirSync(dataDir, { recursive: true });
  const place = areWeRoot() ? placeAsRoot(dataDir, binDirectory, say) : placeAsOrdinaryUser(dataDir);
  if (place.baseDirectory !== join(dataDir, 'postgres'))
    say(
      `PostgreSQL's user can't reach ${dataDir} or the program: the database is kept in ${place.baseDirectory}.`,
    );
  return place;
};
