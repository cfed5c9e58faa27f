import type { PersonId } from '@reglament/desk';
import type { Instant } from '@reglament/working-time';
import type { BoardRow } from '../store/queries/board.ts';

export interface Figures {
  readonly open: number;
  readonly late: number;
  readonly soon: number;
  readonly waitingForCustomer: number;
  readonly unassigned: number;
}

export interface BoardSums {
  readonly total: Figures;
  /** By id of a line; null: in none. */
  readonly lines: ReadonlyMap<string | null, Figures>;
  /** Whoever has most that is late first, then about to be, then open; tickets of nobody last. */
  readonly people: readonly {
    readonly person: { readonly personId: PersonId; readonly name: string } | null;
    readonly figures: Figures;
  }[];
  /** Late or about to be, the longest late first. */
  readonly pressing: readonly BoardRow[];
}

const none: Figures = { open: 0, late: 0, soon: 0, waitingForCustomer: 0, unassigned: 0 };

type Judged = BoardRow & { readonly isLate: boolean; readonly isSoon: boolean };

const plus = (sum: Figures, row: Judged): Figures => ({
  open: sum.open + 1,
  late: sum.late + Number(row.isLate),
  soon: sum.soon + Number(row.isSoon),
  waitingForCustomer: sum.waitingForCustomer + Number(row.state === 'waiting-for-customer'),
  unassigned: sum.unassigned + Number(row.assigneeId === null),
});

const sumBy = <K>(rows: readonly Judged[], key: (row: Judged) => K): Map<K, Figures> => {
  const sums = new Map<K, Figures>();
  for (const row of rows) sums.set(key(row), plus(sums.get(key(row)) ?? none, row));
  return sums;
};

/**
 * Sums open tickets up for the lead. At the instant of its deadline a ticket is in time still, as its alarm says.
 *
 * @param rows The nearest deadline first.
 * @param soonUntil The last instant, for a ticket's own hours, that counts as about to be late.
 */
export const sumBoard = (
  rows: readonly BoardRow[],
  now: Instant,
  soonUntil: (row: BoardRow) => Instant,
): BoardSums => {
  const judged = rows.map((row) => {
    const isLate = row.dueAt < now;
    return { ...row, isLate, isSoon: !isLate && row.dueAt <= soonUntil(row) };
  });
  const names = new Map(judged.map(({ assigneeId, assigneeName }) => [assigneeId, assigneeName ?? '']));
  const people = [...sumBy(judged, ({ assigneeId }) => assigneeId)].map(([personId, figures]) => ({
    person: personId === null ? null : { personId, name: names.get(personId) ?? '' },
    figures,
  }));
  return {
    total: judged.reduce(plus, none),
    lines: sumBy(judged, ({ lineId }) => lineId),
    people: people.toSorted(
      (a, b) =>
        Number(a.person === null) - Number(b.person === null) ||
        b.figures.late - a.figures.late ||
        b.figures.soon - a.figures.soon ||
        b.figures.open - a.figures.open ||
        (a.person?.name ?? '').localeCompare(b.person?.name ?? '', 'ru'),
    ),
    pressing: judged.filter(({ isLate, isSoon }) => isLate || isSoon),
  };
};
