/**
 * Opening hours of one stretch, half open, wall time 'HH:MM'. The end may be '24:00'; an end at or before the start
 * runs into the next date (equal is a whole day); an end of '23:59' or '23:59:59' is read as '24:00', and who does
 * close a minute before midnight writes '23:59:00'.
 */
export type Window = readonly [from: string, to: string];

/** A window in minutes of its own date; `to` is after `from` and at most 24 h later, so up to 2879. */
export interface WindowMinutes {
  readonly from: number;
  readonly to: number;
}

export const MINUTES_A_DAY = 24 * 60;
const MINUTE_TO_MIDNIGHT = '23:59:00';
const TIME = /^([01]\d|2[0-3]):([0-5]\d)$/;

const minutesOf = (text: string): number | null => {
  const match = TIME.exec(text);
  return match === null ? null : Number(match[1]) * 60 + Number(match[2]);
};

export const startMinutes = (text: string): number | null => minutesOf(text);

/** An end as written; 24:00 and its usual stand-ins are 1440. */
export const endMinutes = (text: string): number | null => {
  if (text === '24:00' || text === '23:59' || text === '23:59:59') return MINUTES_A_DAY;
  return text === MINUTE_TO_MIDNIGHT ? MINUTES_A_DAY - 1 : minutesOf(text);
};

/** The minutes of a window, null when either time is unreadable. */
export const windowMinutes = (window: Window): WindowMinutes | null => {
  const from = startMinutes(window[0]);
  const to = endMinutes(window[1]);
  if (from === null || to === null) return null;
  // Written the same, it is a whole day, whatever an end of '23:59' means elsewhere.
  if (window[0] === window[1]) return { from, to: from + MINUTES_A_DAY };
  return { from, to: to <= from ? to + MINUTES_A_DAY : to };
};

const clock = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

const endClock = (minutes: number): string =>
  minutes === MINUTES_A_DAY - 1 ? MINUTE_TO_MIDNIGHT : clock(minutes);

/** The window as text; past 24:00 it continues on the next date. */
export const windowText = ({ from, to }: WindowMinutes): Window => [
  clock(from),
  endClock(to <= MINUTES_A_DAY ? to : to - MINUTES_A_DAY),
];
