import { endpoints } from '@reglament/contract';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { signedIn, type Visitor } from '../apps/server/src/testing/start-test-server.ts';
import { addCustomer, addStaff, type TestPerson } from '../apps/server/src/testing/test-desk.ts';
import { screenFaults } from './check-screen.ts';
import { PHONE, type Product, signedInPage, startProduct } from './product.ts';
import { chooseTab, message, openTicket, sendButton, textField } from './ticket-screen.ts';
import { statusLinkOf } from './tickets.ts';

// What staff do by the regulation besides answering: each dialog on a large screen and on a phone, in the other theme.

const packages = { flat: '24x7', optima: '8x5x4', 'shtrih-m': 'free' } as const;
type Slug = keyof typeof packages;

interface Desk {
  readonly person: TestPerson;
  readonly api: Visitor;
  readonly companyId: string;
}

let product: Product;
const desks = new Map<Slug, Desk>();

beforeAll(async () => {
  product = await startProduct();
  for (const slug of Object.keys(packages) as readonly Slug[]) {
    const { opened } = product.server;
    const { companyId } = await addCustomer(opened, slug, {
      company: 'ООО «Окна»',
      email: `olga@${slug}.example`,
      name: 'Ольга',
      packageId: packages[slug],
    });
    const person = await addStaff(opened, slug, 'engineer', `anna@${slug}.example`);
    desks.set(slug, { person, companyId, api: await signedIn(product.server, person) });
  }
});
afterAll(async () => {
  expect(product.watch.faults).toEqual([]);
  await product.stop();
});

const deskOf = (slug: Slug): Desk => {
  const desk = desks.get(slug);
  if (desk === undefined) throw new Error(slug);
  return desk;
};

const register = async (slug: Slug, priority: string | null): Promise<number> => {
  const { api, companyId } = deskOf(slug);
  const { number } = await api.call(
    endpoints.registerTicket,
    {
      params: { desk: slug },
      body: {
        channel: slug === 'flat' ? 'portal' : 'email',
        requesterEmail: `olga@${slug}.example`,
        requesterName: 'Ольга',
        requesterPhone: '',
        companyId,
        subject: 'Не считает, и ещё не печатает',
        text: 'Не считает. И ещё не печатает.',
        type: null,
        priority,
        fields: {},
        attachments: [],
      },
    },
    { idempotencyKey: `${slug}-${priority}-${Math.random()}` },
  );
  return number;
};

const choose = async (page: Page, name: string) => {
  await page.getByRole('button', { name: 'Другие действия' }).click();
  await page.getByRole('menuitem', { name }).click();
  const dialog = page.getByRole('dialog');
  await dialog.waitFor();
  return dialog;
};

/** The same dialog on a phone and in the dark has no fault either. */
const checkSmall = async (slug: Slug, number: number, name: string, fill: (page: Page) => Promise<void>) => {
  const page = await signedInPage(product, deskOf(slug).person, { viewport: PHONE, colorScheme: 'dark' });
  await openTicket(page, slug, number);
  await choose(page, name);
  await fill(page);
  expect(await screenFaults(page, `${name}, phone`)).toEqual([]);
  await page.context().close();
};

it('SH-F-OUT: a request is declined by a rule, the customer reads it without a script and objects', async () => {
  const number = await register('shtrih-m', null);
  const page = await signedInPage(product, deskOf('shtrih-m').person);
  await openTicket(page, 'shtrih-m', number);
  const dialog = await choose(page, 'Отказать');
  await dialog.getByRole('button', { name: 'Отказать' }).click();
  await dialog.getByText('Выберите причину').waitFor();
  await dialog.getByRole('radio', { name: /^Обучение пользователей/u }).check();
  await dialog.getByText(/Клиенту предложим: Обратитесь к сертифицированному партнёру/u).waitFor();
  expect(await screenFaults(page, 'declining')).toEqual([]);
  await checkSmall('shtrih-m', number, 'Отказать', (small) =>
    small.getByRole('radio', { name: /^Обучение пользователей/u }).check(),
  );
  await dialog.getByLabel('Что написать клиенту').fill('Обучение проводят **партнёры**.');
  await dialog.getByRole('button', { name: 'Отказать' }).click();
  await dialog.waitFor({ state: 'detached' });
  await message(page, 'Обучение проводят партнёры.').waitFor();
  await page
    .getByRole('banner')
    .or(page.locator('header'))
    .getByText('Отказ: Обучение пользователей')
    .first()
    .waitFor();

  const context = await product.visitor({ javaScriptEnabled: false, viewport: PHONE });
  const customer = await context.newPage();
  await customer.goto(await statusLinkOf(deskOf('shtrih-m').api, 'shtrih-m', number));
  await customer.getByText('Поддержка отказала: «Обучение пользователей»').waitFor();
  await customer.getByText('Не согласны').click();
  await customer.getByLabel('Что не так').fill('Это не обучение, это вопрос.');
  await customer.getByRole('button', { name: 'Возразить' }).click();
  await customer.getByText('Возражение принято, заявка снова в работе.').waitFor();
  await message(page, 'Это не обучение, это вопрос.').waitFor();
});

it('FL-L1: a ticket is handed over to the next line with everything that it needs', async () => {
  const number = await register('flat', '3');
  const page = await signedInPage(product, deskOf('flat').person);
  await openTicket(page, 'flat', number);
  const dialog = await choose(page, 'Передать другой линии');
  await dialog.getByRole('button', { name: 'Передать' }).click();
  await dialog.getByText('Следующей линии нужно всё из этого списка').waitFor();
  expect(await screenFaults(page, 'handing over')).toEqual([]);
  await checkSmall('flat', number, 'Передать другой линии', () => Promise.resolve());
  for (const tick of await dialog.getByRole('checkbox').all()) await tick.check();
  await dialog.getByLabel('Что сделано и что осталось').fill('Журналы разобраны.');
  await dialog.getByRole('button', { name: 'Передать' }).click();
  await dialog.waitFor({ state: 'detached' });
  await message(page, 'Журналы разобраны.').waitFor();

  await chooseTab(page, 'Запрос информации');
  await page.getByRole('checkbox', { name: 'Системные журналы' }).check();
  expect(await screenFaults(page, 'the checklist')).toEqual([]);
  await chooseTab(page, 'Решение');
  const outcome = page.getByRole('tabpanel', { name: 'Решение' }).getByLabel('Чем это оказалось');
  await outcome.selectOption({ label: 'Временное решение' });
  await textField(page, 'Решение').fill('Обошли.');
  await sendButton(page, 'Решение').click();
  await message(page, 'Обошли.').waitFor();
  const facts = page.getByRole('region', { name: 'Подробности' }).or(page.locator('aside'));
  await facts.getByText('Временное решение').first().waitFor();
});

it('OW-3: a second problem becomes a ticket of its own, shown at once and linked to the first', async () => {
  const number = await register('optima', null);
  const page = await signedInPage(product, deskOf('optima').person);
  await openTicket(page, 'optima', number);
  const dialog = await choose(page, 'Выделить вторую проблему');
  await dialog.getByRole('button', { name: 'Выделить' }).click();
  await dialog.getByText('Опишите вторую проблему').waitFor();
  expect(await screenFaults(page, 'splitting')).toEqual([]);
  await checkSmall('optima', number, 'Выделить вторую проблему', () => Promise.resolve());
  await dialog.getByLabel('Тема').fill('Не печатает');
  await dialog.getByLabel('В чём вторая проблема').fill('И ещё не печатает.');
  await dialog.getByRole('button', { name: 'Выделить' }).click();
  await page.getByRole('heading', { level: 1, name: 'Не печатает' }).waitFor();
  await page.getByText('выделена из неё').waitFor();
  await page.getByRole('link', { name: `№ ${number}` }).click();
  await page.getByText('выделена отсюда').waitFor();
});
