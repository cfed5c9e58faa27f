import type { Page, Route } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { addCustomer, addStaff } from '../apps/server/src/testing/test-desk.ts';
import { PATIENCE_MS, type Product, signedInPage, startProduct } from './product.ts';
import { compose, message, openTicket, sendButton, textField } from './ticket-screen.ts';
import { ticketFrom } from './tickets.ts';

const DESK = 'flat';

let product: Product;
let page: Page;

beforeAll(async () => {
  product = await startProduct();
  const { opened } = product.server;
  await addCustomer(opened, DESK, {
    ...{ company: 'ООО «Сеть»', email: 'oleg@set.example', name: 'Олег', packageId: '24x7' },
  });
  page = await signedInPage(product, await addStaff(opened, DESK, 'engineer', 'anna@flat.example'));
  await openTicket(
    page,
    DESK,
    await ticketFrom(product.server, DESK, {
      ...{ from: 'oleg@set.example', name: 'Олег', subject: 'Нет сети', text: 'Сеть пропала.' },
    }),
  );
});

afterAll(() => product.stop());

it('a server that is started anew under an open page: who types is still signed in, and what they say is said once', async () => {
  await compose(page, 'Ответ клиенту', 'Начато до остановки');
  // What is sent finds the server gone; what is sent next, that it is back.
  const gone = async (route: Route): Promise<void> => {
    await product.server.restart();
    await route.abort('connectionrefused');
  };
  await page.route('**/commands', gone, { times: 1 });
  const field = textField(page, 'Ответ клиенту');
  await sendButton(page, 'Ответ клиенту').click();
  await page.getByRole('alert').filter({ hasText: 'Нет связи с сервером' }).waitFor();
  await field.press('End');
  await field.pressSequentially(', сказано после');
  await sendButton(page, 'Ответ клиенту').click();
  await message(page, 'Начато до остановки, сказано после').waitFor();
  expect(await message(page, 'Начато до остановки').count()).toBe(1);
  await expect.poll(() => field.inputValue()).toBe('');
  // The page hears of changes again by itself.
  await page.getByText('Связь с сервером прервалась').waitFor({ state: 'detached', timeout: PATIENCE_MS });
});
