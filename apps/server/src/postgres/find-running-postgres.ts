import { resolve } from 'node:path';
import { adoptPostmaster } from './adopt-postmaster.ts';
import { adminUrl, applicationUrl, readAccess } from './cluster-access.ts';
import { findPlace } from './database-place.ts';

export interface FoundPostgres {
  readonly url: string;
  readonly adminUrl: string;
}

/**
 * The embedded server that an application is running for this DATA_DIR, for commands that join it. Starts, stops and
 * locks nothing; nothing when no server lives.
 */
export const findRunningPostgres = async (dataDir: string): Promise<FoundPostgres | undefined> => {
  const place = findPlace(resolve(dataDir));
  const access = readAccess(place.baseDirectory);
  if (access === undefined) return undefined;
  const living = await adoptPostmaster(place.clusterDirectory, access);
  if (living === undefined) return undefined;
  const reached = { ...access, port: living.port };
  return { url: applicationUrl(reached), adminUrl: adminUrl(reached) };
};
