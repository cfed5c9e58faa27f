import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { signedIn } from '../apps/server/src/testing/start-test-server.ts';
import { addCustomer, addStaff, type TestPerson } from '../apps/server/src/testing/test-desk.ts';
import { PHONE, type Product, signedInPage, startProduct } from './product.ts';
import { statusLinkOf, ticketFrom } from './tickets.ts';
import { message, openTicket } from './ticket-screen.ts';

const DESK = 'optima';
let product: Product;
let person: TestPerson;
let engineer: Page;
let customer: Page;
let number: number;

/** A day far enough to lie ahead whenever this runs, noon of the desk's clock. */
const date = `${new Date().getUTCFullYear() + 1}-06-15`;
const told = `15.06.${date.slice(0, 4)}, 12:00`;

beforeAll(async () => {
  product = await startProduct();
  const { opened } = product.server;
  await addCustomer(opened, DESK, {
    company: 'ООО «Окна»',
    email: 'olga@windows.example',
    name: 'Ольга',
    packageId: '8x5x4',
  });
  person = await addStaff(opened, DESK, 'engineer', 'anna@optima.example');
  number = await ticketFrom(product.server, DESK, {
    from: 'olga@windows.example',
    name: 'Ольга',
    subject: 'Долго считает',
    text: 'Приоритет: 2\nДолго считает.',
  });
  engineer = await signedInPage(product, person);
  const context = await product.visitor({ javaScriptEnabled: false, viewport: PHONE });
  customer = await context.newPage();
});
afterAll(() => product.stop());

const choose = async (name: string): Promise<void> => {
  await engineer.getByRole('button', { name: 'Другие действия' }).click();
  await engineer.getByRole('menuitem', { name }).click();
  await engineer.getByRole('dialog').waitFor();
};
const clock = (page: Page) => page.getByRole('article', { name: 'Выполнение' });

it('a date is proposed in the dialog, which shows what it would change', async () => {
  await openTicket(engineer, DESK, number);
  await engineer.getByRole('button', { name: 'Классифицировать' }).click();
  await engineer.getByRole('radio', { name: /Инцидент/u }).check();
  await engineer.getByRole('dialog').getByRole('button', { name: 'Сохранить' }).click();
  await clock(engineer).waitFor();

  await choose('Согласовать дату');
  const dialog = engineer.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Предложить дату' }).click();
  await dialog.getByText('Укажите дату и время').waitFor();
  await dialog.getByLabel('Новая дата и время').fill(`${date}T12:00`);
  await dialog.getByText(`до ${told}`).waitFor();
  await dialog.getByText('Ожидание клиента сдвинет эту дату.').waitFor();
  await dialog.getByLabel('Пояснение для клиента').fill('Правка войдёт в следующий выпуск.');
  await dialog.getByRole('button', { name: 'Предложить дату' }).click();
  await dialog.waitFor({ state: 'detached' });
  await engineer.getByText(`Выполнение: клиенту предложена дата ${told}. Ждём согласия.`).waitFor();
  await message(engineer, 'Правка войдёт в следующий выпуск.').waitFor();
});

it('the customer reads it without a script, agrees, and the engineer sees the new deadline at once', async () => {
  await customer.goto(await statusLinkOf(await signedIn(product.server, person), DESK, number));
  const offer = customer.getByRole('table');
  expect(await offer.innerText()).toContain(told);
  await customer.getByRole('button', { name: 'Согласиться' }).click();
  await customer.getByText('Вы согласились: дата в силе.').waitFor();
  await engineer.getByText('Ждём согласия.').waitFor({ state: 'detached' });
  expect(await clock(engineer).innerText()).toContain('15.06, 12:00');
  await clock(engineer).getByText('Почему такой срок').click();
  expect(await clock(engineer).innerText()).toContain('OW-N4');
});

it('a date that can’t be is refused with the words of the rules, and nothing typed is lost', async () => {
  await choose('Согласовать дату');
  const dialog = engineer.getByRole('dialog');
  await dialog.getByLabel('Новая дата и время').fill('2020-01-15T12:00');
  await dialog.getByRole('radio', { name: /Уже согласился по телефону/u }).check();
  await dialog.getByLabel('Пояснение для клиента').fill('Раньше.');
  await dialog.getByRole('button', { name: 'Назначить дату' }).click();
  await dialog.getByText('Эта дата уже прошла. Назовите дату в будущем.').waitFor();
  expect(await dialog.getByLabel('Пояснение для клиента').inputValue()).toBe('Раньше.');
  await dialog.getByRole('button', { name: 'Отмена' }).click();
});

it('a call says whether it reached anybody', async () => {
  await choose('Записать звонок');
  const dialog = engineer.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Записать', exact: true }).click();
  await dialog.getByText('Скажите, дозвонились или нет').waitFor();
  await dialog.getByRole('radio', { name: /Не дозвонились/u }).check();
  expect(await dialog.getByText('Номер заявки сообщён собеседнику').count()).toBe(0);
  await dialog.getByRole('button', { name: 'Записать', exact: true }).click();
  await message(engineer, 'Не дозвонились, Ольга.').waitFor();
});

it('ran without a fault', () => {
  expect(product.watch).toEqual({ faults: [], foreign: [], executed: [] });
  expect(product.server.errors).toEqual([]);
});
