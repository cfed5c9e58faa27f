import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keepLetter } from '../apps/server/src/use-cases/keep-letter.ts';
import { letterFrom } from '../apps/server/src/testing/letters/letter-from.ts';
import { addCustomer, addStaff, deskIdOf, type TestPerson } from '../apps/server/src/testing/test-desk.ts';
import { type Product, signedInPage, startProduct } from './product.ts';

const DESK = 'shtrih-m';
const LIST = `/d/${DESK}/inquiries`;
let product: Product;
let seller: TestPerson;
let engineer: TestPerson;

beforeAll(async () => {
  product = await startProduct();
  const { opened } = product.server;
  seller = await addStaff(opened, DESK, 'sales', 'seller@shtrih.example');
  engineer = await addStaff(opened, DESK, 'engineer', 'engineer@shtrih.example');
  await addStaff(opened, DESK, 'dispatcher', 'dispatcher@shtrih.example');
  await addCustomer(opened, DESK, {
    company: `Сеть булочных «Тёплый край и ${'длинное-'.repeat(12)}»`,
    email: 'raisa@bakery.example',
    name: 'Раиса',
    packageId: null,
  });
});

afterAll(() => product.stop());

const dialogOf = (page: Page) => page.getByRole('dialog');

/** A letter to the address of sales, as its mailbox brings it. */
const letterToSales = async (from: string, subject: string): Promise<void> => {
  const { opened } = product.server;
  await keepLetter(opened.context, {
    deskId: deskIdOf(opened, DESK),
    raw: letterFrom({ from, to: `support+sales@${DESK}.example`, subject, text: 'Нужна платная поддержка.' }),
    receivedAt: opened.context.now(),
    delivery: null,
    truncated: false,
  });
  opened.context.hint({ deskId: deskIdOf(opened, DESK), kind: 'letter', number: 0 });
};

describe('an inquiry', () => {
  it('comes by letter, is placed, answered and sold with a certificate of its own (AO-2.1, SH-P-PAY)', async () => {
    const page = await signedInPage(product, seller);
    await page.goto(LIST);
    await page.getByText('Таких запросов нет').waitFor();
    // A view of this name stands among the tickets' too.
    expect(await page.locator('nav [aria-current="page"]').allTextContents()).toEqual(['Запросы на покупку']);
    // The list shows it by itself.
    await letterToSales('Anton <anton@stranger.example>', 'Двенадцать касс');
    await page.getByRole('link', { name: 'S-1' }).click();
    await page.getByRole('status').filter({ hasText: 'Продажи поделены по федеральным округам' }).waitFor();

    await page.getByRole('button', { name: 'Указать компанию' }).click();
    // Nobody has recorded it: made on the way, and back with it chosen; the one that is on record is taken all the same.
    await dialogOf(page).getByRole('button', { name: 'Новая компания' }).click();
    await dialogOf(page).getByRole('textbox', { name: 'Название' }).fill('ООО «Всё в дом»');
    await dialogOf(page).getByRole('button', { name: 'Сохранить' }).click();
    const choice = dialogOf(page).getByRole('combobox', { name: 'Компания' });
    await expect.poll(() => choice.inputValue()).toBe('ООО «Всё в дом»');
    await choice.fill('Тёплый');
    await page.getByRole('option', { name: /Тёплый край/ }).click();
    await dialogOf(page).getByRole('button', { name: 'Сохранить' }).click();
    await dialogOf(page).waitFor({ state: 'detached' });

    await page.getByRole('button', { name: 'Выбрать адресата' }).click();
    await dialogOf(page).getByRole('button', { name: 'Сохранить' }).click();
    await dialogOf(page).getByText('Выберите округ или адрес').first().waitFor();
    await dialogOf(page)
      .getByRole('radio', { name: /Уральский/ })
      .check();
    await dialogOf(page).getByRole('button', { name: 'Сохранить' }).click();
    await page.getByText('Направлен по регламенту: sales-east@shtrih-m.example').waitFor();

    // What is written is kept over a reload, with its files.
    await page.getByRole('textbox', { name: 'Ответ' }).fill('Пришлите **реквизиты**.');
    const price = { name: 'прайс-лист.txt', mimeType: 'text/plain', buffer: Buffer.from('1 000 рублей') };
    await page.locator('input[type=file]').setInputFiles(price);
    await page.getByRole('button', { name: 'Убрать прайс-лист.txt' }).waitFor();
    await page.reload();
    await page.getByRole('button', { name: 'Убрать прайс-лист.txt' }).waitFor();
    await page.getByRole('textbox', { name: 'Ответ' }).focus();
    await page.keyboard.press('Control+Enter');
    await page.getByText('Отвечено', { exact: true }).waitFor();
    await page.getByText('оставлено в «Письмах»').waitFor();
    expect(await page.getByRole('textbox', { name: 'Ответ' }).inputValue()).toBe('');
    await page.getByRole('link', { name: /прайс-лист\.txt/ }).waitFor();

    await page.getByRole('button', { name: 'Продано' }).click();
    await dialogOf(page).getByRole('button', { name: 'Выписать' }).click();
    await dialogOf(page).getByLabel('Пакет').selectOption('paid');
    await dialogOf(page).getByLabel('Номер сертификата').fill('ШМ-П-1');
    await dialogOf(page).getByRole('button', { name: 'Выписать' }).click();
    const sold = dialogOf(page).getByRole('combobox', { name: 'Сертификат' });
    await sold.waitFor();
    expect(await sold.locator('option:checked').textContent()).toContain('ШМ-П-1');
    await dialogOf(page).getByRole('button', { name: 'Закрыть запрос' }).click();
    await page.getByText('Продано, сертификат ШМ-П-1').waitFor();
    await page.getByRole('link', { name: 'ШМ-П-1' }).click();
    await page.getByRole('heading', { level: 1, name: 'ШМ-П-1' }).waitFor();
  });

  it('is opened from a ticket that was meant for sales', async () => {
    const page = await signedInPage(product, engineer);
    await page.goto(`/d/${DESK}/new`);
    await page.getByLabel('Имя').fill('Раиса');
    await page.getByLabel('Электронная почта').fill('raisa@bakery.example');
    await page.getByLabel('Тема').fill('Сколько стоит платная поддержка?');
    await page.getByRole('button', { name: 'Зарегистрировать' }).click();
    await page.getByRole('heading', { level: 1, name: /Сколько стоит/ }).waitFor();
    await page.getByRole('button', { name: 'Другие действия' }).click();
    await page.getByRole('menuitem', { name: 'Передать в продажи' }).click();
    await dialogOf(page).getByRole('radio', { name: 'Прайс-лист' }).check();
    await dialogOf(page).getByRole('button', { name: 'Передать' }).click();
    await page.getByRole('heading', { level: 1, name: /S-2/ }).waitFor();
    // Engineers look on.
    expect(await page.getByRole('button', { name: 'Продано' }).count()).toBe(0);
    expect(await page.getByRole('textbox', { name: 'Ответ' }).count()).toBe(0);
    await page.getByRole('link', { name: '№ 1' }).click();
    await page.getByText('Без обязательств', { exact: true }).first().waitFor();
    await page.getByRole('link', { name: /S-2/ }).waitFor();
  });

  it('is sales’ own work: tickets are read and nothing is done to them', async () => {
    const page = await signedInPage(product, seller);
    await page.goto(`/d/${DESK}/t/1`);
    await page.getByRole('heading', { level: 1, name: /Сколько стоит/ }).waitFor();
    expect(await page.getByRole('button', { name: 'Взять в работу' }).count()).toBe(0);
    expect(await page.getByRole('link', { name: 'Зарегистрировать' }).count()).toBe(0);
    await page.getByRole('button', { name: /Уведомления/ }).click();
    await dialogOf(page).getByRole('link', { name: /S-2/ }).click();
    await page.getByRole('heading', { level: 1, name: /S-2/ }).waitFor();
    for (const path of ['call', 'missed-calls', 'new']) {
      await page.goto(`/d/${DESK}/${path}`);
      await page.getByRole('heading', { level: 1, name: 'Нет доступа' }).waitFor();
    }
  });
});

it('nothing of all this was a surprise', () => {
  expect(product.watch).toEqual({ faults: [], foreign: [], executed: [] });
  expect(product.server.errors).toEqual([]);
});
