import type { Weekday, Window } from '@reglament/working-time';

const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
const CLOCK_TIME = /^(?:[01]\d|2[0-3]):[0-5]\d$|^24:00$/u;

/** `mon`, `mon-fri`, `sat-sun`: the weekdays meant, or null. */
export const parseDays = (text: string): readonly Weekday[] | null => {
  const [first, last, ...rest] = text.split('-');
  const from = DAYS.indexOf(first as (typeof DAYS)[number]);
  const to = last === undefined ? from : DAYS.indexOf(last as (typeof DAYS)[number]);
  if (rest.length > 0 || from < 0 || to < from) return null;
  return DAYS.slice(from, to + 1).map((_, index) => (from + index + 1) as Weekday);
};

/** `09:00-18:00`, or null. The end may be 24:00, and an end before the start runs past midnight. */
export const parseWindow = (text: string): Window | null => {
  const [from, to, ...rest] = text.split('-');
  if (from === undefined || to === undefined || rest.length > 0) return null;
  if (!CLOCK_TIME.test(from) || !CLOCK_TIME.test(to) || from === '24:00') return null;
  return [from, to];
};

/** `closed`, one window, or several of one day; null when something is not a window. */
export const parseWindows = (value: string | readonly string[]): readonly Window[] | null => {
  if (value === 'closed') return [];
  const windows = (typeof value === 'string' ? [value] : value).map(parseWindow);
  return windows.every((window) => window !== null) ? windows : null;
};
