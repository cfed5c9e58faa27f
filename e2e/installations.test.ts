import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addCustomer, addStaff, type TestPerson } from '../apps/server/src/testing/test-desk.ts';
import { screenFaults } from './check-screen.ts';
import { type Product, signedInPage, startProduct } from './product.ts';

const DESK = 'alteroffice';
let product: Product;
let lead: TestPerson;
let companyId: string;
let page: Page;

beforeAll(async () => {
  product = await startProduct();
  ({ companyId } = await addCustomer(product.server.opened, DESK, {
    company: 'АО «Берёза»',
    email: 'ivan@birch.example',
    name: 'Иван',
    packageId: null,
  }));
  lead = await addStaff(product.server.opened, DESK, 'lead', 'lead@alteroffice.example');
  page = await signedInPage(product, lead);
});
afterAll(() => product.stop());

const dialog = () => page.getByRole('dialog');
const company = () => `/d/${DESK}/companies/${companyId}`;
const save = () => dialog().getByRole('button', { name: 'Сохранить' }).click();
const ago = (days: number): string => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);

describe('a lead', () => {
  it('issues a certificate for two workstations, paid by a document', async () => {
    await page.goto(company());
    await page.getByRole('button', { name: 'Выписать: Сертификаты' }).click();
    await dialog().getByLabel('Пакет').selectOption('extended');
    await dialog().getByLabel('Номер сертификата').fill('АО-118');
    await dialog().getByLabel('Экземпляров').fill('1');
    await dialog().getByLabel('Тип установки').selectOption('workstation');
    await dialog().getByLabel('Оплата').fill('ПП 118 от 10.01.2026');
    await dialog().getByLabel('Дата: покупка').fill(ago(120));
    await dialog().getByRole('button', { name: 'Выписать' }).click();
    await page.getByRole('heading', { level: 1, name: 'АО-118' }).waitFor();
    await page.getByText('ПП 118 от 10.01.2026').waitFor();
    await page.getByText('На учёте ничто не говорит о нарушении').waitFor();
  });

  it('records what the company runs by keyboard, is told what is wrong, and finds it by its key', async () => {
    await page.goto(company());
    await page.getByRole('button', { name: 'Добавить установку: Установки' }).click();
    await save();
    await dialog().getByText('Выберите продукт').waitFor();
    await dialog().getByLabel('Продукт').selectOption('AText');
    await dialog().getByLabel('Тип установки').selectOption('workstation');
    await dialog().getByLabel('Ключ зарегистрирован').fill(ago(-2));
    await save();
    await dialog().getByText('Укажите его номер').waitFor();
    await dialog().getByText('в будущем').waitFor();
    await dialog().getByLabel('Ключ зарегистрирован').fill(ago(30));
    await dialog().getByLabel('Ключ или серийный номер').fill('AT-7781-АВ');
    await page.keyboard.press('Enter');
    await dialog().waitFor({ state: 'detached' });
    await page.getByText('ключ AT-7781-АВ').waitFor();
    await page.getByRole('link', { name: 'сертификат АО-118' }).waitFor();
    await page.goto(`/d/${DESK}/companies`);
    await page.getByRole('searchbox').fill('at7781ab');
    await page.getByRole('link', { name: 'AT-7781-АВ' }).click();
    await page.getByRole('heading', { level: 1, name: 'АО «Берёза»' }).waitFor();
  });

  it('sees a lapsed licence agreement, and puts its last day right', async () => {
    await page.goto(company());
    await page.getByRole('button', { name: 'Добавить договор' }).click();
    await dialog().getByLabel('Номер').fill('ЛД-17');
    await dialog().getByLabel('AText').check();
    await dialog().getByLabel('Действует с').fill('2024-03-01');
    await dialog().getByLabel('Действует по').fill('2024-02-01');
    await save();
    await dialog().getByText('Поменяйте даты местами').waitFor();
    await dialog().getByLabel('Действует по').fill('2025-02-28');
    await save();
    await page.getByText('истёк').waitFor();
    await page.goto(`/d/${DESK}/certificates`);
    await page.getByLabel('Что показать').selectOption('licences-lapsed');
    await page.getByRole('link', { name: 'ЛД-17' }).click();
    await page.getByRole('button', { name: 'Изменить: ЛД-17' }).click();
    await dialog().getByLabel('Действует по').fill('');
    await save();
    await page.getByText('действует', { exact: false }).filter({ hasText: 'AText' }).waitFor();
  });

  it('loads a table of keys: told row by row, then kept but for the wrong row', async () => {
    await page.goto(`/d/${DESK}/companies/import`);
    await page.getByLabel('Установки и ключи').check();
    const buffer = Buffer.from(
      'Компания;Продукт;Тип установки;Ключ;Лицензий\nБерёза;AText;Рабочая станция;AT-7781-АВ;3\nБерёза;Нет;;X-1;\n',
    );
    await page.locator('input[type=file]').setInputFiles({ name: 'keys.csv', mimeType: 'text/csv', buffer });
    await page.getByText('Продукта «Нет» в каталоге нет').waitFor();
    await page.getByRole('button', { name: 'Сохранить 1 строку' }).click();
    await page.getByText('Сохранено.').waitFor();
    expect(await screenFaults(page, 'import')).toEqual([]);
    await page.goto(company());
    await page.getByText('3 лицензии').waitFor();
  });

  it('finds who uses more than was bought, opens a check and records what it found', async () => {
    await page.goto(company());
    await page.getByRole('button', { name: 'Добавить установку: Установки' }).click();
    await dialog().getByLabel('Продукт').selectOption('ACell');
    await save();
    await dialog().waitFor({ state: 'detached' });
    await page.goto(`/d/${DESK}/certificates?view=over-quantity`);
    await page.getByText('2 из 1').waitFor();
    await page.getByRole('link', { name: 'АО-118' }).click();
    await page.getByText('Используется 2, куплено 1').waitFor();
    expect(await screenFaults(page, 'certificate')).toEqual([]);
    await page.getByRole('button', { name: 'Другие действия' }).click();
    await page.getByRole('menuitem', { name: 'Начать проверку' }).click();
    await dialog().getByLabel('Причина').fill('Больше, чем куплено');
    await dialog().getByRole('button', { name: 'Начать проверку' }).click();
    await page.getByText(/^Проверка идёт с/u).waitFor();
    await page.getByRole('button', { name: 'Другие действия' }).click();
    await page.getByRole('menuitem', { name: 'Записать итог проверки' }).click();
    await dialog().getByRole('button', { name: 'Записать' }).click();
    await dialog().getByText('Выберите итог').waitFor();
    await dialog().getByLabel('Условия нарушены').check();
    await dialog().getByLabel('Что найдено').fill('Докупают лицензию');
    await dialog().getByRole('button', { name: 'Записать' }).click();
    await page.getByText('Проверка: условия нарушены').waitFor();
    await page.getByText('Причина: Докупают лицензию').waitFor();
  });
});

it('and nothing of it went wrong in the browser', () => {
  expect(product.watch.faults).toEqual([]);
});
