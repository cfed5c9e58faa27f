import { randomBytes } from 'node:crypto';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { Client, escapeIdentifier, escapeLiteral } from 'pg';
import { startPostgres } from '../postgres/start-postgres.ts';

export interface TestCluster {
  /** Superuser, database `postgres`; give it to createTestDatabase. */
  readonly adminUrl: string;
  /** Stops the server and removes its directories. Also done by itself when the test process is killed. */
  readonly stop: () => Promise<void>;
}

export interface TestClusterOptions {
  /** True for loss tests and for a server that goes through checkServer: everything is synced as in production. */
  readonly durable?: boolean;
  readonly settings?: Readonly<Record<string, string>>;
}

/** A throw-away PostgreSQL cluster on a free loopback port in a temporary directory; about one second. */
export const startTestCluster = async (options: TestClusterOptions = {}): Promise<TestCluster> => {
  const directory = await mkdtemp(join(tmpdir(), 'reglament-test-'));
  // As root the server runs as another user, who must pass through.
  await chmod(directory, 0o755);
  const lines: string[] = [];
  const server = await startPostgres({
    dataDir: directory,
    say: (line) => lines.push(line),
    settings: { max_connections: '200', ...options.settings },
    graceSeconds: 0,
    throwAway: { relaxed: options.durable !== true, directories: [directory] },
  }).catch((error: unknown) => {
    throw new Error(`the test cluster did not start:\n${lines.join('\n')}`, { cause: error });
  });
  return {
    adminUrl: server.adminUrl,
    stop: async () => {
      await server.stop();
      for (const made of [directory, dirname(server.dataDirectory)])
        await rm(made, { recursive: true, force: true });
    },
  };
};

/** The ordinary role that owns test databases; its password is the cluster's own, known from the admin URL. */
const ownerRole = 'reglament_test';

const urlOf = (adminUrl: string, database: string): string => {
  const url = new URL(adminUrl);
  url.username = ownerRole;
  url.pathname = `/${database}`;
  return url.href;
};

const preparationLock = 7_264_001;

/** One connection for a piece of work; with the lock, one worker of the test run at a time. */
const asAdmin = async <T>(adminUrl: string, work: (client: Client) => Promise<T>): Promise<T> => {
  const client = new Client({ connectionString: adminUrl });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
};

const ensureOwner = async (client: Client, adminUrl: string): Promise<void> => {
  await client.query('select pg_advisory_lock($1)', [preparationLock]);
  try {
    const { rowCount } = await client.query('select from pg_roles where rolname = $1', [ownerRole]);
    const password = escapeLiteral(decodeURIComponent(new URL(adminUrl).password));
    if (rowCount === 0)
      await client.query(`create role ${escapeIdentifier(ownerRole)} login password ${password}`);
  } finally {
    await client.query('select pg_advisory_unlock($1)', [preparationLock]);
  }
};

const createOwned = (client: Client, database: string, template: string): Promise<unknown> =>
  client.query(
    `create database ${escapeIdentifier(database)} owner ${escapeIdentifier(ownerRole)} template ${escapeIdentifier(template)}`,
  );

/**
 * Makes a template once a cluster: an empty database owned by an ordinary role, filled by `prepare` (the migrations),
 * then closed to connections so that clones can be made at any time. Workers that come later find it.
 *
 * @returns the template's name, for createTestDatabase.
 */
export const createTestTemplate = (
  adminUrl: string,
  name: string,
  prepare: (url: string) => Promise<void>,
): Promise<string> =>
  asAdmin(adminUrl, async (client) => {
    await ensureOwner(client, adminUrl);
    await client.query('select pg_advisory_lock($1)', [preparationLock]);
    const { rowCount } = await client.query('select from pg_database where datname = $1 and datistemplate', [
      name,
    ]);
    if (rowCount !== 0) return name;
    await client.query(`drop database if exists ${escapeIdentifier(name)} with (force)`);
    await createOwned(client, name, 'template1');
    await prepare(urlOf(adminUrl, name));
    await client.query(
      `alter database ${escapeIdentifier(name)} with is_template true allow_connections false`,
    );
    return name;
  });

export interface TestDatabase {
  /** As the ordinary role that owns the database. */
  readonly url: string;
  readonly drop: () => Promise<void>;
}

const PATIENCE_MS = 2000;

/** A closed pool says goodbye without waiting for it: thrown out meanwhile, its connections would report an error. */
const sessionsGone = async (client: Client, name: string): Promise<void> => {
  for (const until = Date.now() + PATIENCE_MS; Date.now() < until;) {
    const { rowCount } = await client.query('select from pg_stat_activity where datname = $1 limit 1', [
      name,
    ]);
    if (rowCount === 0) return;
    await setTimeout(10);
  }
};

/** A fresh database for one test file, cloned from a template (an empty one by default); about 30 ms. */
export const createTestDatabase = (adminUrl: string, template = 'template1'): Promise<TestDatabase> =>
  asAdmin(adminUrl, async (client) => {
    await ensureOwner(client, adminUrl);
    const name = `test_${randomBytes(8).toString('hex')}`;
    await createOwned(client, name, template);
    const drop = (): Promise<void> =>
      asAdmin(adminUrl, async (dropper) => {
        await sessionsGone(dropper, name);
        await dropper.query(`drop database if exists ${escapeIdentifier(name)} with (force)`);
      });
    return { url: urlOf(adminUrl, name), drop };
  });
