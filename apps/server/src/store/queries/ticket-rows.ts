import {
  type DeskId,
  type RegulationVersionId,
  type Ticket,
  type TicketId,
  upcastTicket,
} from '@reglament/desk';
import type { Queries } from '../database.ts';
import { stateColumns } from '../ticket-row.ts';

/** A ticket's row as it stands: state columns by their names, instants as milliseconds. */
export interface StoredRow {
  readonly ticketId: TicketId;
  readonly number: number;
  readonly version: number;
  readonly regulationVersionId: RegulationVersionId;
  readonly columns: Readonly<Record<string, unknown>>;
}

interface Row extends Record<string, unknown> {
  readonly ticket_id: TicketId;
  readonly number: number;
  readonly version: number;
  readonly regulation_version_id: RegulationVersionId;
}

const present = (row: Row): StoredRow => ({
  ticketId: row.ticket_id,
  number: row.number,
  version: row.version,
  regulationVersionId: row.regulation_version_id,
  columns: Object.fromEntries(
    stateColumns.map((c) => [c, c === 'body' ? upcastTicket(row[c] as Ticket) : row[c]]),
  ),
});

const columns = ['ticket_id', 'number', 'version', ...stateColumns].join(', ');

/** Rows of a desk in the order of their ids, after `afterId`; null: from the first. */
export const ticketRowsAfter = async (
  q: Queries,
  deskId: DeskId,
  afterId: TicketId | null,
  limit: number,
): Promise<readonly StoredRow[]> =>
  (
    await q.query<Row>(
      'ticket-rows-after',
      `select ${columns} from ticket where desk_id = $1 and ($2::uuid is null or ticket_id > $2) order by ticket_id limit $3`,
      [deskId, afterId, limit],
    )
  ).map(present);

/** One row, locked so that no command moves it while its journal is read. */
export const lockTicketRow = async (
  q: Queries,
  deskId: DeskId,
  ticketId: TicketId,
): Promise<StoredRow | null> => {
  const [row] = await q.query<Row>(
    'ticket-row-locked',
    `select ${columns} from ticket where desk_id = $1 and ticket_id = $2 for share`,
    [deskId, ticketId],
  );
  return row === undefined ? null : present(row);
};
