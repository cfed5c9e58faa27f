import { describe, expect, it } from 'vitest';
import { isFixed, wayToPriority } from './classification.ts';

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
    ['never', supposed, 'critical', 'set'],
    ['never', inForce, 'medium', 'set'],
  ] as const)('%s, %j -> %s: %s', (staffChange, current, chosen, way) => {
    expect(wayToPriority({ staffChange, current, chosen })).toBe(way);
  });
});

describe('isFixed', () => {
  it('is the customer’s level in force where staff never change it', () => {
    expect(isFixed({ staffChange: 'never', current: inForce })).toBe(true);
    expect(isFixed({ staffChange: 'never', current: supposed })).toBe(false);
    expect(isFixed({ staffChange: 'never', current: null })).toBe(false);
    expect(isFixed({ staffChange: 'with-reason', current: inForce })).toBe(false);
  });
});
