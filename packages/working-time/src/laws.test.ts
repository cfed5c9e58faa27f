import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addWorkingDays,
  addWorkingTime,
  compileSchedule,
  instant,
  isOpen,
  nextOpening,
  stretches,
  toInstant,
  workingTimeBetween,
  type Instant,
  type Schedule,
  type Window,
} from './index.ts';
import { at, date, HOUR, zone } from './test/cases.ts';
import { oracleDrawings } from './test/oracle-drawings.ts';

const zoneIds = [
  'Europe/Moscow',
  'Europe/Berlin',
  'America/New_York',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'Africa/Casablanca',
  'Asia/Gaza',
  'Antarctica/Troll',
];

const moment = fc.integer({ min: at('2009-01-01T00:00Z'), max: at('2029-01-01T00:00Z') }).map(instant);
const clock = fc
  .integer({ min: 0, max: 1439 })
  .map((n) => `${String(Math.floor(n / 60)).padStart(2, '0')}:${String(n % 60).padStart(2, '0')}`);
const windows = fc.array(fc.tuple(clock, clock), { minLength: 1, maxLength: 2 }) as fc.Arbitrary<Window[]>;
const closedDate = fc
  .integer({ min: 0, max: 7300 })
  .map((n) => new Date(at('2009-01-01T00:00Z') + n * 24 * HOUR).toISOString().slice(0, 10));

/**
 * Open for an hour a week at least, so that every sum exists: with six minutes a week a thousand hours would end after the year
 * 2200, and there is no such instant.
 */
const anHour = windows.map((drawn) => [...drawn, ['12:00', '13:00'] as const]) as fc.Arbitrary<Window[]>;
const schedule = fc.record({
  zone: fc.constantFrom(...zoneIds).map(zone),
  week: fc.record({ 1: windows, 3: anHour, 5: windows, 6: windows }, { requiredKeys: ['3' as never] }),
  exceptions: fc.dictionary(closedDate, fc.constantFrom([], [['10:00', '14:00']] as const), { maxKeys: 20 }),
}) as fc.Arbitrary<Schedule>;
const length = fc.integer({ min: 1, max: 1000 * HOUR });

// Under mutation testing a law is tried less often.
const numRuns = Math.max(20, Math.min(150, 150 * oracleDrawings().scale));

const law = <T extends [unknown, ...unknown[]]>(
  arbitraries: { [K in keyof T]: fc.Arbitrary<T[K]> },
  check: (...values: T) => void,
): void => {
  fc.assert(fc.property<T>(...(arbitraries as never), check), { numRuns });
};

const added = (t: Instant | null): Instant => {
  expect(t).not.toBeNull();
  return t as Instant;
};

describe('laws of working time', () => {
  it('between is additive and changes its sign with its direction', () => {
    law([schedule, moment, moment, moment], (written, a, b, c) => {
      const calendar = compileSchedule(written);
      expect(workingTimeBetween(calendar, a, b) + workingTimeBetween(calendar, b, c)).toBe(
        workingTimeBetween(calendar, a, c),
      );
      expect(workingTimeBetween(calendar, a, b) + workingTimeBetween(calendar, b, a)).toBe(0);
      expect(workingTimeBetween(calendar, a, a)).toBe(0);
    });
  });

  it('between is never longer than the wall clock and never runs backwards', () => {
    law([schedule, moment, moment], (written, x, y) => {
      const calendar = compileSchedule(written);
      const [a, b] = x <= y ? [x, y] : [y, x];
      const worked = workingTimeBetween(calendar, a, b);
      expect(worked).toBeGreaterThanOrEqual(0);
      expect(worked).toBeLessThanOrEqual(b - a);
    });
  });

  it('add is the inverse of between, at the earliest instant by default', () => {
    law([schedule, moment, length], (written, start, ms) => {
      const calendar = compileSchedule(written);
      const due = added(addWorkingTime(calendar, start, ms));
      expect(workingTimeBetween(calendar, start, due)).toBe(ms);
      expect(workingTimeBetween(calendar, start, instant(due - 1))).toBe(ms - 1);
    });
  });

  it('with the opening edge it is the latest instant', () => {
    law([schedule, moment, fc.integer({ min: 0, max: 1000 * HOUR })], (written, start, ms) => {
      const calendar = compileSchedule(written);
      const due = added(addWorkingTime(calendar, start, ms, { edge: 'opening' }));
      expect(workingTimeBetween(calendar, start, due)).toBe(ms);
      expect(workingTimeBetween(calendar, start, instant(due + 1))).toBe(ms + 1);
    });
  });

  it('a negative length goes back to the latest instant with that much worked', () => {
    law([schedule, moment, length, fc.constantFrom('closing', 'opening')], (written, start, ms, edge) => {
      const calendar = compileSchedule(written);
      const from = added(addWorkingTime(calendar, start, -ms, { edge }));
      expect(workingTimeBetween(calendar, from, start)).toBe(ms);
      expect(workingTimeBetween(calendar, instant(from + 1), start)).toBe(ms - 1);
    });
  });

  it('adding in two steps is adding the sum', () => {
    law([schedule, moment, length, length], (written, start, first, second) => {
      const calendar = compileSchedule(written);
      const step = added(addWorkingTime(calendar, start, first));
      expect(addWorkingTime(calendar, step, second)).toBe(addWorkingTime(calendar, start, first + second));
    });
  });

  it('a later start or a longer target is never due earlier', () => {
    law([schedule, moment, moment, length, length], (written, x, y, m, n) => {
      const calendar = compileSchedule(written);
      const [a, b] = x <= y ? [x, y] : [y, x];
      const due = added(addWorkingTime(calendar, a, Math.min(m, n)));
      expect(added(addWorkingTime(calendar, b, Math.min(m, n)))).toBeGreaterThanOrEqual(due);
      expect(added(addWorkingTime(calendar, a, Math.max(m, n)))).toBeGreaterThanOrEqual(due);
    });
  });

  it('the next opening is open, and nothing between is', () => {
    law([schedule, moment], (written, t) => {
      const calendar = compileSchedule(written);
      const opening = added(nextOpening(calendar, t));
      expect(isOpen(calendar, opening)).toBe(true);
      expect(workingTimeBetween(calendar, t, opening)).toBe(0);
      expect(opening === t).toBe(isOpen(calendar, t));
    });
  });

  it('a working-day deadline is a closing time and grows with n and with the start', () => {
    law([schedule, moment, moment, fc.integer({ min: 1, max: 60 })], (written, x, y, n) => {
      // One window a day within the date: closes then come in the order of their dates.
      const calendar = compileSchedule({
        ...written,
        week: { 2: [['09:00', '18:00']], 4: [['08:00', '24:00']] },
      });
      const [a, b] = x <= y ? [x, y] : [y, x];
      const due = added(addWorkingDays(calendar, a, n));
      expect(isOpen(calendar, due)).toBe(false);
      expect(isOpen(calendar, instant(due - 1))).toBe(true);
      expect(added(addWorkingDays(calendar, a, n + 1))).toBeGreaterThan(due);
      expect(added(addWorkingDays(calendar, b, n))).toBeGreaterThanOrEqual(due);
    });
  });

  it('stretches never overlap and add up to the time between', () => {
    law([schedule, moment, fc.integer({ min: 1, max: 3000 * HOUR })], (written, from, ms) => {
      const calendar = compileSchedule(written);
      const to = instant(from + ms);
      const found = stretches(calendar, from, to);
      expect(found.reduce((sum, stretch) => sum + stretch.to - stretch.from, 0)).toBe(
        workingTimeBetween(calendar, from, to),
      );
      for (const [index, stretch] of found.entries()) {
        expect(stretch.from).toBeGreaterThanOrEqual(found[index - 1]?.to ?? from);
        expect(stretch.to).toBeGreaterThan(stretch.from);
        expect(isOpen(calendar, stretch.from)).toBe(true);
      }
    });
  });

  it('an answer does not depend on what was asked before', () => {
    law([schedule, fc.array(moment, { maxLength: 6 }), moment, length], (written, earlier, start, ms) => {
      const used = compileSchedule(written);
      for (const t of earlier) addWorkingTime(used, t, t % 2 === 0 ? HOUR : -HOUR);
      const fresh = compileSchedule(written);
      expect(addWorkingTime(used, start, ms)).toBe(addWorkingTime(fresh, start, ms));
      expect(addWorkingTime(used, start, -ms)).toBe(addWorkingTime(fresh, start, -ms));
      expect(addWorkingDays(used, start, 7)).toBe(addWorkingDays(fresh, start, 7));
    });
  });

  it('wall time to instant never decreases along the wall clock', () => {
    const minute = fc.integer({ min: -1440, max: 2880 });
    const days = ['2011-03-27', '2011-12-30', '2014-10-26', '2026-03-08', '2026-10-25'].map(date);
    law(
      [fc.constantFrom(...zoneIds).map(zone), fc.constantFrom(...days), minute, minute],
      (id, day, m, n) => {
        expect(toInstant(id, day, Math.max(m, n))).toBeGreaterThanOrEqual(toInstant(id, day, Math.min(m, n)));
      },
    );
  });
});
