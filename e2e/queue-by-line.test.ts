import { endpoints, type TicketCommandBody } from '@reglament/contract';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { signedIn, type Visitor } from '../apps/server/src/testing/start-test-server.ts';
import { addCustomer, addStaff, type TestPerson } from '../apps/server/src/testing/test-desk.ts';
import { screenFaults } from './check-screen.ts';
import { PHONE, type Product, signedInPage, startProduct } from './product.ts';

// Where staff find their work: the queue of their line, and what waits to be classified.

let product: Product;
const people = new Map<string, TestPerson>();
const apis = new Map<string, Visitor>();

beforeAll(async () => {
  product = await startProduct();
  const { opened } = product.server;
  for (const [slug, packageId] of [
    ['flat', '24x7'],
    ['optima', '8x5x4'],
  ] as const) {
    const who = { company: 'ООО «Окна»', email: `olga@${slug}.example`, name: 'Ольга', packageId };
    await addCustomer(opened, slug, who);
    const engineer = await addStaff(opened, slug, 'engineer', `anna@${slug}.example`);
    people.set(`${slug} engineer`, engineer);
    people.set(`${slug} dispatcher`, await addStaff(opened, slug, 'dispatcher', `vera@${slug}.example`));
    apis.set(slug, await signedIn(product.server, engineer));
  }
});
afterAll(async () => {
  expect(product.watch.faults).toEqual([]);
  await product.stop();
});

const personOf = (who: string): TestPerson => {
  const person = people.get(who);
  if (person === undefined) throw new Error(who);
  return person;
};
const apiOf = (slug: string): Visitor => {
  const api = apis.get(slug);
  if (api === undefined) throw new Error(slug);
  return api;
};

const register = async (desk: string, subject: string, requesterEmail: string): Promise<number> => {
  const body = {
    channel: desk === 'flat' ? ('portal' as const) : ('email' as const),
    requesterEmail,
    requesterName: 'Ольга',
    companyId: null,
    subject,
    text: subject,
    type: null,
    priority: '3',
  };
  const { number } = await apiOf(desk).call(
    endpoints.registerTicket,
    { params: { desk }, body },
    { idempotencyKey: `${desk}-${Math.random()}` },
  );
  return number;
};

const command = async (desk: string, number: number, body: TicketCommandBody): Promise<void> => {
  const params = { desk, number };
  const { ticket } = await apiOf(desk).call(endpoints.getTicket, { params });
  await apiOf(desk).call(
    endpoints.commandTicket,
    { params, body },
    { version: ticket.version, idempotencyKey: `${number}-${body.command}-${ticket.version}` },
  );
};

const rowOf = (page: Page, subject: string) => page.getByRole('row').filter({ hasText: subject });
const lineLink = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Очередь линии поддержки' }).getByRole('link', { name });

it('FL-L2, FL-L3: a ticket handed over leaves the queue of its line and stands in the other’s, on open screens', async () => {
  const number = await register('flat', 'Шлюз перезагружается', 'olga@flat.example');
  const [second, third] = await Promise.all([
    signedInPage(product, personOf('flat engineer')),
    signedInPage(product, personOf('flat dispatcher'), { viewport: PHONE, colorScheme: 'dark' }),
  ]);
  await second.goto('/');
  await second.waitForURL('**/d/flat?view=open');
  await rowOf(second, 'Шлюз перезагружается').getByText('Уровень 2').waitFor();

  // By keyboard alone, and what is chosen stands in the address.
  await lineLink(second, 'Все линии').focus();
  await second.keyboard.press('Tab');
  await second.keyboard.press('Tab');
  await second.keyboard.press('Enter');
  await second.waitForURL('**/d/flat?view=open&line=2');
  await rowOf(second, 'Шлюз перезагружается').waitFor();
  const chosen = second.locator('nav[aria-label="Очередь линии поддержки"] [aria-current="page"]');
  expect(await chosen.allInnerTexts()).toEqual([expect.stringContaining('Уровень 2')]);
  await second.reload();
  await rowOf(second, 'Шлюз перезагружается').waitFor();
  // Views of open tickets keep the line; what is over has none.
  await second.getByRole('link', { name: 'Не назначены' }).click();
  await second.waitForURL('**/d/flat?view=unassigned&line=2');
  await rowOf(second, 'Шлюз перезагружается').waitFor();
  await second.getByRole('link', { name: 'Закрытые' }).click();
  await second.waitForURL('**/d/flat?view=closed');
  await second.goBack();
  await second.goBack();
  await second.waitForURL('**/d/flat?view=open&line=2');
  expect(await screenFaults(second, 'the queue of line 2')).toEqual([]);

  await third.goto('/d/flat?view=open&line=3');
  await third.getByText('Уровень 3: открытых заявок нет').waitFor();
  // The chosen line is in sight, though not all of them fit.
  const rightEdge = async (): Promise<number> => {
    const box = await lineLink(third, 'Уровень 3').boundingBox();
    // Whole pixels: it scrolls by fractions of one.
    return Math.floor((box?.x ?? 0) + (box?.width ?? 999));
  };
  await expect.poll(rightEdge).toBeLessThanOrEqual(PHONE.width);
  await third.getByText(/её сюда передадут/u).waitFor();
  expect(await screenFaults(third, 'the queue of line 3, empty, phone')).toEqual([]);

  await command('flat', number, { command: 'hand-over', toLine: '3', given: [0, 1], text: 'Передаю.' });
  await rowOf(second, 'Шлюз перезагружается').waitFor({ state: 'detached' });
  await rowOf(third, 'Шлюз перезагружается').waitFor();
  expect(await screenFaults(third, 'the queue of line 3, phone')).toEqual([]);
  await lineLink(second, 'Уровень 3').getByText('1').waitFor();
});

it('OW-T-dispatcher: whoever receives tickets begins with what waits to be classified; done, it leaves the screen', async () => {
  const number = await register('optima', 'Не считает раскрой', 'olga@optima.example');
  await register('optima', 'Кто мы?', 'stranger@nowhere.example');
  const page = await signedInPage(product, personOf('optima dispatcher'));
  await page.goto('/');
  await page.waitForURL('**/d/optima?view=classify');
  const row = rowOf(page, 'Не считает раскрой');
  await row.getByText('классифицировать').waitFor();
  await row.getByText('запросить сведения').waitFor();
  await rowOf(page, 'Кто мы?').getByText('опознать').waitFor();
  expect(await screenFaults(page, 'what waits to be classified')).toEqual([]);
  // No lines here, and no choice of one.
  expect(await page.getByRole('navigation', { name: 'Очередь линии поддержки' }).count()).toBe(0);

  await command('optima', number, { command: 'classify', type: 'incident', priority: '2' });
  await row.waitFor({ state: 'detached' });

  const other = await signedInPage(product, personOf('optima engineer'), { viewport: PHONE });
  await other.goto('/d/optima');
  await other.waitForURL('**/d/optima?view=open');
  await other.goto('/d/optima?view=classify');
  await rowOf(other, 'Кто мы?').waitFor();
  expect(await screenFaults(other, 'what waits to be classified, phone')).toEqual([]);
});

it('of another desk nothing waits: the empty list says what would stand there', async () => {
  const page = await signedInPage(product, personOf('flat dispatcher'));
  await page.goto('/');
  await page.waitForURL('**/d/flat?view=open');
  await page.getByRole('link', { name: 'Разобрать' }).click();
  await page.getByText('Всё разобрано').waitFor();
  await page.getByText(/Заявка ждёт здесь, пока не известна компания/u).waitFor();
  expect(await screenFaults(page, 'nothing to classify')).toEqual([]);
});
