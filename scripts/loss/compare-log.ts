import { isDeepStrictEqual } from 'node:util';
import { evolve, type Ticket, type TicketEvent } from '@reglament/desk';
import type { Instant } from '@reglament/working-time';
import { Client } from 'pg';
import type { ClientLog } from './client-log.ts';
import type { AlarmComparison } from './compare-alarms.ts';

/** What the database lacks or has too much of; all zero when nothing was lost. */
export interface Comparison {
  readonly acknowledgedTickets: number;
  readonly acknowledgedNotes: number;
  /** Acknowledged and not there. */
  readonly lost: number;
  /** Acknowledged and there under another number. */
  readonly changed: number;
  /** One request, two rows. */
  readonly doubled: number;
  readonly numbersTwice: number;
  readonly gapsInNumbers: number;
  /** Rows that no client sent. */
  readonly invented: number;
  /** Journals with a gap, or that don't fold to their ticket's row. */
  readonly brokenJournals: number;
}

interface MessageRow {
  readonly slug: string;
  readonly number: number;
  readonly text: string;
}

interface NumberRow {
  readonly slug: string;
  readonly tickets: number;
  readonly numbers: number;
  readonly highest: number;
  readonly counter: number;
}

interface JournalRow {
  readonly body: Ticket;
  readonly version: number;
  readonly events: readonly { readonly seq: number; readonly at: number; readonly event: TicketEvent }[];
}

const messagesQuery = `select d.slug, t.number::int, m.text from message m
  join ticket t on t.desk_id = m.desk_id and t.ticket_id = m.ticket_id
  join desk d on d.desk_id = m.desk_id where m.kind in ('customer', 'note')`;

const numbersQuery = `select d.slug, count(*)::int as tickets, count(distinct t.number)::int as numbers, max(t.number)::int as highest,
    (select c.value::int from counter c where c.desk_id = d.desk_id and c.name = 'ticket') as counter
  from desk d join ticket t on t.desk_id = d.desk_id group by d.desk_id, d.slug`;

const journalsQuery = `select t.body, t.version, (
    select jsonb_agg(jsonb_build_object('seq', j.seq, 'at', (extract(epoch from j.at) * 1000)::bigint, 'event', jsonb_build_object('type', j.type) || j.body) order by j.seq)
    from journal j where j.desk_id = t.desk_id and j.stream_kind = 'ticket' and j.stream_id = t.ticket_id) as events
  from ticket t`;

const foldsToRow = (row: JournalRow): boolean => {
  const events = row.events ?? [];
  if (events.length !== row.version || events.some(({ seq }, index) => seq !== index + 1)) return false;
  const folded = events.reduce<Ticket | null>(
    (state, { event, at }) => evolve(state, event, at as Instant),
    null,
  );
  return isDeepStrictEqual(JSON.parse(JSON.stringify(folded)), row.body);
};

const MARK = /m-[0-9a-f-]{36}/;

const byMark = (rows: readonly MessageRow[]): ReadonlyMap<string, readonly MessageRow[]> => {
  const groups = new Map<string, MessageRow[]>();
  for (const row of rows) {
    const mark = MARK.exec(row.text)?.[0] ?? '';
    const group = groups.get(mark);
    if (group === undefined) groups.set(mark, [row]);
    else group.push(row);
  }
  return groups;
};

const compareMessages = (
  log: ClientLog,
  rows: readonly MessageRow[],
): Pick<Comparison, 'lost' | 'changed' | 'doubled' | 'invented'> => {
  const stored = byMark(rows);
  const found = log.acknowledged.map((a) => ({ a, rows: stored.get(a.mark) ?? [] }));
  return {
    lost: found.filter(({ rows: [row] }) => row === undefined).length,
    changed: found.filter(
      ({ a, rows: [row] }) => row !== undefined && (row.slug !== a.desk || row.number !== a.number),
    ).length,
    doubled: [...stored.values()].filter((same) => same.length > 1).length,
    invented: [...stored.keys()].filter((mark) => !log.sent.has(mark)).length,
  };
};

/** Holds the client's log against the database, as the role that owns it. */
export const compareLog = async (databaseUrl: string, log: ClientLog): Promise<Comparison> => {
  const client = new Client({ connectionString: databaseUrl, options: '-c reglament.every_desk=on' });
  await client.connect();
  try {
    const messages = await client.query<MessageRow>(messagesQuery);
    const numbers = await client.query<NumberRow>(numbersQuery);
    const journals = await client.query<JournalRow>(journalsQuery);
    return {
      acknowledgedTickets: log.acknowledged.filter((a) => a.kind === 'ticket').length,
      acknowledgedNotes: log.acknowledged.filter((a) => a.kind === 'note').length,
      ...compareMessages(log, messages.rows),
      numbersTwice: numbers.rows.reduce((sum, row) => sum + row.tickets - row.numbers, 0),
      gapsInNumbers: numbers.rows.reduce(
        (sum, row) => sum + Math.max(row.highest, row.counter) - row.numbers,
        0,
      ),
      brokenJournals: journals.rows.filter((row) => !foldsToRow(row)).length,
    };
  } finally {
    await client.end();
  }
};

/** Nothing acknowledged was lost or changed, nothing happened twice, every alarm was told once. */
export const isClean = (c: Comparison & AlarmComparison): boolean =>
  [c.lost, c.changed, c.doubled, c.invented].every((n) => n === 0) &&
  [c.numbersTwice, c.gapsInNumbers, c.brokenJournals].every((n) => n === 0) &&
  c.alarmsMissed + c.alarmsDoubled === 0;
