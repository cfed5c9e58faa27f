import { describe, expect, it } from 'vitest';
import {
  addWorkingDays,
  addWorkingTime,
  compileSchedule,
  instant,
  isOpen,
  nextOpening,
  workingTimeBetween,
} from './index.ts';
import { at, daily, HOUR, zone } from './test/cases.ts';
import { oracleDrawings } from './test/oracle-drawings.ts';

const DAY = 24 * HOUR;
// Under mutation testing each tenth day.
const STEP = oracleDrawings().scale < 0.1 ? 10 : 1;
const days = Array.from({ length: 300 / STEP }, (_, n) => n * STEP);

// Wherever the compiled days end, these shifts cross that end; the second window of the last one is inside the first.
describe.each([
  ['Etc/GMT+12', 'past midnight', 12, 6, [['20:00', '08:00']]],
  ['Pacific/Kiritimati', 'past midnight', 12, 6, [['20:00', '08:00']]],
  ['Etc/GMT+12', 'round the clock', 24, 12, [['23:00', '23:00']]],
  ['Pacific/Kiritimati', 'round the clock', 24, 12, [['23:00', '23:00']]],
  [
    'UTC',
    'overlapping',
    14,
    13.75,
    [
      ['20:00', '10:00'],
      ['09:00', '09:30'],
    ],
  ],
] as const)('the end of the compiled days is not seen: %s, %s', (id, _, hours, into, windows) => {
  const written = daily(windows, zone(id));
  const offset = { UTC: 0, 'Pacific/Kiritimati': 14 * HOUR, 'Etc/GMT+12': -12 * HOUR }[id];
  /** The opening of a middle day, no clock changes before or after it. */
  const opening = instant(at('2026-03-10T00:00Z') - offset + Number(windows[0][0].slice(0, 2)) * HOUR);
  const worked = into * HOUR;
  const fresh = (): ReturnType<typeof compileSchedule> => compileSchedule(written);

  it('forward', () => {
    for (const n of days) {
      const due = instant(opening + n * DAY + worked);
      expect(addWorkingTime(fresh(), opening, n * hours * HOUR + worked)).toBe(due);
      expect(workingTimeBetween(fresh(), opening, due)).toBe(n * hours * HOUR + worked);
      expect(addWorkingTime(fresh(), opening, n * hours * HOUR, { edge: 'opening' })).toBe(opening + n * DAY);
    }
  });

  it('backward', () => {
    for (const n of days) {
      const since = instant(opening - n * DAY + worked);
      expect(addWorkingTime(fresh(), opening, worked - n * hours * HOUR)).toBe(since);
      expect(workingTimeBetween(fresh(), opening, since)).toBe(worked - n * hours * HOUR);
    }
  });

  it('for working days', () => {
    for (let n = 1; n < 300; n += 1) {
      expect(addWorkingDays(fresh(), opening, n)).toBe(opening + n * DAY + hours * HOUR);
    }
  });

  it('for one calendar asked again and again', () => {
    const calendar = fresh();
    for (const n of days) {
      for (const direction of [1, -1]) {
        const t = instant(opening + direction * n * DAY + worked);
        expect(isOpen(calendar, t)).toBe(true);
        expect(nextOpening(calendar, t)).toBe(t);
      }
    }
  });
});

it('the next opening is found behind any number of closed days', () => {
  const written = daily([['09:00', '17:00']], zone('UTC'));
  const start = at('2026-03-09T17:00Z');
  for (const n of days) {
    const closed = Array.from({ length: n }, (_, day) => {
      const date = new Date(start + (day + 1) * DAY).toISOString().slice(0, 10);
      return [date, []] as const;
    });
    const calendar = compileSchedule({ ...written, exceptions: Object.fromEntries(closed) });
    expect(nextOpening(calendar, start)).toBe(start + (n + 1) * DAY - 8 * HOUR);
    expect(addWorkingTime(calendar, start, 0, { edge: 'opening' })).toBe(start + (n + 1) * DAY - 8 * HOUR);
  }
});

it('the first close is found behind any number of closed days', () => {
  const zoneId = zone('UTC');
  const start = at('2026-03-09T17:00Z');
  const dateIn = (n: number): string => new Date(start + n * DAY).toISOString().slice(0, 10);
  for (let n = 1; n < 300; n += 1) {
    const once = compileSchedule({
      zone: zoneId,
      week: {},
      exceptions: { [dateIn(n)]: [['09:00', '17:00']] },
    });
    expect(addWorkingDays(once, start, 0)).toBe(start + n * DAY);
    // Of two dates the second closes first.
    const twice = compileSchedule({
      zone: zoneId,
      week: {},
      exceptions: { [dateIn(n)]: [['23:00', '22:00']], [dateIn(n + 1)]: [['09:00', '18:00']] },
    });
    expect(addWorkingDays(twice, start, 0)).toBe(start + (n + 1) * DAY + HOUR);
    expect(addWorkingDays(twice, instant(start + (n + 1) * DAY + HOUR), 0)).toBeNull();
  }
});
