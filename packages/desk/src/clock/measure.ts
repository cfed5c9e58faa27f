import {
  addDays,
  addWorkingDays,
  addWorkingTime,
  endOfLocalDate,
  instant,
  isInstant,
  isOpen,
  localDateOf,
  nextOpening,
  stretches,
  workingTimeBetween,
  type Calendar,
  type Instant,
} from '@reglament/working-time';
import type { Target } from '../regulation/regulation.ts';
import type { ClockChange, CountingRule, ClockPause } from './clock.ts';
import { calendarOf, type Calendars } from './calendars.ts';
import { deadlineOf, idleCount, plainTime, type Measure } from './count.ts';

/** What a rule is counted by: what is promised, in which hours. */
export type Promised = Pick<CountingRule, 'target' | 'schedule'>;

/** From where a clock is counted. */
export interface Begun {
  readonly startedAt: Instant;
  readonly changes?: readonly ClockChange[];
}

/** What a deadline depends on, besides the rule. */
export interface Counted extends Begun {
  /** Milliseconds of the rule's measure, up to `since`. */
  readonly spentMs: number;
  /** Pauses count up to here. */
  readonly since: Instant;
  readonly pauses: readonly ClockPause[];
}

const DAY = 86_400_000;

export const later = (t: Instant, ms: number): Instant | null => {
  const at = t + Math.round(ms);
  return isInstant(at) ? at : null;
};

const isPlain = ({ target }: Promised): boolean =>
  target.kind === 'elapsed' || target.kind === 'calendar-days';

const startsAtOpening = ({ target }: Promised): boolean =>
  (target.kind === 'elapsed' || target.kind === 'working-days') && target.from === 'opening';

/** The stored start, or the last change at which counting began anew. */
export const countedFrom = ({ startedAt, changes }: Begun): Instant =>
  changes?.findLast(({ anew }) => anew === true)?.at ?? startedAt;

/**
 * Where plain time begins to count: the next opening, where a start outside the hours waits for it (R17); Infinity when it never
 * opens, -Infinity where the start itself counts.
 */
const originOf = (rule: Promised, calendars: Calendars, begun: Begun): number =>
  rule.target.kind === 'elapsed' && startsAtOpening(rule)
    ? never(nextOpening(calendarOf(calendars, rule.schedule), countedFrom(begun)))
    : Number.NEGATIVE_INFINITY;

/** A clock's rule, and from where it is counted. */
export interface Ruled extends Begun {
  readonly rule: Promised;
}

/** Time of the clock's measure between two instants: plain for plain hours and calendar days, else working time. */
export const measure = (clock: Ruled, calendars: Calendars, from: Instant, to: Instant): number => {
  const { rule } = clock;
  if (to <= from) return 0;
  return isPlain(rule)
    ? plainTime(from, to, originOf(rule, calendars, clock))
    : workingTimeBetween(calendarOf(calendars, rule.schedule), from, to);
};

/** When counting begins: for plain time the start itself, else the next opening; null when it never opens. */
export const countsFrom = (rule: Promised, calendars: Calendars, startedAt: Instant): Instant | null =>
  isPlain(rule) && !startsAtOpening(rule)
    ? startedAt
    : nextOpening(calendarOf(calendars, rule.schedule), startedAt);

/** The first instant from `from` on at which the clock's time counts; `from` itself where hours alone decide. */
export const countingFrom = (clock: Ruled, calendars: Calendars, from: Instant): Instant => {
  const origin = originOf(clock.rule, calendars, clock);
  return origin > from && isInstant(origin) ? origin : from;
};

const forward = (rule: Promised, calendars: Calendars, from: Instant, ms: number): Instant | null =>
  isPlain(rule)
    ? later(from, ms)
    : addWorkingTime(calendarOf(calendars, rule.schedule), from, Math.round(ms));

/** The instant `ms` of the clock's measure after another one. */
export const advance = (clock: Ruled, calendars: Calendars, from: Instant, ms: number): Instant | null =>
  forward(clock.rule, calendars, countingFrom(clock, calendars, from), ms);

/** A due time outside the hours goes to the next opening; exactly at closing it stays (R1). */
export const movedToOpening = (calendar: Calendar, due: Instant): Instant | null =>
  isOpen(calendar, due) || (due > 0 && isOpen(calendar, instant(due - 1))) ? due : nextOpening(calendar, due);

/** Time of the pauses from `from` on, up to `to`: one still open counts up to it. `calendar` null: plain time. */
const pausedBetween = (
  calendar: Calendar | null,
  { pauses }: Counted,
  from: Instant,
  to: Instant,
): number => {
  let sum = 0;
  for (const pause of pauses) {
    const begins = pause.from < from ? from : pause.from;
    const ends = pause.to === null || pause.to > to ? to : pause.to;
    if (ends <= begins) continue;
    sum += calendar === null ? ends - begins : workingTimeBetween(calendar, begins, ends);
  }
  return sum;
};

/** The people who agreed on a date knew of the pauses before: only later ones move it. */
const agreedAt = (counted: Counted): Instant =>
  counted.changes?.findLast(({ cause }) => cause === 'agreement')?.at ?? counted.startedAt;

const never = (due: Instant | null): number => due ?? Number.POSITIVE_INFINITY;

/** Closing time of the working date that `at` lies on or closes (R19). A night shift belongs to the date it began on. */
export const closingTime = (calendar: Calendar, at: Instant): Instant => {
  const [last] = at > 0 ? stretches(calendar, instant(at - 1), at) : [];
  if (last === undefined) return at;
  const own = stretches(calendar, at, later(at, 2 * DAY) ?? at).filter(({ date }) => date === last.date);
  return own.at(-1)?.to ?? at;
};

type Dated = NonNullable<Measure['dated']>;
type TargetOf<K extends Target['kind']> = Extract<Target, { readonly kind: K }>;

/** Plain hours whose end moves to an opening. */
const byOpening = (target: TargetOf<'elapsed'>, calendar: Calendar, origin: number): Dated => {
  return (since, elapsed) => {
    const left = target.ms - elapsed;
    // Used up already, it waits for no opening.
    const due = later((left > 0 ? Math.max(since, origin) : since) as Instant, left);
    return never(due === null ? null : movedToOpening(calendar, due));
  };
};

/** Days are counted from where the clock is, once: a record grows, its start stays. */
const byWorkingDays = (
  { days, mode, from, afterPause }: TargetOf<'working-days'>,
  calendar: Calendar,
  counted: Counted,
): Dated => {
  const begins = countedFrom(counted);
  let plain: Instant | null | undefined;
  return (since) => {
    if (plain === undefined) {
      const first = from === 'opening' ? nextOpening(calendar, begins) : begins;
      plain = first === null ? null : addWorkingDays(calendar, first, days, { mode });
    }
    if (plain === null) return Number.POSITIVE_INFINITY;
    const paused = pausedBetween(calendar, counted, begins, since as Instant);
    if (paused === 0) return plain;
    const moved = addWorkingTime(calendar, plain, paused);
    return never(moved === null || afterPause === undefined ? moved : closingTime(calendar, moved));
  };
};

const byCalendarDays = (days: number, { zone }: Calendar, counted: Counted): Dated => {
  const begins = countedFrom(counted);
  let plain: Instant | null | undefined;
  return (since) => {
    // Two days to spare for the zone's offset and the end of the last date.
    plain ??=
      later(begins, (days + 2) * DAY) === null
        ? null
        : endOfLocalDate(zone, addDays(localDateOf(zone, begins), days));
    return plain === null
      ? Number.POSITIVE_INFINITY
      : never(later(plain, pausedBetween(null, counted, begins, since as Instant)));
  };
};

const byAgreement = (
  { at, pausesMoveIt }: TargetOf<'agreed-date'>,
  calendar: Calendar,
  counted: Counted,
): Dated => {
  const from = agreedAt(counted);
  return (since) => {
    const paused = pausesMoveIt ? pausedBetween(calendar, counted, from, since as Instant) : 0;
    return paused === 0 ? at : never(addWorkingTime(calendar, at, paused));
  };
};

/** The deadline where it is a date of its own and no plain rest of the target; null: it is that rest. */
const datedBy = (
  { target }: Promised,
  calendar: Calendar,
  origin: number,
  counted: Counted,
): Dated | null => {
  switch (target.kind) {
    case 'working-time':
      return null;
    case 'elapsed':
      return target.outsideHours === 'keep' ? null : byOpening(target, calendar, origin);
    case 'working-days':
      return byWorkingDays(target, calendar, counted);
    case 'calendar-days':
      return byCalendarDays(target.days, calendar, counted);
    case 'agreed-date':
      return byAgreement(target, calendar, counted);
  }
};

/**
 * How a rule counts a clock. Hours are due when the rest of the target is counted; days are counted from the clock's own
 * start and moved by the time of the pauses (R19); an agreed date is what it is.
 */
export const measureOf = (rule: Promised, calendars: Calendars, counted: Counted): Measure => {
  const { target, schedule } = rule;
  const calendar = calendarOf(calendars, schedule);
  const origin = originOf(rule, calendars, counted);
  return {
    calendar: isPlain(rule) ? null : calendar,
    origin,
    target: target.kind === 'working-time' || target.kind === 'elapsed' ? target.ms : Number.NaN,
    dated: datedBy(rule, calendar, origin, counted),
  };
};

/** NaN and Infinity are how counting says "none". */
export const instantOrNull = (at: number): Instant | null => (Number.isFinite(at) ? instant(at) : null);

/**
 * The deadline of a clock that runs from `since` on and is not missed: never before `since`. Null when the schedule never
 * opens again.
 */
export const deadline = (rule: Promised, calendars: Calendars, counted: Counted): Instant | null =>
  instantOrNull(
    deadlineOf({
      ...idleCount(),
      ...measureOf(rule, calendars, counted),
      state: 'running',
      elapsed: counted.spentMs,
      since: counted.since,
    }),
  );
