import {
  addDays,
  addWorkingDays,
  endOfLocalDate,
  localDateOf,
  nextOpening,
  stretches,
} from '@reglament/working-time';
import { calendarOf, type Calendars } from '../calendars.ts';
import type { Clock } from '../clock.ts';
import type { TraceDates } from './trace.ts';
import { countedFrom, later, measure } from '../measure.ts';

const MOST_DATES = 400;

/** How a deadline that is a date of its own came about; null for hours. */
export const datesOf = (clock: Clock, calendars: Calendars): TraceDates | null => {
  const { target } = clock.rule;
  if (target.kind === 'working-time' || target.kind === 'elapsed') return null;
  const calendar = calendarOf(calendars, clock.rule.schedule);
  const due = clock.dueAt ?? clock.lastDueAt;
  if (target.kind === 'agreed-date') {
    const movedMs = due === null ? 0 : measure(clock, calendars, target.at, due);
    return { dates: null, plainDueAt: target.at, movedMs };
  }
  const begins = countedFrom(clock);
  const pausedMs = clock.pauses.reduce(
    (sum, { from, to }) => sum + measure(clock, calendars, from < begins ? begins : from, to ?? clock.since),
    0,
  );
  if (target.kind === 'calendar-days') {
    if (due === null) return { dates: null, plainDueAt: null, movedMs: pausedMs };
    const plain = endOfLocalDate(calendar.zone, addDays(localDateOf(calendar.zone, begins), target.days));
    return { dates: null, plainDueAt: plain, movedMs: pausedMs };
  }
  const first = target.from === 'opening' ? nextOpening(calendar, begins) : begins;
  const plain = first === null ? null : addWorkingDays(calendar, first, target.days, { mode: target.mode });
  if (first === null || plain === null) return { dates: null, plainDueAt: null, movedMs: pausedMs };
  const own = localDateOf(calendar.zone, first);
  // The same time may be the opening itself: its date is one of those counted.
  const end = target.mode === 'sameTime' ? (later(plain, 1) ?? plain) : plain;
  const open = stretches(calendar, first, end).map(({ date }) => date);
  const dates = [...new Set(open)].filter((date) => date > own);
  return { dates: dates.length > MOST_DATES ? null : dates, plainDueAt: plain, movedMs: pausedMs };
};
