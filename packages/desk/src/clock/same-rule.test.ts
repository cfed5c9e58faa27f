import { expect, test } from 'vitest';
import { ruleOf, shipped } from '../test/shipped-regulations.ts';
import { sameRule } from './same-rule.ts';

const alteroffice = shipped('alteroffice');
const rule = ruleOf(alteroffice, 'reaction', 'basic', null);
const { kind, ...rest } = rule.target;

test('a rule read back from a database, its fields in another order, is the same', () => {
  const stored = { ...rule, target: { ...rest, kind } as typeof rule.target };
  expect(Object.keys(stored.target)).not.toEqual(Object.keys(rule.target));
  expect(sameRule(rule, stored)).toBe(true);
});

test.each([
  ['package', { ...rule, packageId: 'other' }],
  ['schedule', { ...rule, schedule: 'other' }],
  ['target', { ...rule, target: { kind: 'calendar-days', days: 1 } as const }],
])('another %s is another rule', (_, other) => {
  expect(sameRule(rule, other)).toBe(false);
});
