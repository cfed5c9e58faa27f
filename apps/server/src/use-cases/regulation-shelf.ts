import { compileCalendars, type DeskId, parseRegulation, type RegulationVersionId } from '@reglament/desk';
import type { Instant, ProductionCalendar } from '@reglament/working-time';
import type { Database } from '../store/database.ts';
import { regulationVersions, type RegulationVersionRow } from '../store/queries/desks.ts';
import type { RegulationInForce, RegulationShelf } from './context.ts';

const parse = (
  row: RegulationVersionRow,
  calendars: Readonly<Record<string, ProductionCalendar>>,
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

/** How long a list of versions is believed: another node may have published one. */
const FRESH_MS = 5000;

/**
 * Reads and parses each version once; versions never change, only the list grows.
 *
 * @param db with connections of its own: commands ask in the middle of their transactions, and when those hold every
 *   connection there must still be one to answer.
 * @param now milliseconds, for the freshness of the list only.
 */
export const createRegulationShelf = (
  db: Database,
  calendars: Readonly<Record<string, ProductionCalendar>>,
  now: () => number,
): RegulationShelf => {
  const lists = new Map<
    DeskId,
    { readonly readAt: number; readonly rows: Promise<readonly RegulationVersionRow[]> }
  >();
  const parsed = new Map<string, RegulationInForce>();

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
  const parsedOf = (deskId: DeskId, row: RegulationVersionRow): RegulationInForce => {
    const key = `${deskId} ${row.regulationVersionId}`;
    const known = parsed.get(key) ?? parse(row, calendars);
    parsed.set(key, known);
    return known;
  };

  return {
    inForce: async (deskId: DeskId, at: Instant) => {
      const rows = await listOf(deskId, FRESH_MS);
      const row = rows.find((r) => r.effectiveFrom <= at) ?? rows.at(-1);
      if (row === undefined) throw new Error(`desk ${deskId} has no regulation`);
      return parsedOf(deskId, row);
    },
    byVersion: async (deskId: DeskId, version: RegulationVersionId) => {
      const known = parsed.get(`${deskId} ${version}`);
      if (known !== undefined) return known;
      const row =
        (await listOf(deskId, FRESH_MS)).find((r) => r.regulationVersionId === version) ??
        (await listOf(deskId, -1)).find((r) => r.regulationVersionId === version);
      if (row === undefined) throw new Error(`desk ${deskId} has no regulation version ${version}`);
      return parsedOf(deskId, row);
    },
  };
};
