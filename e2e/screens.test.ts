import { endpoints, type TicketCommandBody } from '@reglament/contract';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signedIn, type Visitor } from '../apps/server/src/testing/start-test-server.ts';
import { addCustomer, addStaff, type TestPerson } from '../apps/server/src/testing/test-desk.ts';
import { screenFaults } from './check-screen.ts';
import { pathOfLetters, pathOfQueue, pathOfTicket } from './paths.ts';
import { DESKTOP, PHONE, type Product, startProduct } from './product.ts';
import { statusLinkOf, ticketFrom } from './tickets.ts';

const DESK = 'optima';

interface Look {
  readonly language: 'ru' | 'en';
  readonly theme: 'light' | 'dark';
  readonly width: 1440 | 375;
}

// Every pair of language, theme and width is among them.
const looks: readonly Look[] = [
  { language: 'ru', theme: 'light', width: 1440 },
  { language: 'ru', theme: 'dark', width: 375 },
  { language: 'en', theme: 'light', width: 375 },
  { language: 'en', theme: 'dark', width: 1440 },
];

let product: Product;
let administrator: TestPerson;
let api: Visitor;
/** Status pages in their states. */
let links: readonly string[];
let busy: number;

const command = async (number: number, body: TicketCommandBody): Promise<void> => {
  const params = { desk: DESK, number };
  const { ticket } = await api.call(endpoints.getTicket, { params });
  await api.call(
    endpoints.commandTicket,
    { params, body },
    { version: ticket.version, idempotencyKey: `${number}-${body.command}` },
  );
};

const LONG = 'Очень-длинное-слово-без-пробелов-'.repeat(8);

const prepare = async (): Promise<void> => {
  const { server } = product;
  const write = (subject: string, text: string, from = 'olga@okna.example'): Promise<number> =>
    ticketFrom(server, DESK, { from, name: 'Ольга Константиновна Длиннофамильная', subject, text });
  busy = await write(
    'Программа не запускается после обновления на рабочем месте конструктора',
    `Приоритет: 1\n\nОкно не появляется. ${LONG}\n\n> цитата`,
  );
  const asked = await write('Как настроить фурнитуру?', 'Не нашли в справке.');
  const solved = await write(LONG, 'Приоритет: 4\nОпечатка.');
  const closed = await write('Спасибо', 'Приоритет: 4\nВопрос.');
  const stranger = await write('Здравствуйте', 'Мы хотим купить.', 'stranger@nowhere.example');
  for (const number of [busy, asked, solved, closed]) {
    await command(number, { command: 'take' });
    await command(number, { command: 'classify', type: 'incident', priority: '2' });
  }
  await command(busy, {
    command: 'reply',
    text: `# Шаги\n\n1. **Остановите** службу\n2. \`net stop ${LONG}\`\n\n| а | б |\n|---|---|\n| 1 | 2 |`,
    attachments: [],
  });
  await command(busy, { command: 'add-note', text: 'Похоже на прошлый случай.', attachments: [] });
  await command(asked, { command: 'request-information', text: 'Какая версия?', attachments: [] });
  await command(solved, { command: 'resolve', text: 'Исправлено.', attachments: [] });
  await command(closed, { command: 'resolve', text: 'Ответили.', attachments: [] });
  await command(closed, { command: 'record-confirmation', who: 'Ольга' });
  links = await Promise.all(
    [busy, asked, solved, closed, stranger].map((number) => statusLinkOf(api, DESK, number)),
  );
};

beforeAll(async () => {
  product = await startProduct();
  const { opened } = product.server;
  await addCustomer(opened, DESK, {
    company: `ООО «Окна и ${LONG}»`,
    email: 'olga@okna.example',
    name: 'Ольга',
    packageId: '8x5x4',
  });
  administrator = await addStaff(opened, DESK, 'administrator', 'admin@optima.example');
  api = await signedIn(product.server, administrator);
  await prepare();
});

afterAll(() => product.stop());

const visitorOf = async ({ language, theme, width }: Look, isSignedIn: boolean): Promise<BrowserContext> => {
  const context = await product.visitor({
    colorScheme: theme,
    viewport: width === 375 ? PHONE : DESKTOP,
    locale: language === 'ru' ? 'ru-RU' : 'en-GB',
  });
  // A letter's frame has no storage.
  await context.addInitScript(
    (chosen) =>
      window === window.top &&
      window.location.protocol === 'http:' &&
      window.localStorage.setItem('reglament.language', chosen),
    language,
  );
  if (isSignedIn)
    await context.request.post('/api/session', {
      data: { email: administrator.email, password: administrator.password },
    });
  return context;
};

/** Names of the interface that a screen is reached by. */
const names = {
  ru: {
    write: 'Написать письмо',
    details: 'Подробности',
    compose: 'Написать…',
    menu: 'Открыть разделы',
  },
  en: {
    write: 'Write a letter',
    details: 'Details',
    compose: 'Write…',
    menu: 'Open sections',
  },
} as const;

type Reach = (page: Page) => Promise<unknown>;
const at =
  (path: string, ready: Reach = (page) => page.getByRole('heading', { level: 1 }).waitFor()): Reach =>
  async (page) => {
    await page.goto(path);
    await ready(page);
  };

/** Screens of staff with words that are too long; every page as it usually stands is walked through in every-page/. */
const staffScreens = ({ language, width }: Look): readonly (readonly [string, Reach])[] => {
  const words = names[language];
  const narrow = width === 375;
  const button =
    (name: string | RegExp): Reach =>
    (page) =>
      page.getByRole('button', { name }).first().click();
  const dialog: Reach = (page) => page.getByRole('dialog').getByRole('button').last().waitFor();
  return [
    ['queue', at(pathOfQueue(DESK), (page) => page.getByRole('row').nth(2).waitFor())],
    ...(narrow
      ? [['sections', (page: Page) => button(words.menu)(page).then(() => dialog(page))] as const]
      : []),
    ['ticket', at(pathOfTicket(DESK, busy), (page) => page.getByRole('article').nth(1).waitFor())],
    ...(narrow
      ? [
          ['composer', button(words.compose)] as const,
          [
            'details',
            (page: Page) => page.getByRole('tab', { name: words.details, exact: true }).click(),
          ] as const,
        ]
      : []),
    [
      'a written letter',
      async (page) => {
        await page.goto(pathOfLetters(DESK));
        await page.getByRole('listitem').first().waitFor();
        await button(words.write)(page);
        await dialog(page);
      },
    ],
  ];
};

describe.concurrent.each(looks)('in $language, $theme, $width px', (look) => {
  it('the workspace keeps nobody out and fits its width', async () => {
    const page = await (await visitorOf(look, true)).newPage();
    const faults: string[] = [];
    for (const [name, reach] of staffScreens(look)) {
      await reach(page);
      faults.push(...(await screenFaults(page, name)));
    }
    expect(await page.evaluate(() => document.documentElement.lang)).toBe(look.language);
    expect(await page.evaluate(() => document.documentElement.dataset['mantineColorScheme'])).toBe(
      look.theme,
    );
    expect(faults).toEqual([]);
  });

  it('signing in and the status pages keep nobody out and fit their width', async () => {
    const page = await (await visitorOf(look, false)).newPage();
    await at('/sign-in')(page);
    const faults = [...(await screenFaults(page, 'sign-in'))];
    for (const [index, link] of links.entries()) {
      await at(link)(page);
      await page.locator('details').evaluateAll((all) => all.forEach((one) => one.setAttribute('open', '')));
      faults.push(...(await screenFaults(page, `status page ${index}`)));
    }
    await page.locator('#answer button').click();
    await page.getByRole('alert').waitFor();
    faults.push(...(await screenFaults(page, 'status page with a fault')));
    await at(`/t/${DESK}/1-nothing`)(page);
    faults.push(...(await screenFaults(page, 'no such status page')));
    expect(await page.evaluate(() => document.documentElement.lang)).toBe(look.language);
    expect(faults).toEqual([]);
  });
});

it('control: a grey word, a nameless button and a wide table are found', async () => {
  const page = await (await product.visitor({ viewport: PHONE })).newPage();
  await page.goto('/sign-in');
  await page.setContent(
    '<!doctype html><html lang="ru"><title>x</title><main><h1>x</h1><p style="color:#bbb;background:#fff">бледно</p><button></button><div style="width:600px">широко</div></main>',
  );
  const faults = (await screenFaults(page, 'control')).join('\n');
  for (const expected of ['color-contrast', 'button-name', 'the page is', 'sticks out'])
    expect(faults).toContain(expected);
});

it('ran without a fault', () => {
  expect(product.watch).toEqual({ faults: [], foreign: [], executed: [] });
  expect(product.server.errors).toEqual([]);
});
