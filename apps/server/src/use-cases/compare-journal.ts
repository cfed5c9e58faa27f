import { isDeepStrictEqual } from 'node:util';
import { compareDeadlines, type DeskId, evolve, type Ticket } from '@reglament/desk';
import type { Queries } from '../store/database.ts';
import { eventsSince, type JournalEntry } from '../store/queries/journal.ts';
import { lockTicketRow, type StoredRow } from '../store/queries/ticket-rows.ts';
import { stateColumns, stateRow } from '../store/ticket-row.ts';
import type { Context } from './context.ts';

/** Where a row and its journal tell different stories. */
export interface Drift {
  readonly deskId: DeskId;
  readonly of: 'ticket' | 'certificate' | 'inquiry';
  readonly number: number | string;
  /**
   * Columns of the row, `version` among them; `journal` alone: it can't be folded at all; `clocks.reaction.dueAt`: what the
   * journal says happened makes another figure, counted by a way of its own.
   */
  readonly columns: readonly string[];
}

/** As the database gives it back: without undefined, instants of columns as milliseconds. */
export const stored = (column: string, value: unknown): unknown => {
  if (column.endsWith('_at') && typeof value === 'string') return Date.parse(value);
  return value !== null && typeof value === 'object'
    ? (JSON.parse(JSON.stringify(value)) as unknown)
    : (value ?? null);
};

/** null: the events make no ticket. */
const fold = (entries: readonly JournalEntry[]): Ticket | null => {
  try {
    return entries.reduce<Ticket | null>((state, entry) => evolve(state, entry.event, entry.at), null);
  } catch {
    return null;
  }
};

const differences = async (
  context: Context,
  q: Queries,
  deskId: DeskId,
  row: StoredRow,
): Promise<readonly string[]> => {
  const entries = await eventsSince(q, deskId, row.ticketId, 0);
  const ticket = fold(entries);
  if (ticket === null) return ['journal'];
  const { regulation, calendars, left } = await context.regulations.ofTicket(deskId, ticket);
  const told = stateRow(deskId, ticket, regulation);
  const columns: string[] = stateColumns.filter(
    (column) => !isDeepStrictEqual(stored(column, told[column]), stored(column, row.columns[column])),
  );
  for (const { clock, figure } of compareDeadlines(ticket, entries, regulation, calendars, left))
    columns.push(`clocks.${clock}.${figure}`);
  return entries.length === row.version && entries.at(-1)?.seq === row.version
    ? columns
    : ['version', ...columns];
};

/**
 * Folds a ticket's journal and compares the result with its row; null when they agree. A difference is looked at again
 * under a lock: a command may have come in between.
 */
export const compareJournal = async (
  context: Context,
  q: Queries,
  deskId: DeskId,
  row: StoredRow,
): Promise<Drift | null> => {
  if ((await differences(context, q, deskId, row)).length === 0) return null;
  const locked = await lockTicketRow(q, deskId, row.ticketId);
  if (locked === null) return null;
  const columns = await differences(context, q, deskId, locked);
  return columns.length === 0 ? null : { deskId, of: 'ticket', number: row.number, columns };
};
