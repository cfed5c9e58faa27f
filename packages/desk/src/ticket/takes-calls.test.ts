import { expect, test } from 'vitest';
import { shipped } from '../test/shipped-regulations.ts';
import { given, type Story } from '../test/ticket-story.ts';
import { takesCalls } from './takes-calls.ts';

const at = '2025-02-07 17:00';
const asked = ({ ticket, desk }: Story): boolean => takesCalls(ticket, shipped(desk).regulation);

test.each([
  ['centaur', 'basic', null, true],
  ['optima', '8x5x4', '2', true],
  // FL-CHAN: the telephone is for the first priority.
  ['flat', '8x5', '1', true],
  ['flat', '8x5', '3', false],
  // Basic has letters and social networks alone.
  ['alteroffice', 'basic', null, false],
])('%s, %s, priority %s: %s', (desk, holds, priority, may) => {
  expect(
    asked(
      given(desk, {
        at,
        holds,
        channel: desk === 'flat' ? 'portal' : 'email',
        ...(priority === null ? {} : { priority }),
      }),
    ),
  ).toBe(may);
});

test('whoever is served by nothing is promised no call', () => {
  expect(asked(given('flat', { at, holds: 'nothing', channel: 'portal', priority: '1' }))).toBe(false);
});
