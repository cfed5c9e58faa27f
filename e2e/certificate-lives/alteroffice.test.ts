import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { addStaff } from '../../apps/server/src/testing/test-desk.ts';
import { screenFaults } from '../check-screen.ts';
import { signedInPage } from '../product.ts';
import { addBuyer, type Buyer, faultsBefore, ownPage } from './buyer.ts';
import { type MovedProduct, startMovedProduct } from './moved-time.ts';

// A certificate of AlterOffice that nobody asks anything under: begun by the calendar, used by more than it was bought for,
// its free year over.

const DESK = 'alteroffice';
let product: MovedProduct;
let buyer: Buyer;
let lead: Page;
let customer: Page;

beforeAll(async () => {
  product = await startMovedProduct([DESK], '2025-02-03 10:00');
  buyer = await addBuyer(product, DESK, 'АО «Берёза»');
  lead = await signedInPage(
    product,
    await addStaff(product.server.opened, DESK, 'lead', 'lead@alteroffice.example'),
  );
  customer = await (await product.visitor({ javaScriptEnabled: false })).newPage();
});
afterAll(async () => {
  expect(product.watch).toEqual({ faults: [], foreign: [], executed: [] });
  expect(product.server.errors).toEqual([]);
  await product.stop();
});

const dialog = () => lead.getByRole('dialog');

it('is sold on 3 February: the thirty-first day is told before it is issued (AO-3.1)', async () => {
  await lead.goto(`/d/${DESK}/companies/${buyer.companyId}`);
  await lead.getByRole('button', { name: 'Выписать: Сертификаты' }).click();
  await dialog().getByLabel('Пакет').selectOption('basic');
  await dialog().getByLabel('Номер сертификата').fill('АО-1');
  await dialog().getByLabel('Экземпляров').fill('1');
  await dialog().getByLabel('Дата: покупка').fill('2025-02-03');
  await dialog().getByText('06.03.2025').first().waitFor();
  expect(await screenFaults(lead, 'issue')).toEqual([]);
  await dialog().getByRole('button', { name: 'Выписать' }).click();
  await lead.getByRole('heading', { level: 1, name: 'АО-1' }).waitFor();
  await lead.getByText('Не начался', { exact: true }).waitFor();
  await product.mail.received(buyer.email, 'АО-1 оформлена');
});

it('nobody asks: the thirty-first day begins it by itself, once, told by one letter (AO-3.1)', async () => {
  await product.at('2025-03-05 23:00');
  await lead.reload();
  await lead.getByText('Не начался', { exact: true }).waitFor();
  expect(product.mail.count(buyer.email)).toBe(1);
  await product.at('2025-03-06 00:00');
  await product.mail.received(buyer.email, 'АО-1 началась');
  await lead.reload();
  await lead.getByText('Действует', { exact: true }).waitFor();
  await product.at('2025-03-07 09:00');
  await ownPage(product, customer, DESK, buyer);
  await customer.getByText('Действует по пт 06.03.2026').waitFor();
  expect(await faultsBefore(product, customer, 'own page')).toEqual([]);
  // The first two and the link that was asked for.
  expect(product.mail.count(buyer.email)).toBe(3);
});

it('used by more than it was bought for it is flagged, with both numbers (AO-1.3)', async () => {
  await product.at('2025-04-01 10:00');
  for (const product of ['AText', 'ACell']) {
    await lead.goto(`/d/${DESK}/companies/${buyer.companyId}`);
    await lead.getByRole('button', { name: 'Добавить установку: Установки' }).click();
    await dialog().getByLabel('Продукт').selectOption(product);
    await dialog().getByRole('button', { name: 'Сохранить' }).click();
    await dialog().waitFor({ state: 'detached' });
  }
  await lead.goto(`/d/${DESK}/certificates?view=over-quantity`);
  await lead.getByText('2 из 1').waitFor();
  expect(await screenFaults(lead, 'over quantity')).toEqual([]);
  await lead.getByRole('link', { name: 'АО-1' }).click();
  await lead.getByText('Используется 2, куплено 1').waitFor();
  expect(await screenFaults(lead, 'certificate')).toEqual([]);
  await ownPage(product, customer, DESK, buyer);
  await customer.getByText('1, используется 2 — больше купленного').waitFor();
});

it('the free year ends by itself and offers the subscription (AO-4.1-price)', async () => {
  const before = product.mail.count(buyer.email);
  await product.at('2026-03-07 00:00');
  const letter = await product.mail.received(buyer.email, 'закончилась', before);
  expect(letter.text).toContain('Оформите годовую подписку.');
  await lead.goto(`/d/${DESK}/certificates?view=ended`);
  await lead.getByRole('link', { name: 'АО-1' }).click();
  await lead.getByText('Кончился', { exact: true }).waitFor();
  expect(await screenFaults(lead, 'ended')).toEqual([]);
  await ownPage(product, customer, DESK, buyer);
  await customer.getByText('Закончился', { exact: true }).waitFor();
  await customer.getByText('первый год бесплатно, дальше годовая подписка').first().waitFor();
  expect(await faultsBefore(product, customer, 'own page, ended')).toEqual([]);
});
