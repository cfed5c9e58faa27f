import { describe, expect, it } from 'vitest';
import { endpoints } from './endpoints.ts';
import { numberInPath } from './number-in-path.ts';

const ODD = [
  '0x0f',
  '0b11',
  '0o7',
  '1e1',
  '+5',
  '-5',
  ' 5',
  '5 ',
  '05',
  '5.0',
  '5.',
  '٥',
  '５',
  '',
  '0',
  '9007199254740993',
];

describe('a number in an address', () => {
  it.each([
    ['1', 1],
    ['15', 15],
    ['9007199254740991', 9_007_199_254_740_991],
  ])('%s is one', (written, number) => {
    expect(numberInPath.safeParse(written)).toEqual({ success: true, data: number });
  });

  it.each(ODD)('%j is none', (written) => {
    expect(numberInPath.safeParse(written).success).toBe(false);
  });

  it('is written so in every address that has one', () => {
    const numbered = Object.values(endpoints).flatMap(({ path, params }) =>
      Object.entries(params.shape).flatMap(([name, part]) =>
        part.safeParse('1').success && part.safeParse('15').data === 15 ? [{ path, name, part }] : [],
      ),
    );
    expect(numbered.length).toBeGreaterThan(10);
    for (const { path, part } of numbered)
      expect([path, ODD.filter((written) => part.safeParse(written).success)]).toEqual([path, []]);
  });
});
