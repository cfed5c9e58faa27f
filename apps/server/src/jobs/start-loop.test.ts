import { expect, it } from 'vitest';
import { eventually } from '../testing/start-test-server.ts';
import { startLoop } from './start-loop.ts';

const BUSY = 'timeout exceeded when trying to connect';

/** A loop whose rounds fail with these in turn, then do well; what was reported by the time of the round after them. */
const reportedOf = async (failures: readonly string[]): Promise<readonly string[]> => {
  const reported: string[] = [];
  let rounds = 0;
  const loop = startLoop({
    everyMs: 5,
    onError: (error) => void reported.push((error as Error).message),
    round: async () => {
      rounds += 1;
      const failure = failures[rounds - 1];
      if (failure !== undefined) throw new Error(failure);
      return Promise.resolve(false);
    },
  });
  await eventually(async () => Promise.resolve(rounds > failures.length));
  await loop.stop();
  return reported;
};

it('a busy moment of the database is told when it lasts, anything else at once', async () => {
  expect(await reportedOf([BUSY])).toEqual([]);
  expect(await reportedOf([BUSY, BUSY])).toEqual([BUSY]);
  expect(await reportedOf(['no such table'])).toEqual(['no such table']);
});

/** How many rounds began until the last of these wakes, one every five milliseconds, was answered. */
const roundsOf = async (wakes: number, restMs: number) => {
  const begun = performance.now();
  let rounds = 0;
  let seen = 0;
  let said = 0;
  const loop = startLoop({
    everyMs: 60_000,
    restMs,
    onError: () => undefined,
    round: async () => {
      rounds += 1;
      seen = said;
      return Promise.resolve(false);
    },
  });
  for (; said < wakes;) {
    await new Promise((resolve) => setTimeout(resolve, 5));
    said += 1;
    loop.wake();
  }
  await eventually(async () => Promise.resolve(seen === wakes));
  await loop.stop();
  return { rounds, tookMs: performance.now() - begun };
};

it('what comes while a loop rests is done in one round, and nothing of it is forgotten', async () => {
  expect((await roundsOf(40, 0)).rounds).toBeGreaterThan(20);
  const { rounds, tookMs } = await roundsOf(40, 400);
  expect(rounds).toBeLessThanOrEqual(1 + Math.ceil(tookMs / 400));
});

it('a loop that rests is stopped at once', async () => {
  const loop = startLoop({
    everyMs: 10,
    restMs: 3_600_000,
    onError: () => undefined,
    round: async () => false,
  });
  loop.wake();
  await new Promise((resolve) => setTimeout(resolve, 30));
  await loop.stop();
});
