import { describe, expect, it } from 'vitest';
import { foldActNumber } from './fold-act-number.ts';

describe('SH-P-ACT1: the number of an act', () => {
  it.each(['17/А', ' № 17/а', '#17 / A', '17/Ａ'])('%j is the same as 17/A', (number) => {
    expect(foldActNumber(number)).toBe('17/A');
  });

  it('differs by a letter, a digit or a stroke', () => {
    expect(new Set(['17/А', '17А', '17/Б', '117/А'].map(foldActNumber)).size).toBe(4);
  });
});
