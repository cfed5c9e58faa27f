import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newSetupToken } from '../apps/server/src/use-cases/set-up-first.ts';
import { screenFaults } from './check-screen.ts';
import { DESKTOP, PHONE, type Product, startProduct } from './product.ts';

const shipped = readFileSync(new URL('../regulations/centaur.yaml', import.meta.url), 'utf8');

let product: Product;
beforeAll(async () => {
  product = await startProduct({ empty: true });
});
afterAll(async () => {
  expect(product.watch).toEqual({ faults: [], foreign: [], executed: [] });
  expect(product.server.errors).toEqual([]);
  await product.stop();
});

const sound = async (page: Page): Promise<void> =>
  expect(await screenFaults(page, new URL(page.url()).pathname)).toEqual([]);
const next = (page: Page): Promise<void> => page.getByRole('button', { name: 'Дальше' }).click();
const file = (source: string) => ({ name: 'ours.yaml', mimeType: 'text/yaml', buffer: Buffer.from(source) });

describe('a product that begins empty', () => {
  it('leads nobody in by an address that was not printed', async () => {
    const page = await (await product.visitor({ viewport: PHONE })).newPage();
    await page.goto('/setup#nothing');
    await page.getByText('Этот адрес уже не действует').waitFor();
    await sound(page);
  });

  it('leads from the printed address to a desk that registers a ticket, on a phone', async () => {
    const token = await newSetupToken(product.server.opened.context);
    const page = await (await product.visitor({ viewport: PHONE })).newPage();
    await page.goto(`/setup#${token}`);

    // Nothing typed: told at each field, nothing sent.
    await page.getByRole('heading', { name: /^Вы/ }).waitFor();
    await next(page);
    await page.getByText('Введите имя').waitFor();
    await sound(page);
    await page.getByLabel('Имя и фамилия').fill('Анна Первая');
    await page.getByLabel('Ваша почта').fill('anna@first.example');
    await page.getByLabel('Пароль', { exact: true }).fill('a long password');
    await next(page);

    await page.getByLabel('Имя в адресах').fill('help');
    await page.getByLabel('Почта службы').fill('help@first.example');
    await page.getByLabel('Название').fill('Наша поддержка');
    await sound(page);
    await next(page);

    // A broken file is told with its line; a sound one goes on.
    await page.getByText('Свой файл').click();
    const input = page.locator('input[type=file]');
    await input.setInputFiles(file(shipped.replace(/^zone: .*$/m, 'zone: Europe/Atlantis')));
    await page.getByText(/меша[а-я]+ начать/).waitFor();
    await sound(page);
    await page.getByRole('button', { name: 'Открыть службу' }).click();
    await input.setInputFiles(file(shipped));
    await page.getByText(/ошибок нет/).waitFor();
    await page.getByRole('button', { name: 'Открыть службу' }).click();

    await page.getByRole('heading', { name: 'Служба открыта' }).waitFor();
    await page.getByText('Сделано 1 из 5').waitFor();
    expect(new URL(page.url()).pathname).toBe('/d/help/welcome');
    expect(new URL(page.url()).hash).toBe('');
    await sound(page);

    await page.getByRole('link', { name: 'Подключить ящик' }).click();
    await page.getByRole('heading', { name: 'Почтовый ящик' }).waitFor();
    await page.getByRole('button', { name: 'Подключить' }).first().click();
    await page.getByLabel('Сервер', { exact: true }).fill('mail.invalid');
    await page.getByLabel('Имя пользователя').fill('help');
    await page.getByLabel('Пароль', { exact: true }).fill('x');
    await page.getByRole('button', { name: 'Проверить подключение' }).click();
    await page.getByText('Сервера с таким именем нет').waitFor();
    await sound(page);

    await page.goto('/d/help/new');
    await page.getByRole('heading', { name: 'Новая заявка' }).waitFor();
    await page.context().close();
  });

  it('takes another desk, whose administrator is the one of the first', async () => {
    const token = await newSetupToken(product.server.opened.context, 'another');
    const context = await product.visitor({ viewport: PHONE });
    await context.request.post('/api/session', {
      data: { email: 'anna@first.example', password: 'a long password' },
    });
    const page = await context.newPage();
    await page.goto(`/setup#${token}`);
    await page.getByLabel('Я — Анна Первая').waitFor();
    await sound(page);
    await next(page);
    await page.getByLabel('Имя в адресах').fill('help');
    await page.getByLabel('Почта службы').fill('second@first.example');
    await next(page);
    await page.getByLabel(/ФЛАТ/).first().check();
    await page.getByRole('button', { name: 'Открыть службу' }).click();
    // The name belongs to the first: one is back where it is typed.
    await page.getByText('Это имя в адресах уже занято другой службой').waitFor();
    await sound(page);
    await page.getByLabel('Имя в адресах').fill('second');
    await next(page);
    await page.getByRole('button', { name: 'Открыть службу' }).click();
    await page.getByRole('heading', { name: 'Служба открыта' }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/d/second/welcome');

    // What it is called is the administrator’s to say; the other screen hears of it.
    const other = await context.newPage();
    await other.setViewportSize(DESKTOP);
    await other.goto('/d/second/settings/desk');
    await page.goto('/d/second/settings/desk');
    await page.getByLabel('Название по-русски').fill('Поддержка Ладьи');
    await sound(page);
    await page.getByRole('button', { name: 'Сохранить' }).click();
    await page.getByText(/^Сохранено/).waitFor();
    await other.getByTitle('Поддержка Ладьи').first().waitFor();
    await other
      .getByRole('list')
      .getByRole('link', { name: /Наша поддержка/ })
      .waitFor();
    await sound(other);
    await context.close();
  });

  it('is set up for everybody who comes later', async () => {
    const context = await product.visitor({ viewport: DESKTOP });
    const response = await context.request.post('/api/session', {
      data: { email: 'anna@first.example', password: 'a long password' },
    });
    expect(response.ok()).toBe(true);
    const page = await context.newPage();
    for (const section of ['desk', 'regulation', 'mailbox', 'audit', 'export']) {
      await page.goto(`/d/help/settings/${section}`);
      await page.locator('main h2').first().waitFor();
      await page.waitForLoadState('networkidle');
      await sound(page);
    }
    await page.goto('/d/help/settings/audit?outcome=done');
    await page.getByRole('cell', { name: 'Служба создана' }).waitFor();
    await page.goto('/d/help/settings/regulation');
    await page.getByRole('link', { name: 'Показать текст' }).first().click();
    await page.getByRole('list', { name: 'Текст редакции' }).waitFor();
    await sound(page);
  });
});
