import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { adoptPostmaster, lostItsFiles } from './adopt-postmaster.ts';
import { checkServer } from './check-server.ts';
import {
  adminUrl,
  applicationUrl,
  newAccess,
  readAccess,
  writeAccess,
  type ClusterAccess,
} from './cluster-access.ts';
import { createCluster } from './create-cluster.ts';
import type { DatabasePlace } from './database-place.ts';
import { chooseFreePort, isPortFree } from './free-port.ts';
import { takeHolderLock, type LockHolder } from './holder-lock.ts';
import { launchPostmaster, PostmasterFailed, type LaunchPlan } from './launch-postmaster.ts';
import { clearOrphans } from './orphan-backends.ts';
import { prepareDatabase } from './prepare-database.ts';
import type { ProcessIdentity } from './process-identity.ts';
import { selectServer } from './select-server.ts';
import { startGuard } from './start-guard.ts';
import { stopPostmaster } from './stop-postmaster.ts';
import { supervisePostmaster } from './supervise-postmaster.ts';

export interface RunningPostgres {
  /** The application's database as its owner, who is no superuser. Stays the same when the server is restarted. */
  readonly url: string;
  /** The superuser in the database `postgres`: for tools and tests, never for the application's own work. */
  readonly adminUrl: string;
  readonly dataDirectory: string;
  /** Whether a server left by an earlier application was taken over. */
  readonly adopted: boolean;
  /** Fast shutdown, then everything is let go; may be called twice. */
  readonly stop: () => Promise<void>;
}

export interface PostgresOptions {
  /** The application's data directory; the cluster lies in it or, for root, where `postgres-location` in it says. */
  readonly dataDir: string;
  /** A line for the person at the terminal. */
  readonly say: (line: string) => void;
  /** Server settings that win over postgresql.conf. */
  readonly settings?: Readonly<Record<string, string>>;
  /** The bin directory to use, REGLAMENT_POSTGRES_BIN by default. */
  readonly binDirectory?: string;
  /** How long the server outlives a killed application, 4 by default. */
  readonly graceSeconds?: number;
  /** For tests only: no durability, no check, directories that go with the server. */
  readonly throwAway?: { readonly relaxed: boolean; readonly directories: readonly string[] };
}

/** Another application holds this DATA_DIR. */
export class DataDirectoryHeld extends Error {
  override readonly name = 'DataDirectoryHeld';
  readonly holder: LockHolder;
  constructor(dataDir: string, holder: LockHolder) {
    super(
      `${dataDir} is in use by process ${holder.pid} on ${holder.host} since ${holder.since} (${holder.command}). ` +
        `Stop it first, or choose another DATA_DIR.`,
    );
    this.holder = holder;
  }
}

const guardWaitMs = 90_000;
const guardPollMs = 50;
const launchAttempts = 20;
const launchPauseMs = 250;

/** A guard that is stopping an abandoned server is waited for; an application is not. */
const takeLock = async (
  dataDir: string,
  place: DatabasePlace,
  say: (line: string) => void,
): Promise<() => void> => {
  const deadline = Date.now() + guardWaitMs;
  let said = false;
  for (;;) {
    const attempt = takeHolderLock(place.baseDirectory, 'application');
    if (attempt.taken) return attempt.release;
    if (attempt.holder.role === 'application' || Date.now() > deadline)
      throw new DataDirectoryHeld(dataDir, attempt.holder);
    if (!said) say('The database of the previous run is being stopped; waiting for it.');
    said = true;
    await sleep(guardPollMs);
  }
};

const ensureAccess = (place: DatabasePlace): ClusterAccess => {
  const known = readAccess(place.baseDirectory);
  if (known !== undefined) return known;
  if (existsSync(place.clusterDirectory))
    throw new Error(
      `There is a database in ${place.clusterDirectory}, but its access.json with the passwords is gone.`,
    );
  const access = newAccess();
  writeAccess(place.baseDirectory, access);
  return access;
};

type Launched = { readonly identity: ProcessIdentity; readonly port: number; readonly adopted: boolean };

/** The kept port if it is free, else a new one; a server that loses the race for its port tries the next. */
const launchAnywhere = async (plan: LaunchPlan): Promise<Launched> => {
  let port = plan.port !== 0 && (await isPortFree(plan.port)) ? plan.port : await chooseFreePort();
  for (let attempt = 1; ; attempt += 1) {
    await clearOrphans(plan.place.clusterDirectory, plan.clusterName);
    try {
      return { identity: await launchPostmaster({ ...plan, port }), port, adopted: false };
    } catch (error) {
      const passing = error instanceof PostmasterFailed && (error.portTaken || error.memoryHeld);
      if (!passing || attempt === launchAttempts) throw error;
      if (error.portTaken) port = await chooseFreePort();
      else await sleep(launchPauseMs);
    }
  }
};

const adoptOrLaunch = async (plan: LaunchPlan, access: ClusterAccess): Promise<Launched> => {
  const living = await adoptPostmaster(plan.place.clusterDirectory, access);
  if (living !== undefined && !lostItsFiles(living.identity)) return { ...living, adopted: true };
  if (living !== undefined) await stopPostmaster(living.identity);
  return launchAnywhere(plan);
};

const checkAsApplication = async (url: string): Promise<void> => {
  const client = new Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    await checkServer(client);
  } finally {
    await client.end();
  }
};

const relaxedSettings = { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off' } as const;

const describe = (launched: Launched, plan: LaunchPlan): string =>
  `PostgreSQL ${plan.server.version} (${plan.server.origin}) ` +
  `${launched.adopted ? 'was still running' : 'is running'} on 127.0.0.1:${launched.port}, data in ${plan.place.clusterDirectory}`;

const makePlan = async (options: PostgresOptions, dataDir: string): Promise<LaunchPlan> => {
  const setting = options.binDirectory ?? process.env.REGLAMENT_POSTGRES_BIN;
  const { server, place } = await selectServer(dataDir, setting, options.say);
  const relaxed = options.throwAway?.relaxed === true ? relaxedSettings : {};
  return {
    server,
    place,
    clusterName: `reglament-${createHash('sha256').update(place.clusterDirectory).digest('hex').slice(0, 8)}`,
    port: 0,
    settings: { ...relaxed, ...options.settings },
    say: options.say,
  };
};

const bringUp = async (
  options: PostgresOptions,
  plan: LaunchPlan,
): Promise<Omit<RunningPostgres, 'stop'> & { plan: LaunchPlan; identity: ProcessIdentity }> => {
  const { place } = plan;
  const kept = ensureAccess(place);
  const durable = options.throwAway?.relaxed !== true;
  if (!existsSync(place.clusterDirectory)) {
    options.say('Making a new database...');
    await createCluster({ server: plan.server, place, adminPassword: kept.adminPassword, durable });
  }
  const launched = await adoptOrLaunch({ ...plan, port: kept.port }, kept);
  const access = { ...kept, port: launched.port };
  if (access.port !== kept.port) writeAccess(place.baseDirectory, access);
  try {
    await prepareDatabase(access);
    if (durable && options.throwAway === undefined) await checkAsApplication(applicationUrl(access));
  } catch (error) {
    await stopPostmaster(launched.identity);
    throw error;
  }
  options.say(describe(launched, plan));
  return {
    url: applicationUrl(access),
    adminUrl: adminUrl(access),
    dataDirectory: place.clusterDirectory,
    adopted: launched.adopted,
    plan: { ...plan, port: launched.port },
    identity: launched.identity,
  };
};

/**
 * The embedded server: found or made, started or adopted, watched, and stopped. While this process lives, the server
 * comes back on the same port whenever it dies; a few seconds after this process was killed, a guard stops it.
 *
 * @throws DataDirectoryHeld when another application has this DATA_DIR; UnfitServer when the server may lose data.
 */
export const startPostgres = async (options: PostgresOptions): Promise<RunningPostgres> => {
  const dataDir = resolve(options.dataDir);
  const planned = await makePlan(options, dataDir);
  const { place } = planned;
  const release = await takeLock(dataDir, place, options.say);
  const guard = startGuard({
    baseDirectory: place.baseDirectory,
    clusterDirectory: place.clusterDirectory,
    graceSeconds: options.graceSeconds ?? 4,
    removeAfterwards:
      options.throwAway === undefined ? [] : [...options.throwAway.directories, place.baseDirectory],
  });
  const letGo = (): void => {
    guard.dismiss();
    release();
  };
  const running = await bringUp(options, planned).catch((error: unknown) => {
    letGo();
    throw error;
  });
  const supervision = supervisePostmaster(running.plan, running.identity);
  let stopped: Promise<void> | undefined;
  const { url, dataDirectory, adopted } = running;
  return {
    url,
    adminUrl: running.adminUrl,
    dataDirectory,
    adopted,
    stop: () => (stopped ??= supervision.stop().finally(letGo)),
  };
};
