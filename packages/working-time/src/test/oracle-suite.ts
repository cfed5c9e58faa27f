import { describe, expect, it } from 'vitest';
import { at } from './cases.ts';
import { walk } from './minute-walker.ts';
import { compare, QUESTIONS_A_CALENDAR } from './oracle.ts';
import { oracleDrawings } from './oracle-drawings.ts';
import { ways } from './ways.ts';

const CALENDARS = 20_000;
const DAY = 86_400_000;

const shares = ways.reduce((sum, way) => sum + way.share, 0);

/** Asks the package and the walker, on the walks of this part, about their share of 20,000 random calendars, 50 questions each. */
export const describeOracle = (part: (index: number) => boolean): void => {
  const { scale, seed, stride } = oracleDrawings();
  describe(`a walk along the wall clock agrees, seed ${seed}, scale ${scale}`, () => {
    const rows = ways
      .map((way, index) => ({ ...way, index }))
      .filter(({ index }) => part(index) && Math.floor(index / 2) % stride === 0);
    it.each(rows)('$zone around $middle, $days days', ({ zone, middle, days, share, index }) => {
      const way = walk(zone, at(middle) - (days / 2) * DAY, days);
      const calendars = Math.ceil((CALENDARS * scale * share) / shares);
      const { compared, disagreement } = compare(way, calendars, { seed, stream: index });
      expect(disagreement).toBeNull();
      expect(compared).toBe(calendars * QUESTIONS_A_CALENDAR);
    });
  });
};
