import { describe, expect, it } from 'vitest';
import ru from '../../../regulations/calendars/ru.json' with { type: 'json' };
import {
  addDays,
  addMonths,
  calendarYearMissing,
  checkSchedule,
  compileSchedule,
  isOpen,
  toInstant,
  weekdayOf,
  withProductionCalendar,
  workingTimeBetween,
  type LocalDate,
  type ProductionCalendar,
  type Schedule,
} from './index.ts';
import { always } from './schedule.ts';
import { daily, date, HOUR, moscow, never, weekdays } from './test/cases.ts';

type Year = '2023' | '2024' | '2025' | '2026' | '2027';
const years: readonly Year[] = ['2023', '2024', '2025', '2026', '2027'];

const datesOf = (year: string): readonly LocalDate[] => {
  const dates: LocalDate[] = [];
  for (let day = date(`${year}-01-01`); day.startsWith(year); day = addDays(day, 1)) dates.push(day);
  return dates;
};

const isWeekend = (day: LocalDate): boolean => weekdayOf(day) >= 6;
const statutory = (year: string): readonly LocalDate[] =>
  ['01-01', '01-02', '01-03', '01-04', '01-05', '01-06', '01-07', '01-08']
    .concat(['02-23', '03-08', '05-01', '05-09', '06-12', '11-04'])
    .map((day) => date(`${year}-${day}`));

// The government's decrees: this day off is taken on that date instead.
const decreed: Readonly<Record<Year, Readonly<Record<string, string>>>> = {
  '2023': { '2023-01-01': '2023-02-24', '2023-01-08': '2023-05-08' },
  '2024': {
    '2024-01-06': '2024-05-10',
    '2024-01-07': '2024-12-31',
    '2024-04-27': '2024-04-29',
    '2024-11-02': '2024-04-30',
    '2024-12-28': '2024-12-30',
  },
  '2025': {
    '2025-01-04': '2025-05-02',
    '2025-01-05': '2025-12-31',
    '2025-02-23': '2025-05-08',
    '2025-03-08': '2025-06-13',
    '2025-11-01': '2025-11-03',
  },
  '2026': { '2026-01-03': '2026-01-09', '2026-01-04': '2026-12-31' },
  '2027': { '2027-01-02': '2027-11-05', '2027-01-03': '2027-12-31', '2027-02-20': '2027-02-22' },
};

/** The year as the law makes it: article 112, the decree, article 95 for the day before a holiday. */
const lawful = (year: Year): { holidays: string[]; workingWeekends: string[]; shortened: string[] } => {
  const days = statutory(year);
  const moves = decreed[year];
  const holidays = new Set<string>([...days, ...Object.values(moves)]);
  const workingWeekends = Object.keys(moves).filter((from) => !holidays.has(from) && isWeekend(date(from)));
  for (const day of days) {
    if (!isWeekend(day) || day.slice(5) <= '01-08' || Object.hasOwn(moves, day)) continue;
    let moved = addDays(day, 1);
    while (isWeekend(moved) || holidays.has(moved)) moved = addDays(moved, 1);
    holidays.add(moved);
  }
  const isEve = (day: LocalDate): boolean => days.includes(addDays(day, 1));
  const isWorked = (day: LocalDate): boolean =>
    workingWeekends.includes(day) || (!isWeekend(day) && !holidays.has(day));
  // A worked Saturday is as long as the day it replaces would have been.
  const isShort = (day: LocalDate): boolean => {
    const replaced = moves[day];
    return isWorked(day) && isEve(replaced === undefined ? day : date(replaced));
  };
  return {
    holidays: [...holidays].sort(),
    workingWeekends: workingWeekends.sort(),
    shortened: datesOf(year).filter(isShort),
  };
};

const openHours = (schedule: Schedule, from: LocalDate, to: LocalDate): number =>
  workingTimeBetween(compileSchedule(schedule), toInstant(moscow, from, 0), toInstant(moscow, to, 0)) / HOUR;

const office = weekdays('09:00', '17:00');

/** First day of each month and of the one after it. */
const months = (year: string): readonly (readonly [LocalDate, LocalDate])[] =>
  Array.from({ length: 12 }, (_, month) => {
    const first = date(`${year}-${String(month + 1).padStart(2, '0')}-01`);
    return [first, addMonths(first, 1)] as const;
  });

// Working days and hours as the calendars published for accountants give them; quarters are [days, hours].
const published = [
  {
    year: '2023',
    days: [17, 18, 22, 20, 20, 21, 21, 23, 21, 22, 21, 21],
    hours: [136, 143, 175, 160, 160, 168, 168, 184, 168, 176, 167, 168],
    quarters: [
      [57, 454],
      [61, 488],
      [65, 520],
      [64, 511],
    ],
  },
  {
    year: '2024',
    days: [17, 20, 20, 21, 20, 19, 23, 22, 21, 23, 21, 21],
    hours: [136, 159, 159, 168, 159, 151, 184, 176, 168, 184, 167, 168],
    quarters: [
      [57, 454],
      [60, 478],
      [66, 528],
      [65, 519],
    ],
  },
  {
    year: '2025',
    days: [17, 20, 21, 22, 18, 19, 23, 21, 22, 23, 19, 22],
    hours: [136, 160, 167, 175, 144, 151, 184, 168, 176, 184, 151, 176],
    quarters: [
      [58, 463],
      [59, 470],
      [66, 528],
      [64, 511],
    ],
  },
  {
    year: '2026',
    days: [15, 19, 21, 22, 19, 21, 23, 21, 22, 22, 20, 22],
    hours: [120, 152, 168, 175, 151, 167, 184, 168, 176, 176, 159, 176],
    quarters: [
      [55, 440],
      [62, 493],
      [66, 528],
      [64, 511],
    ],
  },
  {
    year: '2027',
    days: [15, 19, 22, 22, 19, 21, 22, 22, 22, 21, 20, 22],
    hours: [120, 151, 176, 175, 152, 167, 176, 176, 176, 168, 159, 176],
    quarters: [
      [56, 447],
      [62, 494],
      [66, 528],
      [63, 503],
    ],
  },
] as const;

describe("the production calendar's data", () => {
  it.each(years)('%s is what article 112 and the decree make of it', (year) => {
    expect(ru.years[year]).toEqual(lawful(year));
  });

  it.each([
    ['2023', 247, 1973],
    ['2024', 248, 1979],
    ['2025', 247, 1972],
    ['2026', 247, 1972],
    ['2027', 247, 1972],
  ] as const)('%s has %i working days and %i hours of a 40-hour week', (year, days, hours) => {
    const [from, to] = [date(`${year}-01-01`), date(`${Number(year) + 1}-01-01`)];
    expect(openHours(withProductionCalendar(office, ru), from, to)).toBe(days * 8);
    expect(openHours(withProductionCalendar(office, ru, { shortenedDays: true }), from, to)).toBe(hours);
  });

  it.each([
    ['2023', ['2023-02-22', '2023-03-07', '2023-11-03']],
    ['2024', ['2024-02-22', '2024-03-07', '2024-05-08', '2024-06-11', '2024-11-02']],
    ['2025', ['2025-03-07', '2025-04-30', '2025-06-11', '2025-11-01']],
    ['2026', ['2026-04-30', '2026-05-08', '2026-06-11', '2026-11-03']],
    ['2027', ['2027-02-20', '2027-04-30', '2027-06-11', '2027-11-03']],
  ] as const)('%s shortens its pre-holiday days by an hour', (year, shortened) => {
    const full = withProductionCalendar(office, ru);
    const short = withProductionCalendar(office, ru, { shortenedDays: true });
    const shorter = datesOf(year).filter(
      (day) => openHours(short, day, addDays(day, 1)) !== openHours(full, day, addDays(day, 1)),
    );
    expect(shorter).toEqual(shortened);
  });

  it.each(published)('$year has the published working days of each month', ({ year, days }) => {
    const schedule = withProductionCalendar(office, ru);
    expect(months(year).map(([from, to]) => openHours(schedule, from, to) / 8)).toEqual(days);
  });

  it.each(published)('$year has the published hours of each month, 40 hours a week', ({ year, hours }) => {
    const schedule = withProductionCalendar(office, ru, { shortenedDays: true });
    expect(months(year).map(([from, to]) => openHours(schedule, from, to))).toEqual(hours);
  });

  it.each(published)('$year has the published quarters', ({ year, quarters }) => {
    const full = withProductionCalendar(office, ru);
    const short = withProductionCalendar(office, ru, { shortenedDays: true });
    const found = [0, 3, 6, 9].map((first): readonly [number, number] => {
      const [from, to] = [months(year)[first]?.[0], months(year)[first + 2]?.[1]];
      if (from === undefined || to === undefined) throw new Error('a year has twelve months');
      return [openHours(full, from, to) / 8, openHours(short, from, to)];
    });
    expect(found).toEqual(quarters);
  });

  it.each([
    ['2023', 36, 1775.4],
    ['2023', 24, 1182.6],
    ['2024', 36, 1780.6],
    ['2024', 24, 1185.4],
    ['2025', 36, 1774.4],
    ['2025', 24, 1181.6],
    ['2026', 36, 1774.4],
    ['2026', 24, 1181.6],
    ['2027', 36, 1774.4],
    ['2027', 24, 1181.6],
  ] as const)('%s has the published hours of a week of %i hours: %d', (year, week, hours) => {
    const windows = { 36: weekdays('09:00', '16:12'), 24: weekdays('09:00', '13:48') }[week];
    const schedule = withProductionCalendar(windows, ru, { shortenedDays: true });
    const [from, to] = [date(`${year}-01-01`), date(`${Number(year) + 1}-01-01`)];
    expect(openHours(schedule, from, to)).toBe(hours);
  });

  it.each([
    ['2023', ['2023-02-24', '2023-05-08', '2023-11-06'], []],
    [
      '2024',
      ['2024-04-29', '2024-04-30', '2024-05-10', '2024-12-30', '2024-12-31'],
      ['2024-04-27', '2024-11-02', '2024-12-28'],
    ],
    ['2025', ['2025-05-02', '2025-05-08', '2025-06-13', '2025-11-03', '2025-12-31'], ['2025-11-01']],
    ['2026', ['2026-01-09', '2026-03-09', '2026-05-11', '2026-12-31'], []],
    [
      '2027',
      ['2027-02-22', '2027-05-03', '2027-05-10', '2027-06-14', '2027-11-05', '2027-12-31'],
      ['2027-02-20'],
    ],
  ] as const)('%s: days off taken on another date, and weekend days worked for them', (year, off, worked) => {
    const calendar = compileSchedule(withProductionCalendar(office, ru));
    const opens = (day: LocalDate): boolean => isOpen(calendar, toInstant(moscow, day, 12 * 60));
    const dates = datesOf(year);
    expect(dates.filter((day) => !opens(day) && !isWeekend(day) && !statutory(year).includes(day))).toEqual(
      off,
    );
    expect(dates.filter((day) => opens(day) && isWeekend(day))).toEqual(worked);
  });
});

describe('a schedule by the production calendar', () => {
  it('is sound', () => {
    expect(checkSchedule(withProductionCalendar(office, ru, { shortenedDays: true }))).toEqual([]);
  });

  it('closes holidays of a desk that is otherwise always open', () => {
    const { exceptions } = withProductionCalendar(always(moscow), ru);
    expect(exceptions['2026-01-01']).toEqual([]);
    expect(exceptions['2026-02-23']).toEqual([]);
  });

  it('gives a working Saturday the windows of a Friday, else of the nearest weekday before it', () => {
    const uneven: Schedule = { ...never, week: { 4: [['08:00', '12:00']], 5: [['09:00', '16:00']] } };
    expect(withProductionCalendar(uneven, ru).exceptions['2025-11-01']).toEqual([['09:00', '16:00']]);
    const toThursday: Schedule = {
      ...never,
      week: { 3: [['07:00', '11:00']], 4: [['08:00', '12:00']], 5: [] },
    };
    expect(withProductionCalendar(toThursday, ru).exceptions['2025-11-01']).toEqual([['08:00', '12:00']]);
  });

  it('leaves working Saturdays alone where no weekday is worked', () => {
    const sundays: Schedule = { ...never, week: { 7: [['10:00', '12:00']] } };
    expect(withProductionCalendar(sundays, ru).exceptions['2025-11-01']).toBeUndefined();
  });

  it("keeps the schedule's own exceptions", () => {
    const own = { '2026-01-02': [['10:00', '12:00']], '2025-11-01': [] } as const;
    const { exceptions } = withProductionCalendar({ ...office, exceptions: own }, ru, {
      shortenedDays: true,
    });
    expect(exceptions['2026-01-02']).toEqual([['10:00', '12:00']]);
    expect(exceptions['2025-11-01']).toEqual([]);
  });

  it('does not touch its arguments', () => {
    const before = structuredClone(office);
    withProductionCalendar(office, ru, { shortenedDays: true });
    expect(office).toEqual(before);
  });

  it.each([
    [
      'the last of two windows',
      [
        ['09:00', '13:00'],
        ['14:00', '18:00'],
      ],
      [
        ['09:00', '13:00'],
        ['14:00', '17:00'],
      ],
    ],
    [
      'the last one, not the last written',
      [
        ['14:00', '18:00'],
        ['09:00', '13:00'],
      ],
      [
        ['14:00', '17:00'],
        ['09:00', '13:00'],
      ],
    ],
    [
      'a window no longer than the hour goes',
      [
        ['09:00', '13:00'],
        ['17:00', '18:00'],
      ],
      [['09:00', '13:00']],
    ],
    ['a whole day', [['00:00', '24:00']], [['00:00', '23:00']]],
    ['a night shift', [['20:00', '08:00']], [['20:00', '07:00']]],
    ['a night shift that ends in the first hour', [['20:00', '00:30']], [['20:00', '23:30']]],
  ] as const)('shortens %s', (_, windows, shortened) => {
    const schedule = withProductionCalendar(daily(windows), ru, { shortenedDays: true });
    expect(schedule.exceptions['2026-04-30']).toEqual(shortened);
  });
});

describe('a year without an approved calendar', () => {
  it('is told apart from the approved ones', () => {
    expect(calendarYearMissing(ru, date('2027-12-31'))).toBe(false);
    expect(calendarYearMissing(ru, date('2028-01-01'))).toBe(true);
    expect(calendarYearMissing(ru, date('2022-12-31'))).toBe(true);
  });

  const { exceptions } = withProductionCalendar(office, ru, { shortenedDays: true });

  it('gets the statutory days; those on a weekend move, January never does', () => {
    // 2028: 4 November is a Saturday, 1, 2 and 8 January are on weekends.
    expect(Object.keys(exceptions).filter((day) => day.startsWith('2028'))).toEqual([
      ...statutory('2028'),
      '2028-11-06',
    ]);
    expect(exceptions['2028-11-06']).toEqual([]);
  });

  it('and only in the first such year', () => {
    expect(Object.keys(exceptions).filter((day) => day > '2029')).toEqual([]);
  });

  it('moves each weekend holiday to the next working day', () => {
    // 2020 had 23 February and 8 March on Sundays and 9 May on a Saturday; 2016 had 1 May and 12 June on Sundays.
    const until = (year: string): ProductionCalendar => ({
      id: 'ru',
      years: { [year]: { holidays: [], workingWeekends: [], shortened: [] } },
    });
    const moved = (year: string): string[] =>
      Object.keys(withProductionCalendar(office, until(String(Number(year) - 1))).exceptions).filter(
        (day) => !statutory(year).includes(date(day)),
      );
    expect(moved('2020')).toEqual(['2020-02-24', '2020-03-09', '2020-05-11']);
    expect(moved('2016')).toEqual(['2016-05-02', '2016-06-13']);
  });

  it('an empty calendar adds nothing', () => {
    expect(withProductionCalendar(office, { id: 'none', years: {} }).exceptions).toEqual({});
  });
});
