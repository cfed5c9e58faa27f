import { describe, expect, test } from 'vitest';
import { inMoscow, moscow, ruleOf, shipped } from '../../test/shipped-regulations.ts';
import type { Clock } from '../clock.ts';
import { describeTrace } from './describe-trace.ts';
import { armClock, breachClock, pauseClock, resumeClock, retargetClock, stopClock } from '../run-clock.ts';
import { countWords, durationWords, targetWords } from './time-words.ts';
import { traceClock, type DeadlineTrace } from './trace-clock.ts';

const waiting = 'waiting-for-customer';

const armed = (
  desk: string,
  clock: string,
  packageId: string,
  priority: string | null,
  from: string,
): Clock => {
  const one = shipped(desk);
  return armClock(ruleOf(one, clock, packageId, priority), moscow(from), one.calendars);
};

const trace = (desk: string, clock: Clock, at = clock.since) => {
  const { regulation, calendars } = shipped(desk);
  return traceClock(clock, regulation, calendars, at);
};

const stretchesOf = (told: DeadlineTrace) => told.periods.flatMap(({ stretches }) => stretches);

const words = (desk: string, clock: Clock, language: 'ru' | 'en' = 'ru') =>
  describeTrace(trace(desk, clock), shipped(desk).regulation, language);

describe('a trace', () => {
  test('holds rule, clause, edition, zone, hours and the stretches counted', () => {
    const told = trace('centaur', armed('centaur', 'reaction', 'basic', 'low', '2025-02-07 16:00'));
    expect(told).toMatchObject({
      rule: { clause: 'CN-TIME', edition: '2024', schedule: 'office', priority: 'low' },
      clause: { id: 'CN-TIME' },
      zone: 'Europe/Moscow',
      calendar: 'ru 2023-2027',
      calendarYearMissing: false,
      startedBy: 'receipt',
      movedToOpening: null,
    });
    expect(stretchesOf(told).map(({ date, from, to }) => [date, inMoscow(from), inMoscow(to)])).toEqual([
      ['2025-02-07', '2025-02-07 16:00', '2025-02-07 17:00'],
      ['2025-02-10', '2025-02-10 09:00', '2025-02-10 17:00'],
      ['2025-02-11', '2025-02-11 09:00', '2025-02-11 17:00'],
      ['2025-02-12', '2025-02-12 09:00', '2025-02-12 16:00'],
    ]);
  });

  test('adds up to the target, pauses taken out', () => {
    const { calendars } = shipped('centaur');
    const clock = armed('centaur', 'reaction', 'basic', 'medium', '2025-02-07 16:00');
    const paused = pauseClock(clock, moscow('2025-02-07 16:30'), waiting, calendars);
    const resumed = resumeClock(paused, moscow('2025-02-10 10:00'), calendars);
    const told = trace('centaur', resumed);
    expect(stretchesOf(told).reduce((sum, { workedMs }) => sum + workedMs, 0)).toBe(8 * 3_600_000);
    expect(told.pauses).toEqual([{ ...resumed.pauses[0], workingMs: 1.5 * 3_600_000 }]);
  });

  test('shows a due time that was moved to the opening (R1)', () => {
    const told = trace('alteroffice', armed('alteroffice', 'reaction', 'basic', null, '2025-02-08 07:00'));
    expect([told.movedToOpening?.from, told.movedToOpening?.to].map((at) => inMoscow(at ?? null))).toEqual([
      '2025-02-10 07:00',
      '2025-02-10 08:00',
    ]);
  });

  test('tells when a year used has no approved production calendar', () => {
    const of = (from: string) => trace('centaur', armed('centaur', 'reaction', 'basic', 'medium', from));
    expect(of('2027-12-29 09:00').calendarYearMissing).toBe(false);
    expect(of('2027-12-31 17:30').calendarYearMissing).toBe(true);
    expect(of('2022-12-30 10:00').calendarYearMissing).toBe(true);
    const always = trace('flat', armed('flat', 'reaction', '24x7-plus', '1', '2030-01-01 00:00'));
    expect(always).toMatchObject({ calendar: null, calendarYearMissing: false });
  });

  test('after a change of rule begins at the change and carries what was spent', () => {
    const flat = shipped('flat');
    const office = armed('flat', 'reaction', '8x5', '3', '2025-02-07 17:00');
    const plus = retargetClock(
      office,
      ruleOf(flat, 'reaction', '24x7-plus', '3'),
      moscow('2025-02-08 12:00'),
      'priority',
      flat.calendars,
    );
    const told = trace('flat', plus);
    expect(told.changes).toMatchObject([{ cause: 'priority', spentMs: 3_600_000, breach: 'none' }]);
    expect(told.periods.map(({ workedMs }) => workedMs)).toEqual([3_600_000, 7 * 3_600_000]);
  });
});

describe('in words', () => {
  test('a letter outside the hours, in Russian', () => {
    expect(words('centaur', armed('centaur', 'reaction', 'basic', 'medium', '2026-11-20 20:00'))).toEqual([
      'Обещано: реакция — 8 рабочих часов.',
      'Правило CN-TIME, редакция 2024: Реакция в рабочих часах, базовый/расширенный пакет — критический 4/1, средний 8/4, низкий 24/8.',
      'Часы службы: рабочие дни 09:00-17:00, часовой пояс Europe/Moscow.',
      'Отсчёт с пн 23.11.2026 09:00: обращение получено вне рабочих часов, пт 20.11.2026 20:00.',
      'Считается: пн 23.11.2026 09:00–17:00 (8 часов).',
      'Срок: пн 23.11.2026 17:00.',
    ]);
  });

  test('the same in English', () => {
    expect(
      words('centaur', armed('centaur', 'reaction', 'basic', 'medium', '2026-11-20 20:00'), 'en'),
    ).toEqual([
      'Promised: reaction - 8 working hours.',
      'Rule CN-TIME, edition 2024: Reaction in working hours, basic/extended package - critical 4/1, medium 8/4, low 24/8.',
      'Service hours: working days 09:00-17:00, time zone Europe/Moscow.',
      'Counted from Mon 23 Nov 2026 09:00: the request came outside service hours, Fri 20 Nov 2026 20:00.',
      'Counted: Mon 23 Nov 2026 09:00–17:00 (8 hours).',
      'Due: Mon 23 Nov 2026 17:00.',
    ]);
  });

  test('a pause in working days (R19)', () => {
    const { calendars } = shipped('optima');
    const clock = armed('optima', 'execution', '8x5x4', '2', '2025-02-04 10:00');
    const paused = pauseClock(clock, moscow('2025-02-04 12:00'), waiting, calendars);
    expect(words('optima', paused).slice(-2)).toEqual([
      'Отсчёт стоит с вт 04.02.2025 12:00: ждём ответа клиента.',
      'Осталось 24 часа рабочего времени; срок назовём, когда отсчёт пойдёт снова.',
    ]);
    expect(words('optima', resumeClock(paused, moscow('2025-02-04 15:00'), calendars)).slice(4)).toEqual([
      'Рабочие дни после дня начала: ср 05.02.2025, чт 06.02.2025; без пауз срок был бы чт 06.02.2025 18:00.',
      'Отсчёт стоял с вт 04.02.2025 12:00 до вт 04.02.2025 15:00 (ждали ответа клиента), не учтено 3 часа рабочего времени.',
      'Срок: пт 07.02.2025 12:00.',
    ]);
  });

  test('many days are told in brief', () => {
    expect(words('flat', armed('flat', 'reaction', '8x5', '4', '2025-02-07 17:00'))).toContain(
      'Считается: пт 07.02.2025 17:00–18:00 (1 час), пн 10.02.2025 09:00–18:00 (9 часов), ещё 4 дня, пн 17.02.2025 09:00–11:00 (2 часа).',
    );
  });

  test('a day that is counted to its end ends at 24:00', () => {
    expect(words('flat', armed('flat', 'reaction', '24x7-plus', '3', '2025-02-07 17:00'))).toContain(
      'Считается: пт 07.02.2025 17:00–24:00 (7 часов), сб 08.02.2025 00:00–01:00 (1 час).',
    );
  });

  test.each([
    ['2025-02-10 16:00', 'Выполнено пн 10.02.2025 16:00, в срок; срок был пн 10.02.2025 17:00.'],
    ['2025-02-11 10:00', 'Выполнено вт 11.02.2025 10:00, с опозданием; срок был пн 10.02.2025 17:00.'],
  ])('stopped at %s', (at, sentence) => {
    const clock = armed('centaur', 'reaction', 'basic', 'medium', '2025-02-10 09:00');
    const stopped = stopClock(clock, moscow(at), 'registration-notice', shipped('centaur').calendars);
    expect(words('centaur', stopped).at(-1)).toBe(sentence);
  });

  test('a missed deadline is said to have passed', () => {
    const clock = armed('centaur', 'reaction', 'basic', 'medium', '2025-02-10 09:00');
    expect(words('centaur', breachClock(clock, moscow('2025-02-10 17:01'))).at(-1)).toBe(
      'Срок прошёл пн 10.02.2025 17:00.',
    );
  });

  test.each([
    [1, '1 рабочий час', '1 working hour'],
    [2, '2 рабочих часа', '2 working hours'],
    [5, '5 рабочих часов', '5 working hours'],
    [11, '11 рабочих часов', '11 working hours'],
    [21, '21 рабочий час', '21 working hours'],
    [24, '24 рабочих часа', '24 working hours'],
  ])('plural of %d', (count, ru, en) => {
    expect([countWords(count, 'working-hour', 'ru'), countWords(count, 'working-hour', 'en')]).toEqual([
      ru,
      en,
    ]);
  });

  test('durations and targets', () => {
    expect(durationWords(0, 'ru')).toBe('0 минут');
    expect(durationWords(90 * 60_000 + 1000, 'ru')).toBe('1 час 30 минут 1 секунда');
    expect(targetWords({ kind: 'working-time', ms: 90 * 60_000 }, 'ru')).toBe(
      '1 час 30 минут рабочего времени',
    );
    expect(targetWords({ kind: 'working-days', days: 4, mode: 'end' }, 'ru')).toBe('4 рабочих дня');
    expect(targetWords({ kind: 'calendar-days', days: 14 }, 'ru')).toBe('14 календарных дней');
  });
});
