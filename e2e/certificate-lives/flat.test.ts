import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { addStaff, type TestPerson } from '../../apps/server/src/testing/test-desk.ts';
import { addBuyer, type Buyer, faultsBefore, ownPage, supportPath } from './buyer.ts';
import { screenFaults } from '../check-screen.ts';
import { type MovedProduct, startMovedProduct } from './moved-time.ts';
import { PHONE, signedInPage } from '../product.ts';

// One certificate of FLAT from the first question about it to its renewal, a year and a half of it.

const DESK = 'flat';
let product: MovedProduct;
let buyer: Buyer;
let seller: Page;
let lead: Page;
let customer: Page;

const staffPage = async (role: string): Promise<Page> => {
  const person: TestPerson = await addStaff(product.server.opened, DESK, role, `${role}@flat.example`);
  return signedInPage(product, person);
};

beforeAll(async () => {
  product = await startMovedProduct([DESK], '2025-02-03 10:00');
  buyer = await addBuyer(product, DESK, 'ООО «Мебель»');
  [seller, lead] = [await staffPage('sales'), await staffPage('lead')];
  customer = await (await product.visitor({ javaScriptEnabled: false, viewport: PHONE })).newPage();
});
afterAll(async () => {
  expect(product.watch).toEqual({ faults: [], foreign: [], executed: [] });
  expect(product.server.errors).toEqual([]);
  await product.stop();
});

const dialogOf = (page: Page) => page.getByRole('dialog');
const sees = async (page: Page, name: string): Promise<void> => {
  expect(await screenFaults(page, name)).toEqual([]);
};

it('is bought by a letter to sales; its dates are seen before it is issued (FL-BUY, FL-ACT)', async () => {
  await product.mail.deliver(
    DESK,
    {
      from: buyer.email,
      name: 'Вера',
      to: `support+sales@${DESK}.example`,
      subject: 'Поддержка на год',
      text: 'Купим поддержку на пять лицензий.',
    },
    product.now(),
  );
  await seller.goto(`/d/${DESK}/inquiries`);
  await seller.getByRole('link', { name: 'S-1' }).click();
  await seller.getByRole('button', { name: 'Продано' }).click();
  await dialogOf(seller).getByRole('button', { name: 'Выписать' }).click();
  await dialogOf(seller).getByLabel('Пакет').selectOption('8x5');
  await dialogOf(seller).getByLabel('Номер сертификата').fill('ФЛ-1');
  await dialogOf(seller).getByLabel('Лицензий', { exact: true }).fill('5');
  await dialogOf(seller).getByLabel('Дата: продажа').fill('2025-02-03');
  // The ninetieth day from the sale, unless the system is commissioned before.
  await dialogOf(seller).getByText('04.05.2025').first().waitFor();
  await dialogOf(seller).getByText('когда наступит: ввод в эксплуатацию').waitFor();
  await sees(seller, 'issue from an inquiry');
  await dialogOf(seller).getByRole('button', { name: 'Выписать' }).click();
  await dialogOf(seller).getByRole('button', { name: 'Закрыть запрос' }).click();
  await seller.getByText('Продано, сертификат ФЛ-1').waitFor();
});

it('is registered on a page without account, by the link of a letter', async () => {
  const told = await product.mail.received(buyer.email, 'ФЛ-1');
  await customer.goto(supportPath(told));
  await customer.getByRole('link', { name: 'Зарегистрировать сертификат или ключ' }).click();
  await customer.getByLabel('Номер или ключ').fill('№ фл-1');
  await customer.getByLabel('Компания').fill(buyer.company);
  await customer.getByLabel('ИНН').fill(buyer.inn);
  await customer.getByLabel('Ваше имя').fill('Вера');
  await customer.getByLabel('Почта').fill(buyer.email);
  await customer.getByRole('button', { name: 'Зарегистрировать' }).click();
  const letter = await product.mail.received(buyer.email, '/confirm/');
  await customer.goto(supportPath(letter));
  await customer.getByRole('button', { name: 'Да, это я: зарегистрировать' }).click();
  await customer.getByText('Зарегистрировано: сертификат показан ниже.').waitFor();
  await customer.getByText('№ ФЛ-1').waitFor();
  await customer.getByText('Ещё не начался').waitFor();
  expect(await faultsBefore(product, customer, 'own page')).toEqual([]);
});

it('begins with the commissioning of what the company runs, and serves a request (FL-ACT, FL-P)', async () => {
  await product.at('2025-02-19 10:00');
  await lead.goto(`/d/${DESK}/companies/${buyer.companyId}`);
  await lead.getByRole('button', { name: 'Добавить установку: Установки' }).click();
  await dialogOf(lead).getByLabel('Продукт').selectOption('ФЛАТ');
  await dialogOf(lead).getByLabel('Введена в эксплуатацию').fill('2025-02-18');
  await dialogOf(lead).getByLabel('Активировано лицензий').fill('6');
  await dialogOf(lead).getByLabel('Хотя бы раз работала').check();
  await sees(lead, 'installation');
  await dialogOf(lead).getByRole('button', { name: 'Сохранить' }).click();
  await dialogOf(lead).waitFor({ state: 'detached' });
  await lead.getByRole('link', { name: 'ФЛ-1' }).first().click();
  await lead.getByText('Действует', { exact: true }).waitFor();
  await lead.getByText('18.02.2026').first().waitFor();

  await lead.goto(`/d/${DESK}/new`);
  await lead.getByLabel('Имя').fill('Вера');
  await lead.getByLabel('Электронная почта').fill(buyer.email);
  await lead.getByRole('textbox', { name: 'Тема' }).fill('Не открывается отчёт');
  await lead.getByRole('radio', { name: /П1/ }).check();
  await lead.getByRole('button', { name: 'Зарегистрировать' }).click();
  await lead.getByRole('heading', { level: 1, name: /Не открывается отчёт/ }).waitFor();
  await lead.getByText('Базовый 8x5').first().waitFor();
  await sees(lead, 'ticket');
});

it('its end is reminded of in 90, 60 and 30 days, and comes', async () => {
  for (const [day, left] of [
    ['2025-11-20', 90],
    ['2025-12-20', 60],
    ['2026-01-19', 30],
  ] as const) {
    await product.at(`${day} 09:00`);
    await product.mail.received(buyer.email, `заканчивается через ${left} дней`);
  }
  await lead.goto(`/d/${DESK}/certificates?view=expiring-30`);
  await lead.getByRole('link', { name: 'ФЛ-1' }).waitFor();
  await sees(lead, 'expiring');
  await product.at('2026-02-19 00:00');
  const ended = await product.mail.received(buyer.email, 'закончилась: ');
  expect(ended.text).toContain('Правило FL-STOP');
});

it('over, support stops; the customer declares the wish to renew on the page, and loyalty begins (FL-STOP, FL-LOYAL)', async () => {
  await product.at('2026-02-24 10:00');
  await ownPage(product, customer, DESK, buyer);
  await customer.getByText('Закончился', { exact: true }).waitFor();
  await customer.getByRole('button', { name: 'Узнать' }).click();
  await customer.getByRole('heading', { name: 'Нет, так вопрос не покрыт' }).waitFor();
  expect(await faultsBefore(product, customer, 'own page, ended')).toEqual([]);
  await customer.getByText('поддержка продолжится с этой минуты по пн 18.05.2026').waitFor();
  await customer.getByRole('button', { name: 'Заявить намерение продлить' }).click();
  await customer.getByText('Намерение продлить записано.').waitFor();
  await customer.getByText('Обслуживаем в период лояльности по').waitFor();
  expect(await faultsBefore(product, customer, 'own page, loyalty')).toEqual([]);
});

it('in loyalty updates are open and major versions are not (FL-LOYAL)', async () => {
  await lead.goto(`/d/${DESK}/certificates?view=loyalty`);
  await lead.getByRole('link', { name: 'ФЛ-1' }).click();
  const releases = lead.getByRole('region', { name: 'Какие выпуски открывает' });
  for (const [kinds, outcome] of [
    ['обновления, срочные исправления', 'открыто'],
    ['основные версии', 'закрыто'],
    ['лицензии перехода', 'закрыто'],
  ] as const) {
    const line = releases.getByRole('listitem').filter({ hasText: kinds });
    await line
      .filter({ has: lead.getByRole('img', { name: outcome, exact: true }) })
      .first()
      .waitFor();
  }
  await sees(lead, 'certificate in loyalty');
});

it('renewed late it is back-dated, for as many licences as are active (FL-BACKDATE, FL-RENEW)', async () => {
  await product.at('2026-05-19 00:00');
  await product.mail.received(buyer.email, 'Время лояльности закончилось');
  await product.at('2026-08-10 12:00');
  await lead.reload();
  await lead.getByText('Кончился', { exact: true }).waitFor();
  await lead.getByRole('button', { name: 'Продлить' }).click();
  await dialogOf(lead).getByLabel('Номер сертификата').fill('ФЛ-2');
  await dialogOf(lead).getByLabel('Лицензий', { exact: true }).fill('5');
  await dialogOf(lead).getByText('активировано 6, в заказе 5').waitFor();
  await dialogOf(lead).getByLabel('Лицензий', { exact: true }).fill('6');
  await dialogOf(lead).getByText('Срок идёт задним числом.').waitFor();
  await dialogOf(lead).getByText('6 месяцев 8 дней из 12 месяцев').waitFor();
  await sees(lead, 'renewal');
  await dialogOf(lead).getByRole('button', { name: 'Продлить' }).click();
  await lead.getByRole('heading', { level: 1, name: 'ФЛ-2' }).waitFor();
  await lead.getByText('Действует', { exact: true }).waitFor();
  await product.mail.received(buyer.email, 'продлена под № ФЛ-2');
  await ownPage(product, customer, DESK, buyer);
  await customer.getByText('№ ФЛ-2').waitFor();
  await customer.getByRole('button', { name: 'Узнать' }).click();
  await customer.getByRole('heading', { name: 'Да, вопрос будет покрыт' }).waitFor();
});
