import type { CompanyId, ContactId } from '@reglament/desk';
import type { Instant } from '@reglament/working-time';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type SmtpSink, startSmtpSink } from '../apps/server/src/testing/letters/smtp-sink.ts';
import { parseLetter } from '../apps/server/src/channels/mail/parse-letter.ts';
import { eventually } from '../apps/server/src/testing/start-test-server.ts';
import { openCase } from '../apps/server/src/testing/status-case.ts';
import { innOf } from '../apps/server/src/testing/support-customer.ts';
import { deskIdOf } from '../apps/server/src/testing/test-desk.ts';
import { insertCompanyRecord } from '../apps/server/src/store/companies.ts';
import { insertContact } from '../apps/server/src/store/contacts.ts';
import { waitingMissedCalls } from '../apps/server/src/store/queries/missed-calls.ts';
import { bringCertificate } from '../apps/server/src/use-cases/bring-certificate.ts';
import { screenFaults } from './check-screen.ts';
import { DESKTOP, PHONE, type Product, startProduct } from './product.ts';

const DAY_MS = 86_400_000;

let sink: SmtpSink;
let product: Product;
let customer: Page;

beforeAll(async () => {
  sink = await startSmtpSink();
  const smtp = { host: sink.host, port: sink.port, secure: false };
  product = await startProduct({
    mail: Object.fromEntries(
      ['alteroffice', 'shtrih-m'].map((slug) => [slug, { address: `support@${slug}.example`, smtp }]),
    ),
  });
  const context = await product.visitor({ javaScriptEnabled: false, viewport: PHONE });
  customer = await context.newPage();
});
afterAll(async () => {
  expect(product.watch).toEqual({ faults: [], foreign: [], executed: [] });
  expect(product.server.errors).toEqual([]);
  await product.stop();
  await sink.stop();
});

const addBuyer = async (slug: string, index: number, packageId: string): Promise<string> => {
  const { opened } = product.server;
  const { context } = opened;
  const deskId = deskIdOf(opened, slug);
  const companyId = context.newId() as CompanyId;
  const email = `buyer-${index}@garden.example`;
  const now = context.now();
  await context.db.inDesk(deskId, async (q) => {
    const record = { inn: innOf(index), kpp: null, ogrn: null, district: null, city: '' };
    await insertCompanyRecord(q, deskId, companyId, { name: `ООО «Сад ${index}»`, ...record });
    const contactId = context.newId() as ContactId;
    await insertContact(q, { deskId, contactId, companyId, email, name: 'Вера', phone: '' });
    await bringCertificate(context, q, deskId, {
      companyId,
      number: `ДОГ-${index}`,
      packageId,
      startsAt: (now - DAY_MS) as Instant,
      endsAt: (now + 40 * DAY_MS) as Instant,
    });
  });
  return email;
};

/** The link of the last letter to an address, waited for: `count` letters have come. */
const linkTo = (address: string, count: number): Promise<string> =>
  eventually(async () => {
    const letters = sink.letters.filter(({ to }) => to.includes(address));
    const last = letters[count - 1];
    if (last === undefined) return null;
    const read = await parseLetter(last.raw, { trustedAuthserv: null, ownAddresses: [] });
    return read.ok ? (/https?:\/\/[^\s/]+(\/c\/\S+)/.exec(read.letter.text)?.[1] ?? null) : null;
  });

/** Looked at as people have it: on a phone and a desk, by day and by night, in both languages. */
const faultsOf = async (path: string): Promise<readonly string[]> => {
  const faults: string[] = [];
  for (const viewport of [PHONE, DESKTOP])
    for (const colorScheme of ['light', 'dark'] as const) {
      const context = await product.visitor({ viewport, colorScheme });
      const page = await context.newPage();
      await page.goto(`${path}${path.includes('?') ? '&' : '?'}lang=${colorScheme === 'dark' ? 'en' : 'ru'}`);
      await page.evaluate(() => {
        for (const folded of document.querySelectorAll('details')) folded.open = true;
      });
      faults.push(...(await screenFaults(page, `${path} ${viewport.width} ${colorScheme}`)));
      await context.close();
    }
  return faults;
};

it('a certificate is registered on a phone without a script: faults keep what was typed, the letter’s button confirms', async () => {
  const email = await addBuyer('alteroffice', 1, 'basic');
  await customer.goto('/c/alteroffice');
  await customer.getByRole('link', { name: 'Зарегистрировать сертификат или ключ' }).click();
  await customer.getByLabel('Номер или ключ').fill('дог-1');
  await customer.getByLabel('Компания').fill('ООО «Сад 1»');
  await customer.getByLabel('ИНН').fill(`${innOf(1).slice(0, 9)}x`);
  await customer.getByLabel('Ваше имя').fill('Вера');
  await customer.getByLabel('Почта').fill(email);
  await customer.getByRole('button', { name: 'Зарегистрировать' }).click();
  await customer.getByText('контрольная цифра не сходится').waitFor();
  expect(await customer.getByLabel('Номер или ключ').inputValue()).toBe('дог-1');
  expect(await customer.getByLabel('ИНН').getAttribute('aria-invalid')).toBe('true');
  await customer.getByLabel('ИНН').fill(innOf(1));
  await customer.getByRole('button', { name: 'Зарегистрировать' }).click();
  await customer.getByText('Мы всё записали.').waitFor();
  await customer.goto(await linkTo(email, 1));
  await customer.getByRole('button', { name: 'Да, это я: зарегистрировать' }).click();
  await customer.getByText('Зарегистрировано: сертификат показан ниже.').waitFor();
  await customer.getByText('№ ДОГ-1').waitFor();
  await customer.getByText('осталось 40 дней').waitFor();
  await customer.getByLabel('Как обратитесь').selectOption('phone');
  await customer.getByRole('button', { name: 'Узнать' }).click();
  await customer.getByRole('heading', { name: 'Нет, так вопрос не покрыт' }).waitFor();
  expect(await faultsOf(new URL(customer.url()).pathname)).toEqual([]);
});

it('an act is checked, shown and sent; sent again it is refused with the request that it became', async () => {
  const email = await addBuyer('shtrih-m', 2, 'paid');
  await customer.goto('/c/shtrih-m');
  await customer.getByLabel('Почта').fill(email);
  await customer.getByRole('button', { name: 'Прислать ссылку' }).click();
  await customer.getByText('письмо со ссылкой придёт').waitFor();
  const own = await linkTo(email, 1);
  await customer.goto(own);
  const check = async (issuer: string): Promise<void> => {
    await customer.goto(own);
    await customer.getByText('Продлить по номеру акта').click();
    await customer.getByLabel('Номер акта').fill('77-ТП');
    await customer.getByLabel(issuer).check();
    await customer.getByLabel('В акте названа подписка на поддержку').check();
    await customer.getByRole('button', { name: 'Проверить' }).click();
  };
  await check('Партнёр, своим актом');
  await customer.getByText('акт партнёра не годится').waitFor();
  expect(await customer.getByLabel('Номер акта').inputValue()).toBe('77-ТП');
  await check('Поставщик программы или его центр');
  await customer.getByText('Остаток прежнего срока (40 дней) не прибавится.').waitFor();
  await customer.getByRole('button', { name: 'Отправить на продление' }).click();
  await customer.getByText('Акт принят к продлению').waitFor();
  await customer.getByRole('status').getByRole('link').click();
  await customer.getByRole('heading', { name: 'Продление сертификата ДОГ-2 по акту 77-ТП' }).waitFor();
  await check('Поставщик программы или его центр');
  await customer.getByText('Этот акт вы уже называли.').waitFor();
  expect(await faultsOf(own)).toEqual([]);
});

it('a call is asked for on the page of a ticket, on a phone without a script: half a number is kept, a whole one waits where calls are made', async () => {
  const { opened } = product.server;
  const found = await openCase(opened, { slug: 'centaur', packageId: 'basic' });
  await customer.goto(found.path);
  await customer.getByText('Попросить перезвонить').click();
  await customer.getByLabel('На какой номер').fill('495 12');
  await customer.getByRole('button', { name: 'Перезвоните мне' }).click();
  await customer.getByText('Это не похоже на номер целиком.').waitFor();
  const number = customer.getByLabel('На какой номер');
  expect(await number.inputValue()).toBe('495 12');
  await number.fill('8 495 123-45-67');
  await customer.getByRole('button', { name: 'Перезвоните мне' }).click();
  await customer.getByText('Просьба записана: перезвоним.').waitFor();
  await customer.getByText('Перезвоните мне, пожалуйста: +74951234567').waitFor();
  const calls = await opened.context.db.inDesk(found.deskId, (q) => waitingMissedCalls(q, found.deskId));
  const asked = calls.filter(({ phone }) => phone === '+74951234567');
  expect(asked.map(({ ticket }) => ticket !== null)).toEqual([true]);
  expect(await faultsOf(found.path)).toEqual([]);
});

it('the pages for everybody keep nobody out', async () => {
  for (const path of [
    '/c/shtrih-m',
    '/c/shtrih-m?sent=link',
    '/c/shtrih-m/register',
    '/c/shtrih-m/buy',
    '/c/shtrih-m/nothing',
  ])
    expect(await faultsOf(path)).toEqual([]);
});
