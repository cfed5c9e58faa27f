import { expect, test } from 'vitest';
import { moscow, ruleOf, shipped } from '../test/shipped-regulations.ts';
import type { Clock } from './clock.ts';
import { armClock } from './run-clock.ts';
import { upcastClock } from './upcast-clock.ts';

const centaur = shipped('centaur');
const clock = armClock(
  ruleOf(centaur, 'reaction', 'basic', 'medium'),
  moscow('2025-02-10 09:00'),
  centaur.calendars,
);

test('a clock of today’s form is the same clock', () => {
  expect(upcastClock(clock)).toBe(clock);
});

test('what its first form carried over is a change whose cause and rule nobody kept', () => {
  const at = moscow('2025-02-10 12:00');
  const stored = { ...clock, carried: { ms: 7, at } } as Clock;
  expect(upcastClock(stored)).toEqual({ ...clock, changes: [{ at, cause: null, before: null, spentMs: 7 }] });
});
