import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { instant } from '@reglament/working-time';
import { evaluateClocks } from '../clock-columns.ts';
import { clockResults, packClocks, readingOf, tablesOf } from '../pack-clocks.ts';
import { replayClock } from '../replay-clock.ts';
import { history, type History } from './random-history.ts';
import { oracleDrawings } from './oracle-drawings.ts';
import { walkClock, type WalkedReading } from './walking-clock.ts';

const HISTORIES = 7_000;
// Never fewer than come to every way a clock can stand.
const FEWEST = 400;

/** When both are read: beside the moments of the history, and where the clock itself says that it will be missed. */
const looksAt = ({ hours, events, looks }: History, picks: readonly number[]): readonly number[] => {
  const chosen = picks.map((pick) => looks[pick % looks.length] ?? 0);
  const deadlines = chosen
    .map((t) => walkClock(hours, events, t).deadline)
    .filter((deadline) => deadline !== null);
  return [...chosen, ...deadlines].flatMap((t) => [t - 1, t, t + 1]);
};

/** In a few words how a clock stands. */
const standing = ({ state, deadline, breachedAt, firstBreachAt }: WalkedReading): string => {
  const miss = breachedAt !== null ? 'missed' : firstBreachAt !== null ? 'missed once' : 'not missed';
  return state === 'running'
    ? `${state}, ${miss}, ${deadline === null ? 'never due' : 'due'}`
    : `${state}, ${miss}`;
};

const EVERY_STANDING = [
  'idle, not missed',
  'paused, missed',
  'paused, missed once',
  'paused, not missed',
  'running, missed once, due',
  'running, missed once, never due',
  'running, missed, due',
  'running, not missed, due',
  'running, not missed, never due',
  'stopped, missed',
  'stopped, missed once',
  'stopped, not missed',
];

type Replay = typeof replayClock;

/** Every reading of a drawn history, by a replay and by the clock that is carried. */
const bothReadings = fc.record({
  drawn: history,
  picks: fc.array(fc.nat({ max: 63 }), { minLength: 4, maxLength: 4 }),
});

const compareOn = (
  { drawn, picks }: { readonly drawn: History; readonly picks: readonly number[] },
  replay: Replay,
  note: (walked: WalkedReading) => void,
): void => {
  for (const at of looksAt(drawn, picks)) {
    const walked = walkClock(drawn.hours, drawn.events, at);
    note(walked);
    expect({ at, ...replay(drawn.calendars, drawn.events, instant(at)) }).toEqual({ at, ...walked });
  }
};

/** The same clock as one row of columns. */
const replayInColumns: Replay = (calendars, events, at) => {
  const { columns, rules, from } = packClocks(calendars, [events]);
  const results = clockResults(1);
  evaluateClocks(columns, tablesOf(calendars, rules, from, at), at, results, 0, 1);
  return readingOf(results, 0);
};

/** Whether some hundred histories show that this replay is wrong. */
export const isNoticed = (replay: Replay): boolean =>
  fc.check(
    fc.property(bothReadings, (one) => compareOn(one, replay, () => undefined)),
    { numRuns: FEWEST, seed: 1, endOnFailure: true },
  ).failed;

/** Reads 7,000 random histories, some sixteen times each, with the replayed and with the carried clock. */
export const describeClockOracle = (): void => {
  const { scale, seed } = oracleDrawings();
  const histories = Math.max(FEWEST, HISTORIES * scale);

  describe(`a clock carried from minute to minute shows the same, seed ${seed}, scale ${scale}`, () => {
    it('at and beside every moment at which something happens', () => {
      let compared = 0;
      const seen = new Set<string>();
      const note = (walked: WalkedReading): void => {
        compared += 1;
        seen.add(standing(walked));
      };
      fc.assert(
        fc.property(bothReadings, (one) => compareOn(one, replayClock, note)),
        { numRuns: histories, seed },
      );
      // The drawings do come to every way a clock can stand.
      expect([...seen].sort()).toEqual(EVERY_STANDING);
      expect(compared).toBeGreaterThanOrEqual(100_000 * scale);
    });

    it('and in columns', () => {
      const numRuns = Math.max(FEWEST, (HISTORIES * scale) / 4);
      fc.assert(
        fc.property(bothReadings, (one) => compareOn(one, replayInColumns, () => undefined)),
        { numRuns, seed: seed + 1 },
      );
    });
  });
};
