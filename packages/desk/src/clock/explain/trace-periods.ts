import { instant, type Instant } from '@reglament/working-time';
import type { ClockState, RuleCalendars } from './clock-states.ts';
import type { Calendars } from '../calendars.ts';
import type { Clock } from '../clock.ts';
import { countStretches, runsOf, type RunningSpan } from './count-stretches.ts';
import { countingFrom } from '../measure.ts';
import type { TracePeriod } from './trace.ts';

/** The plain due time before it was moved to an opening; null when it wasn't. */
export const plainDue = (clock: Clock, calendars: Calendars): Instant | null => {
  const { target } = clock.rule;
  if (target.kind !== 'elapsed' || clock.dueAt === null || clock.breachedAt !== null) return null;
  const from = target.ms > clock.spentMs ? countingFrom(clock, calendars, clock.since) : clock.since;
  const plain = instant(from + (target.ms - clock.spentMs));
  return plain === clock.dueAt ? null : plain;
};

const later = (a: Instant, b: Instant | null): Instant => (b !== null && b > a ? b : a);

interface Piece {
  readonly period: number;
  readonly span: RunningSpan;
}

/** While the clock ran, by period; of the last state up to its deadline and up to `at`. */
const pieces = (
  states: readonly ClockState[],
  at: Instant,
  firstPeriod: number,
  calendarsOf: RuleCalendars,
): readonly Piece[] => {
  let period = firstPeriod;
  return states.flatMap(({ by, clock }, index) => {
    if (by === 'change' && index > 0) period += 1;
    const end = states[index + 1]?.at ?? later(later(clock.since, at), clock.dueAt);
    const calendars = calendarsOf(clock.rule);
    const from = countingFrom(clock, calendars, clock.since);
    if (clock.status !== 'running' || end <= from) return [];
    return [{ period, span: { from, to: end, dueAt: clock.dueAt, plainDueAt: plainDue(clock, calendars) } }];
  });
};

/** What counted under each rule, in order. */
export const periodsOf = (
  clock: Clock,
  states: readonly ClockState[],
  calendarsOf: RuleCalendars,
  at: Instant,
): readonly TracePeriod[] => {
  const changes = clock.changes ?? [];
  const lost = changes.findLastIndex(({ before }) => before === null);
  const all = pieces(states, at, lost + 1, calendarsOf);
  const bounds = [clock.startedAt, ...changes.map((change) => change.at)];
  const end = states.at(-1)?.at;
  return bounds.flatMap((from, period): TracePeriod[] => {
    const change = changes[period];
    const last = changes[period - 1];
    const carried = last === undefined || last.anew === true ? 0 : last.spentMs;
    const counted = (change?.spentMs ?? 0) - carried;
    if (period <= lost) {
      const to = change?.at ?? from;
      return [
        {
          rule: change?.before ?? null,
          from,
          to,
          stretches: [],
          runs: null,
          workedMs: counted,
          isProven: false,
        },
      ];
    }
    const rule = change === undefined ? clock.rule : (change.before ?? clock.rule);
    const spans = all.filter((piece) => piece.period === period).map(({ span }) => span);
    const found = countStretches(rule, calendarsOf(rule), spans);
    const sum = found.reduce((ms, one) => ms + one.workedMs, 0);
    const isProven = change === undefined || sum === counted;
    const runs = runsOf(found);
    const to = change?.at ?? spans.at(-1)?.to ?? end ?? from;
    return [
      {
        rule,
        from,
        to,
        stretches: runs === null && isProven ? found : [],
        runs: isProven ? runs : null,
        workedMs: isProven ? sum : counted,
        isProven,
      },
    ];
  });
};
