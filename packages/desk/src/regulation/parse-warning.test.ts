import { describe, expect, test } from 'vitest';
import { inOrder, parseWarning } from './parse-warning.ts';

describe('when people are warned', () => {
  test.each([
    ['80%', { fraction: 0.8 }],
    ['5%', { fraction: 0.05 }],
    ['1 hour before', { before: { ms: 3_600_000, measure: 'elapsed' } }],
    ['30 minutes before', { before: { ms: 1_800_000, measure: 'elapsed' } }],
    ['1.5 working hours before', { before: { ms: 5_400_000, measure: 'working-time' } }],
  ])('%s', (text, mark) => {
    expect(parseWarning(text)).toEqual(mark);
  });

  test.each([
    '',
    '0%',
    '100%',
    '05%',
    '50',
    '1 hour',
    'before',
    '0 hours before',
    '1 day before',
    '1 working day before',
    '1 hour after',
    '-1 hours before',
    '8 hours, then next opening before',
  ])('%j can’t be read', (text) => {
    expect(parseWarning(text)).toBeNull();
  });

  test.each([
    [['50%', '80%', '2 working hours before', '1 working hour before', '3 hours before'], true],
    [['2 hours before', '50%', '1 hour before', '80%'], true],
    [['80%', '50%'], false],
    [['50%', '50%'], false],
    [['1 hour before', '2 hours before'], false],
    [['1 working hour before', '1 working hour before'], false],
  ])('%j in order: %s', (texts, expected) => {
    expect(inOrder(texts.map(parseWarning).filter((mark) => mark !== null))).toBe(expected);
  });
});
