import type { CalendarEdition, DeskId, TicketId } from '@reglament/desk';
import type { Instant, ProductionYear } from '@reglament/working-time';
import type { Queries } from '../database.ts';

export interface StoredEdition {
  readonly calendarId: string;
  readonly seq: number;
  readonly edition: string;
  readonly years: Readonly<Record<string, ProductionYear>>;
  readonly sha256: string;
  readonly effectiveFrom: Instant | null;
  readonly createdAt: Instant;
}

/** Every edition of every calendar, in the order they came. At most 1,000: more is a fault. */
export const calendarEditions = async (q: Queries): Promise<readonly StoredEdition[]> => {
  const rows = await q.query<StoredEdition & Record<string, unknown>>(
    'calendar-editions',
    `select calendar_id as "calendarId", seq, edition, years, sha256, effective_from as "effectiveFrom", created_at as "createdAt"
     from production_calendar order by calendar_id, seq limit 1001`,
  );
  if (rows.length > 1000) throw new Error('there are more than 1,000 editions of production calendars');
  return rows;
};

/** The calendars as regulations are read with them: each in its latest edition, which knows the ones before it. */
export const calendarsOf = (
  editions: readonly StoredEdition[],
): Readonly<Record<string, CalendarEdition>> => {
  const latest: Record<string, CalendarEdition> = {};
  for (const { calendarId, edition, years, effectiveFrom } of editions) {
    const before = latest[calendarId];
    latest[calendarId] = {
      id: calendarId,
      edition,
      years,
      ...(before === undefined || effectiveFrom === null
        ? {}
        : { replaces: { calendar: before, until: effectiveFrom } }),
    };
  }
  return latest;
};

export interface OpenAdoption {
  readonly deskId: DeskId;
  readonly calendarId: string;
  readonly seq: number;
  readonly edition: string;
  readonly createdAt: Instant;
}

/** Desks whose deadlines may still be counted by an edition that is not the latest. */
export const openAdoptions = (q: Queries): Promise<readonly OpenAdoption[]> =>
  q.query<OpenAdoption & Record<string, unknown>>(
    'calendar-open-adoptions',
    `select d.desk_id as "deskId", c.calendar_id as "calendarId", c.seq, c.edition, c.created_at as "createdAt"
     from production_calendar c cross join desk d
     where c.seq > 1 and not exists (select from production_calendar l where l.calendar_id = c.calendar_id and l.seq > c.seq)
       and not exists (select from calendar_adoption a where a.desk_id = d.desk_id and a.calendar_id = c.calendar_id and a.seq = c.seq)
     order by c.calendar_id, d.created_at, d.slug`,
  );

/** Open tickets that follow later editions, with a clock that is not counted by this edition, in the order of their ids. */
export const ticketsOfOtherEditions = async (
  q: Queries,
  deskId: DeskId,
  edition: string,
  after: TicketId | null,
  limit: number,
): Promise<readonly TicketId[]> =>
  (
    await q.query<{ ticket_id: TicketId }>(
      'calendar-tickets',
      `select ticket_id from ticket
       where desk_id = $1 and calendars is null and state not in ('closed', 'not-entitled') and ($3::uuid is null or ticket_id > $3)
         and jsonb_path_exists(body, '$.clocks[*] ? (@.status != "stopped" && (!exists(@.rule.calendar) || @.rule.calendar.edition != $edition))', jsonb_build_object('edition', $2::text))
       order by ticket_id limit $4`,
      [deskId, edition, after, limit],
    )
  ).map((row) => row.ticket_id);
