import { expect, test } from 'vitest';
import { moscow, shipped } from '../test/shipped-regulations.ts';
import { openingsOf } from './openings.ts';

const at = (desk: string, packageId: string, time: string) => {
  const { regulation, calendars } = shipped(desk);
  return openingsOf(regulation, calendars, packageId, moscow(time));
};

test('one for each schedule of the package, each with the priorities that go by it', () => {
  // A Saturday: the office is shut, the line for the first two priorities is not.
  expect(at('flat', '24x7', '2025-02-08 12:00')).toEqual([
    { isOpen: true, opensAt: null, priorities: ['1', '2'] },
    { isOpen: false, opensAt: moscow('2025-02-10 09:00'), priorities: null },
  ]);
});

test('the minute of opening is open, the one before tells it', () => {
  expect(at('alteroffice', 'basic', '2025-02-10 08:00')).toMatchObject([{ isOpen: true, opensAt: null }]);
  expect(at('alteroffice', 'basic', '2025-02-10 07:59')).toMatchObject([
    { isOpen: false, opensAt: moscow('2025-02-10 08:00') },
  ]);
});

test('a package that the text does not have has none', () => {
  expect(at('flat', 'none', '2025-02-08 12:00')).toEqual([]);
});
