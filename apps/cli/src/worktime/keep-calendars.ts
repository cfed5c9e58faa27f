import type { Calendar } from '@reglament/working-time';
import type { Reading } from './complaint.ts';
import { readCalendar } from './read-calendar.ts';

/** A calendar that has been read, with what is known about the memory that its compiled days take. */
export interface KeptCalendar {
  readonly text: string;
  readonly reading: Reading<Calendar>;
  readonly windowsADay: number;
  from: number;
  to: number;
}

/** About what kept calendars may take together, and how many of them there may be. */
const MOST_BYTES = 192 * 1024 * 1024;
const MOST_CALENDARS = 20_000;
const BYTES_A_CALENDAR = 4096;
/** An interval with its day, and the buckets that find it; of those there is a limit to each calendar. */
const BYTES_AN_INTERVAL = 64;
const BUCKET_BYTES_AN_INTERVAL = 128;
const MOST_BUCKET_BYTES = 1024 * 1024;
const DAY = 86_400_000;
/** Compiled days come in larger and larger portions, so more than were asked for. */
const SPARE_DAYS = 128;

const bytesOf = ({ text, windowsADay, from, to }: KeptCalendar): number => {
  const intervals = from > to ? 0 : ((to - from) / DAY + SPARE_DAYS) * windowsADay;
  return (
    BYTES_A_CALENDAR +
    text.length * 2 +
    intervals * BYTES_AN_INTERVAL +
    Math.min(intervals * BUCKET_BYTES_AN_INTERVAL, MOST_BUCKET_BYTES)
  );
};

/** Windows a day, as the week says; exceptions are few beside it. */
const windowsADayOf = (value: unknown): number => {
  const week = typeof value === 'object' && value !== null && 'week' in value ? value.week : null;
  if (typeof week !== 'object' || week === null) return 1;
  const windows = Object.values(week).reduce(
    (sum: number, day: unknown) => sum + (Array.isArray(day) ? day.length : 0),
    0,
  );
  return Math.max(1, windows / 7);
};

/**
 * Calendars by their text, compiled once and kept while there is room; the longest unused one goes first. Compiled days
 * grow with the questions asked, so each question tells the span it looked at.
 */
export const keepCalendars = () => {
  const kept = new Map<string, KeptCalendar>();
  let bytes = 0;
  let last: KeptCalendar | null = null;

  const makeRoom = (): void => {
    for (const [text, one] of kept) {
      if ((bytes <= MOST_BYTES && kept.size <= MOST_CALENDARS) || one === last) return;
      kept.delete(text);
      bytes -= bytesOf(one);
    }
  };

  return {
    /** The calendar asked about last: its text is likely to come again. */
    last: (): KeptCalendar | null => last,
    /** The calendar of a text; `value` is what the text says. */
    of: (text: string, value: () => unknown): KeptCalendar => {
      if (last !== null && last.text === text) return last;
      let one = kept.get(text);
      if (one === undefined) {
        const said = value();
        one = {
          // A slice would keep all the text that it was read with.
          text: Buffer.from(text).toString(),
          reading: readCalendar(said),
          windowsADay: windowsADayOf(said),
          from: Number.POSITIVE_INFINITY,
          to: Number.NEGATIVE_INFINITY,
        };
        bytes += bytesOf(one);
      } else kept.delete(text);
      kept.set(one.text, one);
      last = one;
      makeRoom();
      return one;
    },
    /** A question looked at the calendar's days up to the moment `t`. */
    lookedAt: (one: KeptCalendar, t: number): void => {
      if (t >= one.from && t <= one.to) return;
      const before = bytesOf(one);
      one.from = Math.min(one.from, t);
      one.to = Math.max(one.to, t);
      // One that has made room for another since is no longer counted.
      if (kept.get(one.text) === one) bytes += bytesOf(one) - before;
      makeRoom();
    },
  };
};

export type KeptCalendars = ReturnType<typeof keepCalendars>;
