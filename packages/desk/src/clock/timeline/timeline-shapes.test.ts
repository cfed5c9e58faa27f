import { describe, expect, test } from 'vitest';
import { instant } from '@reglament/working-time';
import type { BandKind } from './timeline-pieces.ts';
import {
  isPatterned,
  markShape,
  shareOfWidth,
  tickRow,
  TIMELINE_ROWS,
  timelineHeight,
} from './timeline-shapes.ts';
import type { MarkKind, Timeline } from './timeline.ts';

const WIDTH = 300;
const mark = (kind: MarkKind, x: number) => ({ kind, x, at: instant(0) });
const withTicks = (...kinds: readonly Timeline['ticks'][number]['kind'][]): Timeline => ({
  width: WIDTH,
  bands: [],
  marks: [],
  ticks: kinds.map((kind) => ({ kind, at: instant(0), x: 0 })),
});

test('a pattern lies over what is past the deadline and what stands', () => {
  const kinds: readonly BandKind[] = [
    'worked',
    'planned',
    'moved',
    'late',
    'paused',
    'stopped',
    'unused',
    'expected',
    'unknown',
    'closed',
  ];
  expect(kinds.filter(isPatterned)).toEqual(['moved', 'late', 'paused', 'stopped']);
});

describe('below the track', () => {
  test('hours stand in the first row, dates in the second', () => {
    const both = withTicks('date', 'time');
    expect(tickRow(both, 'time')).toBe(TIMELINE_ROWS.firstTick);
    expect(tickRow(both, 'date')).toBe(TIMELINE_ROWS.secondTick);
    expect(timelineHeight(both)).toBe(TIMELINE_ROWS.secondTick + 4);
  });

  test.each(['date', 'month', 'year'] as const)('without hours a %s stands in the first', (kind) => {
    expect(tickRow(withTicks(kind), kind)).toBe(TIMELINE_ROWS.firstTick);
    expect(timelineHeight(withTicks(kind))).toBe(TIMELINE_ROWS.firstTick + 4);
  });

  test('so it does where there are only hours, and where there is nothing', () => {
    expect(tickRow(withTicks('time'), 'time')).toBe(TIMELINE_ROWS.firstTick);
    expect(timelineHeight(withTicks())).toBe(TIMELINE_ROWS.firstTick + 4);
  });
});

describe('marks', () => {
  const kinds: readonly MarkKind[] = ['now', 'warning', 'change', 'breach', 'reopen', 'due', 'stop'];

  test('are told apart by their shapes; a start has none', () => {
    const shapes = kinds.map((kind) => markShape(mark(kind, 100), WIDTH));
    expect(new Set(shapes).size).toBe(kinds.length);
    expect(shapes.every((shape) => /^M-?[\d.]/.test(shape))).toBe(true);
    expect(markShape(mark('start', 100), WIDTH)).toBe('');
  });

  test.each(['due', 'missed'] as const)('%s is a flag that turns round at the very end', (kind) => {
    const flag = markShape(mark(kind, 100), WIDTH);
    expect(flag).toContain('H9');
    expect(markShape(mark(kind, WIDTH - 12), WIDTH)).toBe(flag);
    expect(markShape(mark(kind, WIDTH - 11.9), WIDTH)).toContain('H-9');
  });

  test('no other turns', () => {
    for (const kind of kinds.filter((one) => one !== 'due'))
      expect(markShape(mark(kind, WIDTH), WIDTH)).toBe(markShape(mark(kind, 0), WIDTH));
  });
});

test.each([
  [0, '0%'],
  [75, '25%'],
  [100, '33.33%'],
  [200, '66.67%'],
  [300, '100%'],
])('%d of 300 is a share of %s', (x, share) => {
  expect(shareOfWidth(x, WIDTH)).toBe(share);
});
