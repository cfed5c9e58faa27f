import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readAccess, writeAccess } from './cluster-access.ts';
import { rootBase } from './database-place.ts';
import { findRunningPostgres } from './find-running-postgres.ts';
import { readPostmasterFile } from './postmaster-file.ts';
import { areWeRoot } from './server-account.ts';
import {
  DataDirectoryHeld,
  startPostgres,
  type PostgresOptions,
  type RunningPostgres,
} from './start-postgres.ts';
import { ask, makeDirectory, spawnApplication } from './testing/data-directory.ts';

let home: Awaited<ReturnType<typeof makeDirectory>>;
let said: string[];
const running: RunningPostgres[] = [];

const start = async (more: Partial<PostgresOptions> = {}): Promise<RunningPostgres> => {
  const server = await startPostgres({
    dataDir: join(home.path, 'data'),
    say: (line) => said.push(line),
    ...more,
  });
  running.push(server);
  return server;
};

// One directory for the file: every test leaves its server stopped. What needs a fresh one makes its own.
beforeAll(async () => {
  home = await makeDirectory();
});
beforeEach(() => {
  said = [];
});
afterEach(async () => {
  for (const server of running.splice(0)) await server.stop();
});
afterAll(() => home.remove());

/** A stopped cluster with one row in it. */
const liveOnce = async (): Promise<RunningPostgres> => {
  const first = await start();
  await ask(
    first.url,
    "create table if not exists letter (subject text); truncate letter; insert into letter values ('first')",
  );
  await first.stop();
  return first;
};

const subjects = (url: string): Promise<readonly unknown[]> => ask(url, 'select subject from letter');

describe('a fresh start', () => {
  it('makes a Russian-speaking database for a role that is no superuser, on loopback only', async () => {
    const server = await start();
    const [role] = await ask(
      server.url,
      "select lower('ЁЖ') as lowered, rolsuper as superuser from pg_roles where rolname = current_user",
    );
    expect(role).toEqual({ lowered: 'ёж', superuser: false });
    const [reach] = await ask(
      server.adminUrl,
      `select current_setting('listen_addresses') as listens, current_setting('jit') as jit,
              current_setting('unix_socket_directories') as sockets`,
    );
    expect(reach).toEqual({ listens: '127.0.0.1', jit: 'off', sockets: '' });
    expect(server.adopted).toBe(false);
  });

  it('lets the owner add trigram search that knows Russian', async () => {
    const server = await start();
    await ask(server.url, 'create extension if not exists pg_trgm');
    expect(await ask(server.url, "select similarity('ЁЛКА', 'ёлка') as same")).toEqual([{ same: 1 }]);
  });

  it('clears what a start that was killed while making the database left behind', async () => {
    const fresh = await makeDirectory();
    const leftover = join(fresh.path, 'data', 'postgres', 'new-cluster-dead');
    mkdirSync(leftover, { recursive: true });
    writeFileSync(join(leftover, 'PG_VERSION'), '18\n');
    const server = await start({ dataDir: join(fresh.path, 'data') });
    expect(await ask(server.url, 'select 1 as one')).toEqual([{ one: 1 }]);
    expect(existsSync(leftover)).toBe(false);
    await server.stop();
    await fresh.remove();
  });

  it('keeps the passwords to their owner and asks for them', async () => {
    const server = await start();
    const access = join(home.path, 'data', 'postgres', 'access.json');
    expect(statSync(access).mode & 0o777).toBe(0o600);
    expect(statSync(server.dataDirectory).mode & 0o777).toBe(0o700);
    await expect(ask(server.url.replace(/:[^:@]+@/, ':wrong@'), 'select 1')).rejects.toThrow(/password/);
  });

  it('refuses a server that may lose acknowledged data, and leaves none running', async () => {
    await expect(start({ settings: { fsync: 'off' } })).rejects.toThrow(/fsync is off/);
    expect(await findRunningPostgres(join(home.path, 'data'))).toBeUndefined();
    expect((await start()).adopted).toBe(false);
  });

  it('refuses data of a version that no installed server reads', async () => {
    const { dataDirectory } = await liveOnce();
    const versionFile = join(dataDirectory, 'PG_VERSION');
    const version = readFileSync(versionFile, 'utf8');
    writeFileSync(versionFile, '9\n');
    await expect(start()).rejects.toThrow(/PostgreSQL 9, which wrote the data,/);
    writeFileSync(versionFile, version);
  });
});

describe('a second start', () => {
  it('keeps rows, passwords and port', async () => {
    const first = await liveOnce();
    const second = await start();
    expect(second.url).toBe(first.url);
    expect(await subjects(second.url)).toEqual([{ subject: 'first' }]);
  });

  it('is joined by a command that starts nothing', async () => {
    const dataDir = join(home.path, 'data');
    expect(await findRunningPostgres(dataDir)).toBeUndefined();
    const server = await start();
    expect(await findRunningPostgres(dataDir)).toEqual({ url: server.url, adminUrl: server.adminUrl });
  });

  it('takes another port when a foreign server sits on the kept one', async () => {
    const first = await liveOnce();
    const stranger = createServer().listen(Number(new URL(first.url).port), '127.0.0.1');
    try {
      const second = await start();
      expect(new URL(second.url).port).not.toBe(new URL(first.url).port);
      expect(await subjects(second.url)).toEqual([{ subject: 'first' }]);
    } finally {
      stranger.close();
    }
  });

  it('survives a stale lock file whose pid now belongs to a stranger of the same user', async () => {
    const first = await liveOnce();
    const owner = statSync(first.dataDirectory);
    const account = areWeRoot() ? { uid: owner.uid, gid: owner.gid } : {};
    const stranger = spawn('sleep', ['60'], { stdio: 'ignore', cwd: '/', ...account });
    try {
      const lockFile = join(first.dataDirectory, 'postmaster.pid');
      const lines = [stranger.pid, first.dataDirectory, 1, 1, '', '127.0.0.1', '   1  1', 'ready   ', ''];
      writeFileSync(lockFile, lines.join('\n'));
      const second = await start();
      expect(await subjects(second.url)).toEqual([{ subject: 'first' }]);
      expect(stranger.exitCode).toBeNull();
      expect(readPostmasterFile(second.dataDirectory)?.pid).not.toBe(stranger.pid);
    } finally {
      stranger.kill('SIGKILL');
    }
  });

  it('does not touch a living server that refuses our password', async () => {
    const dataDir = join(home.path, 'data');
    const server = await start();
    const base = join(dataDir, 'postgres');
    const access = readAccess(base);
    if (access === undefined) throw new Error('no access file');
    writeAccess(base, { ...access, adminPassword: 'another' });
    await expect(findRunningPostgres(dataDir)).rejects.toThrow(/isn't taken over: password/);
    expect(await ask(server.url, 'select 1 as one')).toEqual([{ one: 1 }]);
    writeAccess(base, access);
  });
});

describe('two starts at once', () => {
  it('lets one through and tells the other who holds the directory', async () => {
    const fresh = await makeDirectory();
    const dataDir = join(fresh.path, 'data');
    const outcomes = await Promise.allSettled([1, 2, 3].map(() => start({ dataDir })));
    const refusals = outcomes.flatMap((outcome) =>
      outcome.status === 'rejected' ? [outcome.reason as unknown] : [],
    );
    expect(refusals).toHaveLength(2);
    for (const refusal of refusals) expect(refusal).toBeInstanceOf(DataDirectoryHeld);
    await Promise.all(running.map((server) => server.stop()));
    await fresh.remove();
  });

  it('names the holding process to another process', async () => {
    await start();
    const { child, answer } = await spawnApplication(join(home.path, 'data'));
    expect(answer.refused).toContain(`is in use by process ${process.pid} `);
    child.kill('SIGKILL');
  });
});

describe('a folder that only we can enter', () => {
  it('keeps the database inside for an ordinary user, and for root where the other user reaches it', async () => {
    const closed = await makeDirectory(0o700);
    const dataDir = join(closed.path, 'data');
    try {
      const first = await start({ dataDir });
      await ask(first.url, "create table letter (subject text); insert into letter values ('distant')");
      await first.stop();
      const second = await start({ dataDir });
      expect(await subjects(second.url)).toEqual([{ subject: 'distant' }]);
      await second.stop();
      expect(first.dataDirectory.startsWith(areWeRoot() ? `${rootBase}/` : `${closed.path}/`)).toBe(true);
      const memory = join(dataDir, 'postgres-location');
      expect(existsSync(memory)).toBe(areWeRoot());
      if (!areWeRoot()) return;
      expect(join(readFileSync(memory, 'utf8').trim(), 'cluster')).toBe(second.dataDirectory);
      expect(said.join('\n')).toContain(`the database is kept in ${rootBase}/`);
      await rm(join(second.dataDirectory, '..'), { recursive: true });
    } finally {
      await closed.remove();
    }
  });
});
