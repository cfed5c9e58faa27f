import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { findPostmaster } from './postmaster-file.ts';
import { startPostgres, type RunningPostgres } from './start-postgres.ts';
import { ask, eventually, killHard, makeDirectory, spawnApplication } from './testing/data-directory.ts';

let home: Awaited<ReturnType<typeof makeDirectory>>;
let dataDir: string;

// One cluster for the file: every test leaves it stopped.
beforeAll(async () => {
  home = await makeDirectory();
  dataDir = join(home.path, 'data');
});
afterAll(() => home.remove());

const serverPid = (dataDirectory: string): number => {
  const found = findPostmaster(dataDirectory);
  if (found === undefined) throw new Error('no server runs');
  return found.pid;
};

const gone = async (dataDirectory: string): Promise<void> => {
  if (findPostmaster(dataDirectory) !== undefined) throw new Error('the server still runs');
};

/** A computing statement, unlike a waiting one, doesn't notice that the postmaster is gone. */
const startEndlessStatement = async (url: string): Promise<{ readonly ended: Promise<unknown> }> => {
  const client = new Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  const ended = client
    .query('select count(*) from generate_series(1, 100000) a, generate_series(1, 1000000) b')
    .catch(() => undefined);
  await sleep(200);
  return { ended };
};

describe('the server dies while the application lives', () => {
  let server: RunningPostgres;
  let said: string[];
  beforeEach(async () => {
    said = [];
    server = await startPostgres({ dataDir, say: (line) => said.push(line) });
  });
  afterEach(() => server.stop());

  it('comes back on the same address with every acknowledged row', async () => {
    await ask(server.url, 'create table tick (n int); insert into tick values (1)');
    const before = serverPid(server.dataDirectory);
    process.kill(before, 'SIGKILL');
    const killedAt = Date.now();
    await eventually(10_000, async () => {
      if (serverPid(server.dataDirectory) === before) throw new Error('still the old one');
      await ask(server.url, 'insert into tick values (2)');
    });
    expect(Date.now() - killedAt).toBeLessThan(5_000);
    expect(await ask(server.url, 'select n from tick order by n')).toEqual([{ n: 1 }, { n: 2 }]);
    expect(said.join('\n')).toContain('PostgreSQL has ended unexpectedly');
  });

  it('comes back although an orphan works on in a long statement', async () => {
    const busy = await startEndlessStatement(server.url);
    process.kill(serverPid(server.dataDirectory), 'SIGKILL');
    await eventually(10_000, () => ask(server.url, 'create table after_orphan (n int)'));
    await busy.ended;
  });

  it('comes back again and again', async () => {
    for (let round = 0; round < 3; round += 1) {
      const before = serverPid(server.dataDirectory);
      process.kill(before, 'SIGKILL');
      await eventually(10_000, async () => {
        if (serverPid(server.dataDirectory) === before) throw new Error('still the old one');
        await ask(server.url, 'select 1');
      });
    }
  });

  it('can be stopped in the middle of it', async () => {
    process.kill(serverPid(server.dataDirectory), 'SIGKILL');
    await sleep(210);
    await server.stop();
    await gone(server.dataDirectory);
  });
});

describe('the application dies', () => {
  it('leaves a server that the guard stops after the grace', async () => {
    const { child, answer } = await spawnApplication(dataDir, 0.5);
    await killHard(child);
    expect(serverPid(answer.dataDirectory)).toBeGreaterThan(0);
    await eventually(10_000, () => gone(answer.dataDirectory));
    // Shut down in order: PostgreSQL itself removed its lock file.
    expect(existsSync(join(answer.dataDirectory, 'postmaster.pid'))).toBe(false);
  });

  it('leaves a server that a quick restart adopts and keeps, with its rows', async () => {
    const { child, answer } = await spawnApplication(dataDir, 1);
    await ask(answer.url, "create table letter (subject text); insert into letter values ('kept')");
    await killHard(child);
    const second = await startPostgres({ dataDir, say: () => undefined });
    try {
      expect(second.adopted).toBe(true);
      expect(second.url).toBe(answer.url);
      // Longer than the first application's guard waits: it must see the new holder and leave.
      await sleep(2_000);
      expect(await ask(second.url, 'select subject from letter')).toEqual([{ subject: 'kept' }]);
      // An adopted server is no child of ours and is watched all the same.
      process.kill(serverPid(second.dataDirectory), 'SIGKILL');
      await eventually(10_000, () => ask(second.url, "insert into letter values ('after')"));
    } finally {
      await second.stop();
    }
    await gone(second.dataDirectory);
  });

  it('a start in the very moment of the guard’s stop waits for it', async () => {
    const { child } = await spawnApplication(dataDir, 0);
    await killHard(child);
    const deadline = Date.now() + 1_000;
    for (let round = 0; Date.now() < deadline; round += 1) {
      const again = await startPostgres({ dataDir, say: () => undefined, graceSeconds: 0 });
      expect(await ask(again.url, 'select 1 as one')).toEqual([{ one: 1 }]);
      await again.stop();
    }
  });

  it('together with the server, while an orphan works on: the next start clears it and keeps the rows', async () => {
    const { child, answer } = await spawnApplication(dataDir, 60);
    await ask(answer.url, "create table mail (subject text); insert into mail values ('kept')");
    const busy = await startEndlessStatement(answer.url);
    process.kill(serverPid(answer.dataDirectory), 'SIGKILL');
    await killHard(child);
    const second = await startPostgres({ dataDir, say: () => undefined });
    try {
      expect(second.adopted).toBe(false);
      expect(await ask(second.url, 'select subject from mail')).toEqual([{ subject: 'kept' }]);
      await busy.ended;
    } finally {
      await second.stop();
    }
  });

  it('and its data are removed: the guard that wakes later brings nothing back', async () => {
    const passing = await makeDirectory();
    const { child, answer } = await spawnApplication(join(passing.path, 'data'), 0.3);
    await killHard(child);
    process.kill(serverPid(answer.dataDirectory), 'SIGKILL');
    await passing.remove();
    await sleep(2_000);
    expect(existsSync(passing.path)).toBe(false);
  });

  it('in order, when it is asked by Ctrl-C', async () => {
    const { child, answer } = await spawnApplication(dataDir, 60);
    child.kill('SIGINT');
    await eventually(10_000, () => gone(answer.dataDirectory));
  });
});
