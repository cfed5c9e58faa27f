import { describe, expect, it } from 'vitest';
import { wayToPriority } from './classification.ts';

const inForce = { id: 'medium', supposed: false };
const supposed = { id: 'medium', supposed: true };

describe('wayToPriority', () => {
  it.each([
    ['free', inForce, 'low', 'set'],
    ['with-reason', inForce, 'low', 'set-with-reason'],
    ['with-reason', inForce, 'medium', 'set'],
    ['with-consent', inForce, 'critical', 'propose'],
    ['with-consent', inForce, 'medium', 'set'],
    ['with-consent', supposed, 'critical', 'set'],
    ['with-reason', null, 'low', 'set'],
  ] as const)('%s, %j -> %s: %s', (staffChange, current, chosen, way) => {
    expect(wayToPriority({ staffChange, current, chosen })).toBe(way);
  });
});
