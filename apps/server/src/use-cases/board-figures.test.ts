import type { PersonId, TicketId } from '@reglament/desk';
import type { Instant } from '@reglament/working-time';
import { describe, expect, it } from 'vitest';
import type { BoardRow } from '../store/queries/board.ts';
import { sumBoard } from './board-figures.ts';

const NOW = Date.UTC(2026, 10, 20, 9) as Instant;
const HOUR = 3_600_000;

const row = (id: string, hoursLeft: number, more: Partial<BoardRow> = {}): BoardRow => ({
  ticketId: id as TicketId,
  state: 'in-progress',
  lineId: '1',
  assigneeId: null,
  assigneeName: null,
  dueAt: (NOW + hoursLeft * HOUR) as Instant,
  hours: '',
  ...more,
});
const of = (personId: string, name: string) => ({ assigneeId: personId as PersonId, assigneeName: name });
const within = (hours: number) => () => (NOW + hours * HOUR) as Instant;

describe('the board', () => {
  it('of no ticket is all noughts', () => {
    expect(sumBoard([], NOW, within(4))).toEqual({
      total: { open: 0, late: 0, soon: 0, waitingForCustomer: 0, unassigned: 0 },
      lines: new Map(),
      people: [],
      pressing: [],
    });
  });

  it('is late after the deadline, not at it; near up to the last instant asked for', () => {
    const ms = 1 / HOUR;
    const rows = [row('passed', -ms), row('now', 0), row('last', 4), row('later', 4 + ms)];
    const { total, pressing } = sumBoard(rows, NOW, within(4));
    expect(total).toMatchObject({ open: 4, late: 1, soon: 2 });
    expect(pressing.map(({ ticketId }) => ticketId)).toEqual(['passed', 'now', 'last']);
  });

  it('asks each ticket’s own hours how near its deadline is', () => {
    const nights = row('nights', 10);
    const days = row('days', 10, { hours: 'office' });
    const soonUntil = ({ hours }: BoardRow) => (NOW + (hours === '' ? 4 : 18) * HOUR) as Instant;
    expect(sumBoard([nights, days], NOW, soonUntil).pressing).toMatchObject([{ ticketId: 'days' }]);
  });

  it('names first who has most that is late, and what nobody has last', () => {
    const rows = [
      ...[row('a', -1), row('b', -1), row('c', -1)],
      row('d', 9, of('p1', 'Яна')),
      row('e', -2, of('p2', 'Борис')),
      row('f', 2, of('p3', 'Анна')),
      row('g', 9, { ...of('p3', 'Анна'), state: 'waiting-for-customer', lineId: null }),
    ];
    const { people, lines, total } = sumBoard(rows, NOW, within(4));
    expect(people.map(({ person, figures }) => [person?.name ?? null, figures.open, figures.late])).toEqual([
      ['Борис', 1, 1],
      ['Анна', 2, 0],
      ['Яна', 1, 0],
      [null, 3, 3],
    ]);
    expect(lines.get(null)).toMatchObject({ open: 1, waitingForCustomer: 1 });
    expect(total).toMatchObject({ open: 7, unassigned: 3, waitingForCustomer: 1 });
  });
});
