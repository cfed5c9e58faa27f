import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { addCustomer, addStaff } from '../apps/server/src/testing/test-desk.ts';
import { type Mail, startMail } from './mail.ts';
import { DESKTOP, PATIENCE_MS, type Product, signedInPage, startProduct } from './product.ts';
import { message, openTicket, sendButton, textField } from './ticket-screen.ts';

// An administrator's first day at a desk without mail: mailbox, a colleague, a text for everybody, a key, and who did what.

const DESK = 'centaur';
const CUSTOMER = 'olga@customer.example';
const COLLEAGUE = 'vera@staff.example';

let mail: Mail;
let product: Product;
let page: Page;
let colleague: Page;

beforeAll(async () => {
  mail = await startMail([DESK]);
  product = await startProduct();
  const { opened } = product.server;
  await addCustomer(opened, DESK, {
    company: 'ООО «Ромашка»',
    email: CUSTOMER,
    name: 'Ольга',
    packageId: 'basic',
  });
  page = await signedInPage(product, await addStaff(opened, DESK, 'administrator', 'anna@staff.example'));
});
afterAll(async () => {
  expect(product.watch).toEqual({ faults: [], foreign: [], executed: [] });
  expect(product.server.errors).toEqual([]);
  await product.stop();
  await mail.stop();
});

const section = (name: string): Promise<void> =>
  page.getByRole('navigation', { name: 'Разделы управления' }).getByRole('link', { name }).click();
const button = (name: string | RegExp) => page.getByRole('button', { name });
const dialog = () => page.getByRole('dialog');

/** Gives one direction of the mailbox the server that it goes by. */
const fillServer = async (
  direction: RegExp,
  server: {
    readonly host: string;
    readonly port: number;
    readonly user?: string | undefined;
    readonly password?: string | undefined;
  },
): Promise<void> => {
  const part = page.getByRole('region', { name: direction });
  await part.getByRole('button', { name: 'Подключить' }).click();
  await part.getByLabel('Сервер', { exact: true }).fill(server.host);
  await part.getByLabel('Шифрование').selectOption('STARTTLS');
  await part.getByLabel('Порт').fill(String(server.port));
  if (server.user !== undefined) await part.getByLabel('Имя пользователя').fill(server.user);
  if (server.password !== undefined)
    await part.getByLabel('Пароль', { exact: true }).fill(`not ${server.password}`);
};

it('connects the mailbox: what is wrong is told at the side that is wrong', async () => {
  await page.goto(`/d/${DESK}`);
  await page.getByRole('link', { name: 'Управление' }).click();
  await section('Почтовый ящик');
  const { imap, smtp } = mail.settings[DESK] ?? {};
  if (imap === undefined || smtp === undefined) throw new Error('the mailbox has two sides');
  await fillServer(/^Приём писем/, imap);
  await fillServer(/^Отправка писем/, smtp);
  await button('Проверить подключение').click();
  const incoming = page.getByRole('region', { name: /^Приём писем/ });
  await incoming.getByRole('alert').filter({ hasText: 'Сервер не принял имя или пароль' }).waitFor();
  const outgoing = page.getByRole('region', { name: /^Отправка писем/ });
  await outgoing.getByText('Получилось: сервер впустил').waitFor();
  await incoming.getByLabel('Пароль', { exact: true }).fill(imap.password);
  await button('Проверить подключение').click();
  await incoming.getByText('Получилось: сервер впустил').waitFor();
  await button('Сохранить').click();
  await page.getByText('Настройки ящика сохранены').waitFor();
  await incoming.getByText('Подключён', { exact: true }).waitFor();
});

it('invites a colleague, whom a real letter brings in', async () => {
  await section('Сотрудники');
  await button('Пригласить').click();
  await dialog().getByRole('textbox', { name: 'Электронная почта' }).fill(COLLEAGUE);
  await dialog().getByRole('textbox', { name: 'Имя' }).fill('Вера Новая');
  await dialog().getByRole('button', { name: 'Отправить приглашение' }).click();
  await button(`Отозвать приглашение: ${COLLEAGUE}`).waitFor();
  const letter = await mail.received(COLLEAGUE, '/enter/');
  const path = /\/enter\/[a-z2-7]{52}/.exec(letter.text)?.[0] ?? '';
  colleague = await (await product.visitor({ viewport: DESKTOP })).newPage();
  await colleague.goto(path);
  await colleague.getByText('Роль: инженер.').waitFor();
  await colleague.getByRole('textbox', { name: 'Новый пароль' }).fill('a new password');
  await colleague.getByRole('button', { name: 'Принять приглашение' }).click();
  await colleague.getByRole('heading', { level: 1, name: 'Открытые' }).waitFor();
});

it('makes a template, with which the colleague answers a letter', async () => {
  await section('Шаблоны и макросы');
  await button('Новый шаблон').first().click();
  await dialog().getByLabel('Название').fill('Приняли');
  await dialog().getByRole('radio', { name: 'Всей службе' }).check();
  await dialog().getByLabel('Текст', { exact: true }).fill('{{contact.name}}, заявку приняли.');
  await dialog().getByRole('button', { name: 'Сохранить' }).click();
  await dialog().waitFor({ state: 'detached' });

  await mail.deliver(DESK, { from: CUSTOMER, name: 'Ольга', subject: 'Эхо', text: 'Слышно эхо.' });
  await colleague.getByRole('link', { name: 'Эхо' }).waitFor();
  await openTicket(colleague, DESK, 1);
  await textField(colleague, 'Ответ клиенту').pressSequentially('/прин');
  await colleague.getByRole('option', { name: /Приняли/ }).waitFor();
  await colleague.keyboard.press('Enter');
  await sendButton(colleague, 'Ответ клиенту').click();
  await message(colleague, 'Ольга, заявку приняли.').waitFor();
  await mail.received(CUSTOMER, 'Ольга, заявку приняли.');
});

it('makes a key for a program, and downloads what the desk keeps', async () => {
  await section('Ключи API');
  await button('Новый ключ').click();
  await dialog().getByLabel('Название').fill('Учёт');
  await dialog().getByLabel('Заявки: Чтение').check();
  await dialog().getByRole('button', { name: 'Создать' }).click();
  await dialog().getByRole('button', { name: 'Готово' }).click();
  await page.getByText('Инженер — Заявки: чтение').waitFor();

  await section('Выгрузка данных');
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Заявки: скачать CSV' }).click(),
  ]);
  expect(file.suggestedFilename()).toMatch(/\.csv$/);
  expect(await file.failure()).toBeNull();
});

it('reads in the log of actions who did what, and finds one of them', async () => {
  await section('Журнал действий');
  const row = (words: string) => page.getByRole('row').filter({ hasText: words });
  // A download is in the log when it has ended, which the browser may know sooner.
  await expect
    .poll(
      async () => {
        await page.reload();
        await row('Ключ API выпущен').first().waitFor();
        return row('Данные выгружены').count();
      },
      { timeout: PATIENCE_MS },
    )
    .toBe(1);
  for (const words of [
    'Почтовый ящик изменён',
    'Приглашение в службу отправлено',
    'Шаблон заведён',
    'Ключ API выпущен',
    'Данные выгружены',
  ])
    await row(words).filter({ hasText: 'Сотрудник anna' }).first().waitFor();
  await page.getByLabel('Что сделано').selectOption('Почтовый ящик проверен');
  await row('Шаблон заведён').waitFor({ state: 'detached' });
  expect(await row('Почтовый ящик проверен').count()).toBe(2);
});
