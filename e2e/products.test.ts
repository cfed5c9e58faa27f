import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addCustomer, addStaff, type TestPerson } from '../apps/server/src/testing/test-desk.ts';
import { screenFaults } from './check-screen.ts';
import { type Product, signedInPage, startProduct } from './product.ts';

const DESK = 'alteroffice';
const CATALOGUE = `/d/${DESK}/products`;
let product: Product;
let lead: TestPerson;
let page: Page;

beforeAll(async () => {
  product = await startProduct();
  await addCustomer(product.server.opened, DESK, {
    company: 'ООО «Мебель»',
    email: 'ivan@furniture.example',
    name: 'Иван',
    packageId: 'basic',
  });
  lead = await addStaff(product.server.opened, DESK, 'lead', 'lead@ao.example');
  page = await signedInPage(product, lead);
});
afterAll(() => product.stop());

const dialog = () => page.getByRole('dialog');
const part = (name: string) => page.getByRole('region', { name: new RegExp(`^${name}`, 'u') });

describe('a lead', () => {
  it('finds the products of the regulation and adds a version by keyboard (AO-1.2)', async () => {
    await page.goto(CATALOGUE);
    await part('AText').getByRole('button', { name: 'Добавить версию' }).press('Enter');
    await dialog().getByLabel('Номер').fill('7.3');
    await dialog().getByLabel('Вышла').fill('2021-03-01');
    await dialog().getByLabel('Конец поддержки').fill('2020-01-01');
    await dialog().getByLabel('Платформы').fill('Astra Linux 1.7\nРЕД ОС 8\n');
    await dialog().getByLabel('Номер').press('Enter');
    await dialog().getByText('Даты идут не по порядку', { exact: false }).waitFor();
    await dialog().getByLabel('Конец поддержки').fill('2024-01-01');
    await dialog().getByRole('button', { name: 'Сохранить' }).press('Enter');
    await part('AText').getByText('не поддерживается').waitFor();
    await part('AText').getByText('Astra Linux 1.7, РЕД ОС 8').waitFor();
  });

  it('is told why a product can’t be there twice, and retires one', async () => {
    await page.getByRole('button', { name: 'Новый продукт' }).click();
    await dialog().getByLabel('Название').fill('atext');
    await dialog().getByRole('button', { name: 'Сохранить' }).click();
    await dialog().getByText('Продукт «AText» в каталоге уже есть.').waitFor();
    await dialog().getByLabel('Название').fill('AReader');
    await dialog().getByRole('button', { name: 'Сохранить' }).click();
    await part('AReader').getByRole('button', { name: 'Снять' }).click();
    await part('AReader').getByRole('button', { name: 'Вернуть' }).waitFor();
  });

  it('registers a call about a version at its end of life: it is marked with the clause (AO-4.2.6)', async () => {
    await page.goto(`/d/${DESK}/new`);
    await page.getByLabel('Имя').fill('Иван');
    await page.getByLabel('Тема').first().fill('Не открывается');
    await page.getByRole('combobox', { name: /^Продукт/u }).click();
    await page.getByRole('option', { name: 'AText', exact: true }).click();
    await page.getByRole('combobox', { name: /^Версия/u }).click();
    await page.getByRole('option', { name: /^7\.3/u }).click();
    await page.getByRole('button', { name: 'Зарегистрировать' }).click();
    await page.getByText('AText 7.3').waitFor();
    await page.getByText('Снятые с поддержки продукты').first().waitFor();
    expect(await screenFaults(page, 'ticket with a product')).toEqual([]);
  });

  it('names another product of a ticket, or all of them together', async () => {
    await page.getByRole('button', { name: 'Другие действия' }).click();
    await page.getByRole('menuitem', { name: 'Назвать продукт' }).click();
    await dialog()
      .getByRole('combobox', { name: /^Продукт/u })
      .click();
    await page.getByRole('option', { name: /всё вместе$/u }).click();
    await dialog().getByRole('button', { name: 'Сохранить' }).click();
    await page.getByText('Офисный пакет AlterOffice', { exact: true }).last().waitFor();
    await page.getByText('AText 7.3').first().waitFor({ state: 'hidden' });
  });
});

describe('the catalogue', () => {
  it('is read by an engineer, who has nothing to press', async () => {
    const engineer = await addStaff(product.server.opened, DESK, 'engineer', 'pavel@ao.example');
    const own = await signedInPage(product, engineer);
    await own.goto(CATALOGUE);
    await own.getByRole('heading', { name: 'AText' }).waitFor();
    expect(await own.getByRole('button', { name: 'Добавить версию' }).count()).toBe(0);
    await own.context().close();
  });
});

it('no page did what it should not have', () => {
  expect(product.watch).toEqual({ faults: [], foreign: [], executed: [] });
});
