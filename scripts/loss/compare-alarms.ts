import { setTimeout as sleep } from 'node:timers/promises';
import { connectAsOwner } from '../../apps/server/src/testing/lay-out-clocks.ts';
import type { SeenAlarms } from './watch-alarms.ts';

/** Alarms whose instant had come by the end, against what people were told. */
export interface AlarmComparison {
  readonly alarmsDue: number;
  /** Nobody was told in the application, the journal does not know, or no letter is sent or owed. */
  readonly alarmsMissed: number;
  /** Told twice: in the journal, in letters, or under the eyes of the person who watched. */
  readonly alarmsDoubled: number;
  /** From the instant to the telling, the worst of all kills. */
  readonly alarmsLateMaxMs: number;
}

interface AlarmRow {
  readonly number: number;
  readonly ids: readonly string[] | null;
  readonly events: number;
  readonly letters: number;
  readonly owed: number;
  readonly lateMs: number | null;
}

/** One row for each deadline that was laid out and had passed by $3. */
const alarmsQuery = `select t.number::int as number, n.ids, n."lateMs"::float8 as "lateMs",
    (select count(*)::int from journal j where j.desk_id = t.desk_id and j.stream_kind = 'ticket' and j.stream_id = t.ticket_id and j.type = 'ClockBreached') as events,
    (select count(*)::int from letter l where l.desk_id = t.desk_id and l.ticket_id = t.ticket_id and l.direction = 'out') as letters,
    (select count(*)::int from outbox o where o.desk_id = t.desk_id and o.ticket_id = t.ticket_id) as owed
  from ticket t join desk d on d.desk_id = t.desk_id left join lateral (
    select array_agg(n.notification_id::text) as ids, max(extract(epoch from n.at - n.due_at) * 1000) as "lateMs" from notification n
    where n.desk_id = t.desk_id and n.ticket_id = t.ticket_id and n.kind = 'clock-breach') n on true
  where d.slug = $1 and t.number > 1 and t.number <= $2 and (t.body #>> '{clocks,0,lastDueAt}')::bigint < $3::bigint`;

export interface LaidOutAlarms {
  readonly desk: string;
  /** Tickets from number 2 to this one have one deadline each. */
  readonly lastNumber: number;
}

const PATIENCE_MS = 60_000;

/** Waits until everything due by now has rung, then counts. */
export const compareAlarms = async (
  databaseUrl: string,
  laidOut: LaidOutAlarms,
  seen: SeenAlarms,
): Promise<AlarmComparison> => {
  const client = await connectAsOwner(databaseUrl);
  const end = Date.now();
  try {
    for (;;) {
      const { rowCount } = await client.query('select from alarm where at <= $1 limit 1', [
        new Date(end).toISOString(),
      ]);
      if (rowCount === 0 || Date.now() > end + PATIENCE_MS) break;
      await sleep(100);
    }
    const { rows } = await client.query<AlarmRow>(alarmsQuery, [laidOut.desk, laidOut.lastNumber, end]);
    const told = rows.map((row) => ({ ...row, ids: new Set(row.ids ?? []) }));
    const shownTwice = ({ number, ids }: (typeof told)[number]): boolean =>
      new Set([...ids, ...(seen.byTicket.get(number) ?? [])]).size > 1;
    return {
      alarmsDue: told.length,
      alarmsMissed: told.filter((t) => t.ids.size === 0 || t.events === 0 || t.letters + t.owed === 0).length,
      alarmsDoubled: told.filter((t) => t.events > 1 || t.letters > 1 || t.owed > 1 || shownTwice(t)).length,
      alarmsLateMaxMs: Math.round(Math.max(0, ...told.map((t) => t.lateMs ?? 0))),
    };
  } finally {
    await client.end();
  }
};
