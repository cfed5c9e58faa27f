import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { addCustomer, addStaff } from '../apps/server/src/testing/test-desk.ts';
import { bytesOf } from './mail.ts';
import { pathOfLetters } from './paths.ts';
import { type Product, signedInPage, startProduct } from './product.ts';

const DESK = 'shtrih-m';
let product: Product;
let page: Page;

beforeAll(async () => {
  product = await startProduct();
  await addCustomer(product.server.opened, DESK, {
    company: 'ООО «Касса»',
    email: 'vera@kassa.example',
    name: 'Вера',
    packageId: 'paid',
  });
  page = await signedInPage(
    product,
    await addStaff(product.server.opened, DESK, 'administrator', 'admin@shtrih.example'),
  );
});

afterAll(() => product.stop());

const eml = (subject: string): { name: string; mimeType: string; buffer: Buffer } => ({
  name: 'letter.eml',
  mimeType: 'message/rfc822',
  buffer: bytesOf(DESK, {
    from: 'vera@kassa.example',
    name: 'Вера',
    subject,
    text: 'Касса не печатает чек.',
  }),
});

/** Drops a file on the page the way a browser tells it. */
const drop = async (subject: string): Promise<void> => {
  const { name, mimeType, buffer } = eml(subject);
  const dataTransfer = await page.evaluateHandle(
    ([text, fileName, type]) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([text ?? ''], fileName ?? '', { type: type ?? '' }));
      return transfer;
    },
    [buffer.toString('utf8'), name, mimeType],
  );
  const list = page.getByRole('region', { name: 'Список писем' });
  await list.dispatchEvent('dragover', { dataTransfer });
  await page.getByText('Отпустите .eml, чтобы передать письмо').waitFor();
  await list.dispatchEvent('drop', { dataTransfer });
};

it('is empty at first, and says what to do', async () => {
  await page.goto(pathOfLetters(DESK));
  await page.getByText('Писем пока нет').waitFor();
  await page.getByText('Передайте .eml или напишите письмо').waitFor();
});

it('a dropped letter becomes a ticket', async () => {
  await drop('Брошенное письмо');
  await page.getByRole('status').filter({ hasText: 'Письмо стало частью заявки № 1' }).waitFor();
  await page.getByRole('button', { name: 'Заявка № 1', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: 'Брошенное письмо' }).waitFor();
  await page.getByText('ООО «Касса»').first().waitFor();
  await page.goBack();
  const link = page.getByRole('link', { name: 'Брошенное письмо' });
  expect(await link.innerText()).toContain('новая заявка · № 1');
});

it('a chosen file becomes a ticket; the same file again does not', async () => {
  const file = eml('Выбранное письмо');
  for (const says of [
    'Письмо стало частью заявки № 2',
    /Письмо прочитано: дубликат|Письмо стало частью заявки № 2/,
  ]) {
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      page.getByRole('button', { name: 'Передать .eml' }).click(),
    ]);
    await chooser.setFiles(file);
    await page.getByRole('status').filter({ hasText: says }).waitFor();
  }
  expect(await page.getByRole('link', { name: 'Выбранное письмо' }).count()).toBe(1);
});

it('a letter written in the form becomes a ticket; a wrong address is told at the field, the text stays', async () => {
  await page.getByRole('button', { name: 'Написать письмо' }).click();
  const form = page.getByRole('dialog', { name: 'Написать письмо' });
  await form.getByLabel('Имя отправителя').fill('Вера');
  await form.getByLabel('Адрес отправителя').fill('вера');
  await form.getByLabel('Тема').fill('Написанное письмо');
  await form.getByLabel('Текст письма').fill('Лента кончилась.\nЧто делать?');
  await form.getByRole('button', { name: 'Отправить письмо' }).click();
  expect(await form.getByLabel('Адрес отправителя').getAttribute('aria-invalid')).toBe('true');
  expect(await form.getByLabel('Текст письма').inputValue()).toBe('Лента кончилась.\nЧто делать?');
  await form.getByLabel('Адрес отправителя').fill('vera@kassa.example');
  await form.getByRole('button', { name: 'Отправить письмо' }).click();
  await form.waitFor({ state: 'detached' });
  await page.getByRole('status').filter({ hasText: 'Письмо стало частью заявки № 3' }).waitFor();
  await page.getByRole('button', { name: 'Заявка № 3', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: 'Написанное письмо' }).waitFor();
});

it('shows what came and what went, with headers and the original', async () => {
  await page.goto(pathOfLetters(DESK));
  await page.getByText('Исходящие', { exact: true }).click();
  const answer = page.getByRole('link', { name: /vera@kassa.example/ }).first();
  await answer.waitFor();
  await answer.click();
  const letter = page.getByRole('article');
  await letter.getByText('оставлено здесь').waitFor();
  await letter.getByText('Заголовки').click();
  await letter.getByText('auto-replied').waitFor();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    letter.getByRole('link', { name: 'Скачать .eml' }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/\.eml$/);
});

it('ran without a fault', () => {
  expect(product.watch).toEqual({ faults: [], foreign: [], executed: [] });
  expect(product.server.errors).toEqual([]);
});
