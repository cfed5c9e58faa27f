import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addCustomer, addStaff, type TestPerson } from '../apps/server/src/testing/test-desk.ts';
import { screenFaults } from './check-screen.ts';
import { pathOfCertificates } from './paths.ts';
import { type Product, signedInPage, startProduct } from './product.ts';

const DESK = 'flat';
let product: Product;
let lead: TestPerson;
let page: Page;

/** The date so many months before today, on a day that every month has. */
const monthsAgo = (months: number): string => {
  const now = new Date();
  const date = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - months, 10));
  return date.toISOString().slice(0, 10);
};
const told = (date: string): string => `${date.slice(8)}.${date.slice(5, 7)}.${date.slice(0, 4)}`;

beforeAll(async () => {
  product = await startProduct();
  await addCustomer(product.server.opened, DESK, {
    company: 'ООО «Мебель»',
    email: 'ivan@furniture.example',
    name: 'Иван',
    packageId: null,
  });
  lead = await addStaff(product.server.opened, DESK, 'lead', 'lead@flat.example');
  page = await signedInPage(product, lead);
});
afterAll(() => product.stop());

const dialog = () => page.getByRole('dialog');

describe('a lead', () => {
  it('issues a certificate and sees its dates before it is saved (FL-ACT)', async () => {
    await page.goto(pathOfCertificates(DESK));
    await page.getByText('Таких сертификатов нет').waitFor();
    await page.getByRole('button', { name: 'Выписать' }).click();
    await dialog().getByRole('combobox', { name: 'Компания' }).fill('Мебель');
    await page.getByRole('option', { name: 'ООО «Мебель»' }).click();
    await dialog().getByLabel('Пакет').selectOption('8x5');
    await dialog().getByText('когда наступит: ввод в эксплуатацию').waitFor();
    await dialog().getByRole('button', { name: 'Выписать' }).click();
    await dialog().getByText('Введите номер').waitFor();
    await dialog().getByLabel('Номер сертификата').fill('МБ-1');
    await dialog().getByLabel('Дата: продажа').fill(monthsAgo(15));
    await dialog().getByLabel('Дата: ввод в эксплуатацию').fill(monthsAgo(14));
    await dialog()
      .getByText(`${told(monthsAgo(14))}, ввод в эксплуатацию`)
      .waitFor();
    await dialog()
      .getByText(told(monthsAgo(2)), { exact: true })
      .waitFor();
    expect(await screenFaults(page, 'issue')).toEqual([]);
    await dialog().getByRole('button', { name: 'Выписать' }).click();
    await page.getByRole('heading', { level: 1, name: 'МБ-1' }).waitFor();
    await page.getByText('Кончился', { exact: true }).waitFor();
    await page.getByText(/^Выписан: с/u).waitFor();
    await page.getByText('Следующее получат: Иван (ivan@furniture.example)').waitFor();
    // The letter shows itself when it is written; only an administrator may open it.
    const subject = /Поддержка по сертификату № МБ-1 оформлена$/u;
    await page.getByText(subject).waitFor();
    expect(await page.getByRole('link', { name: subject }).count()).toBe(0);
  });

  it('renews it late: what is left of the new term is told before it is bought (FL-BACKDATE, FL-RENEW)', async () => {
    await page.getByRole('button', { name: 'Продлить' }).click();
    await dialog().getByLabel('Номер сертификата').fill('МБ-2');
    await dialog().getByLabel('Лицензий', { exact: true }).fill('4');
    await dialog().getByLabel('Активировано лицензий').fill('5');
    await dialog().getByText('активировано 5, в заказе 4').waitFor();
    await dialog().getByLabel('Лицензий', { exact: true }).fill('5');
    await dialog().getByText('Срок идёт задним числом.').waitFor();
    await dialog()
      .getByText(/из 12 месяцев$/u)
      .waitFor();
    expect(await screenFaults(page, 'renew')).toEqual([]);
    await dialog().getByRole('button', { name: 'Продлить' }).click();
    await page.getByRole('heading', { level: 1, name: 'МБ-2' }).waitFor();
    await page.getByText('Действует', { exact: true }).waitFor();
    await page.getByRole('link', { name: 'МБ-1' }).click();
    await page.getByText(/^Продлён сертификатом МБ-2/u).waitFor();
    const again = page.getByRole('button', { name: 'Продлить', disabled: true });
    expect(await again.getAttribute('aria-description')).toMatch(/уже продлён/u);
  });

  it('a number that is taken is refused in words, and what was typed stays', async () => {
    await page.getByRole('link', { name: 'МБ-2' }).click();
    await page.getByRole('heading', { level: 1, name: 'МБ-2' }).waitFor();
    await page.getByRole('button', { name: 'Другие действия' }).click();
    await page.getByRole('menuitem', { name: 'Исправить' }).click();
    await dialog().getByLabel('Номер сертификата').fill('МБ-1');
    await dialog().getByLabel('Причина').fill('Опечатка');
    await dialog().getByRole('button', { name: 'Исправить' }).click();
    await dialog().getByText('Сертификат с таким номером уже есть').waitFor();
    await dialog().getByLabel('Номер сертификата').fill('МБ-3');
    await dialog().getByRole('button', { name: 'Исправить' }).click();
    await page.getByRole('heading', { level: 1, name: 'МБ-3' }).waitFor();
    await page.getByText('Исправлен: номер МБ-2 → МБ-3').waitFor();
    await page.getByText('Причина: Опечатка').waitFor();
  });
});

describe('the screens', () => {
  it('an administrator goes from a certificate to its letter and back', async () => {
    const administrator = await addStaff(product.server.opened, DESK, 'administrator', 'anna@flat.example');
    const own = await signedInPage(product, administrator);
    await own.goto(pathOfCertificates(DESK, 'all'));
    await own.getByRole('link', { name: 'МБ-1' }).click();
    await own.getByRole('link', { name: /Поддержка по сертификату № МБ-1 оформлена$/u }).click();
    await own.getByText('ivan@furniture.example').first().waitFor();
    await own.getByRole('button', { name: 'Сертификат МБ-1' }).click();
    await own.getByRole('heading', { level: 1, name: 'МБ-1' }).waitFor();
    await own.context().close();
  });

  it('an engineer reads and has nothing to press', async () => {
    const engineer = await addStaff(product.server.opened, DESK, 'engineer', 'pavel@flat.example');
    const own = await signedInPage(product, engineer);
    await own.goto(pathOfCertificates(DESK, 'all'));
    await own.getByRole('link', { name: 'МБ-1' }).click();
    await own.getByRole('heading', { level: 1, name: 'МБ-1' }).waitFor();
    expect(await own.getByRole('button', { name: 'Другие действия' }).count()).toBe(0);
    await own.context().close();
  });
});

it('no page did what it should not have', () => {
  expect(product.watch).toEqual({ faults: [], foreign: [], executed: [] });
});
