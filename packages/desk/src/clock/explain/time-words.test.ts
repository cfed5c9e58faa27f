import { instant } from '@reglament/working-time';
import { describe, expect, test } from 'vitest';
import type { Target } from '../../regulation/regulation.ts';
import { moscow } from '../../test/shipped-regulations.ts';
import {
  countWords,
  dateWords,
  durationWords,
  endInstantWords,
  instantWords,
  monthWords,
  narrowDateWords,
  shortDateWords,
  shortMonthWords,
  shortTimeWords,
  targetWords,
  timeWords,
} from './time-words.ts';

type Zone = Parameters<typeof timeWords>[0];
type Date = Parameters<typeof dateWords>[0];
const zone = 'Europe/Moscow' as Zone;
const date = (text: string): Date => text as Date;
const LANGUAGES = ['ru', 'en'] as const;
const minute = 60_000;
const hour = 60 * minute;

describe('a date', () => {
  test.each([
    ['2026-11-23', 'пн 23.11.2026', 'Mon 23 Nov 2026', 'пн 23.11', 'Mon 23 Nov', 'Mon 23/11'],
    ['2026-01-06', 'вт 06.01.2026', 'Tue 6 Jan 2026', 'вт 06.01', 'Tue 6 Jan', 'Tue 06/01'],
    ['2026-12-02', 'ср 02.12.2026', 'Wed 2 Dec 2026', 'ср 02.12', 'Wed 2 Dec', 'Wed 02/12'],
  ])('%s', (text, ru, en, shortRu, shortEn, narrowEn) => {
    const day = date(text);
    expect(LANGUAGES.map((language) => dateWords(day, language))).toEqual([ru, en]);
    expect(LANGUAGES.map((language) => shortDateWords(day, language))).toEqual([shortRu, shortEn]);
    expect(LANGUAGES.map((language) => narrowDateWords(day, language))).toEqual([shortRu, narrowEn]);
  });

  test('of each weekday', () => {
    const week = ['23', '24', '25', '26', '27', '28', '29'].map((day) => date(`2026-11-${day}`));
    expect(week.map((day) => dateWords(day, 'ru').split(' ')[0])).toEqual([
      'пн',
      'вт',
      'ср',
      'чт',
      'пт',
      'сб',
      'вс',
    ]);
    expect(week.map((day) => dateWords(day, 'en').split(' ')[0])).toEqual([
      'Mon',
      'Tue',
      'Wed',
      'Thu',
      'Fri',
      'Sat',
      'Sun',
    ]);
  });
});

describe('a month', () => {
  const months = Array.from({ length: 12 }, (_, index) => `2026-${String(index + 1).padStart(2, '0')}`);

  test('by its name, as the calendar has it', () => {
    for (const language of LANGUAGES) {
      const format = new Intl.DateTimeFormat(language, { month: 'long', timeZone: 'UTC' });
      expect(months.map((name) => monthWords(name, language))).toEqual(
        months.map((name) => `${format.format(Date.parse(`${name}-01`))} 2026`),
      );
    }
  });

  test('in short', () => {
    expect(months.map((name) => shortMonthWords(name, 'ru')).join(', ')).toBe(
      'янв 2026, фев 2026, мар 2026, апр 2026, май 2026, июн 2026, июл 2026, авг 2026, сен 2026, окт 2026, ноя 2026, дек 2026',
    );
    expect(months.map((name) => shortMonthWords(name, 'en')).join(', ')).toBe(
      'Jan 2026, Feb 2026, Mar 2026, Apr 2026, May 2026, Jun 2026, Jul 2026, Aug 2026, Sep 2026, Oct 2026, Nov 2026, Dec 2026',
    );
  });

  test('a year alone stays as it is', () => {
    expect(LANGUAGES.map((language) => monthWords('2026', language))).toEqual(['2026', '2026']);
  });
});

describe('a time', () => {
  const seconds = instant(moscow('2026-11-23 09:05') + 7000);

  test('with its seconds when there are any, or without', () => {
    expect(timeWords(zone, seconds)).toBe('09:05:07');
    expect(timeWords(zone, moscow('2026-11-23 09:05'))).toBe('09:05');
    expect(shortTimeWords(zone, seconds)).toBe('09:05');
  });

  test('with its date', () => {
    expect(LANGUAGES.map((language) => instantWords(zone, seconds, language))).toEqual([
      'пн 23.11.2026 09:05:07',
      'Mon 23 Nov 2026 09:05:07',
    ]);
  });

  test.each([
    ['2026-11-23 00:00', 0, 'вс 22.11.2026 24:00'],
    ['2026-11-23 00:01', 0, 'пн 23.11.2026 00:01'],
    ['2026-11-23 00:00', 1000, 'пн 23.11.2026 00:00:01'],
    ['2026-11-23 10:00', 0, 'пн 23.11.2026 10:00'],
  ])('as an end, %s and %d ms', (at, ms, words) => {
    expect(endInstantWords(zone, instant(moscow(at) + ms), 'ru')).toBe(words);
  });

  test('the first instant of all ends no day', () => {
    expect(endInstantWords('UTC' as Zone, instant(0), 'ru')).toBe('чт 01.01.1970 00:00');
  });
});

test('counted things, in the forms of each language', () => {
  const units = [
    'hour',
    'minute',
    'second',
    'working-hour',
    'working-minute',
    'working-day',
    'calendar-day',
    'day',
    'month',
    'year',
    'stretch',
  ] as const;
  const told = units.map((unit) =>
    [1, 2, 5].map((count) => LANGUAGES.map((language) => countWords(count, unit, language)).join(' / ')),
  );
  expect(told).toEqual([
    ['1 час / 1 hour', '2 часа / 2 hours', '5 часов / 5 hours'],
    ['1 минута / 1 minute', '2 минуты / 2 minutes', '5 минут / 5 minutes'],
    ['1 секунда / 1 second', '2 секунды / 2 seconds', '5 секунд / 5 seconds'],
    [
      '1 рабочий час / 1 working hour',
      '2 рабочих часа / 2 working hours',
      '5 рабочих часов / 5 working hours',
    ],
    [
      '1 рабочая минута / 1 working minute',
      '2 рабочие минуты / 2 working minutes',
      '5 рабочих минут / 5 working minutes',
    ],
    ['1 рабочий день / 1 working day', '2 рабочих дня / 2 working days', '5 рабочих дней / 5 working days'],
    [
      '1 календарный день / 1 calendar day',
      '2 календарных дня / 2 calendar days',
      '5 календарных дней / 5 calendar days',
    ],
    ['1 день / 1 day', '2 дня / 2 days', '5 дней / 5 days'],
    ['1 месяц / 1 month', '2 месяца / 2 months', '5 месяцев / 5 months'],
    ['1 год / 1 year', '2 года / 2 years', '5 лет / 5 years'],
    ['1 отрезок / 1 stretch', '2 отрезка / 2 stretches', '5 отрезков / 5 stretches'],
  ]);
});

test.each([
  [0, '0 минут', '0 minutes'],
  [999, '0 минут', '0 minutes'],
  [1000, '1 секунда', '1 second'],
  [59_999, '59 секунд', '59 seconds'],
  [minute, '1 минута', '1 minute'],
  [hour - 1, '59 минут 59 секунд', '59 minutes 59 seconds'],
  [25 * hour + 2 * minute, '25 часов 2 минуты', '25 hours 2 minutes'],
])('%d ms are a duration', (ms, ru, en) => {
  expect(LANGUAGES.map((language) => durationWords(ms, language))).toEqual([ru, en]);
});

test.each<readonly [Target, string, string]>([
  [{ kind: 'working-time', ms: 2 * hour }, '2 рабочих часа', '2 working hours'],
  [{ kind: 'working-time', ms: hour }, '1 рабочий час', '1 working hour'],
  [{ kind: 'working-time', ms: 59 * minute }, '59 рабочих минут', '59 working minutes'],
  [
    { kind: 'working-time', ms: 61 * minute },
    '1 час 1 минута рабочего времени',
    '1 hour 1 minute of working time',
  ],
  [
    { kind: 'working-time', ms: 90_000 },
    '1 минута 30 секунд рабочего времени',
    '1 minute 30 seconds of working time',
  ],
  [{ kind: 'working-days', days: 2, mode: 'end' }, '2 рабочих дня', '2 working days'],
  [{ kind: 'calendar-days', days: 1 }, '1 календарный день', '1 calendar day'],
  [{ kind: 'elapsed', ms: 36 * hour, outsideHours: 'keep' }, '36 часов', '36 hours'],
  [
    { kind: 'agreed-date', at: moscow('2026-11-23 09:00'), pausesMoveIt: true },
    'согласованная дата',
    'an agreed date',
  ],
  [
    { kind: 'elapsed', ms: 12 * hour, outsideHours: 'next-opening' },
    '12 часов, затем до ближайшего открытия',
    '12 hours, then next opening',
  ],
  [
    { kind: 'elapsed', ms: 12 * hour, outsideHours: 'next-opening', from: 'opening' },
    '12 часов, с открытия, затем до ближайшего открытия',
    '12 hours, from opening, then next opening',
  ],
  [
    { kind: 'working-days', days: 3, mode: 'sameTime' },
    '3 рабочих дня, то же время суток',
    '3 working days, same time',
  ],
  [
    { kind: 'working-days', days: 1, mode: 'end', from: 'opening' },
    '1 рабочий день, с открытия',
    '1 working day, from opening',
  ],
])('the target %j', (target, ru, en) => {
  expect(LANGUAGES.map((language) => targetWords(target, language))).toEqual([ru, en]);
});
