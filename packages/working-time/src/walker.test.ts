import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addWorkingDays,
  addWorkingTime,
  compileSchedule,
  instant,
  isOpen,
  nextOpening,
  workingTimeBetween,
  type Schedule,
  type Window,
} from './index.ts';
import { at, zone } from './test/cases.ts';
import {
  takeNotes,
  walk,
  walkerAdd,
  walkerBetween,
  walkerIsOpen,
  walkerNextOpening,
  walkerSubtract,
  walkerWorkingDays,
} from './test/minute-walker.ts';

const DAYS = 18;
const DAY = 86_400_000;

// Each walk has a clock change (or an ordinary fortnight) in its middle.
const ways = [
  ['Europe/Moscow', '2010-10-31T00:00Z'],
  ['Europe/Moscow', '2011-03-27T00:00Z'],
  ['Europe/Moscow', '2014-10-26T00:00Z'],
  ['Europe/Moscow', '2026-12-31T00:00Z'],
  ['Europe/Berlin', '2026-03-29T00:00Z'],
  ['Europe/Berlin', '2026-10-25T00:00Z'],
  ['America/New_York', '2026-03-08T00:00Z'],
  ['America/New_York', '2026-11-01T00:00Z'],
  ['Asia/Kathmandu', '1986-01-01T00:00Z'],
  ['Australia/Lord_Howe', '2026-04-04T00:00Z'],
  ['Australia/Lord_Howe', '2026-10-03T00:00Z'],
  ['Pacific/Apia', '2011-12-30T00:00Z'],
  ['Africa/Casablanca', '2026-02-15T00:00Z'],
  ['Africa/Casablanca', '2026-03-22T00:00Z'],
  ['Asia/Gaza', '2026-03-28T00:00Z'],
  ['Asia/Gaza', '2026-10-24T00:00Z'],
  ['Antarctica/Troll', '2026-03-29T00:00Z'],
  ['Antarctica/Troll', '2026-10-25T00:00Z'],
] as const;

const time = fc
  .oneof(
    { weight: 3, arbitrary: fc.constantFrom(0, 1, 60, 90, 120, 150, 180, 540, 1020, 1080, 1380, 1439) },
    { weight: 1, arbitrary: fc.integer({ min: 0, max: 1439 }) },
  )
  .map(
    (minute) => `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`,
  );
const end = fc.oneof({ weight: 5, arbitrary: time }, { weight: 1, arbitrary: fc.constant('24:00') });
const windows = fc.array(fc.tuple(time, end), { maxLength: 3 }) as fc.Arbitrary<readonly Window[]>;

const scheduleIn = (id: string, start: number): fc.Arbitrary<Schedule> =>
  fc.record({
    zone: fc.constant(zone(id)),
    week: fc.record(
      { 1: windows, 2: windows, 3: windows, 4: windows, 5: windows, 6: windows, 7: windows },
      { requiredKeys: [] },
    ),
    exceptions: fc.dictionary(
      fc.integer({ min: 0, max: DAYS }).map((n) => new Date(start + n * DAY).toISOString().slice(0, 10)),
      windows,
      { maxKeys: 6 },
    ),
  });

describe('agrees with a walk along the wall clock, minute by minute', () => {
  it.each(ways)('%s around %s', (id, middle) => {
    const start = at(middle) - (DAYS / 2) * DAY;
    const way = walk(id, start, DAYS);
    // The first two days only fill the walker's memory, the change lies in the middle of the rest.
    const moment = fc.integer({ min: 2 * DAY, max: DAYS * DAY - 1 }).map((ms) => instant(start + ms));
    const length = fc.oneof(fc.constantFrom(60_000, 3_600_000, 28_800_000), fc.nat({ max: 6 * DAY }));
    fc.assert(
      fc.property(
        scheduleIn(id, start),
        moment,
        moment,
        length,
        fc.integer({ min: 1, max: 6 }),
        (...drawn) => {
          const [schedule, a, b, ms, n] = drawn;
          const notes = takeNotes(way, schedule);
          const calendar = compileSchedule(schedule);
          const [from, to] = a <= b ? [a, b] : [b, a];
          const limit = start + DAYS * DAY;
          expect(isOpen(calendar, a)).toBe(walkerIsOpen(notes, a));
          expect(workingTimeBetween(calendar, from, to)).toBe(walkerBetween(notes, from, to));
          const sum = addWorkingTime(calendar, a, ms);
          const walked = walkerAdd(notes, a, ms);
          if (walked !== null) expect(sum).toBe(walked);
          else expect(sum ?? limit).toBeGreaterThanOrEqual(limit);
          const back = addWorkingTime(calendar, a, -ms - 1);
          const walkedBack = walkerSubtract(notes, a, ms + 1);
          if (walkedBack !== null && walkedBack > start + 2 * DAY) expect(back).toBe(walkedBack);
          const opening = walkerNextOpening(notes, a);
          if (opening !== null) expect(nextOpening(calendar, a)).toBe(opening);
          const close = walkerWorkingDays(notes, a, n);
          // Windows cut by the end of the walk have no close the walker could know.
          if (close !== null && close < limit - 2 * DAY) expect(addWorkingDays(calendar, a, n)).toBe(close);
        },
      ),
      { numRuns: 50 },
    );
  });
});
