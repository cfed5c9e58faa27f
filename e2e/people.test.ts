import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addCustomer, addStaff, type TestPerson } from '../apps/server/src/testing/test-desk.ts';
import { screenFaults } from './check-screen.ts';
import { DESKTOP, PHONE, type Product, signedInPage, startProduct } from './product.ts';
import { ticketFrom } from './tickets.ts';

const DESK = 'centaur';
const NUMBER = 'ЦР-7001';
let product: Product;
let lead: TestPerson;
let engineer: TestPerson;
let companyId: string;

beforeAll(async () => {
  product = await startProduct();
  const { opened } = product.server;
  ({ companyId } = await addCustomer(opened, DESK, {
    company: 'АО «Берёза»',
    email: 'ivan@birch.example',
    name: 'Иван',
    packageId: null,
  }));
  lead = await addStaff(opened, DESK, 'lead', 'lead@centaur.example');
  engineer = await addStaff(opened, DESK, 'engineer', 'anna@centaur.example');
});
afterAll(() => product.stop());

const dialogOf = (page: Page) => page.getByRole('dialog');
const letter = (from: string, text: string) =>
  ticketFrom(product.server, DESK, { from, name: '', subject: 'Молчат телефоны', text });
const inBothSizes = async (page: Page, name: string): Promise<void> => {
  for (const size of [DESKTOP, PHONE]) {
    await page.setViewportSize(size);
    expect(await screenFaults(page, name)).toEqual([]);
  }
  await page.setViewportSize(DESKTOP);
};

describe('people and contracts', () => {
  it('a lead names the specialist and the visits of a contract, and its page shows them with who may ask', async () => {
    const page = await signedInPage(product, lead);
    await page.goto(`/d/${DESK}/companies/${companyId}`);
    await page.getByRole('button', { name: 'Выписать: Сертификаты' }).click();
    await dialogOf(page).getByLabel('Пакет').selectOption('basic');
    expect(await dialogOf(page).getByLabel('Персональный специалист').count()).toBe(0);
    await dialogOf(page).getByLabel('Пакет').selectOption('extended');
    await dialogOf(page).getByLabel('Номер сертификата').fill(NUMBER);
    await dialogOf(page).getByLabel('Дата: дата договора').fill('2026-01-12');
    await dialogOf(page).getByLabel('Персональный специалист').selectOption(engineer.personId);
    await dialogOf(page).getByLabel('Выездов на заявку').fill('2');
    await dialogOf(page).getByRole('button', { name: 'Выписать' }).click();
    await page.getByRole('heading', { level: 1, name: NUMBER }).waitFor();
    await page.getByText('Сотрудник anna').first().waitFor();
    await page.getByText('Выездов на заявку').waitFor();
    await page.getByRole('heading', { name: 'Кто может обращаться' }).waitFor();
    await page.getByText('ivan@birch.example').first().waitFor();
    await inBothSizes(page, 'certificate');
  });

  it('a stranger who names the contract is known after one press, and the specialist has the ticket', async () => {
    const number = await letter('petr@nowhere.example', `Договор: ${NUMBER}\nНе открывается карта`);
    const page = await signedInPage(product, engineer);
    await page.goto(`/d/${DESK}/t/${number}`);
    await page.getByText(`сертификат или договор ${NUMBER}`).waitFor();
    await inBothSizes(page, 'proposed company');
    await page.getByRole('button', { name: 'Это АО «Берёза»' }).click();
    await page.getByRole('link', { name: 'АО «Берёза»' }).waitFor();
    await page.getByText('Действующий сертификат, пакет «Расширенный»').waitFor();
    expect(await page.getByRole('button', { name: 'Это АО «Берёза»' }).count()).toBe(0);
    await page
      .getByText('Назначена по сертификату: Персональный специалист, Сотрудник anna')
      .waitFor({ state: 'attached' });
  });

  it('an engineer stops service for a contact by keyboard, and the lead takes it up again', async () => {
    const number = await letter('rude@birch.example', `Договор: ${NUMBER}\nЭй, вы!`);
    const page = await signedInPage(product, engineer);
    await page.goto(`/d/${DESK}/t/${number}`);
    await page.getByRole('button', { name: /^Прекратить обслуживание/ }).focus();
    await page.keyboard.press('Enter');
    await dialogOf(page).getByRole('button', { name: 'Прекратить обслуживание' }).click();
    await dialogOf(page).getByText('Напишите, что случилось').waitFor();
    await dialogOf(page).getByLabel('Что случилось').fill('Брань в письме.');
    await dialogOf(page).getByRole('button', { name: 'Прекратить обслуживание' }).click();
    await page.getByText('Обслуживание прекращено').first().waitFor();
    await page.getByText('Брань в письме.').waitFor();
    expect(await page.getByRole('button', { name: /^Возобновить обслуживание/ }).count()).toBe(0);
    await inBothSizes(page, 'stopped contact');

    const after = await letter('rude@birch.example', 'Снова я');
    const leads = await signedInPage(product, lead);
    await leads.goto(`/d/${DESK}/t/${after}`);
    await leads.getByText('Обслуживание контакта прекращено').first().waitFor();
    await leads.getByRole('button', { name: /^Возобновить обслуживание/ }).click();
    await dialogOf(leads).getByLabel('Причина').fill('Извинился.');
    await dialogOf(leads).getByRole('button', { name: 'Возобновить обслуживание' }).click();
    await leads.getByText(/^Возобновлено/).waitFor();
    await leads.getByRole('button', { name: /^Прекратить обслуживание/ }).waitFor();
  });
});
