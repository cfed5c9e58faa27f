import type { Schedule, Window } from '../index.ts';

/**
 * The slow and obvious way: stand at a wall clock for days, write down every minute whether the desk is open, and
 * answer by counting those notes. Shares no code with the package. The latest wall time seen so far decides, so that
 * a window's edge is passed once, at its first occurrence, also when the clock is put back.
 */
export interface Walk {
  readonly start: number;
  /** Wall minutes (day number times 1440 plus minute of the day), the latest seen up to each minute from `start`. */
  readonly reached: readonly number[];
  /** What the wall shows at each minute. */
  readonly walls: readonly number[];
}

const MINUTE = 60_000;

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
  const walls: number[] = [];
  const reached: number[] = [];
  for (let minute = 0; minute < days * 1440; minute += 1) {
    const text = format.format(start + minute * MINUTE);
    const [, day, month, year, hour, min] = /^(\d\d)\/(\d\d)\/(\d{4}), (\d\d):(\d\d)$/.exec(text) ?? [];
    const wall = Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(min)) / MINUTE;
    walls.push(wall);
    reached.push(Math.max(wall, reached.at(-1) ?? wall));
  }
  return { start, reached, walls };
};

const minutes = (text: string): number => Number(text.slice(0, 2)) * 60 + Number(text.slice(3, 5));

const windowsOf = (schedule: Schedule, day: number): readonly Window[] => {
  const dated = new Date(day * 86_400_000);
  const exception = schedule.exceptions[dated.toISOString().slice(0, 10)];
  const weekday = dated.getUTCDay() === 0 ? 7 : dated.getUTCDay();
  return exception ?? schedule.week[weekday as 1 | 2 | 3 | 4 | 5 | 6 | 7] ?? [];
};

/** The windows that start on a day as wall minutes, from and to. */
const coveredOn = (schedule: Schedule, day: number): readonly (readonly [number, number])[] =>
  windowsOf(schedule, day).map(([from, to]) => {
    const opens = day * 1440 + minutes(from);
    const closes = day * 1440 + (to.startsWith('23:59') ? 1440 : minutes(to));
    return [opens, closes <= opens ? closes + 1440 : closes];
  });

/** The walk with the schedule's notes: open or not in each minute, and the last open minute of each start date. */
export interface Notes extends Walk {
  readonly open: readonly boolean[];
  readonly closes: ReadonlyMap<number, number>;
}

export const takeNotes = (way: Walk, schedule: Schedule): Notes => {
  const closes = new Map<number, number>();
  const covered = new Map<number, readonly (readonly [number, number])[]>();
  const open = way.reached.map((reached, minute) => {
    const today = Math.floor(reached / 1440);
    let some = false;
    for (const day of [today - 1, today]) {
      const windows = covered.get(day) ?? coveredOn(schedule, day);
      covered.set(day, windows);
      if (!windows.some(([from, to]) => reached >= from && reached < to)) continue;
      closes.set(day, way.start + (minute + 1) * MINUTE);
      some = true;
    }
    return some;
  });
  return { ...way, open, closes };
};

const minuteOf = (notes: Notes, t: number): number => Math.floor((t - notes.start) / MINUTE);

export const walkerIsOpen = (notes: Notes, t: number): boolean => notes.open[minuteOf(notes, t)] === true;

export const walkerBetween = (notes: Notes, a: number, b: number): number => {
  let sum = 0;
  for (let minute = minuteOf(notes, a); minute <= minuteOf(notes, b); minute += 1) {
    if (notes.open[minute] !== true) continue;
    const from = notes.start + minute * MINUTE;
    sum += Math.max(0, Math.min(b, from + MINUTE) - Math.max(a, from));
  }
  return sum;
};

/** The earliest instant with `ms` worked since `start`; null when the notes end before. */
export const walkerAdd = (notes: Notes, start: number, ms: number): number | null => {
  if (ms === 0) return start;
  let left = ms;
  for (let minute = minuteOf(notes, start); minute < notes.open.length; minute += 1) {
    if (notes.open[minute] !== true) continue;
    const from = Math.max(start, notes.start + minute * MINUTE);
    const length = notes.start + (minute + 1) * MINUTE - from;
    if (left <= length) return from + left;
    left -= length;
  }
  return null;
};

/** The latest instant with `ms` worked before `start`; null when the notes begin after it. */
export const walkerSubtract = (notes: Notes, start: number, ms: number): number | null => {
  let left = ms;
  for (let minute = minuteOf(notes, start); minute >= 0; minute -= 1) {
    if (notes.open[minute] !== true) continue;
    const to = Math.min(start, notes.start + (minute + 1) * MINUTE);
    const length = to - (notes.start + minute * MINUTE);
    if (left <= length) return to - left;
    left -= length;
  }
  return null;
};

export const walkerNextOpening = (notes: Notes, t: number): number | null => {
  for (let minute = minuteOf(notes, t); minute < notes.open.length; minute += 1) {
    if (notes.open[minute] === true) return Math.max(t, notes.start + minute * MINUTE);
  }
  return null;
};

/** Close of the n-th date after `start`'s own that has an open minute. */
export const walkerWorkingDays = (notes: Notes, start: number, n: number): number | null => {
  const today = Math.floor((notes.walls[minuteOf(notes, start)] ?? 0) / 1440);
  const later = [...notes.closes].filter(([day]) => day > today).sort(([a], [b]) => a - b);
  return later[n - 1]?.[1] ?? null;
};
