import { instant } from '@reglament/working-time';
import { describe, expect, test } from 'vitest';
import { inMoscow, moscow, ruleOf, shipped } from '../test/shipped-regulations.ts';
import { armClock, breachClock, retargetClock, stopClock, withdrawStop } from './run-clock.ts';

const centaur = shipped('centaur');
const eightHours = ruleOf(centaur, 'reaction', 'basic', 'medium');
const armed = (from: string) => armClock(eightHours, moscow(from), centaur.calendars);

describe('a stop', () => {
  test.each([
    ['before the deadline', '2025-02-10 16:59', 'met'],
    ['at the deadline', '2025-02-10 17:00', 'met'],
    ['after the deadline', '2025-02-10 17:01', 'missed'],
  ])('%s is %s', (_, at, outcome) => {
    const stopped = stopClock(
      armed('2025-02-10 09:00'),
      moscow(at),
      'registration-notice',
      centaur.calendars,
    );
    expect(stopped).toMatchObject({
      status: 'stopped',
      outcome,
      dueAt: null,
      stopCause: 'registration-notice',
    });
    expect(inMoscow(stopped.lastDueAt)).toBe('2025-02-10 17:00');
  });

  test('one millisecond late is late', () => {
    const clock = armed('2025-02-10 09:00');
    const stopped = stopClock(clock, instant(moscow('2025-02-10 17:00') + 1), 'x', centaur.calendars);
    expect(stopped.outcome).toBe('missed');
  });

  test.each([
    ['2025-02-10 16:00', 'met', null, null],
    ['2025-02-10 15:00', 'met', null, null],
    ['2025-02-10 16:01', 'missed', '2025-02-10 16:00', '2025-02-10 16:00'],
  ] as const)('at %s, told after the miss was noticed, is %s', (at, outcome, breachedAt, firstBreachAt) => {
    const running = armed('2025-02-07 16:00');
    const missed = breachClock(running, running.dueAt ?? moscow('2025-02-10 16:00'));
    const stopped = stopClock(missed, moscow(at), 'registration-notice', centaur.calendars);
    expect(stopped.outcome).toBe(outcome);
    expect(inMoscow(stopped.breachedAt)).toBe(breachedAt);
    expect(inMoscow(stopped.firstBreachAt)).toBe(firstBreachAt);
  });

  test('at the change of rule that made it miss stays a miss', () => {
    const at = moscow('2025-02-10 15:00');
    const oneHour = ruleOf(centaur, 'reaction', 'extended', 'critical');
    const changed = retargetClock(armed('2025-02-07 16:00'), oneHour, at, 'priority', centaur.calendars);
    expect(changed.breachedAt).toBe(at);
    expect(stopClock(changed, at, 'registration-notice', centaur.calendars).outcome).toBe('missed');
  });

  test('taken back counts on from the stop as if it had never been (R34)', () => {
    const clock = armed('2025-02-10 09:00');
    const stopped = stopClock(clock, moscow('2025-02-10 10:00'), 'registration-notice', centaur.calendars);
    expect(withdrawStop(stopped, centaur.calendars)).toMatchObject({
      status: 'running',
      dueAt: clock.dueAt,
      outcome: null,
    });
  });
});
