import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addWorkingDays,
  addWorkingTime,
  checkSchedule,
  compileSchedule,
  instant,
  isOpen,
  nextOpening,
  stretches,
  WorkingTimeError,
  workingTimeBetween,
  type Instant,
} from './index.ts';
import { at, calendarOf, HOUR, weekdays } from './test/cases.ts';

const office = calendarOf(weekdays('09:00', '17:00'));
const monday = at('2026-11-23T12:00+03:00');

/** Whether it was answered, or refused by this package's own error with a code and a place. */
const answeredOrRefused = (ask: () => unknown): boolean => {
  try {
    ask();
    return true;
  } catch (error) {
    return error instanceof WorkingTimeError && error.code.length > 0 && typeof error.path === 'string';
  }
};

/** Not so `{ toString: 0 }`: the language itself refuses to compare it with a number. */
const hasText = (value: unknown): boolean => {
  try {
    return [String(value), Number(value)].length === 2;
  } catch {
    return false;
  }
};

const time = fc.oneof(
  fc.constantFrom(
    '00:00',
    '09:00',
    '24:00',
    '25:00',
    '23:59',
    '23:59:59',
    '24:01',
    '9:00',
    '09:60',
    '-1:00',
    '',
  ),
  fc.string({ maxLength: 6 }),
  fc.anything(),
);
const windows = fc.oneof(
  fc.array(fc.array(time, { maxLength: 3 }), { maxLength: 3 }),
  fc.array(fc.anything(), { maxLength: 3 }),
  fc.anything(),
);
const key = fc.oneof(
  fc.constantFrom(
    '1',
    '7',
    '0',
    '8',
    '01',
    '2026-11-23',
    '2026-02-29',
    '2026-13-01',
    '1969-12-31',
    '2201-01-01',
  ),
  fc.string({ maxLength: 10 }),
);
const scheduleLike = fc.record(
  {
    zone: fc.oneof(fc.constantFrom('Europe/Moscow', 'Europe/Nowhere', '+03:00', 'UTC', ''), fc.anything()),
    week: fc.oneof(fc.dictionary(key, windows, { maxKeys: 4 }), fc.anything()),
    exceptions: fc.oneof(fc.dictionary(key, windows, { maxKeys: 4 }), fc.anything()),
  },
  { requiredKeys: [] },
);

const RUNS = { numRuns: 2000 };

describe('whatever it is given', () => {
  it('a schedule is sound and compiles, or is refused with every problem named', () => {
    let [sound, refused] = [0, 0];
    fc.assert(
      fc.property(fc.oneof(scheduleLike, fc.anything()), (value) => {
        const problems = checkSchedule(value);
        if (problems.length === 0) {
          sound += 1;
          const calendar = compileSchedule(value as never);
          expect(answeredOrRefused(() => nextOpening(calendar, monday))).toBe(true);
          return;
        }
        refused += 1;
        for (const { code, path, hint } of problems)
          expect([code, path, hint].map((one) => typeof one)).toEqual(['string', 'string', 'string']);
        expect(() => compileSchedule(value as never)).toThrow(
          expect.objectContaining({ code: 'schedule-unsound', problems }),
        );
      }),
      RUNS,
    );
    expect(Math.min(sound, refused)).toBeGreaterThan(0);
  });

  it('a question is answered or refused by a typed error', () => {
    const value = fc.oneof(
      fc.constantFrom(
        monday,
        monday + 0.5,
        -1,
        7_289_654_399_999,
        7_289_654_400_000,
        -0,
        Number.MAX_SAFE_INTEGER,
      ),
      fc.double(),
      fc.anything().filter(hasText),
    );
    fc.assert(
      fc.property(value, value, (x, y) => {
        const [a, b] = [x as Instant, y as Instant];
        for (const ask of [
          () => isOpen(office, a),
          () => nextOpening(office, a),
          () => workingTimeBetween(office, a, b),
          () => addWorkingTime(office, a, b),
          () => addWorkingTime(office, monday, b, { edge: 'opening' }),
          () => addWorkingTime(office, monday, HOUR, x as never),
          () => addWorkingDays(office, a, b),
          () => addWorkingDays(office, monday, b, { mode: 'sameTime' }),
          () => stretches(office, a, typeof y === 'number' ? (Math.min(y, monday) as Instant) : b),
        ]) {
          expect(answeredOrRefused(ask)).toBe(true);
        }
      }),
      RUNS,
    );
  });

  it('an answer is an instant of the known years or null', () => {
    const anywhere = fc.integer({ min: 0, max: 7_289_654_399_999 }).map(instant);
    const length = fc.oneof(fc.integer({ min: -(2 ** 45), max: 2 ** 45 }), fc.maxSafeInteger());
    fc.assert(
      fc.property(anywhere, length, fc.nat(), (start, ms, n) => {
        for (const answer of [
          addWorkingTime(office, start, ms),
          addWorkingTime(office, start, ms, { edge: 'opening' }),
          addWorkingDays(office, start, n),
          addWorkingDays(office, start, n, { mode: 'sameTime' }),
          nextOpening(office, start),
        ]) {
          expect(answer === null || instant(answer) === answer).toBe(true);
        }
      }),
      RUNS,
    );
  });
});
