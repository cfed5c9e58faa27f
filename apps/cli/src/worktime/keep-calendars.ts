import type { Calendar } from '@reglament/working-time';
import type { Reading } from './complaint.ts';
import { readCalendar } from './read-calendar.ts';

/** A calendar that has been read, with what is known about the memory that its compiled days take. */
export interface KeptCalendar {
  readonly text: string;
  readonly reading: Reading<Calendar>;
  readonly bytesADay: number;
  from: number;
  to: number;
}

/** About what kept calendars may take together, and how many of them there may be. */
const MOST_BYTES = 160 * 1024 * 1024;
const MOST_CALENDARS = 10_000;
const BYTES_A_CALENDAR = 4096;
/** Interval, running sum, day and buckets of one window that a day has. */
const BYTES_A_WINDOW = 320;
const DAY = 86_400_000;

const bytesOf = ({ text, bytesADay, from, to }: KeptCalendar): number =>
  BYTES_A_CALENDAR + text.length * 2 + (from > to ? 0 : (2 * (to - from)) / DAY + 256) * bytesADay;

/** No more windows a day than its text has colons in times; most weeks have far fewer dates than five. */
const windowsADay = (value: unknown): number => {
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
          bytesADay: windowsADay(said) * BYTES_A_WINDOW,
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
