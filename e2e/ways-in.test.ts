import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chooseFreePort } from '../apps/server/src/postgres/free-port.ts';
import { authenticator } from '../apps/server/src/testing/authenticator.ts';
import { type LinkMailbox, startLinkMailbox } from '../apps/server/src/testing/mailbox-of-links.ts';
import { addCustomer, addStaff } from '../apps/server/src/testing/test-desk.ts';
import { screenFaults } from './check-screen.ts';
import { DESKTOP, PHONE, type Product, startProduct } from './product.ts';

const DESK = 'centaur';
let mail: LinkMailbox;
let product: Product;
let base: string;

beforeAll(async () => {
  mail = await startLinkMailbox([DESK, 'optima']);
  const port = await chooseFreePort();
  // Passkeys want a name: this machine's own is one.
  base = `http://localhost:${port}`;
  product = await startProduct({ port, baseUrl: base, mail: mail.settings, requireSecondFactor: true });
});

afterAll(async () => {
  await product.stop();
  await mail.stop();
});

type Viewport = typeof DESKTOP | typeof PHONE;
const visitor = (viewport: Viewport = DESKTOP): Promise<BrowserContext> =>
  product.visitor({ baseURL: base, viewport: { ...viewport } });
const newPage = async (viewport: Viewport = DESKTOP): Promise<Page> => (await visitor(viewport)).newPage();

let people = 0;
const newEmail = (): string => `person${++people}@staff.example`;
const newStaff = (role = 'engineer') => addStaff(product.server.opened, DESK, role, newEmail());

const signIn = async (page: Page, person: { readonly email: string; readonly password: string }) => {
  await page.goto('/sign-in');
  await page.getByLabel('Электронная почта').fill(person.email);
  await page.getByRole('textbox', { name: 'Пароль' }).fill(person.password);
  await page.getByRole('button', { name: 'Войти', exact: true }).click();
};

/** Sets up an authenticator app on the page that asks for it; gives the recovery codes. */
const setUpApp = async (page: Page): Promise<readonly string[]> => {
  await page.getByRole('button', { name: 'Приложение с кодами' }).click();
  await page.getByRole('img', { name: 'QR-код для приложения с кодами' }).waitFor();
  const secret = (await page.locator('code').innerText()).replace(/\s/g, '');
  await page.getByLabel('Код из приложения').fill(authenticator(secret).codeAt(Date.now()));
  await page.getByRole('button', { name: 'Подключить', exact: true }).click();
  const codes = page.getByRole('list', { name: 'Запасные коды' }).getByRole('listitem');
  await codes.first().waitFor();
  const told = await codes.allInnerTexts();
  await page.getByRole('button', { name: 'Я сохранил коды' }).click();
  return told;
};

const openQueue = (page: Page) => page.getByRole('heading', { level: 1, name: 'Открытые' }).waitFor();

describe('a link by mail', () => {
  it('brings a customer on a phone into the portal, by one button more, once', async () => {
    const email = 'olga@buyer.example';
    await addCustomer(product.server.opened, DESK, {
      company: 'ООО «Покупатель»',
      email,
      name: 'Ольга Белова',
      packageId: null,
    });
    const page = await newPage(PHONE);
    await page.goto('/sign-in');
    await page.getByRole('link', { name: 'Войти по ссылке из письма' }).click();
    await page.getByLabel('Электронная почта').fill(email);
    await page.getByRole('button', { name: 'Прислать ссылку' }).click();
    await page.getByRole('heading', { name: 'Проверьте почту' }).waitFor();
    expect(await screenFaults(page, 'check your mail')).toEqual([]);
    const { url } = await mail.newest(email);
    // A scanner of letters opens it first.
    expect((await page.request.get(url)).status()).toBe(200);
    await page.goto(url);
    await page.getByText(`Вы входите как ${email}.`).waitFor();
    expect(await screenFaults(page, 'come in by link')).toEqual([]);
    await page.getByRole('button', { name: 'Войти' }).click();
    await page.waitForURL(/\/p\/centaur/);
    const other = await newPage();
    await other.goto(url);
    await other.getByRole('heading', { name: 'Ссылка больше не действует' }).waitFor();
    await other.getByRole('link', { name: 'Попросить новую ссылку' }).click();
    await other.getByRole('heading', { name: 'Вход по ссылке из письма' }).waitFor();
  });

  it('lets somebody set a new password, and in with it', async () => {
    const person = await newStaff();
    const page = await newPage();
    await page.goto('/sign-in');
    await page.getByRole('link', { name: 'Забыли пароль?' }).click();
    await page.getByLabel('Электронная почта').fill(person.email);
    await page.getByRole('button', { name: 'Прислать ссылку' }).click();
    await page.getByRole('heading', { name: 'Проверьте почту' }).waitFor();
    await page.goto((await mail.newest(person.email)).url);
    const password = page.getByRole('textbox', { name: 'Новый пароль' });
    await password.fill('short');
    await page.getByRole('button', { name: 'Сохранить и войти' }).click();
    await page.getByText('Нужно не меньше 8 знаков').waitFor();
    await password.fill('a new password');
    await page.getByRole('button', { name: 'Сохранить и войти' }).click();
    await page.getByRole('heading', { name: 'Ещё один шаг' }).waitFor();
    const anew = await newPage();
    await signIn(anew, { email: person.email, password: 'a new password' });
    await anew.getByRole('heading', { name: 'Ещё один шаг' }).waitFor();
  });
});

describe('the second factor', () => {
  it('is set up before a desk opens, and given at the next sign-in: by the app, or by a recovery code', async () => {
    const person = await newStaff();
    const page = await newPage();
    await signIn(page, person);
    await page.getByRole('heading', { name: 'Ещё один шаг' }).waitFor();
    expect(await screenFaults(page, 'set up a second factor')).toEqual([]);
    const codes = await setUpApp(page);
    await openQueue(page);

    const phone = await newPage(PHONE);
    await signIn(phone, person);
    await phone.getByRole('heading', { name: 'Подтвердите вход' }).waitFor();
    expect(await screenFaults(phone, 'give a second factor')).toEqual([]);
    await phone.getByLabel('Код').fill('000 000');
    await phone.getByRole('button', { name: 'Войти', exact: true }).click();
    await phone.getByRole('alert').filter({ hasText: 'Код не подошёл' }).waitFor();
    await phone.getByLabel('Код').fill(codes[0] ?? '');
    await phone.getByRole('button', { name: 'Войти', exact: true }).click();
    await openQueue(phone);
  });
});

describe('a passkey', () => {
  /** A telephone or a key that says yes to everything it is asked. */
  const plugIn = async (page: Page): Promise<void> => {
    const debug = await page.context().newCDPSession(page);
    await debug.send('WebAuthn.enable');
    await debug.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        protocol: 'ctap2',
        transport: 'internal',
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
        automaticPresenceSimulation: true,
      },
    });
  };

  it('is added in the account, signs in without an address, and can be deleted', async () => {
    const person = await newStaff();
    const page = await newPage();
    await plugIn(page);
    await signIn(page, person);
    await setUpApp(page);
    await openQueue(page);
    await page.goto('/account');
    await page.getByRole('button', { name: 'Добавить ключ' }).click();
    await page.getByLabel('Название ключа').fill('Ноутбук');
    await page.getByRole('button', { name: 'Создать ключ' }).click();
    await page.getByText('Ноутбук', { exact: true }).waitFor();
    expect(await screenFaults(page, 'account')).toEqual([]);

    await page.context().clearCookies();
    await page.goto('/sign-in');
    await page.getByRole('button', { name: 'Войти ключом доступа' }).click();
    await openQueue(page);

    await page.goto('/account');
    await page.getByText(/использован/).waitFor();
    await page.getByRole('button', { name: 'Удалить ключ «Ноутбук»' }).click();
    await page.getByText('Ключей пока нет.').waitFor();
    await page.context().clearCookies();
    await page.goto('/sign-in');
    await page.getByRole('button', { name: 'Войти ключом доступа' }).click();
    await page.getByRole('alert').waitFor();
  });

  it('alone is enough of a second factor', async () => {
    const person = await newStaff();
    const page = await newPage();
    await plugIn(page);
    await signIn(page, person);
    await page.getByRole('button', { name: 'Ключ доступа этого устройства' }).click();
    await page.getByRole('button', { name: 'Создать ключ' }).click();
    await openQueue(page);
    await page.context().clearCookies();
    await signIn(page, person);
    // The page before has such a button, too.
    await page.waitForURL(/second-factor/);
    await page.getByRole('button', { name: 'Войти ключом доступа' }).click();
    await openQueue(page);
  });

  it('of a customer is taken to the desk whose letter let them in', async () => {
    const email = 'petr@buyer.example';
    for (const slug of [DESK, 'optima'])
      await addCustomer(product.server.opened, slug, {
        company: `ООО «${slug}»`,
        email,
        name: 'Пётр Белов',
        packageId: null,
      });
    const page = await newPage();
    await plugIn(page);
    const comeIn = async (desk: string): Promise<void> => {
      const before = mail.count(email);
      await page.context().clearCookies();
      await page.goto(`/sign-in?by=link&desk=${desk}`);
      await page.getByLabel('Электронная почта').fill(email);
      await page.getByRole('button', { name: 'Прислать ссылку' }).click();
      await page.goto((await mail.newest(email, before)).url);
      await page.getByRole('button', { name: 'Войти' }).click();
      await page.waitForURL(`**/p/${desk}**`);
      await page.goto('/account');
    };
    await comeIn(DESK);
    await page.getByRole('button', { name: 'Добавить ключ' }).click();
    await page.getByLabel('Название ключа').fill('Телефон');
    await page.getByRole('button', { name: 'Создать ключ' }).click();
    await page.getByText('Телефон', { exact: true }).waitFor();
    await comeIn('optima');
    expect(await screenFaults(page, 'account by a letter of another desk')).toEqual([]);
    await page.getByRole('button', { name: 'Подтвердить ключом' }).click();
    await page.getByText('Вход подтверждён').waitFor();
    for (const desk of [DESK, 'optima']) {
      await page.goto(`/p/${desk}`);
      await page.getByRole('heading', { level: 1 }).waitFor();
      expect(new URL(page.url()).pathname).toBe(`/p/${desk}`);
    }
  });
});

describe('an invitation', () => {
  it('brings somebody new into the team, whom an administrator sees, gives another role and removes', async () => {
    const boss = await newStaff('administrator');
    const page = await newPage();
    await signIn(page, boss);
    await setUpApp(page);
    await openQueue(page);
    await page.goto(`/d/${DESK}/settings/people`);
    await page.getByRole('button', { name: 'Пригласить', exact: true }).click();
    const email = newEmail();
    await page.getByRole('textbox', { name: 'Электронная почта' }).fill(email);
    await page.getByRole('textbox', { name: 'Имя' }).fill('Новый Сотрудник');
    await page.getByRole('button', { name: 'Отправить приглашение' }).click();
    await page.getByRole('button', { name: `Отозвать приглашение: ${email}` }).waitFor();
    expect(await screenFaults(page, 'people')).toEqual([]);

    const invited = await newPage();
    await invited.goto((await mail.newest(email)).url);
    await invited.getByText('Роль: инженер.').waitFor();
    expect(await screenFaults(invited, 'accept an invitation')).toEqual([]);
    await invited.getByRole('textbox', { name: 'Новый пароль' }).fill('a new password');
    await invited.getByRole('button', { name: 'Принять приглашение' }).click();
    await invited.getByRole('heading', { name: 'Ещё один шаг' }).waitFor();
    await setUpApp(invited);
    await openQueue(invited);

    await page.reload();
    const role = page.getByRole('combobox', { name: 'Роль: Новый Сотрудник' });
    await role.click();
    await page.getByRole('option', { name: 'диспетчер' }).click();
    await page.getByText('Новый Сотрудник: теперь диспетчер').waitFor();
    await page.getByRole('button', { name: 'Ещё: Новый Сотрудник' }).click();
    await page.getByRole('menuitem', { name: 'Убрать из службы' }).click();
    await page.getByRole('button', { name: 'Убрать из службы' }).click();
    await page.getByText('Новый Сотрудник больше не работает в службе').waitFor();
    await invited.reload();
    await invited.getByRole('heading', { name: 'Вход', exact: true }).waitFor();
  });
});
