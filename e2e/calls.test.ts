import { endpoints } from '@reglament/contract';
import type { CompanyId, ContactId } from '@reglament/desk';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../apps/server/src/ids.ts';
import { insertContact } from '../apps/server/src/store/contacts.ts';
import { addCustomer, addStaff, deskIdOf, type TestPerson } from '../apps/server/src/testing/test-desk.ts';
import { screenFaults } from './check-screen.ts';
import { type Product, signedInPage, startProduct } from './product.ts';

const DESK = 'flat';
const MOST_SECONDS = 30;
let product: Product;
let dispatcher: TestPerson;
let companyId: CompanyId;

beforeAll(async () => {
  product = await startProduct();
  const { opened } = product.server;
  ({ companyId } = await addCustomer(opened, DESK, {
    company: 'ООО «Ромашка»',
    email: 'boss@romashka.example',
    name: 'Борис',
    packageId: '24x7',
  }));
  const deskId = deskIdOf(opened, DESK);
  const contactId = newId() as ContactId;
  await opened.context.db.inDesk(deskId, (q) =>
    insertContact(q, {
      ...{ deskId, contactId, companyId, email: null, name: 'Ольга' },
      phone: '8 (843) 200-11-22',
    }),
  );
  dispatcher = await addStaff(opened, DESK, 'dispatcher', 'dispatcher@flat.example');
});
afterAll(() => product.stop());

/** A hand on the keyboard that counts: text is told apart from keys that steer. */
const handOn = (page: Page) => {
  let steering = 0;
  return {
    press: async (...keys: readonly string[]): Promise<void> => {
      for (const key of keys) {
        await page.keyboard.press(key);
        steering += 1;
      }
    },
    type: (text: string): Promise<void> => page.keyboard.type(text),
    steering: (): number => steering,
  };
};

const ticketOf = async (page: Page): Promise<number> => {
  const said = await page
    .getByText(/^№ \d+$/)
    .last()
    .innerText();
  return Number(said.replace(/\D/g, ''));
};

const readTicket = async (page: Page, number: number) => {
  const reply = await page.request.get(
    endpoints.getTicket.path.replace('{desk}', DESK).replace('{number}', String(number)),
  );
  return endpoints.getTicket.reply.parse(await reply.json());
};

const focusedLabel = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const focused = document.activeElement as HTMLInputElement | null;
    return focused?.labels?.[0]?.textContent ?? focused?.textContent ?? '';
  });

const start = async (page: Page): Promise<void> => {
  await page.goto(`/d/${DESK}?view=open`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.keyboard.press('c');
  await page.getByLabel('Номер телефона').waitFor();
};

describe('a call, with the keyboard only', () => {
  it('of somebody known is a ticket in a dozen keys beside the words, well under half a minute', async () => {
    const page = await signedInPage(product, dispatcher);
    await page.goto(`/d/${DESK}?view=open`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    const hand = handOn(page);
    const began = Date.now();
    await hand.press('c');
    await page.getByLabel('Номер телефона').waitFor();
    await hand.type('8 843 2001122');
    await page.getByText('Ольга', { exact: true }).first().waitFor();
    await page.getByRole('region', { name: 'О звонящем' }).getByText('ООО «Ромашка»').waitFor();
    await hand.press('Enter');
    expect(await focusedLabel(page)).toContain('Тема');
    await hand.type('Не печатает чек');
    await hand.press('Tab');
    await hand.type('После обновления');
    await hand.press('Alt+1');
    await page.getByRole('region', { name: 'Что будет с заявкой' }).getByText('Обслуживается').waitFor();
    await hand.press('Control+Enter');
    await page.getByText('Заявка зарегистрирована').waitFor();
    const seconds = (Date.now() - began) / 1000;
    expect(hand.steering()).toBeLessThanOrEqual(12);
    expect(seconds).toBeLessThan(MOST_SECONDS);
    expect(await focusedLabel(page)).toContain('Скопировать номер');
    const { ticket } = await readTicket(page, await ticketOf(page));
    expect(ticket).toMatchObject({
      subject: 'Не печатает чек',
      channel: 'phone',
      company: { companyId },
      requester: { name: 'Ольга' },
    });
  });

  it('of nobody known is kept with name and number, and known the next time', async () => {
    const page = await signedInPage(product, dispatcher);
    await start(page);
    await page.keyboard.type('+7 495 111-22-33');
    await page.getByText('Этого номера у нас нет').waitFor();
    await page.keyboard.press('Enter');
    await page.keyboard.type('Вера');
    await page.getByRole('textbox', { name: 'Тема' }).focus();
    await page.keyboard.type('Как купить');
    await page.keyboard.press('Alt+2');
    await page.keyboard.press('Control+Enter');
    await page.getByText('Заявка зарегистрирована').waitFor();
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    await page.keyboard.press('c');
    await page.getByLabel('Номер телефона').waitFor();
    await page.keyboard.type('84951112233');
    await page.getByText('Вера', { exact: true }).first().waitFor();
  });

  it('without a number says so by one key', async () => {
    const page = await signedInPage(product, dispatcher);
    await start(page);
    await page.keyboard.press('Alt+h');
    await page.getByRole('button', { name: 'Номер скрыт', pressed: true }).waitFor();
    await page.waitForFunction(() => document.activeElement?.hasAttribute('data-call-name') === true);
    await page.keyboard.type('Кто-то');
    await page.getByRole('textbox', { name: 'Тема' }).focus();
    await page.keyboard.type('Без номера');
    await page.keyboard.press('Alt+3');
    await page.keyboard.press('Control+Enter');
    await page.getByText('Заявка зарегистрирована').waitFor();
    const { ticket } = await readTicket(page, await ticketOf(page));
    expect(ticket).toMatchObject({ company: null, requester: { name: 'Кто-то', email: '' } });
  });

  it('about an open ticket goes into that one', async () => {
    const page = await signedInPage(product, dispatcher);
    await start(page);
    await page.keyboard.type('88432001122');
    await page.getByRole('button', { name: 'Звонят по ней' }).first().focus();
    await page.keyboard.press('Enter');
    await page.getByLabel('Что сказали').waitFor();
    await page.keyboard.type('Ждут до вечера');
    await page.keyboard.press('Control+Enter');
    await page.getByText('Звонок записан в заявку').waitFor();
    const { messages } = await readTicket(page, await ticketOf(page));
    expect(messages.map(({ text }) => text).join('\n')).toContain('Звонок, Ольга. Ждут до вечера');
  });
});

describe('a missed call', () => {
  it('is called back from the list by one, while the other sees who does it', async () => {
    const other = await addStaff(product.server.opened, DESK, 'dispatcher', 'other@flat.example');
    const [page, theirs] = [await signedInPage(product, dispatcher), await signedInPage(product, other)];
    await page.goto(`/d/${DESK}/missed-calls`);
    await page.getByText('Перезванивать некому').waitFor();
    await page.getByLabel('Номер').fill('8 843 200 11 22');
    await page.keyboard.press('Enter');
    await theirs.goto(`/d/${DESK}/missed-calls`);
    await theirs.getByText('Ольга, ООО «Ромашка»').waitFor();
    await page.getByRole('button', { name: 'Перезвонить' }).click();
    await page.getByLabel('Номер телефона').waitFor();
    expect(await page.getByLabel('Номер телефона').inputValue()).toBe('+78432001122');
    await theirs.getByText('Перезванивает Сотрудник dispatcher').waitFor();
    expect(await theirs.getByRole('button', { name: 'Готово' }).isDisabled()).toBe(true);
    await page.getByRole('link', { name: /^Пропущенные/ }).click();
    await page.getByRole('button', { name: 'Готово' }).click();
    await theirs.getByText('Перезванивать некому').waitFor();
    await page.getByRole('button', { name: 'Вернуть' }).click();
    await theirs.getByText('Ольга, ООО «Ромашка»').waitFor();
    // The talk is written down: nobody has to mark the call.
    await page.getByRole('button', { name: 'Перезвонить' }).click();
    await page.getByRole('textbox', { name: 'Тема' }).fill('Перезвонили');
    await page.getByLabel('Просит перезвонить').check();
    // FLAT registers nothing without a priority.
    await page.keyboard.press('Alt+3');
    expect(await screenFaults(page, 'callback')).toEqual([]);
    await page.keyboard.press('Control+Enter');
    await page
      .getByText(/^№ \d+$/)
      .first()
      .waitFor();
    await theirs.getByText('Просит перезвонить:').waitFor();
    expect(await theirs.getByRole('listitem').filter({ hasText: 'Готово' }).count()).toBe(0);
    await theirs.getByRole('button', { name: 'Не звонить' }).click();
    await theirs.getByLabel('Почему звонить не нужно').fill('Уже поговорили');
    expect(await screenFaults(theirs, 'wishes')).toEqual([]);
    await theirs.keyboard.press('Enter');
    await theirs.getByText('Перезванивать некому').waitFor();
  });
});

describe('two calls at once', () => {
  it('wait as they were left, also when the page is loaded again, until one is closed and brought back', async () => {
    const page = await signedInPage(product, dispatcher);
    await start(page);
    await page.keyboard.type('111');
    await page.getByRole('textbox', { name: 'Имя' }).fill('Первая');
    await page.getByRole('button', { name: /^Новый звонок/ }).click();
    await page.getByRole('textbox', { name: 'Имя' }).fill('Вторая');
    await page.getByRole('textbox', { name: 'Тема' }).fill('Тема второй');
    const calls = page.getByRole('navigation', { name: 'Открытые звонки' });
    await calls.getByRole('button', { name: /^Первая/ }).click();
    expect(await page.getByLabel('Номер телефона').inputValue()).toBe('111');
    expect(await page.getByRole('textbox', { name: 'Тема' }).inputValue()).toBe('');
    await page.reload();
    await calls.getByRole('button', { name: /^Вторая/ }).click();
    expect(await page.getByRole('textbox', { name: 'Тема' }).inputValue()).toBe('Тема второй');
    await calls.getByRole('button', { name: 'Закрыть без записи: Вторая' }).click();
    expect(await page.getByLabel('Номер телефона').inputValue()).toBe('111');
    await page.getByRole('button', { name: 'Вернуть' }).click();
    expect(await page.getByRole('textbox', { name: 'Тема' }).inputValue()).toBe('Тема второй');
  });

  it('nothing of all this was a surprise', () => {
    expect(product.watch.faults).toEqual([]);
  });
});
