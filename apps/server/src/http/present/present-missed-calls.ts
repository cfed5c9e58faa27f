import type { MissedCall } from '@reglament/contract';
import type { DeskId } from '@reglament/desk';
import type { MissedCallRow } from '../../store/queries/missed-calls.ts';
import type { Context } from '../../use-cases/context.ts';

/** The earliest deadline of the ticket that only a talk, or a talk too, discharges; null: none runs. */
const dueOf = async (
  { regulations }: Context,
  deskId: DeskId,
  { ticket }: MissedCallRow,
): Promise<string | null> => {
  if (ticket === null) return null;
  const { regulation } = await regulations.ofTicket(deskId, ticket);
  const byCall = new Set(
    regulation.clocks.filter(({ stops }) => stops.includes('callback')).map(({ id }) => id),
  );
  const due = ticket.clocks
    .filter(({ id, status }) => byCall.has(id) && status === 'running')
    .flatMap(({ dueAt }) => (dueAt === null ? [] : [dueAt]));
  return due.length === 0 ? null : new Date(Math.min(...due)).toISOString();
};

/** Calls that wait: those with a deadline by it, then the others as they came. */
export const presentMissedCalls = async (
  context: Context,
  deskId: DeskId,
  rows: readonly MissedCallRow[],
): Promise<MissedCall[]> => {
  const calls = await Promise.all(
    rows.map(async (row) => ({
      callId: row.callId,
      phone: row.phone,
      note: row.note,
      at: new Date(row.at).toISOString(),
      callers: [...row.callers],
      takenBy: row.takenBy,
      ticket: row.ticket === null ? null : { number: row.ticket.number, subject: row.ticket.subject },
      dueAt: await dueOf(context, deskId, row),
    })),
  );
  const isFirst = ({ dueAt }: MissedCall): boolean => dueAt !== null;
  return [
    ...calls.filter(isFirst).toSorted((one, other) => (one.dueAt ?? '').localeCompare(other.dueAt ?? '')),
    ...calls.filter((one) => !isFirst(one)),
  ];
};
