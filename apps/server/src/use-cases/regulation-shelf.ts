import {
  type CalendarEdition,
  compileCalendars,
  type DeskId,
  parseRegulation,
  type RegulationVersionId,
} from '@reglament/desk';
import type { Instant } from '@reglament/working-time';
import type { Database } from '../store/database.ts';
import { calendarEditions, calendarsOf } from '../store/queries/production-calendars.ts';
import { regulationVersions, type RegulationVersionRow } from '../store/queries/desks.ts';
import type { RegulationInForce, RegulationShelf } from './context.ts';
import { editionsInForce } from './editions-in-force.ts';
import { versionInForce } from './place-text.ts';

const parse = (
  row: RegulationVersionRow,
  calendars: Readonly<Record<string, CalendarEdition>>,
): RegulationInForce => {
  const parsed = parseRegulation(row.source, calendars);
  if (!parsed.ok) {
    const first = parsed.problems[0];
    throw new Error(
      `regulation version ${row.regulationVersionId} (${row.edition}) does not parse: ${first?.code ?? ''} at line ${first?.line ?? 0}`,
    );
  }
  return {
    regulationVersionId: row.regulationVersionId,
    regulation: parsed.regulation,
    calendars: compileCalendars(parsed.regulation),
    effectiveFrom: row.effectiveFrom,
  };
};

/** How long a list is believed: another node may have published a version, or an edition of a calendar. */
const FRESH_MS = 5000;

interface CalendarsInForce {
  readonly calendars: Readonly<Record<string, CalendarEdition>>;
  /** Names the editions: what was read with others is read anew. */
  readonly key: string;
}

/** The latest editions of the calendars, asked for again when they are too old. */
const calendarShelf = (
  db: Database,
  now: () => number,
): { readonly inForce: () => Promise<CalendarsInForce>; readonly forget: () => void } => {
  let known: { readonly readAt: number; readonly value: Promise<CalendarsInForce> } | null = null;
  const read = async (): Promise<CalendarsInForce> => {
    const editions = await db.everyDesk(calendarEditions);
    return {
      calendars: calendarsOf(editions),
      key: editions.map(({ calendarId, seq }) => `${calendarId}:${seq}`).join(' '),
    };
  };
  return {
    inForce: () => {
      if (known !== null && now() - known.readAt <= FRESH_MS) return known.value;
      // Kept before it is there: who comes meanwhile waits for the same answer.
      const asked = { readAt: now(), value: read() };
      known = asked;
      asked.value.catch(() => {
        if (known === asked) known = null;
      });
      return asked.value;
    },
    forget: () => {
      known = null;
    },
  };
};

/**
 * Reads and parses each version once for the editions of the calendars in force; versions and editions never change, only
 * their lists grow.
 *
 * @param db with connections of its own: commands ask in the middle of their transactions, and when those hold every
 *   connection there must still be one to answer.
 * @param now milliseconds, for the freshness of the lists only.
 */
export const createRegulationShelf = (db: Database, now: () => number): RegulationShelf => {
  const lists = new Map<
    DeskId,
    { readonly readAt: number; readonly rows: Promise<readonly RegulationVersionRow[]> }
  >();
  const parsed = new Map<string, { readonly key: string; readonly regulation: RegulationInForce }>();
  const shelf = calendarShelf(db, now);

  const listOf = async (deskId: DeskId, maxAge: number): Promise<readonly RegulationVersionRow[]> => {
    const known = lists.get(deskId);
    if (known !== undefined && now() - known.readAt <= maxAge) return known.rows;
    // Kept before it is there: who comes meanwhile waits for the same answer.
    const rows = db.inDesk(deskId, (q) => regulationVersions(q, deskId));
    const list = { readAt: now(), rows };
    lists.set(deskId, list);
    rows.catch(() => lists.get(deskId) === list && lists.delete(deskId));
    return rows;
  };
  const parsedOf = (
    deskId: DeskId,
    row: RegulationVersionRow,
    { calendars, key }: CalendarsInForce,
  ): RegulationInForce => {
    const id = `${deskId} ${row.regulationVersionId}`;
    const known = parsed.get(id);
    if (known?.key === key) return known.regulation;
    const regulation = parse(row, calendars);
    parsed.set(id, { key, regulation });
    return regulation;
  };

  const byVersion = async (deskId: DeskId, version: RegulationVersionId): Promise<RegulationInForce> => {
    const calendars = await shelf.inForce();
    const known = parsed.get(`${deskId} ${version}`);
    if (known?.key === calendars.key) return known.regulation;
    const row =
      (await listOf(deskId, FRESH_MS)).find((r) => r.regulationVersionId === version) ??
      (await listOf(deskId, -1)).find((r) => r.regulationVersionId === version);
    if (row === undefined) throw new Error(`desk ${deskId} has no regulation version ${version}`);
    return parsedOf(deskId, row, calendars);
  };

  return {
    inForce: async (deskId: DeskId, at: Instant) => {
      const rows = await listOf(deskId, FRESH_MS);
      const row = versionInForce(rows, at);
      if (row === undefined) throw new Error(`desk ${deskId} has no regulation`);
      return parsedOf(deskId, row, await shelf.inForce());
    },
    byVersion,
    ...editionsInForce({
      byVersion,
      versions: (deskId, how) => listOf(deskId, how === 'anew' ? -1 : FRESH_MS),
    }),
    heardOf: async (deskId) => void (await listOf(deskId, -1)),
    forgetCalendars: shelf.forget,
  };
};
