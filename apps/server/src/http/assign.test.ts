import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Browser, openBrowser } from '../scenarios/browser.ts';
import { letterFrom } from '../testing/letters/letter-from.ts';
import { addressOf, openStillDesk, type StillDesk } from '../testing/still-desk.ts';
import { addCustomer, addStaff, type TestPerson } from '../testing/test-desk.ts';

let desk: StillDesk;
let anna: TestPerson;
let boris: TestPerson;
let foreign: TestPerson;
let hers: Browser;
let his: Browser;
let number: number;

beforeAll(async () => {
  desk = await openStillDesk('2025-02-04 10:00');
  const email = 'olga@customer.example';
  await addCustomer(desk.opened, 'optima', {
    company: 'ООО «Окна»',
    email,
    name: 'Ольга',
    packageId: '8x5x4',
  });
  anna = await addStaff(desk.opened, 'optima', 'lead', 'anna@optima.example');
  boris = await addStaff(desk.opened, 'optima', 'engineer', 'boris@optima.example');
  foreign = await addStaff(desk.opened, 'flat', 'engineer', 'foreign@flat.example');
  hers = await openBrowser(desk, 'optima', anna);
  his = await openBrowser(desk, 'optima', boris);
  const letter = letterFrom({ from: email, to: addressOf('optima'), text: 'Приоритет: 2\nНе работает' });
  number = (await desk.receive('optima', letter)).number as number;
});
afterAll(async () => {
  await hers?.close();
  await his?.close();
  await desk?.stop();
});

const assign = async (browser: Browser, personId: string | null): Promise<unknown> => {
  const { ticket } = await browser.ticket(number);
  return browser.post(`tickets/${number}/commands`, { command: 'assign', personId }, ticket.version);
};
const told = async (browser: Browser): Promise<readonly string[]> =>
  ((await browser.get('notifications')) as { notifications: { kind: string }[] }).notifications.map(
    ({ kind }) => kind,
  );

it('gives a ticket to a colleague, who is told once; the reaction goes on', async () => {
  const before = await hers.ticket(number);
  await assign(hers, boris.personId);
  const { ticket, clocks } = await his.ticket(number);
  expect(ticket).toMatchObject({ assignee: { personId: boris.personId }, state: before.ticket.state });
  expect(clocks.map(({ dueAt, status }) => [dueAt, status])).toEqual(
    before.clocks.map(({ dueAt, status }) => [dueAt, status]),
  );
  expect(await told(his)).toEqual(['assigned']);
  expect(await told(hers)).not.toContain('assigned');
  expect((await his.queue({ view: 'mine' })).map((one) => one.number)).toEqual([number]);
  await expect(assign(hers, boris.personId)).rejects.toThrow('already-theirs');
});

it('tells nobody who gives it to themselves, and takes it from them again', async () => {
  await assign(hers, anna.personId);
  expect(await told(hers)).not.toContain('assigned');
  await assign(his, null);
  expect((await hers.ticket(number)).ticket.assignee).toBeNull();
});

it('knows nobody of another desk, nor anybody who is not there', async () => {
  for (const personId of [foreign.personId, desk.context.newId()])
    await expect(assign(hers, personId)).rejects.toThrow('invalid-request');
  expect((await hers.ticket(number)).ticket.assignee).toBeNull();
});
