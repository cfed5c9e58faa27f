import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Instant } from '@reglament/working-time';
import { addCustomer, addStaff, deskIdOf } from '../apps/server/src/testing/test-desk.ts';
import { bringCertificate } from '../apps/server/src/use-cases/bring-certificate.ts';
import { screenFaults } from './check-screen.ts';
import { type Mail, startMail } from './mail.ts';
import { type Product, signedInPage, startProduct } from './product.ts';

// A seller's day: somebody calls, is answered by letter, writes back and buys; then those whose support is about to end.

const DESK = 'shtrih-m';
const BUYER = 'oleg@kiosk.example';
const DAY_MS = 86_400_000;

let mail: Mail;
let product: Product;
let page: Page;

beforeAll(async () => {
  mail = await startMail([DESK]);
  product = await startProduct({ mail: mail.settings });
  const { opened } = product.server;
  const { companyId } = await addCustomer(opened, DESK, {
    company: 'АО «Берёза»',
    email: 'olga@birch.example',
    name: 'Ольга',
    packageId: null,
  });
  const now = opened.context.now();
  const certificate = { companyId, packageId: 'paid', startsAt: (now - 300 * DAY_MS) as Instant };
  await opened.context.db.inDesk(deskIdOf(opened, DESK), async (q) => {
    for (const [number, days] of [
      ['БР-20', 20],
      ['БР-80', 80],
    ] as const)
      await bringCertificate(opened.context, q, deskIdOf(opened, DESK), {
        ...certificate,
        number,
        endsAt: (now + days * DAY_MS) as Instant,
      });
  });
  page = await signedInPage(product, await addStaff(opened, DESK, 'sales', 'semyon@desk.example'));
});
afterAll(async () => {
  expect(product.watch).toEqual({ faults: [], foreign: [], executed: [] });
  expect(product.server.errors).toEqual([]);
  await product.stop();
  await mail.stop();
});

const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true });
const dialog = () => page.getByRole('dialog');

it('comes in to what is asked, and writes down a call', async () => {
  await page.goto('/');
  await page.waitForURL(`**/d/${DESK}**`);
  await page.getByRole('link', { name: 'Запросы на покупку' }).first().click();
  await page.getByText('Таких запросов нет').waitFor();
  await button('Новый запрос').first().click();
  await dialog().getByLabel('Имя').fill('Олег');
  await dialog().getByLabel('Электронная почта').fill(BUYER);
  await dialog().getByLabel('Тема').fill('Поддержка на три кассы');
  await dialog().getByLabel('Что просит клиент').fill('Три РИТЕЙЛ-01, нужен выезд.');
  await dialog().getByRole('button', { name: 'Записать' }).click();
  await page.getByRole('heading', { level: 1, name: /Поддержка на три кассы/ }).waitFor();
});

it('answers by a letter; the answer that comes back opens the inquiry again, before their eyes', async () => {
  await page.getByRole('textbox', { name: 'Ответ' }).fill('Пришлите ИНН, выпишем счёт.');
  await button('Отправить ответ').click();
  await page.getByText('Отвечено', { exact: true }).waitFor();
  const letter = await mail.received(BUYER, 'Пришлите ИНН');
  const to = letter.replyTo?.address ?? '';
  await mail.deliver(DESK, {
    from: BUYER,
    name: 'Олег',
    to,
    subject: 'Re: Поддержка',
    text: 'ИНН 7707083893',
  });
  await page.getByText('ИНН 7707083893').waitFor();
  await page.getByText('Ждёт ответа', { exact: true }).waitFor();
});

it('sells: the company is made and its certificate issued on the way', async () => {
  await button('Указать компанию').click();
  await dialog().getByRole('button', { name: 'Новая компания' }).click();
  await dialog().getByRole('textbox', { name: 'Название' }).fill('ООО «Киоск»');
  await dialog().getByRole('textbox', { name: 'ИНН' }).fill('7707083893');
  await dialog().getByRole('button', { name: 'Сохранить' }).click();
  const choice = dialog().getByRole('combobox', { name: 'Компания' });
  await expect.poll(() => choice.inputValue()).toBe('ООО «Киоск»');
  await dialog().getByRole('button', { name: 'Сохранить' }).click();
  await dialog().waitFor({ state: 'detached' });
  await button('Продано').click();
  await dialog().getByRole('button', { name: 'Выписать' }).click();
  await dialog().getByLabel('Пакет').selectOption('paid');
  await dialog().getByLabel('Номер сертификата').fill('КИ-1');
  await dialog().getByRole('button', { name: 'Выписать' }).click();
  await dialog().getByRole('combobox', { name: 'Сертификат' }).waitFor();
  await dialog().getByRole('button', { name: 'Закрыть запрос' }).click();
  await page.getByText('Продано, сертификат КИ-1').waitFor();
});

it('sees whose support ends within 30 days, nobody else, and renews it', async () => {
  await page.getByRole('link', { name: 'Сертификаты' }).first().click();
  await page.getByRole('link', { name: 'БР-80' }).waitFor();
  await page.getByRole('combobox', { name: 'Что показать' }).selectOption('Кончаются за 30 дней');
  await page.getByRole('link', { name: 'БР-80' }).waitFor({ state: 'detached' });
  const row = page.getByRole('row').filter({ hasText: 'БР-20' });
  await row.filter({ hasText: 'АО «Берёза»' }).filter({ hasText: '20 дней' }).waitFor();
  expect(await page.getByRole('link', { name: 'КИ-1' }).count()).toBe(0);
  expect(await screenFaults(page, 'who ends')).toEqual([]);
  await page.getByRole('link', { name: 'БР-20' }).click();
  await button('Продлить').click();
  await dialog().getByLabel('Номер сертификата').fill('БР-21');
  // What is missing is told at its field, once.
  await dialog().getByRole('button', { name: 'Продлить' }).click();
  await dialog().getByText('Введите номер акта').waitFor();
  expect(await dialog().getByRole('alert').count()).toBe(0);
  expect(await screenFaults(page, 'renewing')).toEqual([]);
  await dialog().getByLabel('Номер акта').fill('АКТ-7');
  await dialog().getByRole('button', { name: 'Продлить' }).click();
  await page.getByRole('heading', { level: 1, name: 'БР-21' }).waitFor();
});
