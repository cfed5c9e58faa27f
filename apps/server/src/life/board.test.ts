import { endpoints } from '@reglament/contract';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Browser, openBrowser } from '../scenarios/browser.ts';
import { letterFrom } from '../testing/letters/letter-from.ts';
import { staffHand } from '../testing/staff-hand.ts';
import { addressOf, openStillDesk, type StillDesk } from '../testing/still-desk.ts';
import { addCustomer, addStaff, type TestPerson } from '../testing/test-desk.ts';

let desk: StillDesk;
let lead: Browser;
let engineer: TestPerson;
const email = 'olga@window.example';

// A Friday.
beforeAll(async () => {
  desk = await openStillDesk('2025-02-07 10:00');
  await addCustomer(desk.opened, 'optima', {
    company: 'ООО «Окна»',
    email,
    name: 'Ольга',
    packageId: '8x5x4',
  });
  engineer = await addStaff(desk.opened, 'optima', 'engineer', 'engineer@optima.example');
  lead = await openBrowser(
    desk,
    'optima',
    await addStaff(desk.opened, 'optima', 'lead', 'lead@optima.example'),
  );
});
afterAll(async () => {
  await lead?.close();
  await desk?.stop();
});

const write = async (): Promise<number> => {
  const letter = letterFrom({ from: email, to: addressOf('optima'), text: 'Приоритет: 2\nНе работает' });
  return (await desk.receive('optima', letter)).number as number;
};
const board = async (hours = 4) => endpoints.getBoard.reply.parse(await lead.get(`board?hours=${hours}`));

it('is all noughts on the first morning, with every date', async () => {
  const { total, lines, people, urgent, days, load, complete } = await board();
  expect(total).toEqual({ open: 0, late: 0, soon: 0, waitingForCustomer: 0, unassigned: 0 });
  expect(lines).toEqual([]);
  expect([people, urgent, load]).toEqual([[], [], []]);
  expect(days).toHaveLength(14);
  expect(days.at(-1)).toEqual({ date: '2025-02-07', registered: 0, closed: 0, breaches: 0 });
  expect(complete).toBe(true);
});

it('counts what is registered, who has it, and how near its deadline is by its own hours', async () => {
  const number = await write();
  const hand = staffHand(desk, 'optima', engineer);
  expect(await hand(number, { command: 'classify', type: 'incident', priority: '2' })).toMatchObject({
    kind: 'done',
  });
  expect(await hand(number, { command: 'take' })).toMatchObject({ kind: 'done' });
  const [row] = await desk.rows<{ due_at: Date | number }>('select due_at from ticket where number = $1', [
    number,
  ]);
  const { total, people, urgent, load, days } = await board(40);
  expect(total).toMatchObject({ open: 1, late: 0, soon: 1, unassigned: 0 });
  expect(people).toMatchObject([{ person: { personId: engineer.personId }, figures: { open: 1 } }]);
  expect(urgent).toMatchObject([
    { number, nextDue: { dueAt: new Date(row?.due_at as number).toISOString() } },
  ]);
  expect(load).toEqual([{ weekday: 5, hour: 10, tickets: 1 }]);
  expect(days.at(-1)).toMatchObject({ date: '2025-02-07', registered: 1 });
});

it('says what is late once it is, and counts the breach on its date', async () => {
  desk.at('2025-03-07 12:00');
  await desk.ring();
  const { total, urgent, days } = await board();
  expect(total).toMatchObject({ open: 1, late: 1, soon: 0 });
  expect(urgent).toHaveLength(1);
  expect(days.at(-1)).toMatchObject({ date: '2025-03-07', breaches: 1 });
});

it('is nobody’s but the lead’s and the administrator’s', async () => {
  const other = await openBrowser(desk, 'optima', engineer);
  await expect(other.get('board')).rejects.toThrow('403');
  await other.close();
});

it('refuses hours that mean nothing', async () => {
  for (const hours of ['0', '41', 'x', '-1', '1e9'])
    await expect(lead.get(`board?hours=${hours}`)).rejects.toThrow('422');
});
