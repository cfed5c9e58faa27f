import type { Regulation } from '../regulation/index.ts';

const HOUR = 3_600_000;

/** The reaction of every package is promised within so many working hours. */
export const withReaction =
  (hours: number) =>
  (r: Regulation): Regulation => ({
    ...r,
    clocks: r.clocks.map((clock) =>
      clock.id === 'reaction'
        ? {
            ...clock,
            targets: clock.targets.map((row) =>
              row.within?.kind === 'working-time'
                ? { ...row, within: { ...row.within, ms: hours * HOUR } }
                : row,
            ),
          }
        : clock,
    ),
  });

const later = (time: string): string =>
  time.replace(/^\d\d/, (hour) => String(Number(hour) + 1).padStart(2, '0'));

/** The hours of every schedule begin and end an hour later. */
export const anHourLater = (r: Regulation): Regulation => ({
  ...r,
  schedules: r.schedules.map((one) => ({
    ...one,
    schedule: {
      ...one.schedule,
      week: Object.fromEntries(
        Object.entries(one.schedule.week).map(([day, windows]) => [
          day,
          windows.map(([a, b]) => [later(a), later(b)]),
        ]),
      ) as typeof one.schedule.week,
    },
  })),
});

/** Without what has this id. */
export const without =
  (part: 'packages' | 'priorities' | 'clocks', id: string) =>
  (r: Regulation): Regulation => ({
    ...r,
    [part]: r[part].filter((one) => one.id !== id),
  });
