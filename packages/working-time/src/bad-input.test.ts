import { describe, expect, it } from 'vitest';
import {
  addDays,
  addMonths,
  addWorkingDays,
  addWorkingTime,
  compileSchedule,
  END_OF_INSTANTS,
  endOfLocalDate,
  formatInstant,
  instant,
  isInstant,
  isOpen,
  localDateOf,
  nextOpening,
  openTable,
  stretches,
  toInstant,
  wallTime,
  weekdayOf,
  WorkingTimeError,
  workingTimeBetween,
  type Calendar,
  type Instant,
} from './index.ts';
import { at, calendarOf, date, daily, HOUR, moscow, never, weekdays, zone } from './test/cases.ts';

/** What was thrown, as code and path; the answer where nothing was. */
const refusalOf = (ask: () => unknown): unknown => {
  try {
    return ask();
  } catch (error) {
    expect(error).toBeInstanceOf(RangeError);
    return error instanceof WorkingTimeError ? `${error.code} at ${error.path}` : error;
  }
};

const office = calendarOf(weekdays('09:00', '17:00'));
const monday = at('2026-11-23T12:00+03:00');
// What is known already takes another way than what is not: both have to refuse.
const fresh = (): Calendar => calendarOf(weekdays('09:00', '17:00'));
isOpen(office, monday);
const END = END_OF_INSTANTS;
/** A value that plain JavaScript lets through. */
const any = (value: unknown): never => value as never;

describe.each([
  ['no number', Number.NaN],
  ['a fraction', monday + 0.5],
  ['before 1970', -1],
  ['after 2200', END],
  ['endless', Number.POSITIVE_INFINITY],
  ['a text', '2026-11-23T12:00:00Z'],
  ['a Date', new Date(monday)],
  ['missing', undefined],
  ['null', null],
])('an instant that is %s', (_, value) => {
  it.each([
    ['t', (t: Instant) => isOpen(fresh(), t)],
    ['b', (t: Instant) => workingTimeBetween(fresh(), monday, t)],
    ['start', (t: Instant) => addWorkingTime(fresh(), t, HOUR)],
    ['t', (t: Instant) => isOpen(office, t)],
    ['t', (t: Instant) => nextOpening(office, t)],
    ['a', (t: Instant) => workingTimeBetween(office, t, monday)],
    ['b', (t: Instant) => workingTimeBetween(office, monday, t)],
    ['start', (t: Instant) => addWorkingTime(office, t, HOUR)],
    ['start', (t: Instant) => addWorkingTime(office, t, 0)],
    ['start', (t: Instant) => addWorkingTime(office, t, -HOUR)],
    ['start', (t: Instant) => addWorkingTime(office, t, HOUR, { edge: 'opening' })],
    ['start', (t: Instant) => addWorkingDays(office, t, 1)],
    ['start', (t: Instant) => addWorkingDays(office, t, 1, { mode: 'sameTime' })],
    ['from', (t: Instant) => stretches(office, t, monday)],
    ['to', (t: Instant) => stretches(office, monday, t)],
    ['from', (t: Instant) => openTable(office, t, monday)],
    ['to', (t: Instant) => openTable(office, monday, t)],
    ['ms', (t: Instant) => instant(t)],
    ['t', (t: Instant) => wallTime(moscow, t)],
    ['t', (t: Instant) => localDateOf(moscow, t)],
    ['t', (t: Instant) => formatInstant(t, moscow)],
  ])('is refused as %s: %s', (path, ask) => {
    expect(refusalOf(() => ask(any(value)))).toBe(`instant-invalid at ${path}`);
  });
});

it.each([
  [0, true],
  [monday, true],
  [END_OF_INSTANTS - 1, true],
  [END_OF_INSTANTS, false],
  [-1, false],
  [0.5, false],
  [Number.NaN, false],
  [String(monday), false],
  [new Date(monday), false],
  [null, false],
  [undefined, false],
])('whether %s is an instant: %s', (value, known) => {
  expect(isInstant(value)).toBe(known);
});

it('instants end with the year 2200', () => {
  expect(END_OF_INSTANTS).toBe(Date.UTC(2201, 0, 1));
});

describe('lengths and counts', () => {
  it.each([[Number.NaN], [0.5], [-1.5], [Number.POSITIVE_INFINITY], [2 ** 60], ['3600000'], [undefined]])(
    'working time of %s is refused',
    (ms) => {
      expect(refusalOf(() => addWorkingTime(office, monday, any(ms)))).toBe('milliseconds-invalid at ms');
      expect(refusalOf(() => addWorkingTime(fresh(), monday, any(ms)))).toBe('milliseconds-invalid at ms');
    },
  );
  it.each([[Number.NaN], [0.5], [-1], [Number.POSITIVE_INFINITY], ['2'], [undefined]])(
    '%s working days are refused',
    (n) => {
      expect(refusalOf(() => addWorkingDays(office, monday, any(n)))).toBe('count-invalid at n');
      expect(refusalOf(() => addWorkingDays(office, monday, any(n), { mode: 'sameTime' }))).toBe(
        'count-invalid at n',
      );
    },
  );
  it.each([[Number.NaN], [1.5], ['2'], [undefined]])('%s days or months further are refused', (n) => {
    expect(refusalOf(() => addDays(date('2026-11-23'), any(n)))).toBe('count-invalid at count');
    expect(refusalOf(() => addMonths(date('2026-11-23'), any(n)))).toBe('count-invalid at count');
  });
  it('minutes of a day are whole', () => {
    expect(refusalOf(() => toInstant(moscow, date('2026-11-23'), 0.5))).toBe('count-invalid at minutesOfDay');
  });
  it('the greatest lengths and counts are answered, not searched for ever', () => {
    expect(addWorkingTime(office, monday, Number.MAX_SAFE_INTEGER)).toBeNull();
    expect(addWorkingTime(office, monday, Number.MIN_SAFE_INTEGER)).toBeNull();
    expect(addWorkingDays(office, monday, Number.MAX_SAFE_INTEGER)).toBeNull();
    expect(addWorkingDays(office, monday, Number.MAX_SAFE_INTEGER, { mode: 'sameTime' })).toBeNull();
  });
});

describe('dates and zones', () => {
  it.each(['2026-02-29', '2026-02-30', '2026-13-01', '2026-00-10', '2026-1-1', '23.11.2026', '', undefined])(
    'the date %s does not exist',
    (text) => {
      expect(refusalOf(() => toInstant(moscow, any(text), 0))).toBe('date-invalid at date');
      expect(refusalOf(() => endOfLocalDate(moscow, any(text)))).toBe('date-invalid at date');
      expect(refusalOf(() => weekdayOf(any(text)))).toBe('date-invalid at date');
      expect(refusalOf(() => addDays(any(text), 1))).toBe('date-invalid at date');
      expect(refusalOf(() => addMonths(any(text), 1))).toBe('date-invalid at date');
    },
  );
  it.each(['0001-01-01', '1969-12-30', '2201-01-02', '9999-12-31'])('%s holds no instant', (text) => {
    expect(refusalOf(() => toInstant(moscow, any(text), 0))).toBe('instant-invalid at date');
  });
  it.each(['Mars/Olympus', '+03:00', '', undefined, null])('%s is no zone', (id) => {
    expect(refusalOf(() => localDateOf(any(id), monday))).toBe('zone-unknown at zone');
    expect(refusalOf(() => wallTime(any(id), monday))).toBe('zone-unknown at zone');
    expect(refusalOf(() => formatInstant(monday, any(id)))).toBe('zone-unknown at zone');
    expect(refusalOf(() => toInstant(any(id), date('2026-11-23'), 0))).toBe('zone-unknown at zone');
  });
});

describe('options and calendars', () => {
  it('an edge or a mode that does not exist is refused', () => {
    expect(refusalOf(() => addWorkingTime(office, monday, 1, { edge: any('middle') }))).toBe(
      'option-unknown at options.edge',
    );
    expect(refusalOf(() => addWorkingDays(office, monday, 1, { mode: any('start') }))).toBe(
      'option-unknown at options.mode',
    );
  });
  it.each([null, '', 'CLOSING', 0, false, ['opening']])('%j is neither an edge nor a mode', (word) => {
    for (const n of [0, 1]) {
      expect(refusalOf(() => addWorkingTime(office, monday, n, { edge: any(word) }))).toBe(
        'option-unknown at options.edge',
      );
      expect(refusalOf(() => addWorkingDays(office, monday, n, { mode: any(word) }))).toBe(
        'option-unknown at options.mode',
      );
    }
  });
  it.each([null, 'opening', 'sameTime', 1, true])('%j holds no options', (options) => {
    expect(refusalOf(() => addWorkingTime(office, monday, 1, any(options)))).toBe(
      'option-unknown at options',
    );
    expect(refusalOf(() => addWorkingDays(office, monday, 1, any(options)))).toBe(
      'option-unknown at options',
    );
  });
  it('options left empty are the default', () => {
    expect(addWorkingTime(office, monday, HOUR, any({ edge: undefined }))).toBe(monday + HOUR);
    expect(addWorkingDays(office, monday, 0, any({ mode: undefined }))).toBe(monday + 5 * HOUR);
  });
  it.each([[undefined], [null], [weekdays('09:00', '17:00')]])('%s is no calendar', (value) => {
    expect(refusalOf(() => addWorkingTime(any(value), monday, 1))).toBe('calendar-invalid at calendar');
    expect(refusalOf(() => isOpen(any(value), monday))).toBe('calendar-invalid at calendar');
    expect(refusalOf(() => openTable(any(value), monday, monday))).toBe('calendar-invalid at calendar');
  });
  it('a table that ends before it begins is refused', () => {
    expect(refusalOf(() => openTable(office, monday, instant(monday - 1)))).toBe('range-reversed at to');
  });
});

describe('an unsound schedule', () => {
  it('is refused with every problem it has', () => {
    const unsound = {
      zone: 'Mars/Olympus',
      week: { 1: [['09:00', '25:00']], 8: [] },
      exceptions: { '2026-02-30': [] },
    };
    try {
      compileSchedule(any(unsound));
      expect.unreachable();
    } catch (error) {
      if (!(error instanceof WorkingTimeError)) throw error;
      expect([error.code, error.path]).toEqual(['schedule-unsound', 'zone']);
      expect(error.problems.map(({ code, path }) => [code, path])).toEqual([
        ['zone-unknown', 'zone'],
        ['time-invalid', 'week.1.0.to'],
        ['weekday-unknown', 'week.8'],
        ['date-invalid', 'exceptions.2026-02-30'],
      ]);
    }
  });
});

describe('calendars that hardly ever open', () => {
  const yearly = calendarOf(
    never,
    Object.fromEntries(Array.from({ length: 231 }, (_, n) => [`${1970 + n}-06-15`, [['12:00', '12:01']]])),
  );
  it('one minute a year is found, and its end', () => {
    const start = at('2026-07-01T00:00Z');
    expect(nextOpening(yearly, start)).toBe(at('2027-06-15T12:00+03:00'));
    expect(addWorkingTime(yearly, start, 174 * 60_000)).toBe(at('2200-06-15T12:01+03:00'));
    expect(addWorkingTime(yearly, start, 174 * 60_000 + 1)).toBeNull();
    expect(addWorkingTime(yearly, start, -57 * 60_000)).toBe(at('1970-06-15T12:00+03:00'));
    expect(addWorkingDays(yearly, start, 174)).toBe(at('2200-06-15T12:01+03:00'));
    expect(addWorkingDays(yearly, start, 175)).toBeNull();
  });
  it('the last day of all is known, the ones after it are not', () => {
    const last = calendarOf(never, { '2200-12-31': [['00:00', '24:00']] });
    // In Moscow it begins at 21:00 UTC the day before, and the known years end by UTC.
    expect(nextOpening(last, instant(0))).toBe(END - 27 * HOUR);
    expect(addWorkingTime(last, instant(0), 24 * HOUR)).toBe(END - 3 * HOUR);
    expect(workingTimeBetween(last, instant(0), instant(END - 1))).toBe(24 * HOUR);
    expect(nextOpening(last, instant(END - 1))).toBeNull();
  });
  it('48 windows a day and round the clock', () => {
    const halves = Array.from({ length: 48 }, (_, n) => {
      const hour = String(Math.floor(n / 2)).padStart(2, '0');
      return n % 2 === 0 ? ([`${hour}:00`, `${hour}:29`] as const) : ([`${hour}:30`, `${hour}:58`] as const);
    });
    const many = calendarOf(daily(halves, zone('UTC')));
    expect(workingTimeBetween(many, monday, instant(monday + 24 * HOUR))).toBe(24 * 57 * 60_000);
    expect(workingTimeBetween(many, instant(0), instant(END - 1))).toBe(84_371 * 24 * 57 * 60_000);
    const always = calendarOf(daily([['08:00', '08:00']]));
    expect(workingTimeBetween(always, instant(0), instant(END - 1))).toBe(END - 1);
    expect(addWorkingTime(always, instant(0), END - 1)).toBe(END - 1);
    expect(addWorkingTime(always, instant(0), END)).toBeNull();
  });
});
