import { DateTime } from 'luxon';
import { minutesOf, weekFromSunday, type Contestant } from './contestant.ts';

/** What one writes with Luxon: day after day, the windows of each clipped and summed. */
export const luxonDayLoop: Contestant = (hours) => {
  const week = weekFromSunday(hours, hours.windows, []);
  const holidays = new Set(hours.holidays);
  const clockAt = (day: DateTime, minutes: number): number =>
    (minutes === 1440
      ? day.plus({ days: 1 })
      : day.set({ hour: Math.floor(minutes / 60), minute: minutes % 60 })
    ).toMillis();
  const windowsOf = (day: DateTime): readonly (readonly [number, number])[] =>
    holidays.has(day.toISODate() ?? '')
      ? []
      : (week[day.weekday % 7] ?? []).map(([from, to]) => {
          const [start, end] = [minutesOf(from), minutesOf(to)];
          return [
            clockAt(day, start),
            end <= start ? clockAt(day.plus({ days: 1 }), end) : clockAt(day, end),
          ];
        });
  // A day earlier: its night shift may reach into the first one.
  const firstDay = (t: number): DateTime =>
    DateTime.fromMillis(t, { zone: hours.zone }).startOf('day').minus({ days: 1 });
  return {
    add: (start, ms) => {
      let left = ms;
      for (let day = firstDay(start); ; day = day.plus({ days: 1 })) {
        for (const [from, to] of windowsOf(day)) {
          const begins = Math.max(from, start);
          if (to - begins >= left) return begins + left;
          left -= Math.max(to - begins, 0);
        }
      }
    },
    between: (a, b) => {
      let sum = 0;
      for (let day = firstDay(a); day.toMillis() < b; day = day.plus({ days: 1 })) {
        for (const [from, to] of windowsOf(day)) sum += Math.max(Math.min(to, b) - Math.max(from, a), 0);
      }
      return sum;
    },
  };
};
