import { instant } from '@reglament/working-time';
import { describe, expect, test } from 'vitest';
import { moscow, shipped } from '../../test/shipped-regulations.ts';
import { toldLives } from '../test/told-lives.ts';
import type { BandKind } from './timeline-pieces.ts';
import { bandName, bandWords, markWords, tickWords, timelineTitle } from './timeline-words.ts';
import type { MarkKind, TimelineBand } from './timeline.ts';

const LANGUAGES = ['ru', 'en'] as const;
const { zone } = shipped('centaur').regulation;
const HOUR = 3_600_000;

const band = (kind: BandKind, from: string, to: string, count = 1): TimelineBand => ({
  kind,
  from: moscow(from),
  to: moscow(to),
  x: 0,
  width: 1,
  workedMs: 2 * HOUR,
  count,
  isShort: false,
});

describe('a band in words', () => {
  test.each([
    ['worked', 'учтено', 'counted'],
    ['planned', 'осталось', 'left'],
    ['moved', 'до открытия', 'until the opening'],
    ['late', 'сверх срока', 'past the deadline'],
    ['paused', 'пауза', 'paused'],
    ['stopped', 'завершена', 'finished'],
    ['unused', 'не понадобилось', 'not needed'],
    ['expected', 'осталось, если продолжить сейчас', 'left if it went on now'],
    ['unknown', 'по прежнему правилу', 'by an earlier rule'],
    ['closed', 'закрыто', 'closed'],
  ] as const)('%s', (kind, ru, en) => {
    expect(LANGUAGES.map((language) => bandName(kind, language))).toEqual([ru, en]);
  });

  const told = (one: TimelineBand): readonly string[] =>
    LANGUAGES.map((language) => bandWords(one, zone, language));

  test('with what it holds', () => {
    expect(told(band('worked', '2026-11-23 09:00', '2026-11-23 11:00'))).toEqual([
      'пн 23.11.2026 09:00–11:00: учтено, 2 часа',
      'Mon 23 Nov 2026 09:00–11:00: counted, 2 hours',
    ]);
  });

  test('and of how many stretches', () => {
    expect(told(band('late', '2026-11-23 09:00', '2026-11-24 11:00', 2))).toEqual([
      'пн 23.11.2026 09:00 – вт 24.11.2026 11:00: сверх срока, 2 часа, 2 отрезка',
      'Mon 23 Nov 2026 09:00 – Tue 24 Nov 2026 11:00: past the deadline, 2 hours, 2 stretches',
    ]);
  });

  test('to the end of its day', () => {
    expect(told(band('planned', '2026-11-23 22:00', '2026-11-24 00:00'))).toEqual([
      'пн 23.11.2026 22:00–24:00: осталось, 2 часа',
      'Mon 23 Nov 2026 22:00–24:00: left, 2 hours',
    ]);
  });

  test.each(['paused', 'stopped'] as const)('%s, with what was not counted', (kind) => {
    expect(told(band(kind, '2026-11-23 09:00', '2026-11-23 11:00'))).toEqual([
      `пн 23.11.2026 09:00–11:00: ${bandName(kind, 'ru')}, не учтено 2 часа`,
      `Mon 23 Nov 2026 09:00–11:00: ${bandName(kind, 'en')}, 2 hours not counted`,
    ]);
  });

  test('closed, with nothing', () => {
    expect(told(band('closed', '2026-11-23 17:00', '2026-11-24 09:00'))).toEqual([
      'пн 23.11.2026 17:00 – вт 24.11.2026 09:00: закрыто',
      'Mon 23 Nov 2026 17:00 – Tue 24 Nov 2026 09:00: closed',
    ]);
  });
});

describe('a mark in words: an end of a day ends it, all else begins the next', () => {
  const midnight = moscow('2026-11-24 00:00');
  test.each<readonly [MarkKind, string, string]>([
    ['start', 'начало: вт 24.11.2026 00:00', 'start: Tue 24 Nov 2026 00:00'],
    ['warning', 'предупреждение: вт 24.11.2026 00:00', 'warning: Tue 24 Nov 2026 00:00'],
    ['change', 'изменение правила: вт 24.11.2026 00:00', 'change of rule: Tue 24 Nov 2026 00:00'],
    ['breach', 'первое нарушение: пн 23.11.2026 24:00', 'first miss: Mon 23 Nov 2026 24:00'],
    ['reopen', 'возобновлено: вт 24.11.2026 00:00', 'reopened: Tue 24 Nov 2026 00:00'],
    ['due', 'срок: пн 23.11.2026 24:00', 'due: Mon 23 Nov 2026 24:00'],
    ['missed', 'срок нарушен: пн 23.11.2026 24:00', 'missed: Mon 23 Nov 2026 24:00'],
    ['stop', 'выполнено: вт 24.11.2026 00:00', 'done: Tue 24 Nov 2026 00:00'],
    ['now', 'сейчас: вт 24.11.2026 00:00', 'now: Tue 24 Nov 2026 00:00'],
  ])('%s', (kind, ru, en) => {
    const mark = { kind, at: midnight, x: 0 };
    expect(LANGUAGES.map((language) => markWords(mark, zone, language))).toEqual([ru, en]);
  });
});

test.each([
  ['time', undefined, '09:05', '09:05'],
  ['date', undefined, 'пн 23.11', 'Mon 23/11'],
  ['date', true, 'пн', 'Mon'],
  ['month', undefined, 'ноя 2026', 'Nov 2026'],
  ['year', undefined, '2026', '2026'],
] as const)('a tick: %s, short: %s', (kind, isShort, ru, en) => {
  const at = instant(moscow('2026-11-23 09:05') + 30_000);
  const tick = { kind, at, x: 0, ...(isShort === undefined ? {} : { isShort }) };
  expect(LANGUAGES.map((language) => tickWords(tick, zone, language))).toEqual([ru, en]);
});

describe('the picture in one sentence', () => {
  test.each([
    [
      'done in time',
      'Реакция, шкала времени: обещано 8 рабочих часов, учтено 5 часов рабочего времени, выполнено в срок пт 20.11.2026 15:00.',
      'Reaction, timeline: promised 8 working hours, counted 5 hours of working time, done in time Fri 20 Nov 2026 15:00.',
    ],
    [
      'done late',
      'Реакция, шкала времени: обещано 8 рабочих часов, учтено 10 часов рабочего времени, выполнено с опозданием пн 23.11.2026 12:00.',
      'Reaction, timeline: promised 8 working hours, counted 10 hours of working time, done late Mon 23 Nov 2026 12:00.',
    ],
    [
      'stands',
      'Реакция, шкала времени: обещано 8 рабочих часов, учтено 2 часа 30 минут рабочего времени, отсчёт стоит.',
      'Reaction, timeline: promised 8 working hours, counted 2 hours 30 minutes of working time, the clock stands.',
    ],
    [
      'never opens',
      'Реакция, шкала времени: обещано 8 рабочих часов, учтено 0 минут рабочего времени, срока нет.',
      'Reaction, timeline: promised 8 working hours, counted 0 minutes of working time, no deadline.',
    ],
    [
      'missed',
      'Реакция, шкала времени: обещано 8 рабочих часов, учтено 10 часов рабочего времени, срок прошёл пн 23.11.2026 10:00.',
      'Reaction, timeline: promised 8 working hours, counted 10 hours of working time, was due Mon 23 Nov 2026 10:00.',
    ],
    [
      'calendar days',
      'Реакция, шкала времени: обещано 3 календарных дня, учтено 0 минут, срок пн 23.11.2026 24:00.',
      'Reaction, timeline: promised 3 calendar days, counted 0 minutes, due Mon 23 Nov 2026 24:00.',
    ],
  ])('%s', (name, ru, en) => {
    const trace = toldLives[name]?.();
    if (trace === undefined) throw new Error(name);
    expect([timelineTitle(trace, 'Реакция', 'ru'), timelineTitle(trace, 'Reaction', 'en')]).toEqual([ru, en]);
  });

  test('a deadline that a change put into the past is over at that instant', () => {
    const trace = toldLives['plain hours']?.();
    if (trace === undefined || trace.dueAt === null) throw new Error('no deadline');
    const title = timelineTitle({ ...trace, at: trace.dueAt, breachedAt: trace.dueAt }, 'Reaction', 'en');
    expect(title.split(', ').at(-1)).toBe('was due Sat 21 Nov 2026 16:00.');
  });

  test('at the deadline it is not over yet, a moment later it is', () => {
    const trace = toldLives['plain hours']?.();
    if (trace === undefined || trace.dueAt === null) throw new Error('no deadline');
    const { dueAt } = trace;
    const end = (at: number): string | undefined =>
      timelineTitle({ ...trace, at: instant(at) }, 'Reaction', 'en')
        .split(', ')
        .at(-1);
    expect(end(dueAt)).toBe('due Sat 21 Nov 2026 16:00.');
    expect(end(dueAt + 1)).toBe('was due Sat 21 Nov 2026 16:00.');
  });
});
