import type { DeadlineTrace, Target } from '@reglament/desk';
import { formatInstant, type Instant, type TimeZoneId } from '@reglament/working-time';
import type { ExplainedClock, Promised } from './explain-case.ts';

const HOUR_MS = 3_600_000;

/** Hours as numbers a person knows: 0.5, 48. */
const targetJson = (target: Target): object => {
  switch (target.kind) {
    case 'working-time':
      return { kind: target.kind, hours: target.ms / HOUR_MS };
    case 'elapsed':
      return { kind: target.kind, hours: target.ms / HOUR_MS, outsideHours: target.outsideHours };
    case 'working-days':
      return { kind: target.kind, days: target.days, mode: target.mode };
    case 'calendar-days':
      return { kind: target.kind, days: target.days };
    case 'agreed-date':
      return { kind: target.kind, at: new Date(target.at).toISOString(), pausesMoveIt: target.pausesMoveIt };
  }
};

const countedJson = (trace: DeadlineTrace, time: (at: Instant) => string): object => {
  const period = trace.periods.at(-1);
  const counted = (period?.stretches ?? []).map(({ date, from, to, workedMs }) => ({
    date,
    from: time(from),
    to: time(to),
    minutes: workedMs / 60_000,
  }));
  if (period === undefined || period.runs === null) return { counted };
  // Hundreds of days: sums by month or year, none left out.
  const countedByMonth = period.runs.map(({ name, dates, workedMs }) => ({
    name,
    dates,
    minutes: workedMs / 60_000,
  }));
  return { counted, countedByMonth };
};

const traceJson = (trace: DeadlineTrace, promise: Promised, words: readonly string[] | null): object => {
  const time = (at: Instant): string => formatInstant(at, trace.zone);
  const maybe = (at: Instant | null): string | null => (at === null ? null : time(at));
  return {
    clause: trace.rule.clause,
    edition: trace.rule.edition,
    package: trace.rule.packageId,
    priority: trace.rule.priority,
    prioritySupposed: promise.supposed,
    target: targetJson(trace.rule.target),
    schedule: trace.rule.schedule,
    zone: trace.zone,
    productionCalendar: trace.calendar,
    productionCalendarEdition: trace.calendarEdition,
    timeZoneData: trace.timeZoneData,
    calendarYearMissing: trace.calendarYearMissing,
    startedAt: time(trace.startedAt),
    startedBy: trace.startedBy,
    countsFrom: maybe(trace.countsFrom),
    ...countedJson(trace, time),
    workingDates: trace.dates?.dates ?? null,
    warnings: trace.warnings.map(({ at }) => time(at)),
    movedToOpening:
      trace.movedToOpening === null
        ? null
        : { from: time(trace.movedToOpening.from), to: time(trace.movedToOpening.to) },
    ...(words === null ? {} : { words }),
  };
};

/** One clock as it is printed: times are RFC 3339 with the desk's offset; `words` are the trace in sentences, if wanted. */
export const clockJson = (
  { rule, startsAt, dueAt, trace, reason }: ExplainedClock,
  zone: TimeZoneId,
  promise: Promised,
  withTrace: boolean,
  words: readonly string[] | null = null,
): object => ({
  clock: rule.id,
  startsAt: startsAt === null ? null : formatInstant(startsAt, zone),
  dueAt: dueAt === null ? null : formatInstant(dueAt, zone),
  ...(withTrace ? { trace: trace === null ? { reason } : traceJson(trace, promise, words) } : {}),
});
