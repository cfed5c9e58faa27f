import { endpoints, type TicketCommandBody } from '@reglament/contract';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { signedIn, type Visitor } from '../apps/server/src/testing/start-test-server.ts';
import { addCustomer, addStaff, type TestPerson } from '../apps/server/src/testing/test-desk.ts';
import { screenFaults } from './check-screen.ts';
import { pathOfTicket } from './paths.ts';
import { type Product, signedInPage, startProduct } from './product.ts';
import { statusLinkOf, ticketFrom } from './tickets.ts';

const DESK = 'optima';
/** Deadlines are told on the desk's clock, wherever the reader is. */
const ELSEWHERE = { timezoneId: 'America/New_York' } as const;

let product: Product;
let administrator: TestPerson;
let api: Visitor;
let number: number;

const send = async (body: TicketCommandBody): Promise<void> => {
  const params = { desk: DESK, number };
  const { ticket } = await api.call(endpoints.getTicket, { params });
  await api.call(
    endpoints.commandTicket,
    { params, body },
    { version: ticket.version, idempotencyKey: body.command },
  );
};

beforeAll(async () => {
  product = await startProduct();
  const { opened } = product.server;
  await addCustomer(opened, DESK, {
    company: 'ООО «Окна»',
    email: 'olga@okna.example',
    name: 'Ольга',
    packageId: '8x5x4',
  });
  administrator = await addStaff(opened, DESK, 'administrator', 'anna@desk.example');
  api = await signedIn(product.server, administrator);
  number = await ticketFrom(product.server, DESK, {
    from: 'olga@okna.example',
    name: 'Ольга',
    subject: 'Не печатает',
    text: 'Приоритет: 2\nНе печатает.',
  });
  await send({ command: 'take' });
  await send({ command: 'classify', type: 'incident', priority: '2' });
});
afterAll(async () => {
  expect(product.watch.faults).toEqual([]);
  await product.stop();
});

/** `вт 24.11 18:00` in Moscow: how a deadline stands over its flag. */
const flagOf = (at: string): string => {
  const part = new Map(
    new Intl.DateTimeFormat('ru-RU', {
      timeZone: 'Europe/Moscow',
      weekday: 'short',
      day: '2-digit',
      month: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    })
      .formatToParts(new Date(at))
      .map(({ type, value }) => [type, value]),
  );
  return `срок ${part.get('weekday')} ${part.get('day')}.${part.get('month')} ${part.get('hour')}:${part.get('minute')}`;
};

const pictureOf = (page: Page) =>
  page.getByRole('img', { name: 'Выполнение, шкала времени: обещано 2 рабочих дня' });

it('the ticket page draws a clock with its deadline and tells each stretch', async () => {
  const { clocks } = await api.call(endpoints.getTicket, { params: { desk: DESK, number } });
  const due = clocks.find(({ clock }) => clock === 'execution')?.dueAt;
  const page = await signedInPage(product, administrator, ELSEWHERE);
  await page.goto(pathOfTicket(DESK, number));
  const picture = pictureOf(page);
  await picture.waitFor();
  await picture.getByText(flagOf(due ?? '')).waitFor();
  const card = page.getByRole('article', { name: 'Выполнение' });
  const stretches = card.getByRole('group', { name: 'Отрезки времени' }).getByRole('button');
  await stretches.first().focus();
  const told = [];
  for (let index = 0; index < (await stretches.count()); index += 1) {
    const words = (await card.locator(':focus').getAttribute('aria-label')) ?? '';
    // What has the focus is said below the picture as well.
    await card.locator('figure').getByText(words, { exact: true }).waitFor();
    told.push(words);
    await page.keyboard.press('ArrowRight');
  }
  expect(new Set(told).size).toBe(told.length);
  expect(told.at(-1)).toMatch(/^.. \d\d\.\d\d\.\d{4} \d\d:\d\d(:\d\d)?–18:00: осталось, \d+ час/u);
  expect(await screenFaults(page, 'ticket with timelines')).toEqual([]);
});

it('the status page draws the same without a script', async () => {
  const { clocks } = await api.call(endpoints.getTicket, { params: { desk: DESK, number } });
  const due = clocks.find(({ clock }) => clock === 'execution')?.dueAt;
  const context = await product.visitor({ ...ELSEWHERE, javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(await statusLinkOf(api, DESK, number));
  const picture = pictureOf(page);
  await picture.waitFor();
  await picture.getByText(flagOf(due ?? '')).waitFor();
  // Every stretch says what it is where it is pointed at.
  const titles = await picture.locator('rect > title').allTextContents();
  expect(titles.at(-1)).toMatch(/18:00: осталось, \d+ час/u);
});
