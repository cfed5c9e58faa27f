import type { Instant } from '@reglament/working-time';
import type { CalendarPin, ScheduleCalendar } from '../regulation/calendar-edition.ts';
import type { Regulation, Target } from '../regulation/regulation.ts';
import type { Calendars } from './calendars.ts';
import { spentAt } from './clock-time.ts';
import type { Clock, CountingRule } from './clock.ts';
import { countsFrom, deadline } from './measure.ts';

const byHours = (target: Target): boolean => {
  switch (target.kind) {
    case 'working-time':
    case 'working-days':
      return true;
    case 'elapsed':
      return target.outsideHours === 'next-opening';
    case 'agreed-date':
      return target.pausesMoveIt;
    case 'calendar-days':
      return false;
  }
};

const calendarOfRule = ({ schedule }: CountingRule, regulation: Regulation): ScheduleCalendar | null =>
  regulation.schedules.find(({ id }) => id === schedule)?.calendar ?? null;

/** Rules written before editions were kept were counted by the first one. */
const editionOf = (pin: CalendarPin | undefined, calendar: ScheduleCalendar): string =>
  pin?.edition ?? calendar.earlier.at(-1)?.edition ?? calendar.edition;

/**
 * The later edition that a rule should be counted by; null: there is none, or its hours don't follow that calendar. An
 * edition that the regulation doesn't know is a newer one: nothing goes back.
 */
export const laterEdition = (rule: CountingRule, regulation: Regulation): ScheduleCalendar | null => {
  const calendar = calendarOfRule(rule, regulation);
  if (calendar === null || rule.calendar === null || !byHours(rule.target)) return null;
  if (rule.calendar !== undefined && rule.calendar.id !== calendar.id) return null;
  const counted = editionOf(rule.calendar, calendar);
  return calendar.earlier.some(({ edition }) => edition === counted) ? calendar : null;
};

/** Whether the regulation was read with the edition this rule was counted by, or a later one. */
export const knowsEdition = (rule: CountingRule, regulation: Regulation): boolean => {
  const calendar = calendarOfRule(rule, regulation);
  if (calendar === null || rule.calendar === undefined || rule.calendar?.id !== calendar.id) return true;
  const { edition } = rule.calendar;
  return calendar.edition === edition || calendar.earlier.some((one) => one.edition === edition);
};

/**
 * A later edition of the production calendar (working-time row 14): what has elapsed stays as counted, the rest of the deadline
 * is by the new edition. Alone it judges nothing (row 26): a miss stays one, a deadline that is over stays where it was until
 * its miss is told, and none is made. A stopped clock keeps outcome and edition.
 *
 * @param calendars of the later edition. In them the hours before it came into force are as they were, so that nothing has to
 *   be counted up to that instant: a later look at the running time finds the same.
 */
export const changeCalendar = (
  clock: Clock,
  calendar: ScheduleCalendar,
  now: Instant,
  calendars: Calendars,
): Clock => {
  if (clock.status === 'stopped') return clock;
  const since = calendar.since === null || calendar.since > now ? now : calendar.since;
  const at = since < clock.since ? clock.since : since;
  const rule = { ...clock.rule, calendar: { id: calendar.id, edition: calendar.edition } };
  const changed: Clock = {
    ...clock,
    rule,
    countsFrom: countsFrom(rule, calendars, clock.startedAt),
    changes: [
      ...(clock.changes ?? []),
      { at, cause: 'calendar', before: clock.rule, spentMs: spentAt(clock, at, calendars) },
    ],
  };
  const isOver = clock.breachedAt !== null || (clock.dueAt !== null && clock.dueAt < at);
  if (clock.status === 'paused' || isOver) return changed;
  const dueAt = deadline(rule, calendars, changed);
  return { ...changed, dueAt, lastDueAt: dueAt ?? clock.lastDueAt };
};
