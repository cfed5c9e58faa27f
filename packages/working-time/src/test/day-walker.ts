import {
  BEYOND,
  walkerIsOpen,
  walkerNextOpening,
  type Beyond,
  type DayClose,
  type Notes,
} from './minute-walker.ts';

/* Working days by the notes of the minute walker: dates in a list, counted from the front. */

const MINUTE = 60_000;
const DAY_MINUTES = 1440;
const DAY = DAY_MINUTES * MINUTE;

/** The day number and the milliseconds of the day that the wall shows at `t`. */
const shown = (notes: Notes, t: number): { readonly day: number; readonly ms: number } => {
  const minute = Math.floor((t - notes.start) / MINUTE);
  const wall = notes.walls[minute] ?? 0;
  const day = Math.floor(wall / DAY_MINUTES);
  return { day, ms: (wall - day * DAY_MINUTES) * MINUTE + ((t - notes.start) % MINUTE) };
};

/** The last two days of a walk may be cut: their closes are unknown. */
const surely = (notes: Notes, close: number | undefined): number | null | Beyond => {
  if (close === undefined) return notes.whole ? null : BEYOND;
  return close < notes.end - 2 * DAY ? close : BEYOND;
};

const nthDateAfter = (notes: Notes, day: number, n: number): DayClose | undefined =>
  notes.closes.filter((date) => date.day > day)[n - 1];

/** Close of the n-th date with an open minute after the start's own; n = 0: the first close after it, from its date on. */
export const walkerDaysToEnd = (notes: Notes, start: number, n: number): number | null | Beyond => {
  const { day } = shown(notes, start);
  if (n > 0) return surely(notes, nthDateAfter(notes, day, n)?.close);
  const closes = notes.closes.filter((date) => date.day >= day && date.close > start);
  return surely(notes, closes.map(({ close }) => close).sort((a, b) => a - b)[0]);
};

/** The first moment at which the wall has shown that time of that day, or a later one. */
const firstShowing = (notes: Notes, day: number, ms: number): number => {
  const wanted = day * DAY_MINUTES + Math.floor(ms / MINUTE);
  const minute = notes.reached.findIndex((reached) => reached >= wanted);
  const at = notes.start + minute * MINUTE;
  return notes.reached[minute] === wanted ? at + (ms % MINUTE) : at;
};

/** From the next opening: its wall time on the n-th working date after its own, moved into that date's hours. */
export const walkerDaysSameTime = (notes: Notes, start: number, n: number): number | null | Beyond => {
  const opening = walkerNextOpening(notes, start);
  if (typeof opening !== 'number' || n === 0) return opening;
  const { day, ms } = shown(notes, opening);
  const date = nthDateAfter(notes, day, n);
  const close = surely(notes, date?.close);
  if (date === undefined || typeof close !== 'number') return close;
  const at = firstShowing(notes, date.day, ms);
  if (walkerIsOpen(notes, at)) return at;
  const next = walkerNextOpening(notes, at);
  return typeof next === 'number' && next < close ? next : close;
};
