import { describe, expect, it } from 'vitest';
import { moscow, ruleOf, shipped } from '../test/shipped-regulations.ts';
import { dueNotBefore } from './due-not-before.ts';
import { armClock, pauseClock } from './run-clock.ts';

const HOUR = 3_600_000;
const centaur = shipped('centaur');
// Eight working hours, 09:00-17:00: due on Monday, 10 February 2025, at 16:00.
const clock = armClock(
  ruleOf(centaur, 'reaction', 'basic', 'medium'),
  moscow('2025-02-07 16:00'),
  centaur.calendars,
);

describe('a promise that came about later (rule 15)', () => {
  it('whose deadline is still ahead, or is this moment, is counted as it was', () => {
    for (const at of ['2025-02-10 12:00', '2025-02-10 16:00']) {
      expect(dueNotBefore(clock, moscow(at), centaur.calendars)).toBe(clock);
    }
  });

  it('whose deadline was over is due at the change, with all that was spent by then', () => {
    const at = moscow('2025-02-10 16:30');
    expect(dueNotBefore(clock, at, centaur.calendars)).toEqual({
      ...clock,
      spentMs: 8.5 * HOUR,
      since: at,
      dueAt: at,
      lastDueAt: at,
    });
  });

  it('stays as it is while paused, and where nothing is due', () => {
    const late = moscow('2025-03-10 12:00');
    const paused = pauseClock(clock, moscow('2025-02-10 10:00'), 'waiting-for-customer', centaur.calendars);
    expect(dueNotBefore(paused, late, centaur.calendars)).toBe(paused);
    const pausedAndDue = { ...paused, dueAt: clock.dueAt };
    expect(dueNotBefore(pausedAndDue, late, centaur.calendars)).toBe(pausedAndDue);
    const never = { ...clock, dueAt: null };
    expect(dueNotBefore(never, late, centaur.calendars)).toBe(never);
  });
});
