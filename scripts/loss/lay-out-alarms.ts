import { randomUUID } from 'node:crypto';
import {
  connectAsOwner,
  layOutClocks,
  layOutJournals,
  registerTemplates,
} from '../../apps/server/src/testing/lay-out-clocks.ts';
import { type LaidOut, openForLoad } from '../../apps/server/src/testing/lay-out-load.ts';
import type { ClientLog } from './client-log.ts';
import type { LaidOutAlarms } from './compare-alarms.ts';

/** Twenty-five deadlines a second, so that every kill falls on some. */
const APART_MS = 40;

/** Tickets whose deadlines pass one after another during the run: first in their desk, with journals of their own. */
export const layOutAlarms = async (
  databaseUrl: string,
  laidOut: LaidOut,
  log: ClientLog,
  forMs: number,
): Promise<LaidOutAlarms> => {
  const [desk] = laidOut.desks;
  if (desk === undefined) throw new Error('no desk to lay alarms out in');
  const mark = `m-${randomUUID()}`;
  log.sent.add(mark);
  const opened = await openForLoad(databaseUrl);
  const client = await connectAsOwner(databaseUrl);
  try {
    await registerTemplates(opened, { ...laidOut, desks: [desk] }, mark);
    const count = Math.ceil(forMs / APART_MS);
    // What the run stands on is not what may be lost.
    await client.query('set synchronous_commit = on');
    // The product runs already: one look at the template for all that is copied of it.
    await client.query('begin isolation level repeatable read');
    await layOutClocks(client, {
      from: 2,
      count,
      dueAt: Date.now(),
      apartMs: APART_MS,
      warnings: false,
    });
    await layOutJournals(client, { from: 2, count });
    await client.query('commit');
    return { desk: desk.slug, lastNumber: count + 1 };
  } finally {
    await client.end();
    await opened.close();
  }
};
