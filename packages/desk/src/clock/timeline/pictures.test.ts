import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { moscow, ruleOf, shipped } from '../../test/shipped-regulations.ts';
import type { Target } from '../../regulation/regulation.ts';
import { countTrace } from '../explain/count-trace.ts';
import type { CountedTrace } from '../explain/trace.ts';
import { armClock } from '../run-clock.ts';
import { drawnPicture, partWay } from '../test/drawn-picture.ts';
import { toldLives } from '../test/told-lives.ts';

const HOUR = 3_600_000;
const centaur = shipped('centaur');
const medium = ruleOf(centaur, 'reaction', 'basic', 'medium');

/** Told at its start, Friday 20 November 2026, 10:00. */
const promised = (target: Target) => (): CountedTrace => {
  const clock = armClock({ ...medium, target }, moscow('2026-11-20 10:00'), centaur.calendars);
  return countTrace(clock, () => centaur.calendars, clock.since, []);
};
const dated = (at: string) => promised({ kind: 'agreed-date', at: moscow(at), pausesMoveIt: false });
const hours = (count: number) => promised({ kind: 'working-time', ms: count * HOUR });
const plain = (count: number) => promised({ kind: 'elapsed', ms: count * HOUR, outsideHours: 'keep' });

const lives: Readonly<Record<string, () => CountedTrace>> = {
  ...Object.fromEntries(
    Object.entries(toldLives).filter(
      ([name]) => !name.startsWith('begun') && !name.endsWith('not known any more'),
    ),
  ),
  'a quarter of an hour': hours(0.25),
  'two days of work': hours(12),
  'three days of work': hours(20),
  'four days of work': hours(28),
  'many days of work': hours(160),
  'more days of work than have room': hours(1200),
  'ninety days of work': hours(90 * 8),
  'an hour': plain(1),
  'three days': plain(72),
  'seventy-five days': plain(75 * 24),
  'seventy-six days': plain(76 * 24),
  'three years': plain(36 * 30 * 24),
  'more than three years': plain(36 * 30 * 24 + 1),
  'a date in a week': dated('2026-11-27 10:00'),
  'a date in two months': dated('2027-01-20 10:00'),
  'a date in half a year': dated('2027-05-20 10:00'),
  'a date in ten years': dated('2036-11-20 10:00'),
};

/** A life, then its bands, marks and ticks: as it is, small; and later, wide. */
const written = new Map(
  readFileSync(new URL('../test/pictures.txt', import.meta.url), 'utf8')
    .trimEnd()
    .split('\n\n')
    .map((part): [string, readonly string[]] => {
      const [name = '', ...lines] = part.split('\n');
      return [name.replace('== ', ''), lines];
    }),
);

const drawn = (trace: CountedTrace): readonly string[] => {
  const later = partWay(trace, 0.6);
  return [...drawnPicture(trace, trace.at, 300), ...drawnPicture({ ...trace, at: later }, later, 640)];
};

describe('the picture of', () => {
  test.each(Object.entries(lives))('%s', (name, life) => {
    expect(drawn(life())).toEqual(written.get(name));
  });

  test('a promise that nobody has asked for yet has no now', () => {
    const trace = hours(8)();
    expect(drawnPicture(trace, null, 300)[1]).toBe('start 0, due 300');
  });
});

test('pictures are written down for no other clocks', () => {
  expect([...written.keys()]).toEqual(Object.keys(lives));
});
