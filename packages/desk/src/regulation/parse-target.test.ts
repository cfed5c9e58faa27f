import { expect, test } from 'vitest';
import { parseTarget } from './parse-target.ts';

const HOUR = 3_600_000;

test.each([
  ['4 working hours', { kind: 'working-time', ms: 4 * HOUR }],
  ['1 working hour', { kind: 'working-time', ms: HOUR }],
  ['0.5 working hours', { kind: 'working-time', ms: HOUR / 2 }],
  ['30 working minutes', { kind: 'working-time', ms: HOUR / 2 }],
  ['48 hours', { kind: 'elapsed', ms: 48 * HOUR, outsideHours: 'keep' }],
  ['48 hours, then next opening', { kind: 'elapsed', ms: 48 * HOUR, outsideHours: 'next-opening' }],
  ['2 working days', { kind: 'working-days', days: 2, mode: 'end' }],
  ['2 working days, same time', { kind: 'working-days', days: 2, mode: 'sameTime' }],
  ['4h', { kind: 'elapsed', ms: 4 * HOUR, outsideHours: 'keep' }],
  ['30min', { kind: 'elapsed', ms: HOUR / 2, outsideHours: 'keep' }],
  ['48h, then next opening', { kind: 'elapsed', ms: 48 * HOUR, outsideHours: 'next-opening' }],
  ['14 calendar days', { kind: 'calendar-days', days: 14 }],
])('"%s" is read', (text, target) => {
  expect(parseTarget(text)).toEqual(target);
});

test.each([
  '',
  '0 hours',
  '4',
  'hours',
  '-4 hours',
  '4  hours',
  '4 days',
  '1.5 working days',
  '4 calendar hours',
  '4 working hours, then next opening',
  '14 calendar days, same time',
  '4wh',
  '2d',
  '4 h',
  '4m',
  '4 working h',
  '4hours',
  '4 working weeks',
  '99999 working days',
  'NaN hours',
  '4 рабочих часа',
])('"%s" is not', (text) => {
  expect(parseTarget(text)).toBeNull();
});
