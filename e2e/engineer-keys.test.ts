import { endpoints } from '@reglament/contract';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { signedIn, type Visitor } from '../apps/server/src/testing/start-test-server.ts';
import { addCustomer, addStaff, type TestPerson } from '../apps/server/src/testing/test-desk.ts';
import { screenFaults } from './check-screen.ts';
import { PATIENCE_MS, type Product, signedInPage, startProduct } from './product.ts';

// An engineer's work without a mouse: nothing here clicks.

let product: Product;
let engineer: TestPerson;
let api: Visitor;
let number: number;

beforeAll(async () => {
  product = await startProduct();
  const { opened } = product.server;
  const email = 'olga@optima.example';
  await addCustomer(opened, 'optima', { company: 'ООО «Окна»', email, name: 'Ольга', packageId: '8x5x4' });
  engineer = await addStaff(opened, 'optima', 'engineer', 'anna@optima.example');
  api = await signedIn(product.server, engineer);
  const body = {
    channel: 'email' as const,
    requesterEmail: email,
    requesterName: 'Ольга',
    companyId: null,
    subject: 'Не печатает',
    text: 'Не печатает второй день',
    type: null,
    priority: '3',
  };
  ({ number } = await api.call(
    endpoints.registerTicket,
    { params: { desk: 'optima' }, body },
    { idempotencyKey: 'keys' },
  ));
});
afterAll(async () => {
  expect(product.watch.faults).toEqual([]);
  await product.stop();
});

const ticket = () => api.call(endpoints.getTicket, { params: { desk: 'optima', number } });

it('opens, classifies, takes, notes, answers and goes back by the keyboard alone', async () => {
  const page = await signedInPage(product, engineer);
  const { keyboard } = page;
  await page.goto(`${product.server.url}/d/optima?view=open`);
  await page.getByRole('link', { name: 'Не печатает' }).waitFor();

  await keyboard.press('?');
  await page.getByRole('dialog', { name: 'Горячие клавиши' }).waitFor();
  expect(await screenFaults(page, 'shortcuts')).toEqual([]);
  await keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });

  await keyboard.press('j');
  await keyboard.press('o');
  await page.getByRole('heading', { level: 1, name: /Не печатает/ }).waitFor();

  await keyboard.press('t');
  await expect
    .poll(async () => (await ticket()).ticket.assignee?.personId, { timeout: PATIENCE_MS })
    .toBe(engineer.personId);

  await keyboard.press('n');
  await keyboard.type('Похоже на драйвер. not r, a or t here');
  await keyboard.press('Control+Enter');
  await page.getByText('Похоже на драйвер').first().waitFor();
  await expect
    .poll(async () => (await ticket()).messages.filter(({ kind }) => kind === 'note').length, {
      timeout: PATIENCE_MS,
    })
    .toBe(1);

  await keyboard.press('Escape');
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  await keyboard.press('r');
  await keyboard.type('Обновите драйвер принтера.');
  await keyboard.press('Control+Enter');
  await expect
    .poll(async () => (await ticket()).messages.filter(({ kind }) => kind === 'reply').length, {
      timeout: PATIENCE_MS,
    })
    .toBe(1);

  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  await keyboard.press('a');
  await page.getByRole('dialog', { name: 'Назначить' }).waitFor();
  expect(await screenFaults(page, 'assign')).toEqual([]);
  // The list of colleagues, then the dialog.
  await keyboard.press('Escape');
  await keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });

  await keyboard.press('u');
  await page.waitForURL(/view=open/);
  await page.context().close();
});

it('writes its letters where somebody types', async () => {
  const page = await signedInPage(product, engineer);
  await page.goto(`${product.server.url}/d/optima/t/${number}`);
  await page.getByRole('heading', { level: 1, name: /Не печатает/ }).waitFor();
  await page.keyboard.press('r');
  await page.keyboard.type('rntalu?cjkxo');
  expect(await page.getByRole('textbox', { name: /ответ/i }).first().inputValue()).toBe('rntalu?cjkxo');
  expect(page.url()).toMatch(new RegExp(`/t/${number}$`));
  await page.context().close();
});
