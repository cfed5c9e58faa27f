import { readFile } from 'node:fs/promises';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { compareJournals } from '../jobs/compare-journals.ts';
import { letterFrom } from '../testing/letters/letter-from.ts';
import { staffHand } from '../testing/staff-hand.ts';
import { addressOf, type DeskSlug, openStillDesk, type StillDesk } from '../testing/still-desk.ts';
import { addCustomer, addStaff } from '../testing/test-desk.ts';
import { noteFirstWork } from '../use-cases/note-first-work.ts';

let desk: StillDesk;

beforeAll(async () => {
  desk = await openStillDesk('2025-02-04 10:00');
});
afterAll(() => desk?.stop());

const write = async (slug: DeskSlug, from: string): Promise<number> => {
  const letter = letterFrom({ from, to: addressOf(slug), text: 'Приоритет: 2\nНе работает' });
  return (await desk.receive(slug, letter)).number as number;
};

/** As the queue finds them, whatever desk. */
const rows = () =>
  desk.rows<{ number: number; state: string; line_id: string | null; first_work: readonly string[] | null }>(
    `select d.slug, t.number, t.state, t.line_id, t.first_work from ticket t join desk d on d.desk_id = t.desk_id order by d.slug, t.number`,
  );

/** What `0019-queue-by-line.sql` finds in a database of the day before. */
const migrateAgain = async (): Promise<void> => {
  const client = new Client({ connectionString: desk.databaseUrl });
  await client.connect();
  try {
    const migration = new URL('../../migrations/0019-queue-by-line.sql', import.meta.url);
    await client.query('begin; alter table ticket drop column line_id, drop column first_work');
    await client.query(await readFile(migration, 'utf8'));
    await client.query('commit');
  } finally {
    await client.end();
  }
};

it('tickets from before stand in the queues of their lines and among what waits, as if they had come today', async () => {
  for (const [slug, packageId] of [
    ['flat', '24x7'],
    ['optima', '8x5x4'],
  ] as const) {
    const email = `olga@${slug}.example`;
    await addCustomer(desk.opened, slug, { company: 'ООО «Окна»', email, name: 'Ольга', packageId });
    const engineer = await addStaff(desk.opened, slug, 'engineer', `engineer@${slug}.example`);
    const hand = staffHand(desk, slug, engineer);
    await write(slug, 'stranger@nowhere.example');
    await write(slug, email);
    const solved = await write(slug, email);
    if (slug === 'optima') await hand(solved, { command: 'classify', type: 'incident', priority: '2' });
    else await hand(solved, { command: 'accept-uncovered', reason: 'Обслужим.' });
    expect(await hand(solved, { command: 'resolve', text: 'Готово.', attachments: [] })).toMatchObject({
      kind: 'done',
    });
  }
  const kept = await rows();
  expect(new Set(kept.map(({ line_id }) => line_id))).toEqual(new Set([null, '2']));
  expect(kept.filter(({ state }) => state === 'resolved').map(({ first_work }) => first_work)).toEqual([
    [],
    [],
  ]);
  expect(kept.flatMap(({ first_work }) => first_work ?? ['?'])).toContain('classification');

  await migrateAgain();
  const migrated = await rows();
  // Lines are in the row already; only the regulation knows what waits to be classified.
  expect(migrated.map(({ line_id }) => line_id)).toEqual(kept.map(({ line_id }) => line_id));
  expect(migrated.some(({ first_work }) => first_work === null)).toBe(true);
  const deskIds = desk.opened.desks.map(({ deskId }) => deskId);
  await noteFirstWork(desk.context, deskIds);
  expect(await rows()).toEqual(kept);
  // The journals tell the same.
  const drifts: unknown[] = [];
  await compareJournals(desk.context, deskIds, (drift) => drifts.push(drift));
  expect(drifts).toEqual([]);
});

it('a row whose queue is not what its journal makes of it is found by the comparison', async () => {
  const [flat] = await desk.rows<{ ticket_id: string }>(
    `update ticket set line_id = '3' where line_id = '2' and state <> 'closed' returning ticket_id`,
  );
  expect(flat).toBeDefined();
  const drifts: string[] = [];
  await compareJournals(desk.context, [desk.desk('flat')], (drift) => drifts.push(String(drift)));
  expect(drifts.length).toBeGreaterThan(0);
  for (const drift of drifts) expect(drift).toContain('line_id');
});
