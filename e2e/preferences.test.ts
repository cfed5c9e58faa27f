import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addStaff, type TestPerson } from '../apps/server/src/testing/test-desk.ts';
import { pathOfLetters, pathOfQueue, pathOfTicket } from './paths.ts';
import { type Product, signedInPage, startProduct } from './product.ts';
import { ticketFrom } from './tickets.ts';

const DESK = 'alteroffice';
let product: Product;
let administrator: TestPerson;
let number: number;

beforeAll(async () => {
  product = await startProduct();
  administrator = await addStaff(product.server.opened, DESK, 'administrator', 'admin@alter.example');
  number = await ticketFrom(product.server, DESK, {
    from: 'olga@okna.example',
    name: 'Ольга',
    subject: 'Не печатает',
    text: 'Не печатает.',
  });
});

afterAll(() => product.stop());

const look = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => [
    document.documentElement.lang,
    document.documentElement.dataset['mantineColorScheme'] ?? '',
    getComputedStyle(document.body).backgroundColor,
  ]);

describe('language and theme', () => {
  it('are chosen before signing in, and again in the workspace, and remembered in this browser', async () => {
    const context = await product.visitor();
    const page = await context.newPage();
    await page.goto('/sign-in');
    const [, , light] = await look(page);
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('heading', { name: 'Sign in', exact: true }).waitFor();
    await page.getByRole('button', { name: /Appearance/ }).click();
    await page.getByRole('menuitem', { name: 'Dark' }).click();
    await page.reload();
    const [language, theme, dark] = await look(page);
    expect([language, theme]).toEqual(['en', 'dark']);
    expect(dark).not.toBe(light);

    await page.getByLabel('E-mail').fill(administrator.email);
    await page.getByRole('textbox', { name: 'Password' }).fill(administrator.password);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('heading', { level: 1, name: 'Open' }).waitFor();
    await page.getByRole('button', { name: /Profile and settings/ }).click();
    await page.getByRole('menuitem', { name: 'Русский' }).click();
    await page.getByRole('heading', { level: 1, name: 'Открытые' }).waitFor();
    const second = await context.newPage();
    await second.goto(pathOfQueue(DESK));
    await second.getByRole('heading', { level: 1, name: 'Открытые' }).waitFor();
    expect((await look(second)).slice(0, 2)).toEqual(['ru', 'dark']);
  });

  it('follow the system until chosen', async () => {
    const page = await signedInPage(product, administrator, { colorScheme: 'dark' });
    await page.goto(pathOfQueue(DESK));
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect((await look(page))[1]).toBe('dark');
  });
});

/** Screens with what they say while they wait and when they fail; the pattern is the request behind them. */
const screens = [
  {
    name: 'queue',
    path: () => pathOfQueue(DESK),
    request: '**/queue?*',
    failed: 'Список не загрузился',
    shown: (page: Page) => page.getByRole('table', { name: 'Список заявок' }),
  },
  {
    name: 'ticket',
    path: () => pathOfTicket(DESK, number),
    request: '**/tickets/*',
    failed: 'Заявка не загрузилась',
    shown: (page: Page) => page.getByRole('heading', { name: 'Не печатает' }),
  },
  {
    name: 'letters',
    path: () => pathOfLetters(DESK),
    request: '**/letters?*',
    failed: 'Письма не загрузились',
    shown: (page: Page) => page.getByRole('link', { name: 'Не печатает' }).first(),
  },
] as const;

describe.concurrent.each(screens)('$name', ({ path, request, failed, shown }) => {
  it('says that it waits, says that it failed, and comes when asked again', async () => {
    const page = await signedInPage(product, administrator);
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    await page.route(request, async (route) => {
      await held;
      await route.abort();
    });
    await page.goto(path());
    await page.getByRole('status').filter({ hasText: 'Загружаем' }).waitFor();
    release();
    const alert = page.getByRole('alert').filter({ hasText: failed });
    await alert.waitFor();
    expect(await alert.innerText()).toContain('Нет связи с сервером');
    await page.unroute(request);
    await alert.getByRole('button', { name: 'Повторить' }).click();
    await shown(page).waitFor();
    await alert.waitFor({ state: 'detached' });
  });
});

it('an empty view says so, and that nothing needs reloading', async () => {
  const page = await signedInPage(product, administrator);
  await page.goto(pathOfQueue(DESK, 'closed'));
  await page.getByText('Закрытых заявок пока нет').waitFor();
  await page.getByText('Новые заявки появятся здесь сами').waitFor();
});

it('a lost live connection is told, and what happened meanwhile comes with the next one', async () => {
  const page = await signedInPage(product, administrator);
  await page.route('**/live', (route) => route.abort());
  await page.goto(pathOfQueue(DESK));
  await page.getByRole('link', { name: 'Не печатает' }).waitFor();
  const lost = page.getByRole('status').filter({ hasText: 'Связь с сервером прервалась' });
  await lost.waitFor();
  await ticketFrom(product.server, DESK, {
    from: 'olga@okna.example',
    name: 'Ольга',
    subject: 'Пришло без связи',
    text: 'Пока связи не было.',
  });
  expect(await page.getByRole('link', { name: 'Пришло без связи' }).count()).toBe(0);
  await page.unroute('**/live');
  await page.getByRole('link', { name: 'Пришло без связи' }).waitFor();
  await lost.waitFor({ state: 'detached' });
});

it('ran without a fault', () => {
  expect(product.watch).toEqual({ faults: [], foreign: [], executed: [] });
  expect(product.server.errors).toEqual([]);
});
