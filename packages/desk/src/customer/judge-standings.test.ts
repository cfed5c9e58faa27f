import { describe, expect, it } from 'vitest';
import { hasStanding, judgeStandings, type Standing } from './judge-standings.ts';

const known = [{ id: 'service-partner', name: { ru: 'Сервисный партнёр' } }];
const partner = (from: string, until: string | null): Standing => ({ role: 'service-partner', from, until });

describe('a standing', () => {
  it.each([
    ['2026-01-31', false],
    ['2026-02-01', true],
    ['2026-02-28', true],
    ['2026-03-01', false],
  ])('from 1 through 28 February holds on %s: %s', (day, holds) => {
    expect(hasStanding(partner('2026-02-01', '2026-02-28'), day)).toBe(holds);
  });

  it('without an end holds until it is taken away', () => {
    expect(hasStanding(partner('2026-02-01', null), '2046-02-01')).toBe(true);
  });
});

describe('standings of a company', () => {
  it.each([
    [[partner('2026-02-01', '2026-02-28'), partner('2026-03-01', null)], null],
    [[partner('2026-02-01', '2026-02-28'), partner('2026-02-28', null)], 'standing-twice'],
    [[partner('2026-02-01', null), partner('2027-02-28', null)], 'standing-twice'],
    [[partner('2026-02-02', '2026-02-01')], 'standing-crossed'],
    [[{ ...partner('2026-02-02', null), role: 'friend' }], 'unknown-standing'],
    [[], null],
  ] as const)('%j: %s', (standings, code) => {
    expect(judgeStandings(standings, known)?.code ?? null).toBe(code);
  });

  it('that no regulation knows are told which there are', () => {
    expect(judgeStandings([{ ...partner('2026-02-02', null), role: 'friend' }], known)?.details).toEqual({
      standing: 'friend',
      known: 'Сервисный партнёр',
    });
  });
});
