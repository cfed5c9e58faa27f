import type { Schedule, Window } from '../index.ts';

/*
 * The slow and obvious way: stand before a wall clock for days, write down every minute what it shows, note beside it
 * whether the desk is open, and answer by counting minutes. Shares no code with the package.
 */

const MINUTE = 60_000;
const DAY_MINUTES = 1440;

/** What a wall clock showed, minute by minute from `start`; `minutes` of them. Wall minutes count from 1970-01-01. */
export interface Walk {
  readonly zone: string;
  readonly start: number;
  readonly end: number;
  readonly walls: Int32Array;
  /** The latest wall minute seen so far: an edge is passed at its first occurrence, also when the clock is put back. */
  readonly reached: Int32Array;
  /** Moments at which the clock jumped. */
  readonly changes: readonly number[];
}

/** Walks `days` days of 24 hours from `start`, which must be a whole minute. */
export const walk = (zone: string, start: number, days: number): Walk => {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  });
  const shownAt = (t: number): number => {
    const text = format.format(t);
    if (!/^\d\d\/\d\d\/\d{4}, \d\d:\d\d$/.test(text)) throw new Error(`unreadable wall clock: ${text}`);
    const part = (from: number, to: number): number => Number(text.slice(from, to));
    return Date.UTC(part(6, 10), part(3, 5) - 1, part(0, 2), part(12, 14), part(15, 17)) / MINUTE;
  };
  const minutes = days * DAY_MINUTES;
  const walls = new Int32Array(minutes);
  const reached = new Int32Array(minutes);
  const changes: number[] = [];
  // A day before the start, so that a clock put back shortly before it is remembered.
  let before = shownAt(start - DAY_MINUTES * MINUTE);
  let latest = before;
  for (let minute = 1 - DAY_MINUTES; minute < minutes; minute += 1) {
    const wall = shownAt(start + minute * MINUTE);
    latest = Math.max(latest, wall);
    if (minute >= 0) {
      walls[minute] = wall;
      reached[minute] = latest;
      if (wall !== before + 1) changes.push(start + minute * MINUTE);
    }
    before = wall;
  }
  return { zone, start, end: start + minutes * MINUTE, walls, reached, changes };
};

/** When the windows that start on a day (by its number) have closed. */
export interface DayClose {
  readonly day: number;
  readonly close: number;
}

/** A walk with one schedule's notes. */
export interface Notes extends Walk {
  /** 1 in the minutes the desk is open, 0 in the others. */
  readonly open: Uint8Array;
  /** The days on which an open minute's window starts, in order. */
  readonly closes: readonly DayClose[];
  /** The schedule has no window outside the walk, so what the walk does not show does not exist. */
  readonly whole: boolean;
}

const minuteOfDay = (text: string): number => Number(text.slice(0, 2)) * 60 + Number(text.slice(3, 5));

const windowsOf = (schedule: Schedule, day: number): readonly Window[] => {
  const dated = new Date(day * 86_400_000);
  const exception = schedule.exceptions[dated.toISOString().slice(0, 10)];
  const weekday = dated.getUTCDay() === 0 ? 7 : dated.getUTCDay();
  return exception ?? schedule.week[weekday as 1 | 2 | 3 | 4 | 5 | 6 | 7] ?? [];
};

/** Ends that stand for midnight. '23:59:00' is not among them: it is that very minute. */
const MIDNIGHT = ['24:00', '00:00', '23:59', '23:59:59'];

/** The minute at which a window ends, counted on past midnight. Written as it starts, it is a day long, also at 23:59. */
const endFrom = (from: number, opens: string, closes: string): number => {
  if (closes === opens) return from + DAY_MINUTES;
  if (MIDNIGHT.includes(closes)) return DAY_MINUTES;
  return minuteOfDay(closes) > from ? minuteOfDay(closes) : minuteOfDay(closes) + DAY_MINUTES;
};

/** Marks the wall minutes of each window: `own` those of its own date, `next` those that lie on the next date. */
const paint = (schedule: Schedule, firstDay: number, days: number): { own: Uint8Array; next: Uint8Array } => {
  const own = new Uint8Array((days + 1) * DAY_MINUTES);
  const next = new Uint8Array((days + 1) * DAY_MINUTES);
  for (let day = 0; day < days; day += 1) {
    const midnight = day * DAY_MINUTES;
    for (const [opens, closes] of windowsOf(schedule, firstDay + day)) {
      const from = minuteOfDay(opens);
      const to = endFrom(from, opens, closes);
      own.fill(1, midnight + from, midnight + Math.min(to, DAY_MINUTES));
      if (to > DAY_MINUTES) next.fill(1, midnight + DAY_MINUTES, midnight + to);
    }
  }
  return { own, next };
};

/** Notes of one schedule. `whole` is the caller's word that every window lies well within the walk. */
export const takeNotes = (way: Walk, schedule: Schedule, whole: boolean): Notes => {
  const { reached, start } = way;
  const firstDay = Math.floor((reached[0] ?? 0) / DAY_MINUTES) - 1;
  const days = Math.floor((reached.at(-1) ?? 0) / DAY_MINUTES) - firstDay + 1;
  const { own, next } = paint(schedule, firstDay, days);
  const open = new Uint8Array(reached.length);
  const closed = new Float64Array(days);
  for (let minute = 0; minute < reached.length; minute += 1) {
    const at = (reached[minute] ?? 0) - firstDay * DAY_MINUTES;
    if (own[at] !== 1 && next[at] !== 1) continue;
    open[minute] = 1;
    const day = Math.floor(at / DAY_MINUTES);
    if (own[at] === 1) closed[day] = start + (minute + 1) * MINUTE;
    if (next[at] === 1) closed[day - 1] = start + (minute + 1) * MINUTE;
  }
  const closes = Array.from(closed, (close, day) => ({ day: firstDay + day, close }));
  return { ...way, open, closes: closes.filter(({ close }) => close > 0), whole };
};

/** The walk is too short to tell. */
export const BEYOND = Symbol('beyond the walk');
export type Beyond = typeof BEYOND;

const minuteOf = (notes: Walk, t: number): number => Math.floor((t - notes.start) / MINUTE);
const nothingMore = (notes: Notes): null | Beyond => (notes.whole ? null : BEYOND);

export const walkerIsOpen = (notes: Notes, t: number): boolean => notes.open[minuteOf(notes, t)] === 1;

export const walkerNextOpening = (notes: Notes, t: number): number | null | Beyond => {
  const { open } = notes;
  for (let minute = minuteOf(notes, t); minute < open.length; minute += 1) {
    if (open[minute] === 1) return Math.max(t, notes.start + minute * MINUTE);
  }
  return nothingMore(notes);
};

export const walkerBetween = (notes: Notes, a: number, b: number): number => {
  if (a > b) return -walkerBetween(notes, b, a);
  const { open, start } = notes;
  const [first, last] = [minuteOf(notes, a), minuteOf(notes, b)];
  let minutes = 0;
  for (let minute = first; minute < last; minute += 1) if (open[minute] === 1) minutes += 1;
  const afterFirst = open[first] === 1 ? a - (start + first * MINUTE) : 0;
  const afterLast = open[last] === 1 ? b - (start + last * MINUTE) : 0;
  return minutes * MINUTE - afterFirst + afterLast;
};

/** As if the counting began with the start's minute: what of it had passed before is added to what is to pass. */
const fromItsMinute = (notes: Notes, start: number, ms: number): number =>
  walkerIsOpen(notes, start) ? ms + ((start - notes.start) % MINUTE) : ms;

/** The earliest instant with `ms` worked since `start`. */
export const walkerAdd = (notes: Notes, start: number, ms: number): number | null | Beyond => {
  if (ms === 0) return start;
  let left = fromItsMinute(notes, start, ms);
  const { open } = notes;
  for (let minute = minuteOf(notes, start); minute < open.length; minute += 1) {
    if (open[minute] !== 1) continue;
    if (left <= MINUTE) return notes.start + minute * MINUTE + left;
    left -= MINUTE;
  }
  return nothingMore(notes);
};

/** The latest instant with no more than `ms` worked since `start`. */
export const walkerAddToOpening = (notes: Notes, start: number, ms: number): number | null | Beyond => {
  let left = fromItsMinute(notes, start, ms);
  const { open } = notes;
  for (let minute = minuteOf(notes, start); minute < open.length; minute += 1) {
    if (open[minute] !== 1) continue;
    if (left < MINUTE) return notes.start + minute * MINUTE + left;
    left -= MINUTE;
  }
  return nothingMore(notes);
};

/** The latest instant with `ms`, more than none, worked before `start`. */
export const walkerSubtract = (notes: Notes, start: number, ms: number): number | null | Beyond => {
  let left = walkerIsOpen(notes, start) ? ms + MINUTE - ((start - notes.start) % MINUTE) : ms;
  const { open } = notes;
  for (let minute = minuteOf(notes, start); minute >= 0; minute -= 1) {
    if (open[minute] !== 1) continue;
    if (left <= MINUTE) return notes.start + (minute + 1) * MINUTE - left;
    left -= MINUTE;
  }
  return nothingMore(notes);
};
