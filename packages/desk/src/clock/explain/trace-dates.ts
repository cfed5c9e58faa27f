import {
  addDays,
  addWorkingDays,
  endOfLocalDate,
  instant,
  isOpen,
  localDateOf,
  nextOpening,
  stretches,
  wallTime,
  type Calendar,
  type Instant,
} from '@reglament/working-time';
import { calendarOf, type Calendars } from '../calendars.ts';
import type { Clock } from '../clock.ts';
import type { TraceDates } from './trace.ts';
import { countedFrom, later, measure } from '../measure.ts';

const MOST_DATES = 400;

/** Whether the same time of day is an edge of the hours instead (working-time row 25): the wall clock tells. */
const shutAt = (calendar: Calendar, first: Instant, plain: Instant): TraceDates['sameTimeShut'] => {
  const [wanted, found] = [wallTime(calendar.zone, first), wallTime(calendar.zone, plain)];
  const isSame = (['hour', 'minute', 'second'] as const).every((unit) => wanted[unit] === found[unit]);
  if (isSame) return null;
  if (!isOpen(calendar, plain)) return 'closing';
  // Open before it too: the wall clock jumped over the time of day.
  return isOpen(calendar, instant(plain - 1)) ? null : 'opening';
};

const PLAIN = { dates: null, after: null, sameTimeShut: null } as const;

/** How a deadline that is a date of its own came about; null for hours. */
export const datesOf = (clock: Clock, calendars: Calendars): TraceDates | null => {
  const { target } = clock.rule;
  if (target.kind === 'working-time' || target.kind === 'elapsed') return null;
  const calendar = calendarOf(calendars, clock.rule.schedule);
  const due = clock.dueAt ?? clock.lastDueAt;
  if (target.kind === 'agreed-date') {
    const movedMs = due === null ? 0 : measure(clock, calendars, target.at, due);
    return { ...PLAIN, plainDueAt: target.at, movedMs };
  }
  const begins = countedFrom(clock);
  const pausedMs = clock.pauses.reduce(
    (sum, { from, to }) => sum + measure(clock, calendars, from < begins ? begins : from, to ?? clock.since),
    0,
  );
  if (target.kind === 'calendar-days') {
    if (due === null) return { ...PLAIN, plainDueAt: null, movedMs: pausedMs };
    const plain = endOfLocalDate(calendar.zone, addDays(localDateOf(calendar.zone, begins), target.days));
    return { ...PLAIN, plainDueAt: plain, movedMs: pausedMs };
  }
  // The same time of day is that of the opening, where a start outside the hours waits for it (row 25).
  const waits = target.from === 'opening' || target.mode === 'sameTime';
  const first = waits ? nextOpening(calendar, begins) : begins;
  const plain = first === null ? null : addWorkingDays(calendar, first, target.days, { mode: target.mode });
  if (first === null || plain === null) return { ...PLAIN, plainDueAt: null, movedMs: pausedMs };
  const own = localDateOf(calendar.zone, first);
  // The same time may be the opening itself: its date is one of those counted.
  const end = target.mode === 'sameTime' ? (later(plain, 1) ?? plain) : plain;
  const open = stretches(calendar, first, end).map(({ date }) => date);
  const dates = [...new Set(open)].filter((date) => date > own);
  return {
    dates: dates.length > MOST_DATES ? null : dates,
    after: own,
    sameTimeShut: target.mode === 'sameTime' ? shutAt(calendar, first, plain) : null,
    plainDueAt: plain,
    movedMs: pausedMs,
  };
};
