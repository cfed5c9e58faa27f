import {
  instant,
  localDateOf,
  stretches,
  type Instant,
  type LocalDate,
  type TimeZoneId,
} from '@reglament/working-time';
import { yearMissing } from '../regulation/production-calendar-label.ts';
import type { Clause, ClockId, ClockStart, Regulation, Text } from '../regulation/regulation.ts';
import { calendarOf, type Calendars } from './calendars.ts';
import type { Clock, ClockOutcome, CountingRule } from './clock.ts';
import { measure } from './measure.ts';

/** Time that counted, on one local date; plain time is one stretch however many dates it spans. */
export interface TraceStretch {
  readonly date: LocalDate;
  readonly from: Instant;
  readonly to: Instant;
  readonly workedMs: number;
}

export interface TracePause {
  readonly from: Instant;
  /** null: still going on. */
  readonly to: Instant | null;
  readonly cause: string;
  /** What the pause has cost, in the rule's measure: the deadline moved by as much. */
  readonly workingMs: number;
}

/** How a deadline came about: enough to check it with a pencil. Durations in milliseconds. */
export interface DeadlineTrace {
  readonly clock: ClockId;
  readonly status: Clock['status'];
  /** The row of the regulation, with its target. */
  readonly rule: CountingRule;
  /** The rule's clause; null when the edition at hand doesn't have it. */
  readonly clause: Clause | null;
  readonly zone: TimeZoneId;
  readonly scheduleName: Text | null;
  /** Production calendar the schedule follows, with its years; null: none. */
  readonly calendar: string | null;
  /** A date counted lies in a year the production calendar has no data for: its moved days off are unknown. */
  readonly calendarYearMissing: boolean;
  readonly startedBy: ClockStart | null;
  /** The stored start. */
  readonly startedAt: Instant;
  readonly countsFrom: Instant | null;
  /** Spent under earlier rules, up to `carriedAt`; stretches begin there. */
  readonly carriedMs: number;
  readonly carriedAt: Instant | null;
  /** Up to the deadline of a running clock, else up to the pause or stop. */
  readonly stretches: readonly TraceStretch[];
  readonly pauses: readonly TracePause[];
  /** A due time outside the hours that was moved to the next opening (R1). */
  readonly movedToOpening: { readonly from: Instant; readonly to: Instant } | null;
  /** Null while paused, after a stop, and where the schedule never opens again. */
  readonly dueAt: Instant | null;
  readonly lastDueAt: Instant | null;
  readonly spentMs: number;
  readonly breachedAt: Instant | null;
  readonly outcome: ClockOutcome | null;
  readonly stoppedAt: Instant | null;
}

interface Span {
  readonly from: Instant;
  readonly to: Instant;
}

/** A deadline that ran through more is told without its days. */
const LONGEST_TRACE_STRETCHES = 400;

/** The span without the pauses, which follow one another. */
const unpaused = (whole: Span, pauses: Clock['pauses']): readonly Span[] => {
  const spans: Span[] = [];
  let from = whole.from;
  for (const pause of pauses) {
    const end = pause.to ?? whole.to;
    if (end <= from) continue;
    if (pause.from >= whole.to) break;
    if (pause.from > from) spans.push({ from, to: pause.from });
    from = end;
  }
  if (from < whole.to) spans.push({ from, to: whole.to });
  return spans;
};

const isPlain = ({ target }: CountingRule): boolean =>
  target.kind === 'elapsed' || target.kind === 'calendar-days';

const stretchesOf = (
  rule: CountingRule,
  calendars: Calendars,
  spans: readonly Span[],
): readonly TraceStretch[] => {
  const calendar = calendarOf(calendars, rule.schedule);
  const found = spans.flatMap((span): readonly TraceStretch[] =>
    isPlain(rule)
      ? [{ date: localDateOf(calendar.zone, span.from), ...span, workedMs: span.to - span.from }]
      : stretches(calendar, span.from, span.to).map(({ date, from, to }) => ({
          date,
          from,
          to,
          workedMs: to - from,
        })),
  );
  return found.length > LONGEST_TRACE_STRETCHES ? [] : found;
};

/** The plain due time before it was moved to an opening; null when it wasn't. */
const moved = (clock: Clock): DeadlineTrace['movedToOpening'] => {
  const { target } = clock.rule;
  if (target.kind !== 'elapsed' || clock.dueAt === null || clock.breachedAt !== null) return null;
  const plain = instant(clock.since + (target.ms - clock.spentMs));
  return plain === clock.dueAt ? null : { from: plain, to: clock.dueAt };
};

/**
 * Explains a clock by the regulation and calendars its rule was taken from, as things stand at `at`. Pure data:
 * `describeTrace` says it in words.
 */
export const traceClock = (
  clock: Clock,
  regulation: Regulation,
  calendars: Calendars,
  at: Instant,
): DeadlineTrace => {
  const { rule } = clock;
  const adjustment = moved(clock);
  const until = clock.status === 'running' ? (adjustment?.from ?? clock.dueAt ?? clock.since) : clock.since;
  const begin = clock.changes?.at(-1)?.at ?? clock.startedAt;
  const schedule = regulation.schedules.find(({ id }) => id === rule.schedule);
  const { zone } = calendarOf(calendars, rule.schedule);
  const last = clock.dueAt ?? clock.lastDueAt ?? clock.since;
  return {
    clock: clock.id,
    status: clock.status,
    rule,
    clause: regulation.clauses.find(({ id }) => id === rule.clause) ?? null,
    zone,
    scheduleName: schedule?.name ?? null,
    calendar: schedule?.productionCalendar ?? null,
    calendarYearMissing: yearMissing(
      schedule?.productionCalendar ?? null,
      localDateOf(zone, clock.startedAt),
      localDateOf(zone, last),
    ),
    startedBy: regulation.clocks.find(({ id }) => id === clock.id)?.start ?? null,
    startedAt: clock.startedAt,
    countsFrom: clock.countsFrom,
    carriedMs: clock.changes?.at(-1)?.spentMs ?? 0,
    carriedAt: clock.changes?.at(-1)?.at ?? null,
    stretches: stretchesOf(
      rule,
      calendars,
      until > begin ? unpaused({ from: begin, to: until }, clock.pauses) : [],
    ),
    pauses: clock.pauses.map((pause) => ({
      ...pause,
      workingMs: measure(rule, calendars, pause.from, pause.to ?? at),
    })),
    movedToOpening: adjustment,
    dueAt: clock.dueAt,
    lastDueAt: clock.lastDueAt,
    spentMs:
      clock.status === 'running' ? clock.spentMs + measure(rule, calendars, clock.since, at) : clock.spentMs,
    breachedAt: clock.breachedAt,
    outcome: clock.outcome,
    stoppedAt: clock.stoppedAt,
  };
};
