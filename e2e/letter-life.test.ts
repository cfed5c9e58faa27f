import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addCustomer, addStaff, type TestPerson } from '../apps/server/src/testing/test-desk.ts';
import { type Mail, startMail, statusPath, type Written } from './mail.ts';
import { pathOfQueue } from './paths.ts';
import { type Product, signedInPage, startProduct } from './product.ts';
import { message, write } from './ticket-screen.ts';

interface Desk {
  readonly slug: string;
  readonly packageId: string;
  /** Two letters that were there before; the last of them comes after ours in the queue. */
  readonly before: readonly Written[];
  readonly letter: Written;
  /** Subjects from top to bottom. */
  readonly order: readonly string[];
  /** Nearest deadline in our row. */
  readonly due: RegExp;
  readonly priority: string;
  readonly clock: string;
  /** Sentence on the status page that gives the reason of the deadline. */
  readonly reason: RegExp;
  readonly objectionNeedsReason: boolean;
}

const letterOf = (from: string, subject: string, text: string): Written => ({
  from,
  name: 'Ольга Иванова',
  subject,
  text,
});

const desks: readonly Desk[] = [
  {
    slug: 'centaur',
    packageId: 'extended',
    before: [
      letterOf('petr@romashka.example', 'Неудобная форма', 'Критичность: низкий\nДолго искать номер.'),
      letterOf('ivan@romashka.example', 'Эхо в трубке', 'Слышно эхо.'),
    ],
    letter: letterOf(
      'olga@romashka.example',
      'Не проходят звонки',
      'Критичность: критический\n\nС утра молчат все телефоны.',
    ),
    order: ['Не проходят звонки', 'Эхо в трубке', 'Неудобная форма'],
    due: /отсчёт не идёт|осталось/,
    priority: 'Критический',
    clock: 'Реакция',
    reason: /CN-TIME/,
    objectionNeedsReason: false,
  },
  {
    slug: 'optima',
    packageId: '8x5x4',
    before: [
      letterOf('petr@okna.example', 'Опечатка в справке', 'Приоритет: 4\nВ справке опечатка.'),
      letterOf('ivan@okna.example', 'Медленно открывается', 'Приоритет: 3\nМинуту ждём.'),
    ],
    letter: letterOf(
      'olga@okna.example',
      'Программа не запускается',
      'Приоритет: 1\nТелефон: +7 812 000-00-00\n\nПосле обновления окно не появляется.',
    ),
    order: ['Программа не запускается', 'Медленно открывается', 'Опечатка в справке'],
    due: /осталось/,
    priority: 'Приоритет 1',
    clock: 'Выполнение',
    reason: /OW-TIME/,
    objectionNeedsReason: true,
  },
];

let mail: Mail;
let product: Product;
const staff = new Map<string, TestPerson>();

beforeAll(async () => {
  mail = await startMail(desks.map(({ slug }) => slug));
  product = await startProduct({ mail: mail.settings });
  const { opened } = product.server;
  for (const { slug, packageId, before, letter } of desks) {
    for (const { from } of [...before, letter])
      await addCustomer(opened, slug, {
        company: `ООО «Ромашка» ${from}`,
        email: from,
        name: 'Ольга Иванова',
        packageId,
      });
    staff.set(slug, await addStaff(opened, slug, 'engineer', `engineer@${slug}.example`));
  }
});

afterAll(async () => {
  await product.stop();
  await mail.stop();
});

const subjects = (page: Page): Promise<readonly string[]> =>
  page.getByRole('table', { name: 'Список заявок' }).getByRole('link').allInnerTexts();

/** A browser without JavaScript at the link of the letter. */
const openStatus = async (path: string): Promise<Page> => {
  const context = await product.visitor({ javaScriptEnabled: false, viewport: { width: 375, height: 812 } });
  const page = await context.newPage();
  await page.goto(path);
  return page;
};

/** One letter's people, kept from step to step. */
interface Scene {
  readonly desk: Desk;
  readonly note: string;
  engineer: Page;
  customer: Page;
}

const customerFile = {
  name: 'журнал ошибок.txt',
  mimeType: 'text/plain',
  buffer: Buffer.from('строка журнала'),
};

const appear = async (scene: Scene): Promise<void> => {
  const { desk } = scene;
  const person = staff.get(desk.slug);
  if (person === undefined) throw new Error('nobody to sign in');
  const engineer = await signedInPage(product, person);
  scene.engineer = engineer;
  await engineer.goto(pathOfQueue(desk.slug));
  await engineer.getByText('Открытых заявок нет').waitFor();
  await engineer.evaluate(() => Object.assign(window, { loadedOnce: true }));
  for (const [index, letter] of desk.before.entries()) {
    await mail.deliver(desk.slug, letter);
    await engineer.getByRole('link', { name: letter.subject }).waitFor();
    expect(await subjects(engineer)).toHaveLength(index + 1);
  }
  await mail.deliver(desk.slug, desk.letter);
  await engineer.getByRole('link', { name: desk.letter.subject }).waitFor();
  const shown = await subjects(engineer);
  expect(shown.map((one) => one.split(/:\s/).at(-1))).toEqual(desk.order);
  expect(await engineer.getByRole('row').filter({ hasText: desk.letter.subject }).innerText()).toMatch(
    desk.due,
  );
  expect(await engineer.evaluate(() => 'loadedOnce' in window)).toBe(true);
};

/** What has the focus before the browser paints again, as if Enter came at once. */
const focusedRightAfterJ = (): string | undefined => {
  document.dispatchEvent(new KeyboardEvent('keydown', { key: 'j', bubbles: true }));
  return document.activeElement?.tagName;
};

const handle = async ({ desk, note, engineer }: Scene): Promise<void> => {
  expect(await engineer.evaluate(focusedRightAfterJ)).toBe('A');
  await engineer.keyboard.press('j');
  await engineer.keyboard.press('k');
  expect(await engineer.locator('a:focus').innerText()).toContain(desk.letter.subject);
  await engineer.keyboard.press('Enter');
  await engineer.getByRole('heading', { level: 1, name: desk.letter.subject }).waitFor();

  await engineer.getByRole('button', { name: 'Взять в работу' }).click();
  await engineer.getByText('Заявка у вас в работе').waitFor();
  await engineer.getByRole('button', { name: 'Классифицировать' }).click();
  const dialog = engineer.getByRole('dialog', { name: 'Классификация' });
  await dialog.getByRole('radio', { name: 'Инцидент' }).check();
  expect(await dialog.getByRole('radio', { name: desk.priority }).isChecked()).toBe(true);
  await dialog.getByRole('button', { name: 'Сохранить' }).click();
  await dialog.waitFor({ state: 'detached' });
  await engineer.getByRole('article', { name: desk.clock }).waitFor();

  await write(engineer, 'Запрос информации', 'Какая у вас версия?');
  await engineer.getByText('Ждёт клиента').first().waitFor();
  await write(engineer, 'Внутренний комментарий', note);
  await write(
    engineer,
    'Ответ клиенту',
    'Пока сделайте **так**:\n\n- перезапустите службу\n- <b>подождите</b>',
    [{ name: 'инструкция.txt', mimeType: 'text/plain', buffer: Buffer.from('Шаг первый.') }],
  );
  expect(await message(engineer, 'Пока сделайте').getByRole('listitem').first().innerText()).toBe(
    'перезапустите службу',
  );
};

const read = async (scene: Scene): Promise<void> => {
  const { desk, note } = scene;
  const { from } = desk.letter;
  const acknowledged = await mail.received(from, desk.slug);
  expect(acknowledged.subject).toContain('3');
  await mail.received(from, 'Какая у вас версия?');
  const answer = await mail.received(from, 'перезапустите службу');
  expect(answer.attachments.map(({ name, content }) => [name, Buffer.from(content).toString()])).toEqual([
    ['инструкция.txt', 'Шаг первый.'],
  ]);
  expect(await mail.everything()).not.toContain(note);

  const customer = await openStatus(statusPath(answer));
  scene.customer = customer;
  const talk = customer.getByRole('region', { name: 'Переписка' });
  expect(await talk.innerText()).toContain('Какая у вас версия?');
  expect(
    await talk
      .getByRole('listitem')
      .filter({ hasText: 'перезапустите службу' })
      .getByRole('link', { name: 'инструкция.txt' })
      .count(),
  ).toBe(1);
  expect(await customer.content()).not.toContain(note);
  expect(await customer.content()).toContain('&lt;b&gt;подождите');
  await customer.getByText('Как посчитан срок').first().click();
  expect(await customer.getByRole('complementary').innerText()).toMatch(desk.reason);
};

const reply = async ({ engineer, customer }: Scene): Promise<void> => {
  const many = Array.from({ length: 11 }, (_, index) => ({ ...customerFile, name: `${index}.txt` }));
  await customer.getByLabel('Ваш ответ').fill('Версия 8.3, журнал приложен.');
  await customer.locator('#answer').getByLabel('Приложить файлы').setInputFiles(many);
  await customer.getByRole('button', { name: 'Отправить ответ' }).click();
  await customer.getByRole('alert').filter({ hasText: 'Файлов больше десяти' }).waitFor();
  expect(await customer.getByLabel('Ваш ответ').inputValue()).toBe('Версия 8.3, журнал приложен.');
  await customer.locator('#answer').getByLabel('Приложить файлы').setInputFiles([customerFile]);
  await customer.getByRole('button', { name: 'Отправить ответ' }).click();
  await customer.getByText('Ответ отправлен.').waitFor();
  const turn = message(engineer, 'Версия 8.3');
  await turn.waitFor();
  const link = turn.getByRole('link', { name: `Скачать ${customerFile.name}` });
  const [download] = await Promise.all([engineer.waitForEvent('download'), link.click()]);
  expect(download.suggestedFilename()).toBe(customerFile.name);
  await engineer.getByText('В работе').first().waitFor();
};

const finish = async ({ desk, engineer, customer }: Scene): Promise<void> => {
  await write(engineer, 'Решение', 'Поставьте обновление 8.4.');
  await customer.reload();
  await customer.getByText('Не помогло').click();
  if (desk.objectionNeedsReason) {
    await customer.getByLabel('Что не так').fill('   ');
    await customer.getByRole('button', { name: 'Возразить' }).click();
    await customer.getByRole('alert').filter({ hasText: 'Напишите, что не так' }).waitFor();
    expect(await customer.getByLabel('Что не так').getAttribute('aria-invalid')).toBe('true');
    expect(await customer.getByLabel('Что не так').inputValue()).toBe('   ');
  }
  await customer.getByLabel('Что не так').fill('Окно так и не появилось.');
  await customer.getByRole('button', { name: 'Возразить' }).click();
  await customer.getByText('Возражение принято, заявка снова в работе.').waitFor();

  await message(engineer, 'Окно так и не появилось.').waitFor();
  await engineer.getByText('В работе').first().waitFor();
  await write(engineer, 'Решение', 'Поставьте обновление 8.5 и перезагрузите компьютер.');
  await customer.reload();
  await customer.getByRole('button', { name: 'Подтвердить решение' }).click();
  await customer.getByText('Решение подтверждено, заявка закрыта.').waitFor();

  await engineer.getByRole('tab', { name: 'Ответ клиенту' }).waitFor({ state: 'detached' });
  expect(await engineer.getByRole('heading', { level: 1 }).locator('xpath=..').innerText()).toContain(
    'Закрыта',
  );
  await engineer.goto(pathOfQueue(desk.slug));
  await engineer.getByRole('link', { name: desk.before[0]?.subject ?? '' }).waitFor();
  expect(await engineer.getByRole('link', { name: desk.letter.subject }).count()).toBe(0);
  await engineer.goto(pathOfQueue(desk.slug, 'closed'));
  await engineer.getByRole('link', { name: desk.letter.subject }).waitFor();
  await mail.received(desk.letter.from, 'обновление 8.5');
};

describe.each(desks)('a letter to $slug', (desk) => {
  const scene = { desk, note: `Это видим только мы: ${desk.slug}` } as Scene;
  it('appears in an open queue by itself, in its place, with its deadline', () => appear(scene));
  it('is opened by keyboard, taken, classified, asked about, noted upon and answered', () => handle(scene));
  it('is answered by letters that lead to the status page', () => read(scene));
  it('is answered by the customer with a file, which the engineer sees at once', () => reply(scene));
  it('is resolved, objected to, resolved again, confirmed, and closed everywhere', () => finish(scene));
});

it('ran without a fault in any page, and asked nobody but the product', () => {
  expect(product.watch).toEqual({ faults: [], foreign: [], executed: [] });
  expect(product.server.errors).toEqual([]);
});
