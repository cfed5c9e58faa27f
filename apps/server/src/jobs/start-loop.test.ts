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
