import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { addStaff } from '../../apps/server/src/testing/test-desk.ts';
import { screenFaults } from '../check-screen.ts';
import { PHONE, signedInPage } from '../product.ts';
import { openTicket } from '../ticket-screen.ts';
import { addBuyer, type Buyer, faultsBefore, ownPage, supportPath } from './buyer.ts';
import { type MovedProduct, startMovedProduct } from './moved-time.ts';

// A protection key of Shtrih-M, its three free months, and paid support that acts renew.

const DESK = 'shtrih-m';
let product: MovedProduct;
let buyer: Buyer;
let lead: Page;
let customer: Page;

beforeAll(async () => {
  product = await startMovedProduct([DESK], '2025-02-10 14:20');
  buyer = await addBuyer(product, DESK, 'ООО «Булочная»');
  lead = await signedInPage(
    product,
    await addStaff(product.server.opened, DESK, 'lead', 'lead@shtrih.example'),
  );
  customer = await (await product.visitor({ javaScriptEnabled: false, viewport: PHONE })).newPage();
});
afterAll(async () => {
  expect(product.watch).toEqual({ faults: [], foreign: [], executed: [] });
  expect(product.server.errors).toEqual([]);
  await product.stop();
});

const dialog = () => lead.getByRole('dialog');

/** A letter to the desk; returns the answer to it. */
const write = async (subject: string) => {
  const before = product.mail.count(buyer.email);
  const letter = {
    from: buyer.email,
    name: 'Вера',
    subject,
    text: 'Ключ защиты: SM-2025-77\nНе печатает чек.',
  };
  await product.mail.deliver(DESK, letter, product.now());
  return product.mail.received(buyer.email, '', before);
};

it('a key is registered on a page without account: three months free from that moment (SH-F-TERM)', async () => {
  await customer.goto(`/c/${DESK}/register`);
  await customer.getByLabel('Ключ защиты').check();
  await customer.getByLabel('Номер или ключ').fill('SM-2025-77');
  await customer.getByLabel('Компания').fill(buyer.company);
  await customer.getByLabel('ИНН').fill(buyer.inn);
  await customer.getByLabel('Ваше имя').fill('Вера');
  await customer.getByLabel('Почта').fill(buyer.email);
  await customer.getByRole('button', { name: 'Зарегистрировать' }).click();
  await customer.goto(supportPath(await product.mail.received(buyer.email, '/confirm/')));
  await customer.getByRole('button', { name: 'Да, это я: зарегистрировать' }).click();
  await customer.getByText('Ключ зарегистрирован, поддержка началась.').waitFor();
  await customer.getByText('Действует по сб 10.05.2025').waitFor();
  expect(await faultsBefore(product, customer, 'own page')).toEqual([]);
});

it('a request is served by it, with a review in a day (SH-F-TIME)', async () => {
  await product.at('2025-03-03 10:00');
  await write('Не печатает');
  await openTicket(lead, DESK, 1);
  await lead.getByText('Бесплатная', { exact: true }).first().waitFor();
  await lead.getByText('срок ср 05.03 16:00').first().waitFor();
  expect(await screenFaults(lead, 'ticket')).toEqual([]);
});

it('ended, it serves nobody, and paid support is offered (SH-F-TERM)', async () => {
  await product.at('2025-05-11 00:00');
  await product.mail.received(buyer.email, 'закончилась');
  await product.at('2025-05-12 10:00');
  const letter = await write('Снова не печатает');
  expect(letter.text).toContain('платную поддержку');
  expect(letter.text).toContain('Правило SH-');
});

it('paid support is issued by an act (SH-P-PAY)', async () => {
  await lead.goto(`/d/${DESK}/companies/${buyer.companyId}`);
  await lead.getByRole('button', { name: 'Выписать: Сертификаты' }).click();
  await dialog().getByLabel('Пакет').selectOption('paid');
  await dialog().getByLabel('Номер сертификата').fill('АКТ-1');
  await dialog().getByLabel('Срок, месяцев').fill('12');
  await dialog().getByLabel('Дата: номер назван').fill('2025-05-12');
  await dialog().getByText('12.05.2026').waitFor();
  expect(await screenFaults(lead, 'issue')).toEqual([]);
  await dialog().getByRole('button', { name: 'Выписать' }).click();
  await lead.getByRole('heading', { level: 1, name: 'АКТ-1' }).waitFor();
  await lead.getByText('Действует', { exact: true }).waitFor();
});

const nameAct = async (act: string, issuer: string): Promise<void> => {
  await customer.getByText('Продлить по номеру акта').click();
  await customer.getByLabel('Номер акта').fill(act);
  await customer.getByLabel(issuer).check();
  await customer.getByLabel('В акте названа подписка на поддержку').check();
  await customer.getByRole('button', { name: 'Проверить' }).click();
};
const USED = 'По этому акту уже продлевали: АКТ-2. Нужен другой акт.';
const VENDOR = 'Поставщик программы или его центр';

it('it is renewed by the number of an act that the customer names; a partner’s act is refused (SH-P-RENEW)', async () => {
  await product.at('2026-04-06 12:00');
  await ownPage(product, customer, DESK, buyer);
  const own = customer.url();
  expect(await faultsBefore(product, customer, 'own page, paid')).toEqual([]);
  await nameAct('77-ТП', 'Партнёр, своим актом');
  await customer.getByText('акт партнёра не годится').waitFor();
  await customer.goto(own);
  await nameAct('77-ТП', VENDOR);
  await customer.getByRole('button', { name: 'Отправить на продление' }).click();
  await customer.getByText('Акт принят к продлению').waitFor();

  await product.at('2026-04-08 11:00');
  await openTicket(lead, DESK, 3);
  await lead.goto(`/d/${DESK}/certificates?view=all`);
  await lead.getByRole('link', { name: 'АКТ-1' }).click();
  await lead.getByRole('button', { name: 'Продлить' }).click();
  await dialog().getByLabel('Номер сертификата').fill('АКТ-2');
  await dialog().getByLabel('Номер акта').fill('77-ТП');
  await dialog().getByLabel('Мы', { exact: true }).check();
  await dialog().getByLabel('Поддержка названа в акте').check();
  expect(await screenFaults(lead, 'renewal')).toEqual([]);
  await dialog().getByRole('button', { name: 'Продлить' }).click();
  await lead.getByRole('heading', { level: 1, name: 'АКТ-2' }).waitFor();
  // From the minute in which the customer named the act, two days before it was accepted.
  await lead.getByText('06.04.2026').first().waitFor();
});

it('an act is used once: named again it is refused, on the page and by staff (SH-P-RENEW)', async () => {
  await lead.getByRole('button', { name: 'Продлить' }).click();
  await dialog().getByLabel('Номер сертификата').fill('АКТ-3');
  await dialog().getByLabel('Номер акта').fill('№ 77-тп');
  await dialog().getByLabel('Мы', { exact: true }).check();
  await dialog().getByLabel('Поддержка названа в акте').check();
  await dialog().getByRole('button', { name: 'Продлить' }).click();
  await dialog().getByText(USED).waitFor();
  expect(await screenFaults(lead, 'act used')).toEqual([]);
  await ownPage(product, customer, DESK, buyer);
  await nameAct('77-ТП', VENDOR);
  await customer.getByText(USED).waitFor();
});
