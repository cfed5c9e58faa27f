import type { Calendars } from '../clock/calendars.ts';
import type { Clock } from '../clock/clock.ts';
import { recountClock, type Recount } from '../clock/recount-clock.ts';
import type { ClockId, Regulation } from '../regulation/regulation.ts';
import { clockFactsOf, type JournalFact, type LeftRegulations } from './clock-facts.ts';
import type { Ticket } from './ticket.ts';

/** A figure of a clock that its journal does not explain. */
export interface DeadlineDifference {
  readonly clock: ClockId;
  /** `clock`: stored and never told, or told and not stored. */
  readonly figure: keyof Recount | 'clock';
  readonly stored: unknown;
  readonly recounted: unknown;
}

const figures = [
  'status',
  'startedAt',
  'countsFrom',
  'spentMs',
  'since',
  'dueAt',
  'lastDueAt',
  'breachedAt',
  'firstBreachAt',
  'outcome',
  'stoppedAt',
] as const satisfies readonly (keyof Recount)[];

/** Everything a deadline follows from, as text: names of fields in one order. */
const ruleText = ({ rule }: Pick<Clock, 'rule'>): string =>
  JSON.stringify(rule, (_key, value: unknown) =>
    value !== null && typeof value === 'object' && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );

const differencesOf = (clock: Clock, recount: Recount): readonly DeadlineDifference[] => {
  const differ = figures
    .filter((figure) => clock[figure] !== recount[figure])
    .map((figure) => ({ clock: clock.id, figure, stored: clock[figure], recounted: recount[figure] }));
  const [stored, recounted] = [ruleText(clock), ruleText(recount)];
  return stored === recounted ? differ : [...differ, { clock: clock.id, figure: 'rule', stored, recounted }];
};

/**
 * Counts every clock of a ticket anew from what its journal says happened, by a way of its own (`recountClock`), and compares
 * with what is stored, to the millisecond. Empty: they agree.
 *
 * @param regulation that the ticket goes by, after those that it left.
 * @param calendars of the latest editions, compiled from `regulation`.
 * @param left the regulations of the editions that it left, as they are.
 */
export const compareDeadlines = (
  ticket: Ticket,
  journal: readonly JournalFact[],
  regulation: Regulation,
  calendars: Calendars,
  left: LeftRegulations = new Map(),
): readonly DeadlineDifference[] => {
  const facts = clockFactsOf(journal, regulation, left);
  const untold = ticket.clocks.filter(({ id }) => !facts.has(id)).map(({ id }) => id);
  const unkept = [...facts.keys()].filter((id) => !ticket.clocks.some((clock) => clock.id === id));
  return [
    ...ticket.clocks.flatMap((clock) => {
      const told = facts.get(clock.id);
      return told === undefined ? [] : differencesOf(clock, recountClock(told, regulation, calendars));
    }),
    ...untold.map((clock) => ({ clock, figure: 'clock' as const, stored: true, recounted: false })),
    ...unkept.map((clock) => ({ clock, figure: 'clock' as const, stored: false, recounted: true })),
  ];
};
