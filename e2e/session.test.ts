import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addStaff, type TestPerson } from '../apps/server/src/testing/test-desk.ts';
import { pathOfLetters, pathOfQueue, pathOfTicket } from './paths.ts';
import { type Product, startProduct } from './product.ts';
import { ticketFrom } from './tickets.ts';

const DESK = 'centaur';
let product: Product;
let engineer: TestPerson;
let number: number;
let foreign: number;

beforeAll(async () => {
  product = await startProduct();
  engineer = await addStaff(product.server.opened, DESK, 'engineer', 'anna@centaur.example');
  const letter = {
    from: 'olga@romashka.example',
    name: 'Ольга',
    subject: 'Эхо в трубке',
    text: 'Слышно эхо.',
  };
  number = await ticketFrom(product.server, DESK, letter);
  foreign = await ticketFrom(product.server, 'optima', { ...letter, subject: 'Чужая заявка' });
});

afterAll(() => product.stop());

const signIn = async (page: Page, password: string): Promise<void> => {
  await page.getByLabel('Электронная почта').fill(engineer.email);
  await page.getByRole('textbox', { name: 'Пароль' }).fill(password);
  await page.getByRole('button', { name: 'Войти' }).click();
};

const newPage = async (): Promise<Page> => (await product.visitor()).newPage();

describe.concurrent('signing in', () => {
  it('asks first, then goes where the person wanted to be', async () => {
    const page = await newPage();
    await page.goto(pathOfTicket(DESK, number));
    await signIn(page, engineer.password);
    await page.getByRole('heading', { level: 1, name: 'Эхо в трубке' }).waitFor();
    expect(new URL(page.url()).pathname).toBe(pathOfTicket(DESK, number));
  });

  it('says that the password is wrong, keeps the address, and lets in with the right one', async () => {
    const page = await newPage();
    await page.goto('/');
    await signIn(page, 'wrong-password');
    await page.getByRole('alert').filter({ hasText: 'Неверная почта или пароль' }).waitFor();
    expect(await page.getByLabel('Электронная почта').inputValue()).toBe(engineer.email);
    await signIn(page, engineer.password);
    await page.getByRole('heading', { level: 1, name: 'Открытые' }).waitFor();
  });

  it('asks a server that is busy for a moment once more, and troubles nobody with it', async () => {
    const page = await newPage();
    let asked = 0;
    await page.route('**/api/session', async (route) => {
      if (route.request().method() !== 'POST' || (asked += 1) > 1) return route.fallback();
      return route.fulfill({
        status: 503,
        contentType: 'application/problem+json',
        body: JSON.stringify({
          ...{ type: 'about:blank', title: 'Временно недоступно', status: 503, detail: '' },
          ...{ code: 'unavailable', requestId: 'x' },
        }),
      });
    });
    await page.goto('/');
    await signIn(page, engineer.password);
    await page.getByRole('heading', { level: 1, name: 'Открытые' }).waitFor();
    expect(asked).toBe(2);
  });

  it('names an empty field at the field', async () => {
    const page = await newPage();
    await page.goto('/sign-in');
    await page.getByRole('button', { name: 'Войти' }).click();
    const email = page.getByLabel('Электронная почта');
    expect(await email.getAttribute('aria-invalid')).toBe('true');
    await page.getByText('Введите адрес почты').waitFor();
    expect(await email.evaluate((field) => field === document.activeElement)).toBe(true);
  });
});

describe.concurrent('signed in', () => {
  it('signs out, and the way back asks again', async () => {
    const page = await newPage();
    await page.goto('/');
    await signIn(page, engineer.password);
    await page.getByRole('button', { name: /Профиль и настройки/ }).click();
    await page.getByRole('menuitem', { name: 'Выйти' }).click();
    await page.getByRole('heading', { name: 'Вход', exact: true }).waitFor();
    await page.goto(pathOfQueue(DESK));
    await page.getByRole('heading', { name: 'Вход', exact: true }).waitFor();
    const session = await page.request.get('/api/session');
    expect(session.status()).toBe(401);
  });

  it('a session that ends under an open page leads to the sign-in and back', async () => {
    const page = await newPage();
    await page.goto(pathOfQueue(DESK));
    await signIn(page, engineer.password);
    await page.getByRole('link', { name: 'Эхо в трубке' }).waitFor();
    await page.context().clearCookies();
    await page.getByRole('link', { name: 'Эхо в трубке' }).click();
    await page.getByText('Сеанс закончился').waitFor();
    await signIn(page, engineer.password);
    await page.getByRole('heading', { level: 1, name: 'Эхо в трубке' }).waitFor();
  });

  it('a desk or a page of others is not there', async () => {
    const page = await newPage();
    await page.goto('/');
    await signIn(page, engineer.password);
    await page.getByRole('heading', { level: 1, name: 'Открытые' }).waitFor();
    for (const path of [
      pathOfQueue('optima'),
      pathOfTicket('optima', foreign),
      '/d/nobody',
      '/no/such/page',
    ]) {
      await page.goto(path);
      await page.getByRole('heading', { name: 'Такой страницы нет' }).waitFor();
      expect(await page.content()).not.toContain('Чужая заявка');
    }
    const api = await page.request.get(`/api/desks/optima/tickets/${foreign}`);
    expect(api.status()).toBe(404);
    await page.goto(pathOfTicket(DESK, 4711));
    await page.getByRole('heading', { name: 'Такой заявки нет' }).waitFor();
    await page.goto(pathOfLetters(DESK));
    await page.getByRole('heading', { level: 1, name: 'Нет доступа' }).waitFor();
    expect(await page.getByRole('button', { name: 'Повторить' }).count()).toBe(0);
    expect((await page.goto('/no/such/page'))?.status()).toBe(404);
  });
});

it('ran without a fault', () => {
  expect(product.watch).toEqual({ faults: [], foreign: [], executed: [] });
});
