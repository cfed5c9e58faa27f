import { Client } from 'pg';
import type { Opened } from '../open.ts';
import { registerByStaff } from '../use-cases/register-by-staff.ts';
import { type LaidOut, registrationBody } from './lay-out-load.ts';

const MINUTE_MS = 60_000;
/** Open clocks fall due over so much time ahead, evenly. */
const AHEAD_MS = 30 * 24 * 60 * MINUTE_MS;

/** A ticket registered by the product in each desk, the first there: what all others are like. */
export const registerTemplates = async (
  opened: Opened,
  { desks, person }: LaidOut,
  mark = 'образец',
): Promise<void> => {
  for (const desk of desks) {
    const outcome = await registerByStaff(opened.context, {
      ...registrationBody(desk, 0, mark),
      deskId: desk.deskId,
      personId: person.personId,
      idempotency: { key: opened.context.newId(), requestHash: '' },
    });
    if (!outcome.ok) throw new Error(`the template of ${desk.slug} was not registered`);
  }
  // Its notice would stop the clock that is to run in all copies.
  await opened.context.db.everyDesk((q) => q.query('templates-untold', 'delete from outbox'));
};

/** What a laid out ticket has of its own; all else is its template's. */
const own: Readonly<Record<string, string>> = {
  ticket_id: 'o.id',
  number: 'o.n',
  due_at: 'to_timestamp(o.due / 1000.0)',
  body: `p.body || jsonb_build_object('ticketId', o.id,
    'clocks', jsonb_build_array(p.body -> 'clocks' -> 0 || jsonb_build_object('dueAt', o.due, 'lastDueAt', o.due)),
    'warnings', case case when $5::boolean then o.n / 5 % 3 else 2 end
      when 0 then jsonb_build_array(p.body -> 'warnings' -> 0 || jsonb_build_object('at', o.due - 240000), p.body -> 'warnings' -> 1 || jsonb_build_object('at', o.due - 120000))
      when 1 then jsonb_build_array(p.body -> 'warnings' -> 1 || jsonb_build_object('at', o.due - 120000))
      else '[]'::jsonb end)`,
};

/**
 * Tickets like the template of their desk ($1 number of the first, $2 how many), one running clock each: numbers, ids and
 * instants are their own. $3 instant in milliseconds at which the first is due, $4 how many milliseconds apart, $5 whether some of
 * them have warnings to come.
 */
const ticketsStatement = (columns: readonly string[]): string => `
insert into ticket (${columns.join(', ')})
select ${columns.map((c) => own[c] ?? `p.${c}`).join(', ')}
from (
  -- Ids grow as the product's do.
  select n, ('019a' || overlay(lpad(to_hex(n), 8, '0') placing '-' from 5 for 0) || '-7000-8000-' || substr(md5(n::text), 1, 12))::uuid as id, ($3::bigint + (n - $1::bigint) * $4::float8)::bigint as due
  from generate_series($1::bigint, $1::bigint + $2::bigint - 1) n offset 0
) o join (select row_number() over (order by desk_id) - 1 as place, count(*) over () as desks, t.* from ticket t where number = 1) p
  on o.n % p.desks = p.place`;

const alarmsStatement = `
insert into alarm (desk_id, ticket_id, key, at, body)
select t.desk_id, t.ticket_id, a.key, to_timestamp(a.at / 1000.0), jsonb_build_object('kind', a.kind, 'key', a.key, 'at', a.at, 'clock', a.clock) || a.more
from ticket t cross join lateral (
  select 'breach' as kind, 'breach:' || (c ->> 'id') as key, (c ->> 'dueAt')::bigint + 1 as at, c ->> 'id' as clock, '{}'::jsonb as more from jsonb_array_elements(t.body -> 'clocks') c
  union all
  select 'warning', 'warning:' || (w ->> 'clock') || ':' || (w ->> 'fraction'), (w ->> 'at')::bigint, w ->> 'clock', jsonb_build_object('fraction', w -> 'fraction') from jsonb_array_elements(t.body -> 'warnings') w
) a where t.number >= $1::bigint and t.number < $1::bigint + $2::bigint`;

/** As the role that owns the database, without a limit of time. */
export const connectAsOwner = async (url: string): Promise<Client> => {
  const client = new Client({ connectionString: url, options: '-c reglament.every_desk=on' });
  await client.connect();
  return client;
};

export interface ClocksToLay {
  /** Number of the first ticket; 1 is the template's. */
  readonly from: number;
  readonly count: number;
  /** When the first deadline is, and how far apart they are; a deadline rings a millisecond later. */
  readonly dueAt: number;
  readonly apartMs: number;
  /** A third of them have two warnings to come, four and two minutes before the deadline, a third one. */
  readonly warnings: boolean;
}

/** Lays out tickets with one running clock each, with their alarms, by SQL. */
export const layOutClocks = async (client: Client, clocks: ClocksToLay): Promise<void> => {
  const { from, count, dueAt, apartMs, warnings } = clocks;
  const { rows } = await client.query<{ name: string }>(
    "select attname as name from pg_attribute where attrelid = 'ticket'::regclass and attnum > 0 and not attisdropped and attgenerated = ''",
  );
  const statement = ticketsStatement(rows.map((r) => r.name));
  await client.query(statement, [from, count, Math.round(dueAt), apartMs, warnings]);
  await client.query(alarmsStatement, [from, count]);
};

/** Open clocks of an ordinary day: due evenly over the next thirty days, none of them yet. */
export const layOutOpenClocks = async (client: Client, from: number, count: number): Promise<void> =>
  layOutClocks(client, {
    from,
    count,
    dueAt: Date.now() + 30 * MINUTE_MS,
    apartMs: AHEAD_MS / count,
    warnings: true,
  });

/** The journals that such tickets would have: their template's, with their own instants. */
export const layOutJournals = async (
  client: Client,
  { from, count }: Pick<ClocksToLay, 'from' | 'count'>,
): Promise<void> => {
  await client.query(
    `insert into journal (desk_id, stream_kind, stream_id, seq, at, actor_id, type, version, body)
     select j.desk_id, j.stream_kind, t.ticket_id, j.seq, j.at, j.actor_id, j.type, j.version, j.body || case j.type
       when 'TicketRegistered' then jsonb_build_object('ticketId', t.ticket_id)
       when 'ClockArmed' then jsonb_build_object('clock', t.body -> 'clocks' -> 0, 'warnings', t.body -> 'warnings')
       else '{}' end
     from ticket t join ticket p on p.desk_id = t.desk_id and p.number = 1
       join journal j on j.desk_id = p.desk_id and j.stream_kind = 'ticket' and j.stream_id = p.ticket_id
     where t.number >= $1::bigint and t.number < $1::bigint + $2::bigint`,
    [from, count],
  );
  await client.query(
    "update counter c set value = greatest(c.value, t.number) from (select desk_id, max(number) as number from ticket group by desk_id) t where t.desk_id = c.desk_id and c.name = 'ticket'",
  );
};
