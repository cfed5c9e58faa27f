import { compileSchedule, type Calendar, type Schedule } from '@reglament/working-time';
import type { Regulation } from '../regulation/regulation.ts';
import type { Calendars } from './calendars.ts';
import type { CountingRule } from './clock.ts';
import { inZone } from './in-zone.ts';
import { zoneOfRule } from './local-time.ts';

const compiled = new WeakMap<Schedule, Calendar>();

const compileOnce = (schedule: Schedule): Calendar => {
  const calendar = compiled.get(schedule) ?? compileSchedule(schedule);
  compiled.set(schedule, calendar);
  return calendar;
};

/**
 * The calendars as a rule was counted by them: on the wall clock that it names, of the edition of the production calendar that
 * it names, when a later one is known by now. A clock that has ended keeps its edition (working-time row 14).
 */
export const calendarsOfRule = (
  rule: CountingRule,
  regulation: Regulation,
  calendars: Calendars,
): Calendars => {
  const { schedule: id, calendar: pin } = rule;
  const local = inZone({ regulation, calendars }, zoneOfRule(rule, regulation));
  const earlier = local.regulation.schedules.find((one) => one.id === id)?.calendar?.earlier ?? [];
  // A rule from before editions were kept was counted by the first.
  const pinned = pin === undefined ? earlier.at(-1) : earlier.find(({ edition }) => edition === pin?.edition);
  return pinned === undefined
    ? local.calendars
    : new Map([...local.calendars, [id, compileOnce(pinned.schedule)]]);
};
