import type { APIRequestContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type SmtpSink, startSmtpSink } from '../apps/server/src/testing/letters/smtp-sink.ts';
import { eventually } from '../apps/server/src/testing/start-test-server.ts';
import { addAccount, addCustomer, addStaff, type TestPerson } from '../apps/server/src/testing/test-desk.ts';
import { screenFaults } from './check-screen.ts';
import { DESKTOP, PHONE, type Product, signedInPage, startProduct } from './product.ts';

/** As telephones name what they take: longer than their own screen is wide. */
const FILE = 'IMG_20261122_090812_экран_кассы_у_входа_в_торговый_зал.png';

const desk = 'shtrih-m';
const email = 'anna@firm.example';

let sink: SmtpSink;
let product: Product;
let phone: Page;
let staff: APIRequestContext;
let account: TestPerson;
let dispatcher: TestPerson;
let companyId: string;

beforeAll(async () => {
  sink = await startSmtpSink();
  const smtp = { host: sink.host, port: sink.port, secure: false };
  product = await startProduct({ mail: { [desk]: { address: `support@${desk}.example`, smtp } } });
  const { opened } = product.server;
  ({ companyId } = await addCustomer(opened, desk, {
    company: 'ООО «Ромашка»',
    email,
    name: 'Анна Белова',
    packageId: 'paid',
  }));
  account = await addAccount(opened, email);
  phone = await signedInPage(product, account, { viewport: PHONE, isMobile: true, hasTouch: true });
  dispatcher = await addStaff(opened, desk, 'dispatcher', 'dina@desk.example');
  const engineer = await addStaff(opened, desk, 'engineer', 'timur@desk.example');
  staff = (await signedInPage(product, engineer)).context().request;
});

afterAll(async () => {
  expect(product.watch).toEqual({ faults: [], foreign: [], executed: [] });
  expect(product.server.errors).toEqual([]);
  await product.stop();
  await sink.stop();
});

/** What staff do meanwhile, at their own place. */
const staffDoes = async (number: number, data: object): Promise<void> => {
  const path = `/api/desks/${desk}/tickets/${number}`;
  const { ticket } = (await (await staff.get(path)).json()) as { ticket: { version: number } };
  const reply = await staff.post(`${path}/commands`, {
    data,
    headers: { 'idempotency-key': crypto.randomUUID(), 'if-match': `"${ticket.version}"` },
  });
  expect({ data, status: reply.status() }).toEqual({ data, status: 200 });
};

const lettersToAnna = (): number => sink.letters.filter(({ to }) => to.includes(email)).length;

it('a phone: she comes home to her portal, which says what it is for', async () => {
  await phone.goto('/');
  await phone.waitForURL(`**/p/${desk}`);
  await phone.getByText('Открытых заявок нет').waitFor();
  expect(await screenFaults(phone, 'portal 1')).toEqual([]);
});

it('a phone: a new ticket with a picture, after its deadline was shown; the letter brings the number', async () => {
  await phone.getByRole('link', { name: 'Новая заявка' }).last().click();
  await phone.getByLabel('Тема').fill('Касса не печатает чек');
  await phone.getByLabel('Что случилось').fill('После обновления чек не выходит.\nНа экране ошибка 42.');
  await phone.getByRole('checkbox', { name: 'Перезвоните мне' }).check();
  await phone.getByLabel('На какой номер').fill('8 495 123-45-60');
  await phone.getByText('Обслужим').waitFor();
  expect(await phone.getByLabel('Что будет с заявкой').innerText()).toMatch(/до .*\d{2}:\d{2}/u);
  expect(await screenFaults(phone, 'portal 2')).toEqual([]);
  const png =
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
  await phone
    .locator('input[type=file]')
    .setInputFiles({ name: FILE, mimeType: 'image/png', buffer: Buffer.from(png, 'base64') });
  // Its size stands beside it once it has arrived.
  await phone.getByText('70 Б').waitFor();
  expect(await screenFaults(phone, 'portal file')).toEqual([]);
  // What is typed outlives the page.
  await phone.reload();
  expect(await phone.getByLabel('Тема').inputValue()).toBe('Касса не печатает чек');
  await phone.getByRole('button', { name: `Убрать ${FILE}` }).waitFor();
  await phone.getByRole('button', { name: 'Отправить заявку' }).click();
  await phone.getByRole('heading', { name: 'Касса не печатает чек' }).waitFor();
  await phone.getByRole('img', { name: FILE }).waitFor();
  await phone.getByText('Перезвоните мне, пожалуйста: +74951234560').waitFor();
  expect(await screenFaults(phone, 'portal 3')).toEqual([]);
  await eventually(async () => lettersToAnna() > 0);
});

it('a phone: she asks to be called back, which waits where calls are made', async () => {
  await phone.getByRole('button', { name: 'Попросить перезвонить' }).click();
  await phone.getByLabel('На какой номер').fill('8 495 123 45 67');
  expect(await screenFaults(phone, 'portal callback')).toEqual([]);
  await phone.getByRole('button', { name: 'Перезвоните мне' }).click();
  await phone.getByText('Перезвоните мне, пожалуйста: +74951234567').waitFor();
  const { calls } = (await (await staff.get(`/api/desks/${desk}/missed-calls`)).json()) as {
    calls: readonly object[];
  };
  expect(calls).toMatchObject([{ phone: '+74951234567', ticket: { number: 1 } }]);
});

it('a phone: a question comes while she types; nothing typed is lost, and two touches send one answer', async () => {
  const answer = phone.getByLabel('Ваш ответ');
  await answer.fill('Забыла сказать:');
  await staffDoes(1, { command: 'take' });
  await staffDoes(1, { command: 'request-information', text: 'Какая модель кассы?' });
  await phone.getByRole('heading', { name: 'Поддержка спрашивает' }).waitFor();
  await phone.getByRole('figure').getByText('Какая модель кассы?').waitFor();
  await phone.getByText('Ход за вами: поддержка ждёт вашего ответа.').waitFor();
  expect(await answer.inputValue()).toBe('Забыла сказать:');
  await phone.getByRole('button', { name: 'Что нового: непрочитанных: 1' }).waitFor();
  await answer.fill('Забыла сказать: РИТЕЙЛ-01');
  await phone.getByRole('button', { name: 'Отправить', exact: true }).dblclick();
  await phone.getByText('Ответ отправлен').waitFor();
  await phone.getByText('Забыла сказать: РИТЕЙЛ-01').waitFor();
  expect(await phone.getByText('Забыла сказать: РИТЕЙЛ-01').count()).toBe(1);
  expect(await answer.inputValue()).toBe('');
});

/** Writes down what the company decided about its portal. */
const decideRule = async (page: Page, rule: RegExp, supervisor?: RegExp): Promise<void> => {
  await page.getByRole('button', { name: 'Изменить: Личный кабинет' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('radio', { name: rule }).check();
  if (supervisor !== undefined) await dialog.getByRole('checkbox', { name: supervisor }).check();
  await dialog.getByRole('button', { name: 'Сохранить' }).click();
  await page.getByText('Правило кабинета сохранено').first().waitFor();
  await dialog.waitFor({ state: 'detached' });
};

it('her supervisor sees her ticket once the company says so, answers in it, and no more once it says otherwise', async () => {
  const staffPage = await signedInPage(product, dispatcher);
  await staffPage.goto(`/d/${desk}/companies/${companyId}`);
  await staffPage.getByRole('button', { name: 'Изменить: Контакты' }).click();
  const dialog = staffPage.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Добавить', exact: true }).click();
  const second = dialog.getByRole('group', { name: 'Контакты, 2' });
  await second.getByLabel('Имя').fill('Мария Старшая');
  await second.getByLabel('Почта').fill('maria@firm.example');
  await dialog.getByRole('button', { name: 'Сохранить' }).click();
  await staffPage.getByText('maria@firm.example').waitFor();

  const supervisor = await signedInPage(
    product,
    await addAccount(product.server.opened, 'maria@firm.example'),
  );
  await supervisor.goto('/');
  await supervisor.waitForURL(`**/p/${desk}`);
  await supervisor.getByText('Открытых заявок нет').waitFor();

  await decideRule(staffPage, /^По роли/, /^Мария Старшая/);
  await staffPage.getByText('Мария Старшая', { exact: true }).last().waitFor();
  const row = supervisor.getByRole('link', { name: /Касса не печатает чек.*Анна Белова/s });
  await expect
    .poll(
      async () => {
        await supervisor.reload();
        await supervisor
          .getByText(/^Открытых заявок нет|^Касса не печатает чек/)
          .first()
          .waitFor();
        return row.count();
      },
      { timeout: 10_000 },
    )
    .toBe(1);
  // Her own are none.
  await supervisor.getByText('Только мои').click();
  await supervisor.getByText('Открытых заявок нет').waitFor();
  await supervisor.getByText('Всей компании').click();
  await row.click();
  await supervisor.getByText('Забыла сказать: РИТЕЙЛ-01').waitFor();
  expect(await screenFaults(supervisor, 'portal of a supervisor')).toEqual([]);
  await supervisor.getByLabel('Ваш ответ').fill('Касса стоит на складе, доступ дам я.');
  await supervisor.getByRole('button', { name: 'Отправить', exact: true }).click();
  await supervisor.getByText('Ответ отправлен').waitFor();
  // It stands at once on the phone of whoever asked, as a colleague's.
  await phone.getByText('Касса стоит на складе, доступ дам я.').waitFor();
  await phone.getByText('Мария Старшая').first().waitFor();

  await decideRule(staffPage, /^Только свои/);
  // Within a second of the decision, which is how long the server remembers whose customer somebody is.
  await expect
    .poll(
      async () => {
        await supervisor.reload();
        const heading = supervisor.getByRole('heading', { level: 1 });
        await heading.waitFor();
        return heading.textContent();
      },
      { timeout: 10_000 },
    )
    .toContain('Такой заявки нет');
  await supervisor.getByRole('link', { name: 'К заявкам' }).click();
  await supervisor.getByText('Открытых заявок нет').waitFor();
  await supervisor.context().close();
  await staffPage.context().close();
});

it('at a desk in the dark: she objects with a reason, then confirms and rates', async () => {
  const desktop = await signedInPage(product, account, { viewport: DESKTOP, colorScheme: 'dark' });
  await staffDoes(1, { command: 'resolve', text: 'Обновите прошивку.' });
  // A customer who is given the address of the staff finds their own place.
  await desktop.goto(`/d/${desk}`);
  await desktop.waitForURL(`**/p/${desk}`);
  await desktop.goto(`/p/${desk}?view=waiting`);
  await desktop.getByRole('link', { name: /Касса не печатает чек/ }).click();
  await desktop.getByText('Поддержка отправила решение').waitFor();
  expect(await screenFaults(desktop, 'portal 4')).toEqual([]);
  await desktop.getByRole('button', { name: 'Не помогло' }).click();
  await desktop.getByLabel('Что не так').fill('Прошивка та же');
  await desktop.getByRole('button', { name: 'Вернуть в работу' }).click();
  await desktop.getByText('Возражение принято').waitFor();
  await staffDoes(1, { command: 'resolve', text: 'Прислали новую прошивку.' });
  await desktop.getByRole('button', { name: 'Помогло, закрыть заявку' }).click();
  await desktop.getByRole('radio', { name: '5 — Отлично' }).check({ force: true });
  await desktop.getByLabel(/Что было хорошо/).fill('Быстро');
  await desktop.getByRole('button', { name: 'Оценить' }).click();
  await desktop.getByText('Спасибо за оценку').waitFor();
  await desktop.getByLabel('5 из 5').waitFor();
  expect(await screenFaults(desktop, 'portal 5')).toEqual([]);
  const { rating } = (await (await staff.get(`/api/desks/${desk}/tickets/1/rating`)).json()) as {
    rating: object;
  };
  expect(rating).toMatchObject({ score: 5, words: 'Быстро' });
  await desktop.context().close();
});

it('a phone: she prints her ticket; what staff said among themselves is not on it', async () => {
  await staffDoes(1, { command: 'add-note', text: 'Канарейка: опять прошивка' });
  await phone.goto(`/p/${desk}/t/1`);
  await phone.getByRole('button', { name: 'Версия для печати' }).click();
  await phone.waitForURL(`**/p/${desk}/t/1/print`);
  const sheet = phone.getByRole('article');
  await sheet.getByText('Прислали новую прошивку.').waitFor();
  expect(await screenFaults(phone, 'portal print')).toEqual([]);
  await phone.emulateMedia({ media: 'print' });
  const printed = await phone.locator('body').innerText();
  for (const words of ['№ 1', 'Касса не печатает чек', 'ООО «Ромашка»', 'На экране ошибка 42.', FILE])
    expect(printed).toContain(words);
  expect(printed).not.toMatch(/Канарейка|К заявке|Сертификаты$/m);
  await phone.emulateMedia({ media: null });
  await phone.getByRole('link', { name: 'К заявке' }).click();
  await phone.getByRole('button', { name: 'Версия для печати' }).waitFor();
});

it('a phone: what is closed is found by a word, and nothing else is said of a number that is not hers', async () => {
  await phone.goto(`/p/${desk}?view=closed&q=чек`);
  await phone.getByRole('link', { name: /Касса не печатает чек/ }).waitFor();
  // What she wrote in it, in other forms of the words; marked where it stands.
  const field = phone.getByRole('searchbox', { name: 'Номер или слова из заявки' });
  await field.fill('экраны ');
  await phone.locator('mark', { hasText: 'экране' }).waitFor();
  // Whoever stopped after a word goes on behind its space.
  await field.press('End');
  await field.pressSequentially('ошибка');
  await phone.waitForURL((address) => address.searchParams.get('q') === 'экраны ошибка');
  expect(await field.inputValue()).toBe('экраны ошибка');
  expect(await screenFaults(phone, 'portal 6')).toEqual([]);
  // Typed on the other layout, misspelled.
  await phone.getByRole('searchbox').fill('rfccf');
  await phone.getByText('Показано по запросу «касса»').waitFor();
  await phone.getByRole('searchbox').fill('обнавлние');
  await phone.getByText('показаны похожие слова').waitFor();
  await phone.goto(`/p/${desk}/t/999`);
  await phone.getByRole('heading', { name: 'Такой заявки нет' }).waitFor();
});
