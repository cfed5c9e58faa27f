import { describe, expect, it } from 'vitest';
import { createIdSource, newId } from './ids.ts';

const VERSION_7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

const take = (source: () => string, count: number): string[] => Array.from({ length: count }, () => source());

describe('newId', () => {
  it('makes UUIDs version 7 that carry the time', () => {
    const before = Date.now();
    const id = newId();
    expect(id).toMatch(VERSION_7);
    const ms = Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16);
    expect(ms).toBeGreaterThanOrEqual(before);
    expect(ms).toBeLessThanOrEqual(Date.now() + 10);
  });

  it('grows strictly, beyond what one millisecond holds', () => {
    const ids = take(
      createIdSource(() => 1_000),
      10_000,
    );
    expect(ids).toEqual([...ids].sort());
    expect(new Set(ids).size).toBe(10_000);
    for (const id of ids) expect(id).toMatch(VERSION_7);
  });

  it('grows when the clock steps back', () => {
    const times = [5_000, 4_000, 3_000, 5_001];
    const ids = take(
      createIdSource(() => times.shift() ?? 0),
      4,
    );
    expect(ids).toEqual([...ids].sort());
  });

  it('does not repeat its random part', () => {
    const tails = take(
      createIdSource(() => 1_000),
      1_000,
    ).map((id) => id.slice(19));
    expect(new Set(tails).size).toBe(1_000);
  });
});
