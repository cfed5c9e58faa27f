import { compileSchedule, parseTimeZone, type Schedule, type TimeZoneId } from '@reglament/working-time';
import { describe, expect, it } from 'vitest';
import { en } from '../i18n/en.ts';
import { ru } from '../i18n/ru.ts';
import { remaining, spanWords } from './countdown.ts';

const zone = parseTimeZone('Europe/Moscow') as TimeZoneId;
const office: Schedule = {
  zone,
  week: {
    1: [['09:00', '17:00']],
    2: [['09:00', '17:00']],
    3: [['09:00', '17:00']],
    4: [['09:00', '17:00']],
    5: [['09:00', '17:00']],
  },
  exceptions: {},
};
const calendar = compileSchedule(office);
const at = (text: string) => Date.parse(`${text}+03:00`);
const MINUTE = 60_000;

describe('remaining', () => {
  it('counts working time over a weekend as the clock does', () => {
    const left = remaining(at('2026-11-20T16:00'), at('2026-11-23T12:00'), calendar);
    expect(left).toEqual({
      ms: 4 * 60 * MINUTE,
      isPlain: false,
      overdue: false,
      standing: false,
      urgency: 'calm',
    });
  });

  it('stands still while the desk is closed', () => {
    const evening = remaining(at('2026-11-20T17:30'), at('2026-11-23T12:00'), calendar);
    const sunday = remaining(at('2026-11-22T11:00'), at('2026-11-23T12:00'), calendar);
    expect(evening.ms).toBe(sunday.ms);
    expect([evening.standing, sunday.standing]).toEqual([true, true]);
  });

  it('counts plain hours to a deadline at the very opening, which has no working time before it', () => {
    const left = remaining(at('2026-11-21T09:00'), at('2026-11-23T09:00'), calendar);
    expect(left).toEqual({
      ms: 48 * 60 * MINUTE,
      isPlain: true,
      overdue: false,
      standing: true,
      urgency: 'calm',
    });
  });

  it('counts plain hours without a calendar', () => {
    expect(remaining(at('2026-11-20T16:00'), at('2026-11-23T12:00'), null).ms).toBe(68 * 60 * MINUTE);
  });

  it.each([
    ['a minute before the last hour', '2026-11-20T10:59', 'calm'],
    ['at the last hour', '2026-11-20T11:00', 'soon'],
    ['a minute before the deadline', '2026-11-20T11:59', 'soon'],
    ['at the deadline', '2026-11-20T12:00', 'overdue'],
    ['after it', '2026-11-20T12:01', 'overdue'],
  ])('is told apart by colour %s', (_, now, urgency) => {
    expect(remaining(at(now), at('2026-11-20T12:00'), calendar).urgency).toBe(urgency);
  });

  it('counts what is overdue in working time, too', () => {
    const late = remaining(at('2026-11-23T10:00'), at('2026-11-20T16:00'), calendar);
    expect(late).toMatchObject({ ms: 2 * 60 * MINUTE, overdue: true });
  });
});

describe('spanWords', () => {
  it.each([
    [0, false, 'меньше минуты'],
    [MINUTE - 1, false, 'меньше минуты'],
    [MINUTE, false, '1 мин'],
    [60 * MINUTE, false, '1 ч'],
    [330 * MINUTE, true, '5 ч 30 мин'],
    [(24 * 60 + 61) * MINUTE, false, '1 дн. 1 ч'],
    [(24 * 60 + 61) * MINUTE, true, '25 ч 1 мин'],
    [48 * 60 * MINUTE, false, '2 дн.'],
    [100.5 * 60 * MINUTE, true, '100 ч'],
  ])('says %d ms (working time: %s) as "%s"', (ms, isWorkingTime, words) => {
    expect(spanWords(ms, ru.time, isWorkingTime)).toBe(words);
  });

  it('speaks English', () => {
    expect(spanWords(330 * MINUTE, en.time, true)).toBe('5 h 30 min');
  });
});
