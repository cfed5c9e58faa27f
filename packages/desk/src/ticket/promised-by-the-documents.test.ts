import { describe, expect, test } from 'vitest';
import { inMoscow } from '../test/shipped-regulations.ts';
import { after, classify, given } from '../test/ticket-story.ts';

// What the five documents promise, written down from them by hand and counted a second time in the plainest way: minute
// by minute of the year 2025 on a Moscow clock. Nothing of the desk, its files or its working time is used to expect.

/** Weekdays of 2025 that were days off, and the Saturday worked for one of them, as the government moved them. */
const DAYS_OFF = new Set(
  '01-01 01-02 01-03 01-06 01-07 01-08 05-01 05-02 05-08 05-09 06-12 06-13 11-03 11-04 12-31'.split(' '),
);
const WORKED = new Set(['11-01']);
/** The same of the days of 2026 that a deadline from 2025 may touch. */
const DAYS_OFF_2026 = new Set('01-01 01-02 01-05 01-06 01-07 01-08 01-09'.split(' '));

const DAY = 1440;
const DAYS = 365 + 31;
const FIRST_WEEKDAY = 3; // 1 January 2025 was a Wednesday.
const MONTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31, 31];

const two = (n: number): string => String(n).padStart(2, '0');
const dates: readonly { readonly year: number; readonly monthDay: string }[] = MONTHS.flatMap(
  (length, month) =>
    Array.from({ length }, (_, day) => ({
      year: month === 12 ? 2026 : 2025,
      monthDay: `${two((month % 12) + 1)}-${two(day + 1)}`,
    })),
);
const weekdayOf = (day: number): number => ((FIRST_WEEKDAY - 1 + day) % 7) + 1;

const isWeekday = (day: number): boolean => weekdayOf(day) <= 5;
const isWorkingDay = (day: number): boolean => {
  const { year, monthDay } = dates[day] ?? { year: 0, monthDay: '' };
  if (year === 2025 && WORKED.has(monthDay)) return true;
  return isWeekday(day) && !(year === 2025 ? DAYS_OFF : DAYS_OFF_2026).has(monthDay);
};

type Hours = (day: number, hour: number) => boolean;
const on =
  (isDay: (day: number) => boolean, from: number, to: number): Hours =>
  (day, hour) =>
    isDay(day) && hour >= from && hour < to;
const always: Hours = () => true;

const isOpen = (hours: Hours, minute: number): boolean =>
  hours(Math.floor(minute / DAY), Math.floor((minute % DAY) / 60));

type Promise_ = (start: number, hours: Hours) => number;

/** So many minutes of open time, minute by minute. */
const workingHours =
  (count: number): Promise_ =>
  (start, hours) => {
    let left = count * 60;
    let minute = start;
    while (left > 0) {
      if (isOpen(hours, minute)) left -= 1;
      minute += 1;
    }
    return minute;
  };

/** Plain hours; a deadline that falls on closed doors waits until they open. The moment of closing is still theirs. */
const plainHours =
  (count: number): Promise_ =>
  (start, hours) => {
    let minute = start + count * 60;
    if (isOpen(hours, minute) || isOpen(hours, minute - 1)) return minute;
    while (!isOpen(hours, minute)) minute += 1;
    return minute;
  };

/** To the close of the n-th working day after the day it began on. */
const workingDays =
  (count: number): Promise_ =>
  (start, hours) => {
    let day = Math.floor(start / DAY);
    for (let left = count; left > 0;) {
      day += 1;
      if (hours(day, 12)) left -= 1;
    }
    let minute = (day + 1) * DAY;
    while (!isOpen(hours, minute - 1)) minute -= 1;
    return minute;
  };

interface Row {
  readonly desk: string;
  readonly clock: string;
  readonly packageId: string;
  readonly priority: string | null;
  readonly hours: Hours;
  readonly promise: Promise_;
}

const row = (
  desk: string,
  clock: string,
  packageId: string,
  priority: string | null,
  hours: Hours,
  promise: Promise_,
): Row => ({ desk, clock, packageId, priority, hours, promise });

const nineToSix = on(isWorkingDay, 9, 18);
const nineToFive = on(isWorkingDay, 9, 17);
const tenToSeven = on(isWorkingDay, 10, 19);

const FLAT_HOURS = [2, 4, 8, 48];
const flat = (packageId: string, hoursOf: (priority: number) => Hours): readonly Row[] => [
  ...FLAT_HOURS.map((count, index) =>
    row('flat', 'reaction', packageId, String(index + 1), hoursOf(index + 1), workingHours(count)),
  ),
  row('flat', 'callback', packageId, '1', hoursOf(1), workingHours(2)),
];

const centaur = (packageId: string, figures: readonly [critical: number, medium: number, low: number]) =>
  (['critical', 'medium', 'low'] as const).map((priority, index) =>
    row('centaur', 'reaction', packageId, priority, nineToFive, workingHours(figures[index] ?? 0)),
  );

const ROWS: readonly Row[] = [
  row('alteroffice', 'reaction', 'basic', null, on(isWorkingDay, 8, 17), plainHours(48)),
  row('alteroffice', 'reaction', 'extended', null, on(isWeekday, 8, 20), plainHours(12)),
  row('alteroffice', 'reaction', 'maximum', null, always, plainHours(8)),
  ...[0.5, 0.5, 1, 1].map((count, index) =>
    row('optima', 'processing', '8x5x4', String(index + 1), nineToSix, workingHours(count)),
  ),
  ...[workingHours(4), workingDays(2), workingDays(4), workingDays(9)].map((promise, index) =>
    row('optima', 'execution', '8x5x4', String(index + 1), nineToSix, promise),
  ),
  ...centaur('basic', [4, 8, 24]),
  ...centaur('extended', [1, 4, 8]),
  row('shtrih-m', 'review', 'free', null, tenToSeven, workingHours(24)),
  row('shtrih-m', 'review', 'paid', null, tenToSeven, workingHours(16)),
  row('shtrih-m', 'review', 'partner', null, tenToSeven, workingHours(8)),
  ...flat('8x5', () => nineToSix),
  ...flat('24x7', (priority) => (priority <= 2 ? always : nineToSix)),
  ...flat('24x7-plus', () => always),
  ...flat('24x7-onsite', () => always),
  ...flat('partner-8x5', () => nineToSix),
];

/** A common week, the days around holidays, a Saturday that is worked, the year's last days. */
const DAYS_THAT_MATTER = [
  '02-04', // Tuesday
  '02-07', // Friday
  '02-08', // Saturday
  '02-09', // Sunday
  '04-30', // Wednesday before a holiday
  '05-01', // Thursday, holiday
  '05-07', // before two holidays and a weekend
  '10-31', // Friday before a working Saturday
  '11-01', // Saturday that is worked
  '11-04', // Tuesday, holiday
  '12-30', // before the longest holidays
];
/** Before, at and within every opening and closing of the five. */
const TIMES_THAT_MATTER = [
  '00:00',
  '07:59',
  '08:00',
  '09:00',
  '10:00',
  '12:30',
  '16:59',
  '17:00',
  '18:00',
  '19:00',
  '20:00',
  '23:59',
];

const minuteOf = (monthDay: string, time: string): number => {
  const [hour, minute] = time.split(':').map(Number);
  return dates.findIndex((date) => date.monthDay === monthDay) * DAY + (hour ?? 0) * 60 + (minute ?? 0);
};
const inWords = (minute: number): string => {
  const { year, monthDay } = dates[Math.floor(minute / DAY)] ?? { year: 0, monthDay: '' };
  return `${year}-${monthDay} ${two(Math.floor((minute % DAY) / 60))}:${two(minute % 60)}`;
};

const promisedByDesk = ({ desk, clock, packageId, priority }: Row, at: string): string | null => {
  const registered = given(desk, {
    at,
    holds: packageId,
    channel: desk === 'flat' ? 'portal' : 'email',
    ...(priority === null ? {} : { priority }),
  });
  const story = clock === 'execution' ? after(registered, [at, classify('incident', priority)]) : registered;
  return inMoscow(story.ticket.clocks.find(({ id }) => id === clock)?.dueAt ?? null);
};

const cases = (one: Row): readonly (readonly [from: string, due: string])[] =>
  DAYS_THAT_MATTER.flatMap((monthDay) =>
    TIMES_THAT_MATTER.map((time) => {
      const start = minuteOf(monthDay, time);
      return [inWords(start), inWords(one.promise(start, one.hours))] as const;
    }),
  );

test('the year is laid out as it was', () => {
  expect(dates).toHaveLength(DAYS);
  expect(weekdayOf(minuteOf('02-07', '00:00') / DAY)).toBe(5);
  const worked = Array.from({ length: 365 }, (_, day) => day).filter(isWorkingDay);
  expect(worked).toHaveLength(247);
});

test('package, priority, day and hour: every cell that matters is in the table', () => {
  expect(ROWS.length * DAYS_THAT_MATTER.length * TIMES_THAT_MATTER.length).toBeGreaterThan(2400);
  expect(new Set(ROWS.map((one) => `${one.desk} ${one.packageId} ${one.priority}`)).size).toBe(36);
});

describe('what the desk promises is what the document promises', () => {
  test.each(
    ROWS.map(
      (one) => [`${one.desk}: ${one.clock}, ${one.packageId}, ${one.priority ?? 'any'}`, one] as const,
    ),
  )('%s', (_, one) => {
    expect(cases(one).map(([from]) => [from, promisedByDesk(one, from)])).toEqual(cases(one));
  });
});
