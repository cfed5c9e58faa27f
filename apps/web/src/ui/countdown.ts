import { instant, isOpen, workingTimeBetween, type Calendar } from '@reglament/working-time';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const SOON = HOUR;

export interface Remaining {
  /** Milliseconds to the deadline, or past it; in working time when a calendar is given. */
  readonly ms: number;
  /** true: `ms` is plain time. */
  readonly isPlain: boolean;
  readonly overdue: boolean;
  /** The desk is closed now: working time stands still. */
  readonly standing: boolean;
  readonly urgency: 'overdue' | 'soon' | 'calm';
}

/** Time left to a deadline, counted as the clock itself counts: in the calendar, or in plain hours (null). */
export const remaining = (now: number, dueAt: number, calendar: Calendar | null): Remaining => {
  const overdue = now >= dueAt;
  const [from, to] = overdue ? [dueAt, now] : [now, dueAt];
  const counted = calendar === null ? to - from : workingTimeBetween(calendar, instant(from), instant(to));
  // A deadline at the very opening has no working time left all weekend: then the plain hours say more.
  const isPlain = calendar === null || (!overdue && counted < MINUTE);
  const ms = isPlain ? to - from : counted;
  const standing = calendar !== null && !isOpen(calendar, instant(now));
  return { ms, isPlain, overdue, standing, urgency: overdue ? 'overdue' : ms <= SOON ? 'soon' : 'calm' };
};

export interface SpanWords {
  readonly days: (n: number) => string;
  readonly hours: (n: number) => string;
  readonly minutes: (n: number) => string;
  readonly lessThanMinute: string;
}

/**
 * A span in words, two units at most, never more than there is: 5 ч 30 мин. Days only of plain hours,
 * since a working day has no length of its own.
 */
export const spanWords = (ms: number, words: SpanWords, isWorkingTime: boolean): string => {
  if (ms < MINUTE) return words.lessThanMinute;
  const days = isWorkingTime ? 0 : Math.floor(ms / DAY);
  const hours = Math.floor((ms - days * DAY) / HOUR);
  const minutes = Math.floor((ms % HOUR) / MINUTE);
  const parts = [days > 0 ? words.days(days) : '', hours > 0 ? words.hours(hours) : ''];
  if (days === 0 && hours < 100 && minutes > 0) parts.push(words.minutes(minutes));
  return parts.filter((part) => part !== '').join(' ');
};
