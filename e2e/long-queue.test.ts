import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { copyTicket } from '../apps/server/src/testing/copy-ticket.ts';
import { addCustomer, addStaff } from '../apps/server/src/testing/test-desk.ts';
import { pathOfQueue } from './paths.ts';
import { type Product, signedInPage, startProduct } from './product.ts';
import { ticketFrom } from './tickets.ts';

const DESK = 'optima';
const COUNT = 5000;
/** What a screen of 900 px and a few rows beyond it need; all rows at once would be fifty times more. */
const ROWS_AT_MOST = 100;

let product: Product;
let page: Page;

beforeAll(async () => {
  product = await startProduct();
  const { server } = product;
  await addCustomer(server.opened, DESK, {
    company: 'ООО «Окна»',
    email: 'olga@okna.example',
    name: 'Ольга',
    packageId: '8x5x4',
  });
  const number = await ticketFrom(server, DESK, {
    from: 'olga@okna.example',
    name: 'Ольга',
    subject: 'Обращение',
    text: 'Приоритет: 4\nВопрос.',
  });
  await copyTicket(server.opened, DESK, number, COUNT - 1, 4);
  page = await signedInPage(product, await addStaff(server.opened, DESK, 'engineer', 'anna@optima.example'));
  await page.goto(pathOfQueue(DESK));
  await page.getByRole('row').nth(5).waitFor();
});

afterAll(() => product.stop());

const rows = (): Promise<number> => page.getByRole('row').count();
const current = (): Promise<string> =>
  page.evaluate(() => document.activeElement?.closest('[role=row]')?.getAttribute('aria-rowindex') ?? '');

it('five thousand tickets show a screenful of rows', async () => {
  expect(await rows()).toBeGreaterThan(10);
  expect(await rows()).toBeLessThan(ROWS_AT_MOST);
  expect(await page.getByRole('link', { name: 'Открытые' }).innerText()).toContain('99+');
});

it('the keyboard walks on beyond what was loaded first, and Enter opens the row one stands on', async () => {
  await page.locator('body').press('j');
  await expect.poll(current).toBe('2');
  // Faster than pages load on a busy machine: no press past the end of what is there may be lost.
  for (let row = 27; row <= 152; row += 25) {
    for (let step = 0; step < 25; step += 1) await page.keyboard.press('ArrowDown');
    await expect.poll(current, { timeout: 10_000 }).toBe(String(row));
  }
  await page.keyboard.press('k');
  await expect.poll(current).toBe('151');
  expect(await rows()).toBeLessThan(ROWS_AT_MOST);
  const link = page.locator('[aria-rowindex="151"]').getByRole('link');
  const subject = (await link.innerText()).split(/:\s/).at(-1) ?? '';
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: subject, exact: false }).waitFor();
  await page.goBack();
  await page.getByRole('row').filter({ hasText: subject }).first().waitFor();
});

it('the scroll comes to the pages after, still in order, still a screenful', async () => {
  await page.mouse.move(800, 500);
  const seen = new Set<number>();
  for (let step = 0; step < 30; step += 1) {
    await page.mouse.wheel(0, 1500);
    await page.waitForTimeout(40);
    const indexes = await page
      .getByRole('row')
      .evaluateAll((all) => all.map((row) => Number(row.getAttribute('aria-rowindex'))));
    expect(indexes).toEqual(indexes.toSorted((a, b) => a - b));
    for (const index of indexes) seen.add(index);
  }
  expect(Math.max(...seen)).toBeGreaterThan(400);
  expect(await rows()).toBeLessThan(ROWS_AT_MOST);
});

it('ran without a fault', () => {
  expect(product.watch).toEqual({ faults: [], foreign: [], executed: [] });
  expect(product.server.errors).toEqual([]);
});
