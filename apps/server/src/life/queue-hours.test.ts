import { readFile } from 'node:fs/promises';
import { compileSchedule, instant, type Schedule, workingTimeBetween } from '@reglament/working-time';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { presentQueueHours, presentQueueRow } from '../http/present/present-queue.ts';
import { queuePage } from '../store/queries/queue.ts';
import { editCalendar } from '../testing/edited-calendar.ts';
import { letterFrom } from '../testing/letters/letter-from.ts';
import { addressOf, openStillDesk, type StillDesk } from '../testing/still-desk.ts';
import { addCustomer, addStaff, type TestPerson } from '../testing/test-desk.ts';

let desk: StillDesk;
let engineer: TestPerson;

beforeAll(async () => {
  desk = await openStillDesk('2025-02-03 09:00');
  engineer = await addStaff(desk.opened, 'shtrih-m', 'engineer', 'engineer@staff.example');
  await addCustomer(desk.opened, 'shtrih-m', {
    company: 'ООО «Окна»',
    email: 'olga@customer.example',
    name: 'Ольга',
    packageId: 'partner',
  });
});
afterAll(() => desk?.stop());

/** A partner's ticket: eight working hours of 10:00-19:00. */
const open = async (at: string): Promise<number> => {
  desk.at(at);
  const letter = letterFrom({ from: 'olga@customer.example', to: addressOf('shtrih-m') });
  return (await desk.receive('shtrih-m', letter)).number as number;
};

/** The queue as staff get it. */
const queue = async () => {
  const deskId = desk.desk('shtrih-m');
  const { personId } = engineer;
  const rows = await desk.context.db.askDesk(deskId, (q) =>
    queuePage(q, { deskId, personId, view: 'open', line: null, after: null, limit: 50 }),
  );
  const page = await Promise.all(
    rows.map(async (row) => ({
      row,
      regulation: (await desk.context.regulations.ofTicket(deskId, row)).regulation,
    })),
  );
  return {
    schedules: presentQueueHours(page),
    tickets: page.map(({ row, regulation }) => presentQueueRow(row, regulation)),
  };
};

it('a queue carries the hours each deadline was counted by, each once, the edition of the calendar included', async () => {
  const before = [await open('2025-02-04 16:00'), await open('2025-02-04 16:00')];
  desk.at('2025-02-04 16:30');
  expect(await editCalendar(desk.context, 'wednesday', ['2025-02-05'])).toEqual(['ru wednesday']);
  const after = await open('2025-02-04 17:00');
  const { tickets, schedules } = await queue();
  expect(schedules).toHaveLength(2);
  const hoursOf = (number: number) => {
    const due = tickets.find((t) => t.number === number)?.nextDue;
    const found = schedules.find(({ key }) => key === due?.hours);
    if (due === null || due === undefined || found === undefined)
      throw new Error(`ticket ${number} has no hours`);
    const { key, ...schedule } = found;
    return { key, due: Date.parse(due.dueAt), calendar: compileSchedule(schedule as unknown as Schedule) };
  };
  const [first, second] = before.map(hoursOf);
  const third = hoursOf(after);
  expect(first?.key).toBe(second?.key);
  expect(third.key).not.toBe(first?.key);
  // From 17:00 on: seven of the eight hours are left of the first, all of the one that came then.
  const now = instant(desk.context.now());
  const left = [first, third].map((one) =>
    one === undefined ? null : workingTimeBetween(one.calendar, now, instant(one.due)),
  );
  expect(left).toEqual([7 * 3_600_000, 8 * 3_600_000]);
});

it('tickets from before editions stood in the queue get theirs when the database is brought up to date', async () => {
  await open('2025-02-06 11:00');
  const editions = () =>
    desk.rows<{ number: number; due_edition: string | null; due_elapsed: boolean }>(
      'select number, due_edition, due_elapsed from ticket order by number',
    );
  const kept = await editions();
  expect(kept.map((row) => row.due_edition)).toContain('wednesday');
  const client = new Client({ connectionString: desk.databaseUrl });
  await client.connect();
  try {
    const migration = new URL('../../migrations/0008-queue-hours.sql', import.meta.url);
    await client.query('begin; alter table ticket drop column due_edition');
    await client.query(await readFile(migration, 'utf8'));
    await client.query('commit');
  } finally {
    await client.end();
  }
  expect(await editions()).toEqual(kept);
});
