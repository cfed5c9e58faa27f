import {
  connectAsOwner,
  layOutClocks,
  layOutOpenClocks,
  registerTemplates,
} from '../../apps/server/src/testing/lay-out-clocks.ts';
import { openForLoad } from '../../apps/server/src/testing/lay-out-load.ts';
import { startTestCluster } from '../../apps/server/src/testing/postgres-cluster.ts';
import { FIND_LIMIT } from '../../apps/server/src/store/alarms.ts';
import type { Figure } from '../figure.ts';
import { type BenchDatabase, makeDatabase, startBenchServer } from '../stage.ts';
import { type FoundDue, findDue, foundFigures } from './find-due.ts';
import { measureLateness } from './lateness.ts';

const LAYERS = 3;
/** Numbers of tickets for everything that is not one of the many open ones. */
const ASIDE = 10_000_000;

/** Laid out by the superuser over several connections, without the triggers of foreign keys: what is there is the same. */
const layOut = async (adminUrl: string, from: number, count: number): Promise<void> => {
  const share = Math.ceil(count / LAYERS);
  await Promise.all(
    Array.from({ length: LAYERS }, async (_, layer) => {
      const client = await connectAsOwner(adminUrl);
      await client.query('set session_replication_role = replica');
      await client.query('set synchronous_commit = off');
      const begin = layer * share;
      await layOutOpenClocks(client, from + begin, Math.min(share, count - begin));
      await client.end();
    }),
  );
};

/** Ever more open clocks, and what finding the due ones costs among them. */
const findAmong = async (
  database: BenchDatabase,
  adminUrl: string,
  sizes: readonly number[],
): Promise<ReadonlyMap<number, FoundDue>> => {
  const client = await connectAsOwner(adminUrl);
  try {
    await layOutClocks(client, {
      from: ASIDE,
      count: FIND_LIMIT,
      dueAt: Date.now() - 60_000,
      apartMs: 10,
      warnings: false,
    });
    const found = new Map<number, FoundDue>();
    let laid = 0;
    for (const size of sizes) {
      await layOut(adminUrl, 2 + laid, size - laid);
      laid = size;
      await client.query('vacuum analyze alarm');
      await client.query('vacuum analyze ticket');
      found.set(size, await findDue(database.url, adminUrl));
    }
    // What was due for the question alone is not to ring.
    await client.query('delete from alarm where at <= now()');
    return found;
  } finally {
    await client.end();
  }
};

/** Two nodes, the whole product each, and a burst of deadlines; then another. */
const ringBursts = async (
  database: BenchDatabase,
  adminUrl: string,
  count: number,
): Promise<readonly Figure[]> => {
  const client = await connectAsOwner(adminUrl);
  const nodes = [await startBenchServer(database), await startBenchServer(database)];
  try {
    return [
      await measureLateness(client, {
        name: 'in the same minute',
        from: 2 * ASIDE,
        count,
        apartMs: 60_000 / count,
      }),
      await measureLateness(client, { name: 'at the same instant', from: 3 * ASIDE, count, apartMs: 0 }),
    ];
  } finally {
    await Promise.all(nodes.map((node) => node.stop()));
    await client.end();
  }
};

/**
 * Among ever more open clocks: finding what is due against bare SQL; then lateness with two nodes on the largest of them. A
 * cluster of its own, as durable as production's, that remembers when it committed.
 */
export const benchDueClocks = async (pace: { readonly quick: boolean }): Promise<readonly Figure[]> => {
  const sizes = pace.quick ? [1000, 5000, 20_000] : [10_000, 100_000, 1_000_000];
  const cluster = await startTestCluster({ durable: true, settings: { track_commit_timestamp: 'on' } });
  try {
    const database = await makeDatabase(cluster);
    const opened = await openForLoad(database.url);
    try {
      await registerTemplates(opened, database.laidOut);
    } finally {
      await opened.close();
    }
    const admin = new URL(cluster.adminUrl);
    admin.pathname = new URL(database.url).pathname;
    const found = await findAmong(database, admin.href, sizes);
    return [...foundFigures(found), ...(await ringBursts(database, admin.href, pace.quick ? 200 : 2000))];
  } finally {
    await cluster.stop();
  }
};
