import type { CompanyId } from '@reglament/desk';
import type { LocalDate } from '@reglament/working-time';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  addAccount,
  addCustomer,
  addStaff,
  deskIdOf,
  type TestPerson,
} from '../apps/server/src/testing/test-desk.ts';
import { issueCertificateByStaff } from '../apps/server/src/use-cases/issue-certificate-by-staff.ts';
import { screenFaults } from './check-screen.ts';
import { DESKTOP, PHONE, type Product, signedInPage, startProduct } from './product.ts';

// A customer with an account, of three vendors: certificates, renewal and a question to sales, on a phone and at a desk.

const EMAIL = 'olga@romashka.example';
const DAY_MS = 86_400_000;
let product: Product;
let olga: TestPerson;
/** Of Shtrih-M. */
let lead: TestPerson;

const ago = (days: number): LocalDate =>
  new Date(Date.now() - days * DAY_MS).toISOString().slice(0, 10) as LocalDate;

const sell = async (
  slug: string,
  companyId: CompanyId,
  bought: { readonly number: string; readonly packageId: string; readonly dates: Record<string, LocalDate> },
): Promise<TestPerson> => {
  const { opened } = product.server;
  const seller = await addStaff(opened, slug, 'lead', `lead@${slug}.example`);
  const outcome = await issueCertificateByStaff(opened.context, {
    deskId: deskIdOf(opened, slug),
    companyId,
    personId: seller.personId,
    draft: {
      ...bought,
      products: null,
      installationType: null,
      quantity: slug === 'flat' ? 5 : null,
      term: { count: 12, unit: 'months' },
      namedStart: null,
      figures: {},
      bought: [],
      visitsPerTicket: null,
    },
    idempotency: { key: slug, requestHash: slug },
  });
  if (outcome.kind !== 'done') throw new Error(JSON.stringify(outcome));
  return seller;
};

beforeAll(async () => {
  product = await startProduct();
  const { opened } = product.server;
  const who = { company: 'ООО «Ромашка»', email: EMAIL, name: 'Ольга Иванова' };
  const flat = await addCustomer(opened, 'flat', { ...who, packageId: null });
  // Ninety days from the sale, then a year: a fortnight is left.
  await sell('flat', flat.companyId, {
    number: 'ФЛ-118',
    packageId: '24x7',
    dates: { sale: ago(440) },
  });
  const shtrih = await addCustomer(opened, 'shtrih-m', { ...who, packageId: null });
  lead = await sell('shtrih-m', shtrih.companyId, {
    number: '14-ТП',
    packageId: 'paid',
    dates: { 'number-given': ago(345) },
  });
  await addCustomer(opened, 'alteroffice', { ...who, packageId: 'basic' });
  olga = await addAccount(opened, EMAIL);
});

afterAll(async () => {
  expect(product.watch).toEqual({ faults: [], foreign: [], executed: [] });
  expect(product.server.errors).toEqual([]);
  await product.stop();
});

const listOf = async (page: Page, desk: string): Promise<void> => {
  await page.goto(`/p/${desk}/certificates`);
  await page.getByRole('heading', { level: 1, name: 'Сертификаты' }).waitFor();
};

describe('on a phone', () => {
  it('a certificate is renewed by the number of an act: refused in words, shown before, sent once', async () => {
    const page = await signedInPage(product, olga, { viewport: PHONE });
    await listOf(page, 'shtrih-m');
    const card = page.getByRole('link', { name: /14-ТП/u });
    await card.getByText(/осталось \d+ (день|дня|дней)/u).waitFor();
    expect(await screenFaults(page, 'list')).toEqual([]);
    await card.click();
    await page.getByRole('heading', { level: 1, name: 'Платная' }).waitFor();
    await page.getByText('Оперативное исправление ошибок').waitFor();
    expect(await screenFaults(page, 'certificate')).toEqual([]);

    await page.getByRole('button', { name: 'Продлить по номеру акта' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Проверить' }).click();
    await dialog.getByText('Напишите номер акта').waitFor();
    await dialog.getByLabel('Номер акта').fill('21-ТП');
    await dialog.getByLabel('В акте названа подписка на поддержку').check();
    await dialog.getByText('Партнёр, своим актом').click();
    await dialog.getByRole('button', { name: 'Проверить' }).click();
    await dialog.getByText(/SH-P-ACT2/u).waitFor();
    // What was typed is still there.
    expect(await dialog.getByLabel('Номер акта').inputValue()).toBe('21-ТП');
    expect(await screenFaults(page, 'refused act')).toEqual([]);
    await dialog.getByText('Поставщик программы или его центр').click();
    await dialog.getByRole('button', { name: 'Проверить' }).click();
    await dialog.getByText(/Остаток прежнего срока .* не прибавится/u).waitFor();
    await dialog.getByRole('button', { name: 'Отправить на продление' }).dblclick();
    await page.getByText(/Акт для продления назван .* Заявка №1\./u).waitFor();
    // Pressed twice it is one request.
    const staff = await signedInPage(product, lead);
    const { tickets } = (await (await staff.request.get('/api/desks/shtrih-m/queue')).json()) as {
      tickets: object[];
    };
    expect(tickets).toMatchObject([{ number: 1, channel: 'portal' }]);
  });

  it('a key is registered and its free support begins at once', async () => {
    const page = await signedInPage(product, olga, { viewport: PHONE, colorScheme: 'dark' });
    await listOf(page, 'shtrih-m');
    await page.getByRole('button', { name: 'Зарегистрировать' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Номер или ключ').fill('SM-2026-77');
    expect(await screenFaults(page, 'register')).toEqual([]);
    await dialog.getByRole('button', { name: 'Зарегистрировать' }).click();
    await page.getByText('Ключ зарегистрирован, поддержка началась').waitFor();
    await page.getByRole('link', { name: /SM-2026-77/u }).waitFor();
  });

  it('whose package has no cabinet is told so by its clause, and where to register instead', async () => {
    const page = await signedInPage(product, olga, { viewport: PHONE });
    await listOf(page, 'alteroffice');
    await page.getByRole('heading', { name: 'Личный кабинет не входит в ваш пакет' }).waitFor();
    await page.getByText(/AO-4\.1-cabinet/u).waitFor();
    expect(await page.getByRole('button', { name: 'Зарегистрировать' }).count()).toBe(0);
    expect(await screenFaults(page, 'no cabinet')).toEqual([]);
    await page.getByRole('link', { name: 'Страница поддержки' }).click();
    await page.getByRole('heading', { name: 'Поддержка без учётной записи' }).waitFor();
  });
});

describe('at a desk', () => {
  it('what the wish to renew brings is told before, declared, and on record', async () => {
    const page = await signedInPage(product, olga, { viewport: DESKTOP });
    await listOf(page, 'flat');
    await page.getByRole('link', { name: /ФЛ-118/u }).click();
    await page.getByText(/Без заявления поддержка остановится после/u).waitFor();
    expect(await screenFaults(page, 'intent')).toEqual([]);
    await page.getByRole('button', { name: 'Заявить намерение продлить' }).click();
    await page.getByText('Намерение продлить записано').waitFor();
    await page.getByText('Намерение продлить заявлено').waitFor();
    expect(await page.getByRole('button', { name: 'Заявить намерение продлить' }).count()).toBe(0);
  });

  it('whether a question would be covered is told with its deadline before anything is sent', async () => {
    const page = await signedInPage(product, olga, { viewport: DESKTOP, colorScheme: 'dark' });
    await listOf(page, 'flat');
    await page.getByLabel('Приоритет').selectOption({ index: 1 });
    await page.getByRole('button', { name: 'Узнать' }).click();
    await page.getByText('Да, вопрос будет покрыт').waitFor();
    await page
      .getByText(/Реакция/u)
      .first()
      .waitFor();
    expect(await screenFaults(page, 'covered')).toEqual([]);
  });

  it('a question goes to sales, its thread goes on, and it is found again among the certificates', async () => {
    const page = await signedInPage(product, olga, { viewport: DESKTOP });
    await listOf(page, 'flat');
    await page.getByRole('button', { name: 'Спросить цену' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Что вы хотите купить или узнать').fill('Сколько стоит продление на год?');
    await dialog.getByRole('button', { name: 'Отправить' }).dblclick();
    await page.getByLabel('Ваш ответ').fill('И на два года?');
    await page.getByRole('button', { name: 'Отправить' }).click();
    await page.getByText('И на два года?').first().waitFor();
    expect(await screenFaults(page, 'inquiry')).toEqual([]);
    await page.getByRole('link', { name: 'К сертификатам' }).click();
    await page.getByRole('link', { name: /S-1/u }).waitFor();
    expect(await page.getByRole('link', { name: /S-\d/u }).count()).toBe(1);
  });

  it('the profile keeps a telephone as it is read, a zone and the letters to do without', async () => {
    const page = await signedInPage(product, olga, { viewport: DESKTOP });
    await page.goto('/p/flat/profile');
    await page.getByLabel('Телефон').fill('позвоните');
    await page.getByRole('button', { name: 'Сохранить' }).click();
    await page.getByText('Номер прочитать не удалось').waitFor();
    await page.getByLabel('Телефон').fill('8 (495) 123-45-67');
    await page.getByLabel('Часовой пояс').selectOption('Asia/Omsk');
    await page.getByRole('button', { name: 'Сохранить' }).click();
    await page.getByText('Сохранено').waitFor();
    const kept = page.waitForResponse((answer) => answer.request().method() === 'PATCH');
    await page.getByLabel('Напоминания о сертификатах').uncheck();
    await kept;
    await page.reload();
    await page.getByLabel('Имя').waitFor();
    expect(await page.getByLabel('Телефон').inputValue()).toBe('+74951234567');
    expect(await page.getByLabel('Часовой пояс').inputValue()).toBe('Asia/Omsk');
    expect(await page.getByLabel('Напоминания о сертификатах').isChecked()).toBe(false);
    expect(await screenFaults(page, 'profile')).toEqual([]);
  });
});
