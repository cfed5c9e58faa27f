import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, inject, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../apps/server/src/testing/postgres-cluster.ts';
import { startTcpGate, type TcpGate } from '../apps/server/src/testing/tcp-gate.ts';
import { addAccount, addCustomer, addStaff, type TestPerson } from '../apps/server/src/testing/test-desk.ts';
import { overflow } from './check-screen.ts';
import { PATIENCE_MS, PHONE, type Product, signedInPage, startProduct } from './product.ts';
import { chooseTab, compose, message, openTicket, sendButton, textField } from './ticket-screen.ts';
import { ticketFrom } from './tickets.ts';

const DESK = 'flat';
const TEXT = 'Длинный ответ:\n\n1. **первый** шаг\n2. «второй» шаг — и 😀';
const FILE = { name: 'схема сети.txt', mimeType: 'text/plain', buffer: Buffer.from('схема') };

let database: TestDatabase;
let gate: TcpGate;
let product: Product;
let page: Page;
let person: TestPerson;
let number: number;

beforeAll(async () => {
  database = await createTestDatabase(inject('adminUrl'), inject('template'));
  const url = new URL(database.url);
  gate = await startTcpGate(url.hostname, Number(url.port));
  url.port = String(gate.port);
  product = await startProduct({ databaseUrl: url.href });
  const { opened } = product.server;
  await addCustomer(opened, DESK, {
    company: 'ООО «Сеть»',
    email: 'oleg@set.example',
    name: 'Олег',
    packageId: '24x7',
  });
  person = await addStaff(opened, DESK, 'engineer', 'anna@flat.example');
  page = await signedInPage(product, person);
});

afterAll(async () => {
  await product.stop();
  await gate.stop();
  await database.drop();
});

beforeEach(async () => {
  number = await ticketFrom(product.server, DESK, {
    from: 'oleg@set.example',
    name: 'Олег',
    subject: 'Нет сети',
    text: 'Сеть пропала.',
  });
  await openTicket(page, DESK, number);
});

const expectDraft = async (): Promise<void> => {
  expect(await textField(page, 'Ответ клиенту').inputValue()).toBe(TEXT);
  await page.getByRole('button', { name: `Убрать ${FILE.name}` }).waitFor();
};

const expectSent = async (): Promise<void> => {
  const turn = message(page, 'Длинный ответ');
  await turn.waitFor();
  expect(await turn.count()).toBe(1);
  await turn.getByRole('listitem').filter({ hasText: '«второй» шаг — и 😀' }).waitFor();
  await turn.getByRole('link', { name: `Скачать ${FILE.name}` }).waitFor();
  // The turn may have come by the live stream, before the answer that empties the field.
  await expect.poll(() => textField(page, 'Ответ клиенту').inputValue()).toBe('');
};

it('an answer that was not sent is there after a reload and in another tab of the ticket, then goes once', async () => {
  await compose(page, 'Ответ клиенту', TEXT, [FILE]);
  await compose(page, 'Внутренний комментарий', 'мысли про себя');
  await page
    .getByRole('tabpanel', { name: 'Внутренний комментарий' })
    .getByText('черновик сохранён')
    .waitFor();
  await page.reload();
  await chooseTab(page, 'Ответ клиенту');
  await expectDraft();
  // The tab that isn't shown says that something waits in it.
  const note = page.getByRole('tab', { name: 'Внутренний комментарий' });
  await expect.poll(() => note.getAttribute('aria-description')).toBe('черновик сохранён');
  await chooseTab(page, 'Внутренний комментарий');
  expect(await textField(page, 'Внутренний комментарий').inputValue()).toBe('мысли про себя');
  await chooseTab(page, 'Ответ клиенту');
  await sendButton(page, 'Ответ клиенту').click();
  await expectSent();
  await page.reload();
  await chooseTab(page, 'Ответ клиенту');
  expect(await textField(page, 'Ответ клиенту').inputValue()).toBe('');
});

it('nothing typed is lost when the connection breaks after the server has done it, and the retry does it no second time', async () => {
  await compose(page, 'Ответ клиенту', TEXT, [FILE]);
  let broken = 0;
  await page.route('**/commands', async (route) => {
    // The server does it; the browser never hears of it.
    if (broken === 0) await route.fetch();
    broken += 1;
    await route.abort('connectionreset');
  });
  await sendButton(page, 'Ответ клиенту').click();
  await page.getByRole('alert').filter({ hasText: 'Нет связи с сервером' }).waitFor();
  await expectDraft();
  await page.unroute('**/commands');
  await page.getByRole('alert').getByRole('button', { name: 'Повторить' }).click();
  await expectSent();
});

it('nothing typed is lost while the database is away, and the retry works', async () => {
  await compose(page, 'Ответ клиенту', TEXT, [FILE]);
  gate.set('refusing');
  await sendButton(page, 'Ответ клиенту').click();
  await page
    .getByRole('alert')
    .filter({ hasText: /Временно недоступно/ })
    .waitFor();
  await expectDraft();
  gate.set('open');
  await page.getByRole('alert').getByRole('button', { name: 'Повторить' }).click();
  await expectSent();
});

it('what a solution turned out to be is kept with its words', async () => {
  await page.getByRole('button', { name: 'Принять без покрытия' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox').fill('Договор подписывают.');
  await dialog.getByRole('button', { name: 'Принять' }).click();
  await dialog.waitFor({ state: 'detached' });
  await compose(page, 'Решение', 'Перезапускайте шлюз по ночам.');
  const outcome = page.getByRole('tabpanel', { name: 'Решение' }).getByLabel('Чем это оказалось');
  await outcome.selectOption({ label: 'Временное решение' });
  await page.reload();
  await chooseTab(page, 'Решение');
  expect(await textField(page, 'Решение').inputValue()).toBe('Перезапускайте шлюз по ночам.');
  expect(await outcome.locator('option:checked').textContent()).toBe('Временное решение');
  await sendButton(page, 'Решение').click();
  await message(page, 'Перезапускайте шлюз по ночам.').waitFor();
  await page.locator('aside').getByText('Временное решение').first().waitFor();
});

const signIn = async (where: Page): Promise<void> => {
  await where.getByLabel('Электронная почта').fill(person.email);
  await where.getByRole('textbox', { name: 'Пароль' }).fill(person.password);
  await where.getByRole('button', { name: 'Войти', exact: true }).click();
};

it('a session that ends in mid-typing costs nothing: signed in again over the page or in another tab, the same words go', async () => {
  await compose(page, 'Ответ клиенту', TEXT, [FILE]);
  await page.context().clearCookies();
  await sendButton(page, 'Ответ клиенту').click();
  const over = page.getByRole('dialog', { name: 'Сеанс закончился' });
  await signIn(page);
  await over.waitFor({ state: 'detached' });
  await expectDraft();
  await page.context().clearCookies();
  const again = page.getByRole('alert').getByRole('button', { name: 'Повторить' });
  await again.click();
  const [tab] = await Promise.all([
    page.context().waitForEvent('page'),
    over.getByRole('link', { name: 'Войти по-другому' }).click(),
  ]);
  await signIn(tab);
  await tab.getByRole('heading', { level: 1, name: `№ ${number}` }).waitFor();
  await tab.close();
  await over.waitFor({ state: 'detached' });
  await expectDraft();
  await again.click();
  await expectSent();
});

it('a session that ended before the page was loaded anew leads through the sign-in back to the draft', async () => {
  await compose(page, 'Ответ клиенту', TEXT, [FILE]);
  await page.context().clearCookies();
  await page.reload();
  await signIn(page);
  await page.getByRole('heading', { level: 1, name: `№ ${number}` }).waitFor();
  await chooseTab(page, 'Ответ клиенту');
  await expectDraft();
  await sendButton(page, 'Ответ клиенту').click();
  await expectSent();
});

it('two tabs of a ticket agree on what is being written, and what one sent the other does not offer again', async () => {
  const other = await page.context().newPage();
  await openTicket(other, DESK, number);
  await compose(page, 'Ответ клиенту', TEXT);
  await chooseTab(other, 'Ответ клиенту');
  const field = textField(other, 'Ответ клиенту');
  await field.filter({ hasText: '«второй» шаг' }).waitFor();
  await sendButton(page, 'Ответ клиенту').click();
  await message(page, 'Длинный ответ').waitFor();
  await field.filter({ hasText: '«второй» шаг' }).waitFor({ state: 'detached' });
  expect(await field.inputValue()).toBe('');
  await other.close();
});

it('another person who signs in in this browser finds no draft of a colleague', async () => {
  await compose(page, 'Внутренний комментарий', 'мысли про себя');
  await page.context().clearCookies();
  const colleague = await addStaff(product.server.opened, DESK, 'engineer', 'boris@flat.example');
  await page.context().request.post('/api/session', {
    data: { email: colleague.email, password: colleague.password },
  });
  await openTicket(page, DESK, number);
  await chooseTab(page, 'Внутренний комментарий');
  expect(await textField(page, 'Внутренний комментарий').inputValue()).toBe('');
  await page.context().clearCookies();
  await page.context().request.post('/api/session', {
    data: { email: person.email, password: person.password },
  });
  await openTicket(page, DESK, number);
  await chooseTab(page, 'Внутренний комментарий');
  expect(await textField(page, 'Внутренний комментарий').inputValue()).toBe('мысли про себя');
});

/** A draft is kept a moment after the last key. */
const SOON = { timeout: PATIENCE_MS } as const;

/** A browser on another device, where nothing was typed yet. */
const otherDevice = async (says = 'Написать…'): Promise<Page> => {
  const device = await signedInPage(product, person, { viewport: PHONE });
  await openTicket(device, DESK, number);
  await device.getByRole('button', { name: says }).click();
  return device;
};

interface Drafts {
  readonly drafts: readonly { readonly text: string }[];
}
/** What the server keeps of the person's texts at the ticket. */
const keptTexts = async (): Promise<readonly string[]> => {
  const about = new URLSearchParams({ writer: person.personId, about: `ticket.${number}` });
  const reply = await page.context().request.get(`/api/desks/${DESK}/drafts?${about.toString()}`);
  return ((await reply.json()) as Drafts).drafts.map(({ text }) => text);
};

it('what was typed at one device is found at another; sent there, it is offered nowhere again', async () => {
  await compose(page, 'Ответ клиенту', TEXT, [FILE]);
  await expect.poll(keptTexts, SOON).toEqual([TEXT]);
  const device = await otherDevice('Продолжить черновик…');
  const field = textField(device, 'Ответ клиенту');
  await expect.poll(() => field.inputValue(), SOON).toBe(TEXT);
  await device.getByRole('button', { name: `Убрать ${FILE.name}` }).waitFor();
  await sendButton(device, 'Ответ клиенту').click();
  await message(device, 'Длинный ответ').waitFor();
  await expectSent();
  await expect.poll(keptTexts, SOON).toEqual([]);
  await page.reload();
  await chooseTab(page, 'Ответ клиенту');
  expect(await textField(page, 'Ответ клиенту').inputValue()).toBe('');
  await device.context().close();
});

it('a page that is closed in mid-typing leaves its text to the other devices', async () => {
  const tab = await page.context().newPage();
  await openTicket(tab, DESK, number);
  await compose(tab, 'Внутренний комментарий', 'мысли на бегу');
  await tab.close({ runBeforeUnload: true });
  await expect.poll(keptTexts, SOON).toEqual(['мысли на бегу']);
});

it('two devices that wrote apart lose neither text: the writer says which one goes on', async () => {
  const device = await otherDevice();
  await device.context().setOffline(true);
  await textField(device, 'Ответ клиенту').fill('С телефона, без связи');
  await compose(page, 'Ответ клиенту', 'С рабочего места');
  await expect.poll(keptTexts, SOON).toEqual(['С рабочего места']);
  await device.context().setOffline(false);
  const choice = device.getByRole('status').filter({ hasText: 'На другом устройстве' });
  await choice.filter({ hasText: 'С рабочего места' }).waitFor();
  expect(await textField(device, 'Ответ клиенту').inputValue()).toBe('С телефона, без связи');
  expect(await keptTexts()).toEqual(['С рабочего места']);
  expect(await overflow(device)).toEqual([]);
  await choice.getByRole('button', { name: 'Оставить этот' }).click();
  await choice.waitFor({ state: 'detached' });
  await expect.poll(keptTexts, SOON).toEqual(['С телефона, без связи']);
  // The first device typed nothing since: it goes along once it looks again.
  await page.reload();
  await chooseTab(page, 'Ответ клиенту');
  await expect.poll(() => textField(page, 'Ответ клиенту').inputValue(), SOON).toBe('С телефона, без связи');
  await device.context().close();
});

it('a customer goes on with a new request on another device, and nothing of it is left once it is sent', async () => {
  const customer = await addAccount(product.server.opened, 'oleg@set.example');
  const phone = await signedInPage(product, customer, { viewport: PHONE });
  await phone.goto(`/p/${DESK}/new`);
  await phone.getByRole('textbox', { name: 'Тема' }).fill('Нет сети в цехе');
  await phone.getByLabel('Что случилось').fill('Кабель цел.');
  await phone.getByRole('radio', { name: 'П2' }).check();
  const desktop = await signedInPage(product, customer);
  await expect
    .poll(async () => {
      await desktop.goto(`/p/${DESK}/new`);
      await desktop.waitForLoadState('networkidle');
      const fields = [desktop.getByRole('textbox', { name: 'Тема' }), desktop.getByLabel('Что случилось')];
      return Promise.all(fields.map((field) => field.inputValue()));
    }, SOON)
    .toEqual(['Нет сети в цехе', 'Кабель цел.']);
  await desktop.getByRole('button', { name: 'Отправить заявку' }).click();
  await desktop.getByRole('heading', { name: 'Нет сети в цехе' }).waitFor();
  await phone.reload();
  await expect.poll(() => phone.getByLabel('Что случилось').inputValue(), SOON).toBe('');
  await phone.context().close();
  await desktop.context().close();
});

it('ran without a fault in the page', () => {
  expect(product.watch).toEqual({ faults: [], foreign: [], executed: [] });
});
