import { setTimeout as sleep } from 'node:timers/promises';
import type { Client } from 'pg';
import { layOutClocks } from '../../apps/server/src/testing/lay-out-clocks.ts';
import { type Figure, quantile } from '../figure.ts';

export interface Burst {
  readonly name: string;
  /** Number of the first ticket. */
  readonly from: number;
  readonly count: number;
  readonly apartMs: number;
}

/** From the last row laid out to the first deadline. */
const LEAD_MS = 5000;
const PATIENCE_MS = 60_000;

/**
 * Missed deadlines told to people by the nodes that run: from a millisecond past the deadline, when it rings, to the commit
 * by which the person can see it, as the database's own clock took it.
 */
export const measureLateness = async (client: Client, burst: Burst): Promise<Figure> => {
  const { from, count, apartMs } = burst;
  const begun = Date.now();
  // How long laying out takes is not known before: a first one, far ahead, tells.
  await layOutClocks(client, {
    from: from + count,
    count,
    dueAt: begun + 3 * 86_400_000,
    apartMs,
    warnings: false,
  });
  const dueAt = Date.now() + (Date.now() - begun) * 2 + LEAD_MS;
  await layOutClocks(client, { from, count, dueAt, apartMs, warnings: false });
  if (Date.now() > dueAt) throw new Error('laying out took longer than was left');
  const until = dueAt + count * apartMs + PATIENCE_MS;
  const told = `select coalesce(extract(epoch from pg_xact_commit_timestamp(n.xmin) - n.due_at) * 1000 - 1, 0)::float8 as late, n.due_at
    from notification n join ticket t using (desk_id, ticket_id) where t.number >= $1 and t.number < $2 and n.kind = 'clock-breach'`;
  await sleep(dueAt - Date.now() + count * apartMs);
  for (;;) {
    const { rows } = await client.query<{ late: number }>(told, [from, from + count]);
    if (rows.length === count) {
      const late = rows.map((r) => r.late);
      const [p50, p99, max] = [quantile(late, 0.5), quantile(late, 0.99), Math.max(...late)];
      const early = late.filter((ms) => ms < 0).length;
      if (early > 0) throw new Error(`${early} alarms were told before their deadline had passed`);
      return {
        what: `lateness of alarms, ${count} due ${burst.name}, two nodes`,
        measured: `p50 ${p50.toFixed(0)} ms, p99 ${p99.toFixed(0)} ms, max ${max.toFixed(0)} ms`,
        against: '',
        goal: 'p99 <= 1 s',
        met: p99 <= 1000,
        numbers: { count, p50, p99, max },
      };
    }
    if (rows.length > count) throw new Error(`${rows.length} people told of ${count} deadlines`);
    if (Date.now() > until)
      throw new Error(`${rows.length} of ${count} told ${PATIENCE_MS} ms after the last was due`);
    await sleep(250);
  }
};
