import { describe, expect, test } from 'vitest';
import type { WarningMark } from '../regulation/regulation.ts';
import { parseWarning } from '../regulation/parse-warning.ts';
import { inMoscow, moscow, ruleOf, shipped } from '../test/shipped-regulations.ts';
import type { Clock } from './clock.ts';
import { armClock, breachClock, pauseClock, resumeClock, retargetClock } from './run-clock.ts';
import { warningInstants } from './warning-instants.ts';
import { markOf, sameMark, warningKey, warningOfKey, warningWords } from './warning-mark.ts';

const { calendars, ...centaur } = shipped('centaur');
// Mon-Fri 09:00-17:00; 2025-02-07 is a Friday.
const eightHours = ruleOf({ ...centaur, calendars }, 'reaction', 'basic', 'medium');
const armed = (from: string): Clock => armClock(eightHours, moscow(from), calendars);

const mark = (text: string): WarningMark => {
  const read = parseWarning(text);
  if (read === null) throw new Error(text);
  return read;
};
const at = (clock: Clock, ...texts: readonly string[]): readonly (string | null)[] =>
  warningInstants(clock, texts.map(mark), calendars).map((w) => inMoscow(w.at));
const paused = (clock: Clock, from: string, to: string): Clock =>
  resumeClock(pauseClock(clock, moscow(from), 'waiting-for-customer', calendars), moscow(to), calendars);

describe('a warning so long before the deadline', () => {
  test('is counted in the clock’s own hours, or plain', () => {
    const clock = armed('2025-02-07 10:00');
    expect(inMoscow(clock.dueAt)).toBe('2025-02-10 10:00');
    expect(at(clock, '2 working hours before')).toEqual(['2025-02-07 16:00']);
    expect(at(clock, '2 hours before')).toEqual(['2025-02-10 08:00']);
  });

  test('stands among shares in the order in which they ring', () => {
    const marks = ['50%', '80%', '3 working hours before', '30 minutes before'];
    expect(at(armed('2025-02-10 09:00'), ...marks)).toEqual([
      '2025-02-10 13:00',
      '2025-02-10 14:00',
      '2025-02-10 15:24',
      '2025-02-10 16:30',
    ]);
  });

  test('that is as long as the promise itself warns of nothing', () => {
    expect(at(armed('2025-02-10 09:00'), '8 working hours before', '24 hours before')).toEqual([]);
  });

  test('moves with the deadline over a pause, and does not ring again when it was passed before', () => {
    const clock = armed('2025-02-10 09:00');
    expect(at(paused(clock, '2025-02-10 10:00', '2025-02-10 12:00'), '1 working hour before')).toEqual([
      '2025-02-11 10:00',
    ]);
    expect(at(paused(clock, '2025-02-10 16:30', '2025-02-11 12:00'), '1 working hour before')).toEqual([]);
  });

  test('rings at once when a pause over the night has brought the deadline nearer than that', () => {
    // Due Tue 09:30, so the warning was for 08:30; from Tue 09:00 on half an hour is left.
    const clock = armed('2025-02-10 09:30');
    expect(at(clock, '1 hour before')).toEqual(['2025-02-11 08:30']);
    expect(at(paused(clock, '2025-02-10 17:00', '2025-02-11 09:00'), '1 hour before')).toEqual([
      '2025-02-11 09:00',
    ]);
  });

  test('rings at once after a change of rule that brought the deadline nearer than that', () => {
    const slow = ruleOf({ ...centaur, calendars }, 'reaction', 'basic', 'low');
    const clock = retargetClock(
      armClock(slow, moscow('2025-02-10 09:00'), calendars),
      eightHours,
      moscow('2025-02-10 16:30'),
      'priority',
      calendars,
    );
    expect(at(clock, '1 working hour before', '10 minutes before')).toEqual([
      '2025-02-10 16:30',
      '2025-02-10 16:50',
    ]);
  });

  test('is not told of a missed, paused or endless clock', () => {
    const clock = armed('2025-02-10 09:00');
    expect(at(breachClock(clock, moscow('2025-02-10 18:00')), '1 hour before')).toEqual([]);
    expect(at(pauseClock(clock, moscow('2025-02-10 10:00'), 'x', calendars), '1 hour before')).toEqual([]);
    expect(at({ ...clock, dueAt: null }, '1 hour before', '50%')).toEqual([]);
  });
});

describe('a mark', () => {
  const marks: readonly WarningMark[] = [
    { fraction: 0.5 },
    { before: { ms: 3_600_000, measure: 'working-time' } },
    { before: { ms: 3_600_000, measure: 'elapsed' } },
  ];

  test('is known by its key, and is read back from it', () => {
    for (const one of marks) {
      expect(warningOfKey(warningKey(one))).toEqual(one);
      expect(marks.filter((other) => sameMark(one, other))).toEqual([one]);
      expect(markOf(Object.assign({ at: 1 }, one))).toEqual(one);
    }
    expect(warningKey({ fraction: 0.8 })).toBe('0.8');
  });

  test('is told in words', () => {
    expect(marks.map((one) => warningWords(one, 'ru'))).toEqual([
      'израсходовано 50 % срока',
      'до срока 1 час рабочего времени',
      'до срока 1 час',
    ]);
    expect(marks.map((one) => warningWords(one, 'en'))).toEqual([
      '50% of the time is used',
      '1 hour of working time before the deadline',
      '1 hour before the deadline',
    ]);
  });
});
