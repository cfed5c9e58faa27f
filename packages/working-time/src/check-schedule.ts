import { parseLocalDate } from './local-date.ts';
import { WEEKDAYS } from './schedule.ts';
import { parseTimeZone } from './time-zone.ts';
import { endMinutes, startMinutes } from './window.ts';

/** What is wrong with a schedule and where: `path` is dotted ('week.1.0.from'), `hint` says what to write instead. */
export interface ScheduleProblem {
  readonly code: ScheduleProblemCode;
  readonly path: string;
  readonly hint: string;
}

export type ScheduleProblemCode =
  | 'not-a-schedule'
  | 'zone-unknown'
  | 'weekday-unknown'
  | 'date-invalid'
  | 'windows-invalid'
  | 'time-invalid'
  | 'too-many';

const WINDOWS_A_DAY = 48;
const EXCEPTIONS = 10_000;

type Unread = Readonly<Record<string, unknown>>;

/** An object that may have anything in it, and no list. */
export const isRecord = (value: unknown): value is Unread =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const problem = (code: ScheduleProblemCode, path: string, hint: string): ScheduleProblem => ({
  code,
  path,
  hint,
});

const checkTime = (
  text: unknown,
  read: (text: string) => number | null,
  path: string,
  hint: string,
): readonly ScheduleProblem[] =>
  typeof text === 'string' && read(text) !== null ? [] : [problem('time-invalid', path, hint)];

const checkWindow = (window: unknown, path: string): readonly ScheduleProblem[] => {
  if (!Array.isArray(window) || window.length !== 2) {
    return [problem('windows-invalid', path, "a window is a pair such as ['09:00', '18:00']")];
  }
  return [
    ...checkTime(window[0], startMinutes, `${path}.from`, "a start is 'HH:MM' from '00:00' to '23:59'"),
    ...checkTime(window[1], endMinutes, `${path}.to`, "an end is 'HH:MM', at most '24:00'"),
  ];
};

const checkWindows = (windows: unknown, path: string): readonly ScheduleProblem[] => {
  if (!Array.isArray(windows))
    return [problem('windows-invalid', path, 'a list of windows; [] means closed')];
  if (windows.length > WINDOWS_A_DAY)
    return [problem('too-many', path, `at most ${WINDOWS_A_DAY} windows a day`)];
  return windows.flatMap((window, index) => checkWindow(window, `${path}.${index}`));
};

const checkWeek = (week: unknown): readonly ScheduleProblem[] => {
  if (!isRecord(week))
    return [problem('not-a-schedule', 'week', 'windows by weekday, 1 is Monday, 7 is Sunday')];
  return Object.entries(week).flatMap(([day, windows]) => {
    if (!WEEKDAYS.some((weekday) => String(weekday) === day)) {
      return [problem('weekday-unknown', `week.${day}`, 'weekdays are 1 (Monday) to 7 (Sunday)')];
    }
    return windows === undefined ? [] : checkWindows(windows, `week.${day}`);
  });
};

const checkExceptions = (exceptions: unknown): readonly ScheduleProblem[] => {
  if (!isRecord(exceptions)) return [problem('not-a-schedule', 'exceptions', 'windows by date; {} for none')];
  const dated = Object.entries(exceptions);
  if (dated.length > EXCEPTIONS) return [problem('too-many', 'exceptions', `at most ${EXCEPTIONS} dates`)];
  return dated.flatMap(([date, windows]) => [
    ...(parseLocalDate(date) === null
      ? [
          problem(
            'date-invalid',
            `exceptions.${date}`,
            "an existing date 'YYYY-MM-DD' of the years 1970 to 2200",
          ),
        ]
      : []),
    ...checkWindows(windows, `exceptions.${date}`),
  ]);
};

/**
 * Everything that keeps a value from being a schedule; empty means `compileSchedule` takes it. A week or exceptions
 * left out are empty ones; a schedule that never opens is sound: its deadlines are null. Takes anything, throws nothing.
 *
 *     checkSchedule({ zone: 'Europe/Moscow', week: { 1: [['09:00', '25:00']] } })
 *     // [{ code: 'time-invalid', path: 'week.1.0.to', hint: "an end is 'HH:MM', at most '24:00'" }]
 */
export const checkSchedule = (schedule: unknown): readonly ScheduleProblem[] => {
  if (!isRecord(schedule)) return [problem('not-a-schedule', '', 'an object with zone, week and exceptions')];
  const { zone, week, exceptions } = schedule;
  return [
    ...(typeof zone === 'string' && parseTimeZone(zone) !== null
      ? []
      : [problem('zone-unknown', 'zone', "an IANA name such as 'Europe/Moscow'")]),
    ...(week === undefined ? [] : checkWeek(week)),
    ...(exceptions === undefined ? [] : checkExceptions(exceptions)),
  ];
};
