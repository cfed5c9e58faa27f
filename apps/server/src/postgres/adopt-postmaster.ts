import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { adminUrl, type ClusterAccess } from './cluster-access.ts';
import { findPostmaster, realDirectory } from './postmaster-file.ts';
import { linuxProcessImage, type ProcessIdentity } from './process-identity.ts';

export interface AdoptedPostmaster {
  readonly identity: ProcessIdentity;
  readonly port: number;
}

const connectLimitMs = 10_000;
const settleLimitMs = 120_000;
const pollMs = 20;

/** Proves by our own password and its data directory that the server is ours, not a stranger on an old port. */
const proveOurs = async (clusterDirectory: string, access: ClusterAccess, pid: number): Promise<void> => {
  const client = new Client({ connectionString: adminUrl(access), connectionTimeoutMillis: connectLimitMs });
  // A server that goes away while we ask shows as a failed query; without a listener it would end the process.
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ directory: string }>(
      `select current_setting('data_directory') as directory`,
    );
    const directory = rows[0]?.directory ?? '';
    if (realDirectory(directory) !== realDirectory(clusterDirectory))
      throw new Error(`it serves ${directory}`);
  } catch (error) {
    throw new Error(
      `A PostgreSQL server (process ${pid}) runs on ${clusterDirectory}, but it isn't taken over: ` +
        `${(error as Error).message}. Stop it, then start again.`,
      { cause: error },
    );
  } finally {
    await client.end().catch(() => undefined);
  }
};

/**
 * Takes over the server that an earlier application left running. Waits while it starts or stops; nothing when there
 * is none in the end.
 *
 * @throws when a living server on our directory doesn't accept our password: it must not be disturbed.
 */
export const adoptPostmaster = async (
  clusterDirectory: string,
  access: ClusterAccess,
): Promise<AdoptedPostmaster | undefined> => {
  const deadline = Date.now() + settleLimitMs;
  for (;;) {
    const found = findPostmaster(clusterDirectory);
    if (found === undefined) return undefined;
    if (found.status === 'ready') {
      await proveOurs(clusterDirectory, { ...access, port: found.port }, found.pid);
      return { identity: found.identity, port: found.port };
    }
    if (Date.now() > deadline)
      throw new Error(
        `PostgreSQL (process ${found.pid}) has been ${found.status || 'starting'} for two minutes.`,
      );
    await sleep(pollMs);
  }
};

/** After `npm ci` replaced the files, a running server can't load extensions any more. */
export const lostItsFiles = (server: ProcessIdentity): boolean =>
  linuxProcessImage(server.pid)?.executableDeleted === true;
