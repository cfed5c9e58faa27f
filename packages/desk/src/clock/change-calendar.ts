import type { Instant } from '@reglament/working-time';
import type { CalendarPin, ScheduleCalendar } from '../regulation/calendar-edition.ts';
import type { Regulation, Target } from '../regulation/regulation.ts';
import type { Calendars } from './calendars.ts';
import { spentAt } from './clock-time.ts';
import type { Clock, CountingRule } from './clock.ts';
import { deadline } from './measure.ts';

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
  pin?.edition ?? calendar.earlier.at(-1) ?? calendar.edition;

/**
 * The later edition that a rule should be counted by; null: there is none, or its hours don't follow that calendar. An
 * edition that the regulation doesn't know is a newer one: nothing goes back.
 */
export const laterEdition = (rule: CountingRule, regulation: Regulation): ScheduleCalendar | null => {
  const calendar = calendarOfRule(rule, regulation);
  if (calendar === null || rule.calendar === null || !byHours(rule.target)) return null;
  if (rule.calendar !== undefined && rule.calendar.id !== calendar.id) return null;
  return calendar.earlier.includes(editionOf(rule.calendar, calendar)) ? calendar : null;
};

/** Whether the regulation was read with the edition this rule was counted by, or a later one. */
export const knowsEdition = (rule: CountingRule, regulation: Regulation): boolean => {
  const calendar = calendarOfRule(rule, regulation);
  if (calendar === null || rule.calendar === undefined || rule.calendar?.id !== calendar.id) return true;
  return [calendar.edition, ...calendar.earlier].includes(rule.calendar.edition);
};

/** An instant not before the clock's last event and not after now. */
const within = (clock: Clock, at: Instant | null, now: Instant): Instant => {
  const latest = at === null || at > now ? now : at;
  return latest < clock.since ? clock.since : latest;
};

/**
 * A later edition of the production calendar (working-time row 14): what has elapsed stays as counted, the rest of the deadline
 * is by the new edition. Alone it judges nothing (row 26): a miss stays one, and none is made. A stopped clock keeps outcome
 * and edition.
 *
 * @returns null while the deadline of the earlier edition is over and nobody was told yet: the miss comes first.
 * @param calendars of the later edition, in which the hours before it came into force are as they were.
 */
export const changeCalendar = (
  clock: Clock,
  calendar: ScheduleCalendar,
  now: Instant,
  calendars: Calendars,
): Clock | null => {
  if (clock.status === 'stopped') return clock;
  const at = within(clock, calendar.since, now);
  if (clock.breachedAt === null && clock.dueAt !== null && clock.dueAt < at) return null;
  const spentMs = spentAt(clock, at, calendars);
  const changed: Clock = {
    ...clock,
    rule: { ...clock.rule, calendar: { id: calendar.id, edition: calendar.edition } },
    changes: [...(clock.changes ?? []), { at, cause: 'calendar', before: clock.rule, spentMs }],
  };
  if (clock.status === 'paused') return changed;
  const counted = { ...changed, spentMs, since: at };
  const dueAt = changed.breachedAt ?? deadline(changed.rule, calendars, counted);
  return { ...counted, dueAt, lastDueAt: dueAt ?? clock.lastDueAt };
};
