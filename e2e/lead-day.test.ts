import { endpoints } from '@reglament/contract';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { signedIn, type Visitor } from '../apps/server/src/testing/start-test-server.ts';
import { copyTicket } from '../apps/server/src/testing/copy-ticket.ts';
import { addCustomer, addStaff, type TestPerson } from '../apps/server/src/testing/test-desk.ts';
import { screenFaults } from './check-screen.ts';
import { PHONE, type Product, signedInPage, startProduct } from './product.ts';

// A lead's morning: what presses, who has how much, and several tickets given away at once.

let product: Product;
let lead: TestPerson;
let api: Visitor;
let engineer: TestPerson;

beforeAll(async () => {
  product = await startProduct();
  const { opened } = product.server;
  await addCustomer(opened, 'optima', {
    company: 'ООО «Окна»',
    email: 'olga@optima.example',
    name: 'Ольга',
    packageId: '8x5x4',
  });
  lead = await addStaff(opened, 'optima', 'lead', 'gleb@optima.example');
  engineer = await addStaff(opened, 'optima', 'engineer', 'anna@optima.example');
  api = await signedIn(product.server, lead);
  for (const subject of ['Не печатает', 'Не считает', 'Не открывает'])
    await api.call(
      endpoints.registerTicket,
      {
        params: { desk: 'optima' },
        body: {
          channel: 'email',
          requesterEmail: 'olga@optima.example',
          requesterName: 'Ольга',
          companyId: null,
          subject,
          text: subject,
          type: null,
          priority: '3',
        },
      },
      { idempotencyKey: subject.length + encodeURIComponent(subject) },
    );
});
afterAll(async () => {
  expect(product.watch.faults).toEqual([]);
  await product.stop();
});

const rows = (page: Page) => page.getByRole('row');
const inView = async (): Promise<readonly (string | null)[]> =>
  (await api.call(endpoints.getQueue, { params: { desk: 'optima' }, query: { view: 'open' } })).tickets.map(
    ({ assignee }) => assignee?.personId ?? null,
  );

it('sees on the board what is open, and goes from a figure to its tickets', async () => {
  const page = await signedInPage(product, lead);
  await page.goto(`${product.server.url}/d/optima/board`);
  await page.getByRole('heading', { level: 1, name: 'Обзор' }).waitFor();
  await page.getByRole('link', { name: /3\s*Открыты/ }).waitFor();
  expect(await screenFaults(page, 'lead 1')).toEqual([]);
  await page.getByRole('link', { name: /3\s*Не назначены/ }).click();
  await page.waitForURL(/view=open.*assignee=none/);
  await page.getByRole('link', { name: 'Не считает' }).waitFor();
  expect(await screenFaults(page, 'lead 2')).toEqual([]);
  await page.context().close();
});

it('chooses rows by the keyboard, gives them away, and takes it back', async () => {
  const page = await signedInPage(product, lead);
  await page.goto(`${product.server.url}/d/optima?view=open`);
  await page.getByRole('link', { name: 'Не печатает' }).waitFor();
  await page.keyboard.press('j');
  await page.keyboard.press('x');
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  // The same key of a Russian layout, with everything between.
  await page.keyboard.press('Shift+KeyX');
  await page.getByText('Выбрано: 3').waitFor();
  expect(await screenFaults(page, 'lead 3')).toEqual([]);
  await page.getByRole('button', { name: 'Назначить' }).click();
  await page.getByRole('menuitem', { name: /anna/i }).click();
  await page.getByText('Изменено: 3 заявки').waitFor();
  expect(await inView()).toEqual([engineer.personId, engineer.personId, engineer.personId]);
  await page.getByRole('button', { name: 'Отменить' }).click();
  await page.getByText('Возвращено как было').waitFor();
  expect(await inView()).toEqual([null, null, null]);
  await page.context().close();
});

it('keeps a view for everybody, and a colleague finds it', async () => {
  const page = await signedInPage(product, lead);
  await page.goto(`${product.server.url}/d/optima?view=open&assignee=none&turn=us`);
  await page.getByRole('button', { name: 'Сохранить список' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Название').fill('Разобрать сейчас');
  await dialog.getByLabel('Показывать всем сотрудникам').check();
  expect(await screenFaults(page, 'lead 4')).toEqual([]);
  await dialog.getByRole('button', { name: 'Сохранить' }).click();
  await page.getByText('Список сохранён').waitFor();
  await page.context().close();

  const hers = await signedInPage(product, engineer);
  await hers.goto(`${product.server.url}/d/optima?view=mine`);
  // With how many tickets it holds.
  await hers.getByRole('link', { name: /^Разобрать сейчас\s*[1-9]$/ }).click();
  await hers.waitForURL(/assignee=none/);
  await hers.getByRole('link', { name: 'Не открывает' }).waitFor();
  expect(await rows(hers).count()).toBe(4);
  await hers.context().close();
});

it('has all of it on a phone', async () => {
  const page = await signedInPage(product, lead, { viewport: PHONE });
  await page.goto(`${product.server.url}/d/optima/board`);
  await page.getByRole('heading', { level: 1, name: 'Обзор' }).waitFor();
  expect(await screenFaults(page, 'lead 5')).toEqual([]);
  await page.goto(`${product.server.url}/d/optima?view=open&late=overdue`);
  await page.getByText('По этому отбору ничего нет').waitFor();
  await page.getByRole('button', { name: 'Отбор', exact: true }).click();
  await page.getByRole('combobox', { name: 'Срок' }).waitFor();
  expect(await screenFaults(page, 'lead 6')).toEqual([]);
  await page.context().close();
});

it('chooses a whole list, gives it away in parts, stops and goes on, and puts all of it back', async () => {
  const whole = async (query: { readonly assignee?: string }): Promise<number> =>
    (
      await api.call(endpoints.getQueueNumbers, {
        params: { desk: 'optima' },
        query: { view: 'open', ...query },
      })
    ).numbers.length;
  const { tickets } = await api.call(endpoints.getQueue, {
    params: { desk: 'optima' },
    query: { view: 'open' },
  });
  // More than a page of the list holds, and than one request changes.
  await copyTicket(product.server.opened, 'optima', Math.max(...tickets.map(({ number }) => number)), 247, 4);
  const page = await signedInPage(product, lead);
  let goes: () => void = () => undefined;
  const second = new Promise<void>((resolve) => (goes = resolve));
  let parts = 0;
  await page.route('**/tickets/bulk', async (route) => {
    parts += 1;
    if (parts === 2) await second;
    await route.continue();
  });
  await page.goto(`${product.server.url}/d/optima?view=open`);
  await rows(page).nth(5).waitFor();
  await page.keyboard.press('j');
  await page.keyboard.press('x');
  await page.getByRole('button', { name: 'Выбрать все в списке: 250' }).waitFor();
  await page.keyboard.press('Control+KeyA');
  await page.getByText('Выбрано: 250').waitFor();
  expect(await screenFaults(page, 'lead 7')).toEqual([]);
  await page.getByRole('button', { name: 'Назначить' }).click();
  await page.getByRole('menuitem', { name: /anna/i }).click();

  const dialog = page.getByRole('dialog');
  await dialog.getByText('100 из 250').waitFor();
  expect(await screenFaults(page, 'lead 8')).toEqual([]);
  // Whoever goes back meanwhile stays.
  await page.evaluate(() => history.back());
  await dialog.getByRole('button', { name: 'Остановить' }).click();
  await dialog.getByText('Закончим начатую часть').waitFor();
  goes();
  await dialog.getByText('Не тронуто: 50 заявок.').waitFor();
  expect(await whole({ assignee: engineer.personId })).toBe(200);
  expect(await screenFaults(page, 'lead 9')).toEqual([]);
  await dialog.getByRole('button', { name: 'Продолжить' }).click();
  await dialog.getByText('Отказов нет.').waitFor();
  expect(await whole({ assignee: engineer.personId })).toBe(250);

  await dialog.getByRole('button', { name: 'Вернуть как было' }).click();
  // Two hundred and fifty decisions: on a busy machine longer than a screen may take.
  await dialog.getByText('Возвращено: 250').waitFor({ timeout: 60_000 });
  await dialog.getByText('Отказов нет.').waitFor();
  expect(await whole({ assignee: 'none' })).toBe(250);
  expect(parts).toBe(6);
  await dialog.getByRole('button', { name: 'Закрыть' }).last().click();
  await dialog.waitFor({ state: 'detached' });
  await page.context().close();
});
