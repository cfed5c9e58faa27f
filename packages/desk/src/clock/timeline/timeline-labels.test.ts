import { parseTimeZone } from '@reglament/working-time';
import { describe, expect, test } from 'vitest';
import { moscow } from '../../test/shipped-regulations.ts';
import { timelineLabels } from './timeline-labels.ts';
import type { MarkKind, Timeline, TimelineBand, TimelineMark } from './timeline.ts';

const zone = parseTimeZone('Europe/Moscow');
if (zone === null) throw new Error('no Moscow');

const mark = (kind: MarkKind, at: string, x: number): TimelineMark => ({ kind, at: moscow(at), x });
const band = (from: string, to: string): TimelineBand => ({
  kind: 'planned',
  from: moscow(from),
  to: moscow(to),
  x: 0,
  width: 300,
  workedMs: 0,
  count: 1,
  isShort: false,
});
const picture = (
  marks: readonly TimelineMark[],
  width = 300,
  bands = [band('2026-11-20 09:00', '2026-11-23 17:00')],
): Timeline => ({
  width,
  bands,
  marks,
  ticks: [],
});
const texts = (timeline: Timeline, language: 'ru' | 'en' = 'ru'): readonly string[] =>
  timelineLabels(timeline, zone, language).map(({ text }) => text);

/** Nineteen letters, so 121.6 wide. */
const due = (x: number): TimelineMark => mark('due', '2026-11-23 16:30', x);

describe('words above a picture', () => {
  test('name deadline, stop and now, no other mark', () => {
    const kinds: readonly MarkKind[] = ['start', 'warning', 'change', 'breach', 'reopen', 'stop', 'due'];
    const marks = kinds.map((kind, index) => mark(kind, '2026-11-23 16:30', 100 + 150 * index));
    expect(texts(picture(marks, 1200))).toEqual(['срок пн 23.11 16:30', 'выполнено пн 23.11 16:30']);
    expect(texts(picture([mark('now', '2026-11-23 16:30', 100)]))).toEqual(['сейчас']);
    expect(texts(picture([mark('missed', '2026-11-23 16:30', 150)]), 'en')).toEqual([
      'missed Mon 23 Nov 16:30',
    ]);
  });

  test('tell the end of a day as its 24:00, the start of the next as 00:00', () => {
    expect(texts(picture([mark('due', '2026-11-24 00:00', 150)]))).toEqual(['срок пн 23.11 24:00']);
    expect(texts(picture([mark('stop', '2026-11-24 00:00', 150)]))).toEqual(['выполнено вт 24.11 00:00']);
  });

  test('tell the year from half a year on', () => {
    const half = [band('2026-11-23 00:00', '2026-11-24 00:00'), band('2026-11-24 00:00', '2027-05-25 00:00')];
    expect(texts(picture([due(150)], 300, half))).toEqual(['срок пн 23.11 16:30']);
    const more = [band('2026-11-23 00:00', '2026-11-24 00:00'), band('2026-11-24 00:00', '2027-05-25 00:01')];
    expect(texts(picture([due(150)], 300, more))).toEqual(['срок пн 23.11.2026 16:30']);
    expect(texts(picture([due(150)], 300, []))).toEqual(['срок пн 23.11 16:30']);
  });
});

describe('a label stands', () => {
  const LENGTH = 19 * 6.4;
  const placed = (x: number, width = 300): readonly (number | string)[] =>
    timelineLabels(picture([due(x)], width), zone, 'ru').flatMap(({ x: at, anchor }) => [anchor, at]);

  test.each([
    ['over its mark', 150, ['middle', 150]],
    ['over its mark, just at the start', LENGTH / 2, ['middle', LENGTH / 2]],
    ['over its mark, just at the end', 300 - LENGTH / 2, ['middle', 300 - LENGTH / 2]],
    ['from its mark on, near the start', LENGTH / 2 - 0.1, ['start', LENGTH / 2 - 0.1]],
    ['from its mark on, at the start', 0, ['start', 0]],
    ['up to its mark, near the end', 300 - LENGTH / 2 + 0.1, ['end', 300 - LENGTH / 2 + 0.1]],
    ['up to its mark, at the end', 300, ['end', 300]],
  ])('%s', (_, x, expected) => {
    expect(placed(x)).toEqual(expected);
  });

  test.each([
    ['where it would run over the end', 20, LENGTH + 19],
    ['where it would run over the start', LENGTH - 1, LENGTH],
  ])('from the start on, %s', (_, x, width) => {
    expect(placed(x, width)).toEqual(['start', 0]);
  });

  test('from its mark on where it just fits', () => {
    expect(placed(20, LENGTH + 20)).toEqual(['start', 20]);
  });

  test('up to its mark where it just fits', () => {
    expect(placed(LENGTH, LENGTH + 1)).toEqual(['end', LENGTH]);
  });

  // 'сейчас' is 38.4 wide.
  test.each([
    ['left out where it would touch a more important one', 150 + LENGTH / 2 + 8 + 19.1, 1],
    ['kept with a gap between', 150 + LENGTH / 2 + 8 + 19.3, 2],
    ['left out before it as well', 150 - LENGTH / 2 - 8 - 19.1, 1],
    ['kept before it with a gap', 150 - LENGTH / 2 - 8 - 19.3, 2],
  ])('%s', (_, x, count) => {
    const marks = [mark('now', '2026-11-23 12:00', x), due(150)];
    expect(texts(picture(marks))).toHaveLength(count);
    expect(texts(picture(marks))[0]).toBe('срок пн 23.11 16:30');
  });

  test.each([
    ['that begins at its mark', 0, LENGTH + 8 + 19.1, 1],
    ['that begins at its mark, kept', 0, LENGTH + 8 + 19.3, 2],
    ['that ends at its mark', 300, 300 - LENGTH - 8 - 19.1, 1],
    ['that ends at its mark, kept', 300, 300 - LENGTH - 8 - 19.3, 2],
  ])('so it is beside one %s', (_, at, x, count) => {
    expect(texts(picture([mark('now', '2026-11-23 12:00', x), due(at)]))).toHaveLength(count);
  });
});
