import { expect, test } from 'vitest';
import { shipped } from '../../test/shipped-regulations.ts';
import { missingFields } from './missing-fields.ts';

const { regulation } = shipped('flat');
const asked = (packageId: string | null, stated: readonly string[] = []): readonly string[] =>
  missingFields(regulation, { type: 'incident', packageId }, stated);

test('FL-K5: what lines 1 and 2 found is asked of partners only', () => {
  expect(asked('partner-8x5')).toEqual(['company', 'priority', 'description', 'findings']);
  expect(asked('partner-8x5', ['findings'])).not.toContain('findings');
  expect(asked('8x5')).not.toContain('findings');
});

test('a field of some packages is not asked while nothing serves', () => {
  expect(asked(null)).toEqual(['company', 'priority', 'description']);
});
