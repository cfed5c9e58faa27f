import { describe, expect, test } from 'vitest';
import type { Condition } from '../condition.ts';
import { isWider } from './is-wider.ts';

const when = (named: Partial<Condition>): Condition => ({
  packages: null,
  types: null,
  priorities: null,
  channels: null,
  bought: null,
  companyIs: null,
  installationTypes: null,
  siteIn: null,
  interest: null,
  facts: {},
  ...named,
});

const LISTS = [
  'packages',
  'types',
  'priorities',
  'channels',
  'bought',
  'companyIs',
  'installationTypes',
  'siteIn',
] as const;

describe('a condition is wider than another', () => {
  test('when it is none at all; and none is as wide as none', () => {
    expect(isWider(null, when({ types: ['a'] }))).toBe(true);
    expect(isWider(null, null)).toBe(true);
    expect(isWider(when({ types: ['a'] }), null)).toBe(false);
  });

  test.each(LISTS)('when it names as many of %s or more', (key) => {
    const [one, two] = [when({ [key]: ['a'] }), when({ [key]: ['a', 'b'] })];
    expect(isWider(two, one)).toBe(true);
    expect(isWider(one, one)).toBe(true);
    expect(isWider(one, two)).toBe(false);
    expect(isWider(one, when({}))).toBe(false);
    expect(isWider(when({}), one)).toBe(true);
  });

  test('by its facts as by its lists', () => {
    const current = when({ facts: { version: ['current'] } });
    const known = when({ facts: { version: ['current', 'outdated'] } });
    const more = when({ facts: { version: ['current'], platform: ['recommended'] } });
    expect(isWider(known, current)).toBe(true);
    expect(isWider(current, known)).toBe(false);
    expect(isWider(current, more)).toBe(true);
    expect(isWider(more, current)).toBe(false);
  });

  test('never by an interest: its figures are two, and one is enough', () => {
    const interested = when({ interest: { customers: 2, licences: 100 } });
    expect(isWider(interested, interested)).toBe(false);
    expect(isWider(when({}), interested)).toBe(true);
  });
});
