import { afterAll, beforeAll, expect, it } from 'vitest';
import { differencesAt, turnsAt, TURNS } from '../testing/check-deadlines.ts';
import { liveThrough } from '../testing/random-desk.ts';
import { openStillDesk, type StillDesk } from '../testing/still-desk.ts';

let desk: StillDesk;
beforeAll(async () => {
  desk = await openStillDesk('2025-04-14 09:00');
});
afterAll(() => desk?.stop());

const SEED = 20_261_121;

const TIMEOUT_MS = 180_000;

it(
  `deadlines after months at five desks are those of their journals (seed ${SEED})`,
  { timeout: TIMEOUT_MS },
  async () => {
    await liveThrough(desk, { seed: SEED, tickets: 120, steps: 1600 });
    expect(await differencesAt(desk)).toEqual([]);
    const { events, types } = await turnsAt(desk);
    expect(events).toBeGreaterThan(1000);
    for (const turn of TURNS) expect(types).toContain(turn);
    expect(desk.errors).toEqual([]);
  },
);

it('a wrong deadline, in the row and in the journal alike, is found', async () => {
  const [planted] = await desk.rows<{ id: string; clock: string }>(
    `select ticket_id as id, body #>> '{clocks,0,id}' as clock from ticket where jsonb_array_length(body -> 'clocks') = 1 and body #>> '{clocks,0,status}' = 'running' order by 1 limit 1`,
  );
  if (planted === undefined) throw new Error('no ticket with one running clock');
  const later = (path: string): string =>
    `jsonb_set(body, '${path}', to_jsonb((body #>> '${path}')::bigint + 1))`;
  await desk.rows(
    `update journal set body = ${later('{clock,dueAt}')} where stream_id = $1 and type like 'Clock%' and seq = (select max(seq) from journal where stream_id = $1 and body #>> '{clock,dueAt}' is not null)`,
    [planted.id],
  );
  await desk.rows(
    `update ticket set body = ${later('{clocks,0,dueAt}')}, due_at = due_at + interval '1 ms' where ticket_id = $1`,
    [planted.id],
  );
  expect(await differencesAt(desk)).toMatchObject([{ columns: [`clocks.${planted.clock}.dueAt`] }]);
});
