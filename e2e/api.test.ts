import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addStaff, type TestPerson } from '../apps/server/src/testing/test-desk.ts';
import { isSignedBy, type Receiver, startReceiver } from '../apps/server/src/testing/webhook-receiver.ts';
import { screenFaults } from './check-screen.ts';
import { PATIENCE_MS, type Product, signedInPage, startProduct } from './product.ts';

const DESK = 'centaur';
const PRIVATE = '10.0.0.1';
let product: Product;
let receiver: Receiver;
let administrator: TestPerson;
let page: Page;
let key = '';

beforeAll(async () => {
  receiver = await startReceiver(500);
  product = await startProduct({ webhooksToLoopback: true });
  administrator = await addStaff(
    product.server.opened,
    DESK,
    'administrator',
    'administrator@centaur.example',
  );
  page = await signedInPage(product, administrator);
});
afterAll(async () => {
  await product.stop();
  await receiver.stop();
});

const dialog = () => page.getByRole('dialog');
const button = (name: string | RegExp) => page.getByRole('button', { name });

describe('an administrator', () => {
  it('makes a key for a program and sees it once', async () => {
    await page.goto(`/d/${DESK}/settings/api-keys`);
    await page.getByText('Ключей пока нет').waitFor();
    expect(await screenFaults(page, 'no keys')).toEqual([]);
    await button('Новый ключ').click();
    await dialog().getByRole('button', { name: 'Создать' }).click();
    await dialog().getByText('Назовите ключ').waitFor();
    await dialog().getByLabel('Название').fill('Учёт');
    await dialog().getByLabel('Заявки: Изменение').check();
    expect(await dialog().getByLabel('Заявки: Чтение').isChecked()).toBe(true);
    expect(await screenFaults(page, 'new key')).toEqual([]);
    await dialog().getByRole('button', { name: 'Создать' }).click();
    key = (await dialog().locator('code').textContent()) ?? '';
    expect(key).toMatch(/^rgl_[\w-]{43}$/);
    await page.keyboard.press('Escape');
    expect(await dialog().getByText(key).isVisible()).toBe(true);
    await dialog().getByRole('button', { name: 'Готово' }).click();
    await page.getByText('Инженер — Заявки: чтение, изменение').waitFor();
    expect(await page.content()).not.toContain(key);
    expect(await screenFaults(page, 'keys')).toEqual([]);
  });

  it('tries requests of the reference as themselves and with the key', async () => {
    await page.getByRole('link', { name: 'Справочник API' }).click();
    await page.getByRole('searchbox', { name: 'Найти запрос' }).fill('queue');
    await page.getByRole('link', { name: /^GET \/queue$/ }).click();
    await page.getByRole('heading', { level: 2, name: /queue$/ }).waitFor();
    await button('Отправить').click();
    await page.getByText(/^200 за \d+ мс$/).waitFor();
    await page.getByText('"tickets": []').waitFor();
    await page.getByText('Ключ', { exact: true }).click();
    await page.getByLabel('Ключ API').fill(key);
    await button('Отправить').click();
    await page.getByText(/ratelimit-remaining: \d+/).waitFor();
    expect(await screenFaults(page, 'reference')).toEqual([]);
    await page.goto(`/d/${DESK}/api?request=registerTicket`);
    await page.getByText('Ключ', { exact: true }).click();
    await page.getByLabel('Ключ API').fill(key);
    await page.getByLabel('Тело', { exact: true }).fill('{');
    await page.getByText('Тело не читается как JSON').waitFor();
    const body = { channel: 'phone', requesterEmail: null, requesterName: 'Анна', companyId: null };
    await page
      .getByLabel('Тело', { exact: true })
      .fill(JSON.stringify({ ...body, subject: 'Тема', text: 'x', type: null, priority: null }));
    await button('Отправить').click();
    await page.getByText(/^201 за/).waitFor();
    await page.goto(`/d/${DESK}/api?request=getCompanies`);
    await page.getByText('Ключ', { exact: true }).click();
    await page.getByLabel('Ключ API').fill(key);
    await button('Отправить').click();
    await page.getByText(/^403 за/).waitFor();
    await page.getByText('Ключу не дано право companies:read').waitFor();
  });

  it('has another system told, sees what it answered, and sends again', async () => {
    await page.goto(`/d/${DESK}/settings/webhooks`);
    await button('Новый вебхук').click();
    await dialog().getByLabel('Адрес').fill(`https://${PRIVATE}/hook`);
    await dialog().getByRole('button', { name: 'Создать' }).click();
    await dialog().getByText('Адрес ведёт во внутреннюю сеть').first().waitFor();
    await dialog().getByLabel('Адрес').fill(receiver.url);
    await dialog().getByRole('button', { name: 'Создать' }).click();
    const secret = (await dialog().locator('code').textContent()) ?? '';
    await dialog().getByRole('button', { name: 'Готово' }).click();
    await button(new RegExp(receiver.url)).click();
    await page.getByText('Событий ещё не было').waitFor();
    expect(await screenFaults(page, 'webhook')).toEqual([]);
    await button('Проверить').click();
    // The second attempt comes five seconds later, whatever is looked at meanwhile: it finds the receiver well.
    await expect.poll(() => receiver.received.length, { timeout: PATIENCE_MS }).toBe(1);
    receiver.answer(200);
    await page.getByText('ping', { exact: true }).click();
    await page.getByText('said 500').waitFor();
    expect(receiver.received.every((one) => isSignedBy(one, secret))).toBe(true);
    expect(await screenFaults(page, 'log')).toEqual([]);
    await page.getByText('said 200').waitFor();
    await button('Отправить снова').click();
    await page.getByText('Отправляется 1 событие').waitFor();
    await page.getByText('said 200').nth(1).waitFor();
    expect(new Set(receiver.received.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
  });

  it('revokes the key', async () => {
    await page.goto(`/d/${DESK}/settings/api-keys`);
    await button('Отозвать ключ «Учёт»').click();
    await dialog().getByRole('button', { name: 'Отозвать' }).click();
    await page.getByText('Отозван', { exact: true }).waitFor();
    const reply = await fetch(`${product.server.url}/api/desks/${DESK}/queue`, {
      headers: { authorization: `Bearer ${key}` },
    });
    expect(reply.status).toBe(401);
  });
});

it('nothing of all this was a surprise', () => {
  expect(product.server.errors).toEqual([]);
  expect(product.watch.executed).toEqual([]);
});
