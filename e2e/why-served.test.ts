import { afterAll, beforeAll, expect, it } from 'vitest';
import { openCase, type StatusCase } from '../apps/server/src/testing/status-case.ts';
import { screenFaults } from './check-screen.ts';
import { pathOfTicket } from './paths.ts';
import { DESKTOP, PHONE, type Product, signedInPage, startProduct } from './product.ts';

const DESK = 'alteroffice';
let product: Product;
let found: StatusCase;

beforeAll(async () => {
  product = await startProduct();
  found = await openCase(product.server.opened, { slug: DESK, packageId: 'basic' });
});
afterAll(() => product.stop());

const screens = [
  ['light', { viewport: DESKTOP, colorScheme: 'light' }],
  ['dark phone', { viewport: PHONE, colorScheme: 'dark' }],
] as const;

it.each(screens)('the engineer unfolds every rule by the keyboard: %s', async (name, options) => {
  const page = await signedInPage(product, found.staff, options);
  await page.goto(pathOfTicket(DESK, found.number));
  await page.getByRole('heading', { level: 1, name: `№ ${found.number}` }).waitFor();
  if (options.viewport === PHONE) await page.getByText('Подробности').click();
  await page.locator('summary', { hasText: 'Почему так: все правила' }).focus();
  await page.keyboard.press('Enter');
  await page.getByText('обслуживает заявку').waitFor();
  const listed = page.getByRole('listitem').filter({ hasText: 'Обратившийся есть в списке' });
  await listed.getByRole('img', { name: 'выполнено' }).waitFor();
  const licence = page.getByRole('listitem').filter({ hasText: 'лицензионный договор' });
  await licence.getByRole('img', { name: 'неизвестно' }).waitFor();
  expect(await screenFaults(page, name)).toEqual([]);
});

it.each(screens)('the customer reads it in words to them, in both languages: %s', async (name, options) => {
  const visitor = await product.visitor(options);
  const page = await visitor.newPage();
  await page.goto(found.path);
  await page.locator('summary', { hasText: 'Почему решено так' }).focus();
  await page.keyboard.press('Enter');
  await page.getByText('обслуживаем по нему').waitFor();
  expect(await page.getByText('лицензионный договор').count()).toBe(0);
  expect(await screenFaults(page, name)).toEqual([]);
  await page.getByRole('link', { name: 'English' }).click();
  await page.locator('summary', { hasText: 'Why it was decided so' }).click();
  await page.getByText('we serve you under it').waitFor();
});
