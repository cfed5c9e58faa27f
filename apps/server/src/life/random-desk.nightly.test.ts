import { afterAll, beforeAll, expect, it } from 'vitest';
import { differencesAt, turnsAt, TURNS } from '../testing/check-deadlines.ts';
import { liveThrough } from '../testing/random-desk.ts';
import { openStillDesk, type StillDesk } from '../testing/still-desk.ts';

let desk: StillDesk;
beforeAll(async () => {
  desk = await openStillDesk('2025-04-14 09:00');
});
afterAll(() => desk?.stop());

it('deadlines after years at five desks are those of their journals', async () => {
  const seed = Date.now() % 1_000_000_000;
  process.stdout.write(`seed ${seed}\n`);
  await liveThrough(desk, { seed, tickets: 1500, steps: 30_000 });
  expect(await differencesAt(desk)).toEqual([]);
  const { events, types } = await turnsAt(desk);
  expect(events).toBeGreaterThan(15_000);
  for (const turn of [...TURNS, 'ClockWithdrawn']) expect(types).toContain(turn);
  expect(desk.errors).toEqual([]);
}, 3_600_000);
