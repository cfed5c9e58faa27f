import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addCustomer, addStaff, type TestPerson } from '../apps/server/src/testing/test-desk.ts';
import { type Product, signedInPage, startProduct } from './product.ts';
import { ticketFrom } from './tickets.ts';

const DESK = 'centaur';
let product: Product;
let engineer: TestPerson;
let number: number;

beforeAll(async () => {
  product = await startProduct();
  const { opened } = product.server;
  engineer = await addStaff(opened, DESK, 'engineer', 'engineer@centaur.example');
  await addCustomer(opened, DESK, {
    company: 'АО «Берёзовая роща»',
    email: 'ivan@birch.example',
    name: 'Иван Лесной',
    packageId: 'basic',
  });
  number = await ticketFrom(product.server, DESK, {
    from: 'ivan@birch.example',
    name: 'Иван Лесной',
    subject: `Ошибки при обновлении ${'очень-длинной-'.repeat(8)}темы`,
    text: 'После обновления **репозиторий** не отвечает. <img src=x onerror=alert(1)>',
  });
  await ticketFrom(product.server, DESK, {
    from: 'ivan@birch.example',
    name: 'Иван Лесной',
    subject: 'Вопрос по печати',
    text: 'Принтер молчит, хотя репозиторий отвечает.',
  });
});

afterAll(() => product.stop());

const field = (page: Page) => page.getByRole('combobox', { name: 'Что найти' });
const at = async (page: Page): Promise<void> => {
  await page.goto(`/d/${DESK}`);
  await page.getByRole('heading', { level: 1, name: 'Открытые' }).waitFor();
};

describe('the palette', () => {
  it('finds a ticket by another form of its words, by keyboard alone, and remembers it', async () => {
    const page = await signedInPage(product, engineer);
    await at(page);
    await page.keyboard.press('/');
    await field(page).waitFor();
    await page.keyboard.type('ошибок обновления');
    await page.getByRole('option', { name: /Ошибки при обновлении/ }).waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: /Ошибки при обновлении/ }).waitFor();
    expect(new URL(page.url()).pathname).toBe(`/d/${DESK}/t/${number}`);

    await page.keyboard.press('Control+k');
    await field(page).waitFor();
    await page
      .getByRole('group', { name: 'Недавнее' })
      .getByRole('option', { name: /Ошибки при обновлении/ })
      .waitFor();
    await page.keyboard.press('Escape');
    await field(page).waitFor({ state: 'detached' });
  });

  it('takes a text of any length, in an address of few letters, and says that its end does not count', async () => {
    const page = await signedInPage(product, engineer);
    await at(page);
    await page.keyboard.press('Control+k');
    await field(page).fill(`репозиторий ${'я'.repeat(488)} ${'ошибка '.repeat(2000)}`);
    await page.getByText('Запрос длинный', { exact: false }).waitFor();
    await page.goto(`/d/${DESK}/search`);
    await page.getByRole('searchbox').fill('🙂 принтер '.repeat(1200));
    await page.getByText('Запрос длинный', { exact: false }).waitFor();
    expect(page.url().length).toBeLessThan(8 * 1024);
    await page.reload();
    await page.getByText('Запрос длинный', { exact: false }).waitFor();
  });

  it('runs a command, and chooses with the arrows', async () => {
    const page = await signedInPage(product, engineer);
    await at(page);
    await page.keyboard.press('Control+k');
    await field(page).fill('решён');
    await page.getByRole('option', { name: 'Очередь: Решённые' }).waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Решённые' }).waitFor();
    await page.keyboard.press('Control+k');
    await field(page).fill('репозиторий');
    await page.getByRole('option', { name: /Вопрос по печати/ }).waitFor();
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Поиск' }).waitFor();
    expect(new URL(page.url()).searchParams.get('q')).toBe('репозиторий');
  });

  it('says that it took the words for another keyboard layout, and that there is nothing', async () => {
    const page = await signedInPage(product, engineer);
    await at(page);
    await page.keyboard.press('Control+k');
    await field(page).fill(',thtpjdfz');
    await page.getByText('Показано по запросу «березовая»').waitFor();
    await page
      .getByRole('option', { name: /Берёзовая роща/ })
      .first()
      .waitFor();
    await field(page).fill('квазиморда');
    await page.getByText('Ничего не найдено').waitFor();
  });

  it('does not open where somebody types', async () => {
    const page = await signedInPage(product, engineer);
    await page.goto(`/d/${DESK}/companies`);
    await page.getByRole('searchbox').fill('a/b');
    await page.getByRole('searchbox').press('/');
    expect(await field(page).count()).toBe(0);
    expect(await page.getByRole('searchbox').inputValue()).toBe('a/b/');
  });
});

describe('the page of results', () => {
  it('shows why each ticket was found, as plain text, and keeps the question in the address', async () => {
    const page = await signedInPage(product, engineer);
    await page.goto(`/d/${DESK}/search?q=${encodeURIComponent('репозитории')}`);
    await page.locator('mark', { hasText: 'репозиторий' }).first().waitFor();
    expect(await page.locator('main img').count()).toBe(0);
    await page.getByRole('searchbox', { name: 'Что найти' }).fill(`№ ${number}`);
    await page
      .getByRole('link', { name: /Ошибки при обновлении/ })
      .first()
      .waitFor();
    await page.waitForURL((url) => url.searchParams.get('q') === `№ ${number}`);
  });
});

it('nothing of all this was a surprise', () => {
  expect(product.watch).toEqual({ faults: [], foreign: [], executed: [] });
  expect(product.server.errors).toEqual([]);
});
