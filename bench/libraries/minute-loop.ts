import type { Case } from './cases.ts';
import { minutesOf, weekFromSunday, type Contestant } from './contestant.ts';

const MINUTE = 60_000;
const two = (value: number): string => String(value).padStart(2, '0');

const opener = (hours: Case): ((t: number) => boolean) => {
  const week = weekFromSunday(hours, true, false);
  const holidays = new Set(hours.holidays);
  const windows = hours.windows.map(([from, to]) => [minutesOf(from), minutesOf(to)] as const);
  // One date's text is made once, not for each of its minutes.
  let [lastDay, lastOpen] = [Number.NaN, false];
  const isWorkingDay = (at: Date): boolean => {
    const day = at.getFullYear() * 10_000 + at.getMonth() * 100 + at.getDate();
    if (day !== lastDay) {
      lastDay = day;
      const date = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
      lastOpen = week[at.getDay()] === true && !holidays.has(date);
    }
    return lastOpen;
  };
  return (t) => {
    const at = new Date(t);
    const minute = at.getHours() * 60 + at.getMinutes();
    for (const [from, to] of windows) {
      if (to > from ? minute >= from && minute < to : minute >= from) {
        if (isWorkingDay(at)) return true;
      } else if (to <= from && minute < to && isWorkingDay(new Date(t - 1440 * MINUTE))) return true;
    }
    return false;
  };
};

/** The obvious way: every minute is asked whether it is open. Parts of a minute count within it. */
export const minuteLoop: Contestant = (hours) => {
  const isOpenAt = opener(hours);
  return {
    add: (start, ms) => {
      let left = ms;
      for (let t = start; ;) {
        const next = Math.floor(t / MINUTE) * MINUTE + MINUTE;
        if (isOpenAt(t)) {
          if (next - t >= left) return t + left;
          left -= next - t;
        }
        t = next;
      }
    },
    between: (a, b) => {
      let sum = 0;
      for (let t = a; t < b;) {
        const next = Math.min(Math.floor(t / MINUTE) * MINUTE + MINUTE, b);
        if (isOpenAt(t)) sum += next - t;
        t = next;
      }
      return sum;
    },
  };
};
