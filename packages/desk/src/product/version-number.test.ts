import { describe, expect, it } from 'vitest';
import { compareVersions, firstNumbers, isVersionNumber } from './version-number.ts';

describe('the number of a version', () => {
  it.each([
    ['8', true],
    ['8.2', true],
    ['8.2.1.0.15.3', true],
    ['8.2.1.0.15.3.1', false],
    ['8.X', false],
    ['8.', false],
    ['.2', false],
    ['v8', false],
    [' 8', false],
    ['1234567890', false],
    ['', false],
  ])('%s: %s', (text, is) => {
    expect(isVersionNumber(text)).toBe(is);
  });

  it.each([
    ['8.2', '8.10', -1],
    ['8.10', '8.9', 1],
    ['8', '8.0.0', 0],
    ['08.2', '8.02', 0],
    ['8.2', '8.2.1', -1],
    ['9', '8.99.99', 1],
  ])('%s against %s: %i', (a, b, sign) => {
    expect(Math.sign(compareVersions(a, b))).toBe(sign);
    expect(Math.sign(compareVersions(b, a))).toBe(sign === 0 ? 0 : -sign);
  });

  it('has a major and a second digit', () => {
    expect(firstNumbers('8.2.1', 1)).toBe('8');
    expect(firstNumbers('8.2.1', 2)).toBe('8.2');
    expect(firstNumbers('8', 2)).toBe('8.0');
  });
});
