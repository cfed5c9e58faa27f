import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addCustomer, addStaff, type TestPerson } from '../apps/server/src/testing/test-desk.ts';
import { type Product, signedInPage, startProduct } from './product.ts';

const DESK = 'flat';
const LIST = `/d/${DESK}/companies`;
let product: Product;
let dispatcher: TestPerson;
let engineer: TestPerson;

beforeAll(async () => {
  product = await startProduct();
  const { opened } = product.server;
  dispatcher = await addStaff(opened, DESK, 'dispatcher', 'dispatcher@flat.example');
  engineer = await addStaff(opened, DESK, 'engineer', 'engineer@flat.example');
  const customer = { email: 'olga@birch.example', name: 'Ольга Длиннофамильная', packageId: '8x5' };
  await addCustomer(opened, DESK, {
    company: `АО «Берёзовая роща и ${'длинное-'.repeat(14)}»`,
    ...customer,
  });
  await addCustomer(opened, DESK, { ...customer, company: 'ООО «Тополь»', email: 'ivan@poplar.example' });
});

afterAll(() => product.stop());

const dialogOf = (page: Page) => page.getByRole('dialog');
const save = async (page: Page): Promise<void> => {
  await dialogOf(page).getByRole('button', { name: 'Сохранить' }).click();
};

describe('companies', () => {
  it('a dispatcher keeps one, is told what is wrong with its numbers, and merges it with its double and back', async () => {
    const page = await signedInPage(product, dispatcher);
    await page.goto(LIST);
    await page.getByRole('link', { name: /Тополь/ }).waitFor();
    await page.getByRole('button', { name: 'Новая компания' }).click();
    await dialogOf(page).getByLabel('Название').fill('Тополь, АО');
    await dialogOf(page).getByLabel('ИНН', { exact: true }).fill('7707083894');
    await save(page);
    await page.getByRole('alert').filter({ hasText: 'не сходится с контрольными цифрами' }).waitFor();
    await dialogOf(page).getByLabel('ИНН', { exact: true }).fill('7707083893');
    await save(page);
    await page.getByRole('heading', { level: 1, name: 'Тополь, АО' }).waitFor();
    await page.getByText('Центральный').waitFor();

    await page.getByRole('button', { name: 'Изменить: Контакты' }).click();
    await dialogOf(page).getByLabel('Имя').fill('Анна');
    await dialogOf(page).getByLabel('Телефон').fill('8 (495) 123-45-67');
    await save(page);
    await page.getByText('+7 (495) 123-45-67').waitFor();

    await page.getByRole('button', { name: 'Объединить: ООО «Тополь»' }).click();
    await dialogOf(page).getByRole('button', { name: 'Объединить', exact: true }).click();
    await page.getByText('Сюда вошли: ООО «Тополь»').waitFor();
    await page.getByText('ivan@poplar.example').waitFor();
    await page.getByRole('button', { name: 'Отменить объединение: ООО «Тополь»' }).click();
    await dialogOf(page).getByRole('button', { name: 'Отменить объединение', exact: true }).click();
    await page.getByText('ivan@poplar.example').waitFor({ state: 'detached' });
    expect(await page.getByText('+7 (495) 123-45-67').count()).toBe(1);
  });

  it('a table is told row by row, then kept but for the wrong row', async () => {
    const page = await signedInPage(product, dispatcher);
    await page.goto(LIST);
    await page.getByRole('link', { name: 'Загрузить из таблицы' }).click();
    const buffer = Buffer.from('Название;ИНН\nООО «Ясень»;\nВяз;7707083894\n');
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'companies.csv', mimeType: 'text/csv', buffer });
    await page.getByText('строка 3').waitFor();
    await page.getByText('7707083894 не сходится').waitFor();
    await page.getByRole('button', { name: 'Сохранить 1 строку' }).click();
    await page.getByText('Сохранено.').waitFor();
    await page.getByRole('combobox', { name: 'Какие строки показать' }).click();
    await page.getByRole('option', { name: 'Все' }).click();
    await page.getByRole('link', { name: 'ООО «Ясень»' }).click();
    await page.getByRole('heading', { level: 1, name: 'ООО «Ясень»' }).waitFor();
  });

  it('an engineer finds one by its name and only reads it', async () => {
    const page = await signedInPage(product, engineer);
    await page.goto(LIST);
    await page.getByRole('searchbox').fill('берёзов');
    await page.getByRole('link', { name: /Берёзовая/ }).click();
    await page.getByText('olga@birch.example').waitFor();
    expect(
      await page
        .getByRole('main')
        .getByRole('button')
        .evaluateAll((all) => all.map((one) => one.outerHTML)),
    ).toEqual([]);
  });
});

it('nothing of all this was a surprise', () => {
  expect(product.watch).toEqual({ faults: [], foreign: [], executed: [] });
  expect(product.server.errors).toEqual([]);
});
