import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { addCustomer, addStaff, type TestPerson } from '../apps/server/src/testing/test-desk.ts';
import { screenFaults } from './check-screen.ts';
import { pathOfQueue } from './paths.ts';
import { PATIENCE_MS, type Product, signedInPage, startProduct } from './product.ts';
import { chooseTab, message, openTicket, sendButton, textField, write } from './ticket-screen.ts';
import { ticketFrom } from './tickets.ts';

const DESK = 'centaur';
const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

let product: Product;
let people: readonly TestPerson[];
let anna: Page;
let boris: Page;
let lead: Page;
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
    await addStaff(opened, DESK, 'lead', 'gleb@centaur.example'),
  ];
  const pages = await Promise.all(people.map((person) => signedInPage(product, person)));
  [anna, boris, lead] = pages as [Page, Page, Page];
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

it('a colleague is named in a note by keyboard alone, and finds it in the bell', async () => {
  await openTicket(anna, DESK, number);
  await chooseTab(anna, 'Внутренний комментарий');
  const field = textField(anna, 'Внутренний комментарий');
  await field.pressSequentially('Посмотри, @bor');
  await anna.getByRole('option', { name: /Сотрудник boris/ }).waitFor();
  await field.press('Enter');
  expect(await field.inputValue()).toBe('Посмотри, @Сотрудник boris ');
  await field.press('Control+Enter');
  await message(anna, 'Посмотри').waitFor();
  await boris.goto(pathOfQueue(DESK));
  await boris.getByRole('button', { name: /Уведомления/ }).click();
  await boris.getByText('Вас упомянули в комментарии').click();
  await message(boris, 'Посмотри, @Сотрудник boris').waitFor();
});

it('two tabs of one browser agree on what was read, on language and theme, and on who is signed in', async () => {
  const person = people[1] as TestPerson;
  const first = await signedInPage(product, person);
  const second = await first.context().newPage();
  const title = async (page: Page, wanted: RegExp): Promise<void> => {
    await expect.poll(() => page.title(), { timeout: PATIENCE_MS }).toMatch(wanted);
  };
  for (const page of [first, second]) {
    await page.goto(pathOfQueue(DESK));
    await page.getByRole('button', { name: 'Уведомления', exact: true }).waitFor();
  }
  for (const text of ['Раз', 'Два']) {
    await openTicket(anna, DESK, number);
    await write(anna, 'Внутренний комментарий', `${text}: @Сотрудник boris`);
    await message(anna, text).waitFor();
  }
  for (const page of [first, second]) {
    await page.getByRole('button', { name: 'Уведомления: 2 новых' }).waitFor();
    await title(page, /^\(2\) Открытые/u);
  }

  await first.bringToFront();
  await first.getByRole('button', { name: /Уведомления/ }).click();
  const bell = first.getByRole('dialog', { name: 'Уведомления' });
  await bell.getByText('×2').waitFor();
  expect(await bell.getByRole('link', { name: new RegExp(`№ ${number}`) }).count()).toBe(1);
  expect(await screenFaults(first, 'bell')).toEqual([]);
  await bell.getByRole('button', { name: `Отметить прочитанным: № ${number}` }).click();
  for (const page of [first, second]) {
    await page.getByRole('button', { name: 'Уведомления', exact: true }).waitFor();
    await title(page, /^Открытые/u);
  }

  await first.keyboard.press('Escape');
  await first.goto(`/d/${DESK}/notifications`);
  const byMail = first.getByRole('checkbox', { name: 'Меня упомянули: письмом' });
  const kept = first.waitForResponse((reply) => reply.request().method() === 'PATCH');
  await byMail.click();
  await kept;
  expect(await screenFaults(first, 'notification settings')).toEqual([]);
  await first.reload();
  await byMail.waitFor();
  expect(await byMail.isChecked()).toBe(false);

  await first.getByRole('button', { name: /Профиль и настройки/ }).click();
  await first.getByRole('menuitem', { name: 'Тёмное' }).click();
  await first.getByRole('button', { name: /Профиль и настройки/ }).click();
  await first.getByRole('menuitem', { name: 'English' }).click();
  await second.getByRole('heading', { level: 1, name: 'Open', exact: true }).waitFor();
  await expect
    .poll(() => second.evaluate(() => document.documentElement.dataset['mantineColorScheme']), {
      timeout: PATIENCE_MS,
    })
    .toBe('dark');

  await first.getByRole('button', { name: /Profile and settings/ }).click();
  await first.getByRole('menuitem', { name: 'Sign out' }).click();
  await second.getByRole('heading', { name: 'Sign in', exact: true }).waitFor();
  expect(new URL(second.url()).searchParams.get('to')).toContain(`/d/${DESK}`);
});

it('a lead makes a tag, an engineer puts it on, and it stands in the queue', async () => {
  await lead.goto(`/d/${DESK}/settings/tags`);
  await lead.getByText('Меток пока нет').waitFor();
  expect(await screenFaults(lead, 'no tags')).toEqual([]);
  await lead.getByRole('button', { name: 'Новая метка' }).click();
  await lead.getByLabel('Название').fill('Ждём сборку');
  await lead.getByRole('radio', { name: /внимание/ }).check();
  await lead.getByRole('button', { name: 'Сохранить' }).click();
  await lead.getByText('0 заявок').waitFor();
  expect(await screenFaults(lead, 'tags')).toEqual([]);
  await openTicket(anna, DESK, number);
  await anna.getByRole('button', { name: 'Изменить метки' }).click();
  await anna.getByRole('checkbox', { name: 'Ждём сборку' }).check();
  await anna.keyboard.press('Escape');
  await anna.goto(pathOfQueue(DESK));
  await anna
    .getByRole('row', { name: new RegExp(`${number}.*Ждём сборку`) })
    .first()
    .waitFor();
});

it('a template is refused with the place of an unknown variable, then fills a reply with the ticket’s own words', async () => {
  await anna.goto(`/d/${DESK}/settings/templates`);
  await anna.getByRole('button', { name: 'Новый шаблон' }).click();
  await anna.getByLabel('Название').fill('Приветствие');
  const text = anna.getByLabel('Текст', { exact: true });
  await text.fill('Здравствуйте, {{contact.nam}}!');
  await anna.getByText('Нет такой переменной: {{contact.nam}}, строка 1, знак 15.').waitFor();
  await text.fill('Здравствуйте, {{contact.name}}! Заявка № {{ticket.number}}.');
  await anna.getByText('Здравствуйте, Ольга Иванова! Заявка № 1042.').waitFor();
  expect(await screenFaults(anna, 'template')).toEqual([]);
  await anna.getByRole('button', { name: 'Сохранить' }).click();
  await anna.getByRole('dialog').waitFor({ state: 'detached' });
  await openTicket(anna, DESK, number);
  const field = textField(anna, 'Ответ клиенту');
  await field.pressSequentially('/при');
  await field.press('Enter');
  expect(await field.inputValue()).toBe(`Здравствуйте, Ольга! Заявка № ${number}.`);
  await field.fill('');
});

it('a macro shows what it will do, does it as ordinary commands, and stops where the rules say no', async () => {
  await lead.goto(`/d/${DESK}/settings/templates`);
  await lead.getByRole('button', { name: 'Новый шаблон' }).click();
  await lead.getByLabel('Название').fill('Готово');
  await lead.getByRole('radio', { name: 'Всей службе' }).check();
  await lead.getByLabel('Текст', { exact: true }).fill('Починили, {{contact.name}}.');
  await lead.getByLabel('Что сделать с текстом').first().click();
  await lead.getByRole('option', { name: 'Отправить решением' }).click();
  await lead.getByRole('checkbox', { name: 'Взять заявку в работу' }).check();
  await lead.getByLabel('Назначить сотруднику').first().click();
  await lead.getByRole('option', { name: 'Сотрудник anna' }).click();
  await lead.getByRole('button', { name: 'Сохранить' }).click();
  await lead.getByRole('dialog').waitFor({ state: 'detached' });
  await openTicket(boris, DESK, number);
  const field = textField(boris, 'Ответ клиенту');
  const choose = async () => {
    await field.pressSequentially('/гот');
    await field.press('Enter');
    await boris.getByRole('dialog', { name: 'Готово' }).waitFor();
  };
  await choose();
  const dialog = boris.getByRole('dialog', { name: 'Готово' });
  await dialog.getByText('Починили, Ольга.').waitFor();
  expect(await screenFaults(boris, 'macro')).toEqual([]);
  await dialog.getByRole('button', { name: 'Выполнить' }).click();
  await message(boris, 'Починили, Ольга.').waitFor();
  await dialog.waitFor({ state: 'detached' });
  await boris.getByText('Решена').first().waitFor();
  // Given away after the answer: who answers a ticket that nobody took has it.
  await boris.locator('header').getByText('Сотрудник anna').first().waitFor();
  await openTicket(anna, DESK, number);
  await anna.getByRole('button', { name: 'Другие действия' }).click();
  await anna.getByRole('menuitem', { name: 'Подтверждение по телефону' }).click();
  await anna.getByRole('dialog').getByRole('textbox').first().fill('Ольга');
  await anna
    .getByRole('dialog')
    .getByRole('button', { name: /Записать|Сохранить|Подтвердить/ })
    .click();
  await anna.getByText('Закрыта').first().waitFor();
  await chooseTab(boris, 'Внутренний комментарий');
  await textField(boris, 'Внутренний комментарий').pressSequentially('/гот');
  await textField(boris, 'Внутренний комментарий').press('Enter');
  await dialog.getByRole('button', { name: 'Выполнить' }).click();
  await dialog.getByRole('alert').filter({ hasText: 'Заявка закрыта' }).waitFor();
  await dialog.getByText('не сделано', { exact: true }).waitFor();
  expect(await dialog.getByText('ещё не сделано').count()).toBe(2);
  await boris.keyboard.press('Escape');
});

it('whoever else is at the ticket is told, and soon after they left no more', async () => {
  await Promise.all([openTicket(anna, DESK, number), openTicket(boris, DESK, number)]);
  const notice = anna.getByRole('status').filter({ hasText: 'Сотрудник boris' });
  await notice.filter({ hasText: 'тоже смотрит' }).waitFor();
  await textField(boris, 'Ответ клиенту').pressSequentially('Пишу');
  await notice.filter({ hasText: 'сейчас пишет' }).waitFor();
  await textField(boris, 'Ответ клиенту').fill('');
  await boris.goto(pathOfQueue(DESK));
  await anna.getByText('Сотрудник boris').waitFor({ state: 'detached' });
});

it('a ticket put off leaves the view of whoever did, says so, and comes back by a press', async () => {
  await openTicket(anna, DESK, number);
  await anna.getByRole('button', { name: 'Другие действия' }).click();
  await anna.getByRole('menuitem', { name: 'Отложить до…' }).click();
  await anna.getByText('Сроки идут как шли').waitFor();
  await anna.getByRole('button', { name: 'Отложить', exact: true }).click();
  await anna.getByText('отложена вами до').waitFor();
  await anna.goto(pathOfQueue(DESK, 'snoozed'));
  const row = anna.getByRole('row', { name: new RegExp(`^${number}\\b|\\b${number} `) });
  await row.first().waitFor();
  await openTicket(anna, DESK, number);
  await anna.getByRole('button', { name: 'Вернуть сейчас' }).click();
  await anna.getByText('отложена вами до').waitFor({ state: 'detached' });
});

it('what can’t be done says why, and nobody is offered what is theirs already', async () => {
  await openTicket(anna, DESK, number);
  await anna.getByRole('button', { name: 'Взять в работу' }).click();
  await anna.getByRole('button', { name: 'Взять в работу' }).waitFor({ state: 'detached' });
  await anna.getByRole('button', { name: 'Другие действия' }).click();
  await anna.getByRole('menuitem', { name: 'Почему нельзя остальное' }).click();
  const why = anna.getByRole('dialog', { name: 'Почему сейчас нельзя' });
  await why.getByText('Заявка уже у вас.').waitFor();
  await why.getByText('Решения пока нет, подтверждать или оспаривать нечего.').first().waitFor();
  expect(await screenFaults(anna, 'why not')).toEqual([]);
  await anna.keyboard.press('Escape');
});

it('a picture is shown in the page, what only calls itself one is not', async () => {
  await openTicket(anna, DESK, number);
  await chooseTab(anna, 'Внутренний комментарий');
  await textField(anna, 'Внутренний комментарий').fill('Снимок');
  const files = [
    { name: 'экран.png', mimeType: 'image/png', buffer: PIXEL },
    { name: 'обман.png', mimeType: 'image/png', buffer: Buffer.from('<script>alert(1)</script>') },
  ];
  for (const file of files) {
    const [chooser] = await Promise.all([
      anna.waitForEvent('filechooser'),
      anna.getByRole('button', { name: 'Прикрепить файл' }).click(),
    ]);
    await chooser.setFiles([file]);
    await anna.getByRole('button', { name: `Убрать ${file.name}` }).waitFor();
  }
  await sendButton(anna, 'Внутренний комментарий').click();
  await message(anna, 'Снимок').waitFor();
  await anna.getByRole('button', { name: 'Показать обман.png' }).waitFor({ state: 'detached' });
  await anna.getByRole('button', { name: 'Показать экран.png' }).click();
  await anna.getByRole('dialog', { name: 'экран.png' }).getByRole('img', { name: 'экран.png' }).waitFor();
  await anna.keyboard.press('Escape');
});

it('time is put down in words that people use, and summed', async () => {
  await openTicket(anna, DESK, number);
  await anna.getByText('Трудозатраты').click();
  await anna.getByRole('button', { name: 'Списать время' }).click();
  await anna.getByLabel('Сколько').fill('1 ч 20 мин');
  await anna.getByLabel('Что сделано').fill('Разбор журналов');
  await anna.getByRole('button', { name: 'Сохранить' }).click();
  await anna.getByText('Разбор журналов').waitFor();
  expect(await screenFaults(anna, 'time')).toEqual([]);
});

it('ran without a fault in the page', () => {
  expect(product.watch).toEqual({ faults: [], foreign: [], executed: [] });
});

it('Ctrl+P leads to the ticket on paper: whole, light in the dark, its note only when asked for', async () => {
  const dark = await signedInPage(product, people[0] as TestPerson, { colorScheme: 'dark' });
  await openTicket(dark, DESK, number);
  await write(dark, 'Внутренний комментарий', 'Похоже на их шлюз');
  await write(dark, 'Ответ клиенту', 'Проверьте **кодек**', [
    { name: 'схема.png', mimeType: 'image/png', buffer: PIXEL },
  ]);
  await dark.keyboard.press('Control+p');
  await dark.waitForURL(`**/d/${DESK}/t/${number}/print`);
  expect(await screenFaults(dark, 'print')).toEqual([]);
  const sheet = dark.getByRole('article');
  await sheet.getByText('кодек').waitFor();
  await dark.emulateMedia({ media: 'print', colorScheme: 'dark' });
  const printed = await dark.locator('body').innerText();
  for (const words of [
    `№ ${number}`,
    'Эхо',
    'ООО «Ромашка»',
    'Базовый',
    'Реакция',
    'Слышно эхо.',
    'схема.png',
  ])
    expect(printed).toContain(words);
  expect(printed).not.toContain('Похоже на их шлюз');
  // Nothing but the sheet is on the paper, and the paper is white.
  expect(printed).not.toMatch(/Напечатать$|Очередь|Открытые/m);
  await expect
    .poll(() => dark.evaluate(() => getComputedStyle(document.body).backgroundColor))
    .toBe('rgb(255, 255, 255)');
  await dark.emulateMedia({ media: null });
  await dark.getByLabel('С внутренними комментариями').check();
  await sheet.getByText('Похоже на их шлюз').waitFor();
  await sheet.getByText('Не для клиента').waitFor();
  await dark.getByRole('link', { name: 'К заявке' }).click();
  await message(dark, 'Похоже на их шлюз').waitFor();
  await dark.context().close();
});
