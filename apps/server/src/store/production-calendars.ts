import type { DeskId } from '@reglament/desk';
import type { Instant, ProductionYear } from '@reglament/working-time';
import { type Queries, toTimestamp } from './database.ts';

/** Any number: the same one for everybody who keeps a calendar. */
const calendarLock = 7_264_004;

export interface NewCalendarEdition {
  readonly calendarId: string;
  readonly seq: number;
  readonly edition: string;
  readonly years: Readonly<Record<string, ProductionYear>>;
  readonly sha256: string;
  /** null: the first edition, in force always. */
  readonly effectiveFrom: Instant | null;
  readonly at: Instant;
}

/** Until the transaction's end nobody else numbers editions. */
export const lockCalendars = async (q: Queries): Promise<void> => {
  await q.query('calendar-lock', 'select pg_advisory_xact_lock($1)', [calendarLock]);
};

export const insertCalendarEdition = async (q: Queries, e: NewCalendarEdition): Promise<void> => {
  await q.query(
    'calendar-insert',
    `insert into production_calendar (calendar_id, seq, edition, years, sha256, effective_from, created_at)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [
      e.calendarId,
      e.seq,
      e.edition,
      JSON.stringify(e.years),
      e.sha256,
      e.effectiveFrom === null ? null : toTimestamp(e.effectiveFrom),
      toTimestamp(e.at),
    ],
  );
};

/** All open deadlines of the desk are counted by this edition. */
export const markAdopted = async (
  q: Queries,
  deskId: DeskId,
  edition: { readonly calendarId: string; readonly seq: number },
  at: Instant,
): Promise<void> => {
  await q.query(
    'calendar-adopted',
    'insert into calendar_adoption (desk_id, calendar_id, seq, done_at) values ($1, $2, $3, $4) on conflict do nothing',
    [deskId, edition.calendarId, edition.seq, toTimestamp(at)],
  );
};
