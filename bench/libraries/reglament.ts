import {
  addWorkingTime,
  compileSchedule,
  parseTimeZone,
  workingTimeBetween,
  type Instant,
  type Window,
} from '@reglament/working-time';
import type { Case } from './cases.ts';
import { weekFromSunday, type Contestant } from './contestant.ts';

export const scheduleOf = (hours: Case) => {
  const zone = parseTimeZone(hours.zone);
  if (zone === null) throw new Error(`unknown here: ${hours.zone}`);
  const [sunday = [], ...days] = weekFromSunday<readonly Window[]>(hours, hours.windows, []);
  return {
    zone,
    week: Object.fromEntries([...days, sunday].map((windows, index) => [index + 1, windows])),
    exceptions: Object.fromEntries(hours.holidays.map((date) => [date, []])),
  };
};

/** Ours, by its public functions with all their checks. */
export const reglament: Contestant = (hours) => {
  const calendar = compileSchedule(scheduleOf(hours));
  return {
    add: (start, ms) => addWorkingTime(calendar, start as Instant, ms) ?? Number.NaN,
    between: (a, b) => workingTimeBetween(calendar, a as Instant, b as Instant),
  };
};
