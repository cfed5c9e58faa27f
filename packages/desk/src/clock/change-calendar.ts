import type { Instant } from '@reglament/working-time';
import type { CalendarPin, EarlierHours, ScheduleCalendar } from '../regulation/calendar-edition.ts';
import type { Regulation } from '../regulation/regulation.ts';
import type { Calendars } from './calendars.ts';
import { spentAt } from './clock-time.ts';
import type { Clock, CountingRule } from './clock.ts';
import { followsHours } from './follows-hours.ts';
import { countsFrom } from './measure.ts';
import { retargetClock } from './run-clock.ts';

const calendarOfRule = ({ schedule }: CountingRule, regulation: Regulation): ScheduleCalendar | null =>
  regulation.schedules.find(({ id }) => id === schedule)?.calendar ?? null;

/** Hours that a rule was counted by and that a later edition has replaced. Rules from before editions were kept: the first. */
const replacedHours = (
  pin: CalendarPin | undefined,
  { earlier }: ScheduleCalendar,
): EarlierHours | undefined =>
  pin === undefined ? earlier.at(-1) : earlier.find(({ edition }) => edition === pin.edition);

/** A later edition, and since when the hours are no longer those that a rule was counted by. */
export interface LaterEdition {
  readonly calendar: CalendarPin;
  readonly since: Instant;
}

/**
 * The later edition that a rule should be counted by; null: there is none, or its deadline doesn't follow that calendar. An
 * edition that the regulation doesn't know is a newer one: nothing goes back.
 */
export const laterEdition = (rule: CountingRule, regulation: Regulation): LaterEdition | null => {
  const calendar = calendarOfRule(rule, regulation);
  if (calendar === null || rule.calendar === null || !followsHours(rule.target)) return null;
  if (rule.calendar !== undefined && rule.calendar.id !== calendar.id) return null;
  const replaced = replacedHours(rule.calendar, calendar);
  if (replaced === undefined) return null;
  return { calendar: { id: calendar.id, edition: calendar.edition }, since: replaced.until };
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
 * @param calendars of the later edition. In them the hours before it came into force are as they were.
 */
export const changeCalendar = (
  clock: Clock,
  { calendar, since }: LaterEdition,
  now: Instant,
  calendars: Calendars,
): Clock => {
  if (clock.status === 'stopped') return clock;
  const at = since > now ? now : since < clock.since ? clock.since : since;
  const rule = { ...clock.rule, calendar };
  const isOver = clock.dueAt !== null && clock.dueAt < at;
  if (clock.breachedAt !== null || !isOver) return retargetClock(clock, rule, at, 'calendar', calendars);
  const spentMs = spentAt(clock, at, calendars);
  return {
    ...clock,
    rule,
    countsFrom: countsFrom(rule, calendars, clock.startedAt),
    changes: [...(clock.changes ?? []), { at, cause: 'calendar', before: clock.rule, spentMs }],
    spentMs,
    since: at,
  };
};
