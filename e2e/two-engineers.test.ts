import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { addCustomer, addStaff, type TestPerson } from '../apps/server/src/testing/test-desk.ts';
import { type Product, signedInPage, startProduct } from './product.ts';
import { ticketFrom } from './tickets.ts';
import { chooseTab, compose, message, openTicket, sendButton, textField, write } from './ticket-screen.ts';

const DESK = 'centaur';
let product: Product;
let people: readonly [TestPerson, TestPerson];
let number: number;

beforeAll(async () => {
  product = await startProduct();
  const { opened } = product.server;
  await addCustomer(opened, DESK, {
    company: 'ООО «Ромашка»',
    email: 'olga@romashka.example',
    name: 'Ольга',
    packageId: 'basic',
  });
  people = [
    await addStaff(opened, DESK, 'engineer', 'anna@centaur.example'),
    await addStaff(opened, DESK, 'engineer', 'boris@centaur.example'),
  ];
});

afterAll(() => product.stop());

beforeEach(async () => {
  number = await ticketFrom(product.server, DESK, {
    from: 'olga@romashka.example',
    name: 'Ольга',
    subject: 'Эхо',
    text: 'Слышно эхо.',
  });
});

const both = async (prepare: (second: Page) => Promise<unknown>): Promise<readonly [Page, Page]> => {
  const [first, second] = await Promise.all(people.map((person) => signedInPage(product, person)));
  if (first === undefined || second === undefined) throw new Error('two are needed');
  await prepare(second);
  await Promise.all([openTicket(first, DESK, number), openTicket(second, DESK, number)]);
  return [first, second];
};

describe('two engineers answer one ticket', () => {
  it('the second is told while writing, and sends after reading', async () => {
    const [first, second] = await both(async () => undefined);
    await compose(second, 'Ответ клиенту', 'Ответ второго');
    await write(first, 'Ответ клиенту', 'Ответ первого');
    const notice = second.getByRole('status').filter({ hasText: 'Пока вы писали, заявку изменили' });
    await notice.waitFor();
    expect(await notice.innerText()).toContain('Сотрудник anna');
    await message(second, 'Ответ первого').waitFor();
    expect(await textField(second, 'Ответ клиенту').inputValue()).toBe('Ответ второго');
    await notice.getByRole('button', { name: 'Прочитано' }).click();
    await sendButton(second, 'Ответ клиенту').click();
    await message(second, 'Ответ второго').waitFor();
    expect(await textField(second, 'Ответ клиенту').inputValue()).toBe('');
  });

  it('the second, whose page heard nothing, is refused with what the first did, keeps the draft and sends again', async () => {
    const [first, second] = await both((page) => page.route('**/live', (route) => route.abort()));
    await compose(second, 'Ответ клиенту', 'Ответ второго');
    await first.getByRole('button', { name: 'Взять в работу' }).click();
    await write(first, 'Ответ клиенту', 'Ответ первого');
    await sendButton(second, 'Ответ клиенту').click();
    const refusal = second.getByRole('alert').filter({ hasText: 'Пока вы писали, заявку изменили' });
    await refusal.waitFor();
    expect(
      await refusal.getByRole('listitem').filter({ hasText: 'Сотрудник anna' }).count(),
    ).toBeGreaterThanOrEqual(2);
    expect(await textField(second, 'Ответ клиенту').inputValue()).toBe('Ответ второго');
    await message(second, 'Ответ первого').waitFor();
    expect(await message(second, 'Ответ второго').count()).toBe(0);
    await sendButton(second, 'Ответ клиенту').click();
    await message(second, 'Ответ второго').waitFor();
    await chooseTab(first, 'Ответ клиенту');
    await message(first, 'Ответ второго').waitFor();
    expect(await message(first, 'Ответ второго').count()).toBe(1);
  });
});

it('ran without a fault', () => {
  expect(product.watch).toEqual({ faults: [], foreign: [], executed: [] });
  expect(product.server.errors).toEqual([]);
});
