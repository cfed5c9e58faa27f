import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { shipped } from '../../test/shipped-regulations.ts';
import { toldLives } from '../test/told-lives.ts';
import { toldOtherReadings } from '../test/told-other-readings.ts';
import { describeTrace } from './describe-trace.ts';
import type { DeadlineTrace } from './trace-clock.ts';

const centaur = shipped('centaur');

/** What is written down: the name of a life, then each sentence but the rule's, in Russian and in English. */
const written = new Map(
  readFileSync(new URL('../test/told-sentences.txt', import.meta.url), 'utf8')
    .trimEnd()
    .split('\n\n')
    .map((part): [string, readonly string[]] => {
      const [name = '', ...sentences] = part.split('\n');
      return [name.replace('== ', ''), sentences];
    }),
);

const told = { ...toldLives, ...toldOtherReadings };

const isRule = (sentence: string): boolean => /^(Правило|Rule) CN-TIME.*: /.test(sentence);

describe('what is said of a clock', () => {
  test.each(Object.entries(told))('%s', (name, life) => {
    const trace = life();
    const ru = describeTrace(trace, centaur.regulation, 'ru');
    const en = describeTrace(trace, centaur.regulation, 'en');
    expect([...ru, ...en].filter((sentence) => !isRule(sentence))).toEqual(written.get(name));
  });

  test('is written down for no other clocks', () => {
    expect([...written.keys()]).toEqual(Object.keys(told));
  });
});

describe('staff are told the data', () => {
  const life = toldLives['begun by a registration'];
  if (life === undefined) throw new Error('no such life');
  const traced = (own: Partial<DeadlineTrace>): DeadlineTrace => ({
    ...life(),
    calendar: 'ru 2023-2027',
    calendarEdition: 'second',
    timeZoneData: '2026a',
    ...own,
  });
  const sources = (one: DeadlineTrace, language: 'ru' | 'en'): string | undefined =>
    describeTrace(one, centaur.regulation, language, 'staff').at(-1);

  test('regulation, calendar with its edition, zones', () => {
    expect(sources(traced({}), 'ru')).toBe(
      'Источники: регламент в редакции 2024, производственный календарь ru 2023-2027 (редакция second), данные часовых поясов 2026a.',
    );
    expect(sources(traced({}), 'en')).toBe(
      'Sources: regulation, edition 2024, production calendar ru 2023-2027 (edition second), time-zone data 2026a.',
    );
  });

  test('an edition that the calendar’s name ends with is not said twice', () => {
    const expected =
      'Sources: regulation, edition 2024, production calendar ru 2023-2027, time-zone data 2026a.';
    expect(sources(traced({ calendarEdition: '2023-2027' }), 'en')).toBe(expected);
    expect(sources(traced({ calendarEdition: null }), 'en')).toBe(expected);
  });

  test('what is not known is left out', () => {
    const expected = 'Sources: regulation, edition 2024.';
    const bare = { calendar: null, timeZoneData: null };
    expect(sources(traced({ ...bare, calendarEdition: null }), 'en')).toBe(expected);
    expect(sources(traced(bare), 'en')).toBe(expected);
  });

  test('customers are not', () => {
    expect(describeTrace(traced({}), centaur.regulation, 'ru').at(-1)).toBe('Срок: пн 23.11.2026 17:00.');
  });
});
