import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { addAccount, addCustomer, addStaff, type TestPerson } from '../apps/server/src/testing/test-desk.ts';
import { PHONE, type Product, signedInPage, startProduct } from './product.ts';
import { ticketFrom } from './tickets.ts';

const DESK = 'shtrih-m';
const NOBODY = '00000000-0000-4000-8000-000000000000';
const MIB = 1024 * 1024;
/** Emoji with joiners, Hebrew, and marks that combine: a name turns nothing around it. */
const FILE = 'кассы 👩 שלום é̂x.txt';
const NAME = 'Шалом 👩‍👩‍👧 שלום עולם é̂x';

let product: Product;
let anna: TestPerson;
let boris: TestPerson;
let lead: TestPerson;
let dispatcher: TestPerson;
let portal: Page;
let staff: Page;

beforeAll(async () => {
  product = await startProduct();
  const { opened } = product.server;
  const company = { company: 'ООО «Ромашка»', packageId: 'paid' };
  await addCustomer(opened, DESK, { ...company, email: 'anna@firm.example', name: 'Анна' });
  await addCustomer(opened, DESK, {
    company: 'ООО «Лютик»',
    packageId: 'paid',
    email: 'boris@firm.example',
    name: 'Борис',
  });
  [anna, boris] = [
    await addAccount(opened, 'anna@firm.example'),
    await addAccount(opened, 'boris@firm.example'),
  ];
  lead = await addStaff(opened, DESK, 'lead', 'gleb@desk.example');
  dispatcher = await addStaff(opened, DESK, 'dispatcher', 'vera@desk.example');
  await ticketFrom(product.server, DESK, {
    from: 'anna@firm.example',
    name: NAME,
    subject: `${NAME} ${'длинное-слово-без-пробелов'.repeat(8)}`,
    text: 'Не печатает.',
  });
  portal = await signedInPage(product, anna, { viewport: PHONE });
  staff = await signedInPage(product, lead);
});

afterAll(async () => {
  expect(product.watch).toEqual({ faults: [], foreign: [], executed: [] });
  expect(product.server.errors).toEqual([]);
  await product.stop();
});

const signInAs = async (page: Page, { email, password }: TestPerson): Promise<void> => {
  await page.getByLabel('Электронная почта').fill(email);
  await page.getByRole('textbox', { name: 'Пароль' }).fill(password);
  await page.getByRole('button', { name: 'Войти', exact: true }).click();
};

interface Ahead {
  reglamentBegun?: Map<string, unknown>;
  askedAhead?: string[];
}

/** What a page asks for before its code is there, and what of it nobody takes. */
const askedAheadBy = async (page: Page, path: string): Promise<readonly string[]> => {
  const fresh = await page.context().newPage();
  await fresh.addInitScript(() => {
    const all: string[] = [];
    let begun: Map<string, unknown> | undefined;
    Object.defineProperty(window, 'reglamentBegun', {
      get: () => begun,
      set: (map: Map<string, unknown>) => {
        begun = map;
        const set = map.set.bind(map);
        map.set = (address, answer) => {
          all.push(address);
          return set(address, answer);
        };
      },
    });
    (window as Ahead).askedAhead = all;
  });
  await fresh.goto(path);
  await fresh.getByRole('heading', { level: 1 }).waitFor();
  const left = () => fresh.evaluate(() => [...((window as Ahead).reglamentBegun?.keys() ?? [])]);
  await expect.poll(left).toEqual([]);
  const asked = await fresh.evaluate(() => (window as Ahead).askedAhead ?? []);
  await fresh.close();
  return asked;
};

const countOf = async (page: Page, path: string, list: string): Promise<number> => {
  const reply = (await (await page.request.get(path)).json()) as Record<string, unknown[]>;
  return reply[list]?.length ?? 0;
};

it('a customer whose session ends in mid-typing signs in over the page; another person finds nothing of theirs', async () => {
  await portal.goto(`/p/${DESK}/new`);
  await portal.getByLabel('Тема').fill('Касса молчит');
  await portal.getByLabel('Что случилось').fill('С утра, тайна Анны');
  await portal
    .locator('input[type=file]')
    .setInputFiles({ name: FILE, mimeType: 'text/plain', buffer: Buffer.from('да') });
  // Its size stands beside it once it has arrived.
  await portal.getByText('4 Б').waitFor();
  await portal.context().clearCookies();
  await portal.getByRole('button', { name: 'Отправить заявку' }).click();
  const over = portal.getByRole('dialog', { name: 'Сеанс закончился' });
  await over.waitFor();
  expect(await over.getByLabel('Электронная почта').inputValue()).toBe(anna.email);
  await signInAs(portal, boris);
  await over.waitFor({ state: 'detached' });
  await portal.getByLabel('Тема').waitFor();
  expect(await portal.getByLabel('Тема').inputValue()).toBe('');
  expect(await portal.content()).not.toContain('тайна Анны');
  await portal.context().clearCookies();
  await portal.reload();
  await signInAs(portal, anna);
  await portal.getByRole('button', { name: `Убрать ${FILE}` }).waitFor();
  expect(await portal.getByLabel('Что случилось').inputValue()).toBe('С утра, тайна Анны');
});

it('an answer that was lost after the commit: loaded anew and sent again, it is one ticket', async () => {
  const before = await countOf(portal, `/api/portal/${DESK}/tickets?view=all`, 'tickets');
  await portal.route('**/tickets', async (route) => {
    if (route.request().method() !== 'POST') return route.fallback();
    await route.fetch();
    await route.abort('connectionreset');
  });
  await portal.getByRole('button', { name: 'Отправить заявку' }).click();
  await portal.getByRole('alert').filter({ hasText: 'Нет связи с сервером' }).waitFor();
  await portal.unroute('**/tickets');
  await portal.reload();
  await portal.getByRole('button', { name: `Убрать ${FILE}` }).waitFor();
  await portal.getByRole('button', { name: 'Отправить заявку' }).dblclick();
  await portal.getByRole('heading', { name: 'Касса молчит' }).waitFor();
  expect(await countOf(portal, `/api/portal/${DESK}/tickets?view=all`, 'tickets')).toBe(before + 1);
});

it('a dialog of staff outlives the end of the session, and a slow double press keeps one company', async () => {
  await staff.goto(`/d/${DESK}/companies`);
  await staff.getByRole('button', { name: 'Новая компания' }).click();
  const dialog = staff.getByRole('dialog', { name: 'Новая компания' });
  await dialog.getByLabel('Название').first().fill(`ООО «${NAME}»`);
  await staff.context().clearCookies();
  await dialog.getByRole('button', { name: 'Сохранить' }).click();
  await signInAs(staff, lead);
  await staff.getByRole('dialog', { name: 'Сеанс закончился' }).waitFor({ state: 'detached' });
  expect(await dialog.getByLabel('Название').first().inputValue()).toBe(`ООО «${NAME}»`);
  await staff.route('**/companies', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 600));
    await route.fallback();
  });
  await dialog.getByRole('button', { name: 'Сохранить' }).dblclick();
  await staff.getByRole('heading', { level: 1, name: `ООО «${NAME}»` }).waitFor();
  await staff.unroute('**/companies');
  const search = encodeURIComponent('שלום');
  expect(await countOf(staff, `/api/desks/${DESK}/companies?search=${search}`, 'companies')).toBe(1);
});

it('whatever a page asks for ahead of its code is what the code asks for', async () => {
  const sorts = await signedInPage(product, dispatcher);
  const asked = await Promise.all([
    askedAheadBy(staff, `/d/${DESK}`),
    askedAheadBy(sorts, '/'),
    askedAheadBy(staff, `/d/${DESK}/t/1`),
    askedAheadBy(staff, `/d/${DESK}/companies`),
    askedAheadBy(portal, `/p/${DESK}`),
    askedAheadBy(portal, '/'),
  ]);
  expect(asked.map((all) => all.length)).toEqual([6, 6, 7, 5, 4, 4]);
  const script = /src="([^"]+)"/.exec(await (await staff.request.get('/sign-in')).text())?.[1];
  for (const encoding of ['br', 'gzip', 'identity']) {
    const reply = await staff.request.get(script ?? '', { headers: { 'accept-encoding': encoding } });
    const { 'content-encoding': sent = 'identity', vary } = reply.headers();
    expect([reply.status(), sent, vary]).toEqual([200, encoding, 'accept-encoding']);
  }
});

it('an address that means nothing: what was left out is said, the rest is applied', async () => {
  const nonsense = 'x'.repeat(6_000);
  await staff.goto(`/d/${DESK}?view=open&state=foo,new&page=-1&assignee=zzz&late=${nonsense}`);
  const note = staff.getByRole('status').filter({ hasText: 'Непонятно в адресе' });
  await note.waitFor();
  expect(await note.innerText()).toMatch(/Состояние «foo».*Ответственный «zzz».*Срок «x{40}…»/su);
  await staff.getByRole('row').nth(1).waitFor();
  await note.getByRole('button', { name: 'Убрать из адреса' }).click();
  await note.waitFor({ state: 'detached' });
  expect(new URL(staff.url()).searchParams.get('state')).toBe('new');
  await staff.goto(`/d/${DESK}?view=nonsense`);
  await staff.getByRole('heading', { level: 1, name: 'Открытые' }).waitFor();
  await staff.goto(`/d/${DESK}/call?phone=${encodeURIComponent('{"a":1}')}`);
  await staff.getByRole('heading', { level: 1, name: 'Звонок' }).waitFor();
});

it('a link to nothing says so in one way, whatever it was', async () => {
  for (const [path, words] of [
    [`companies/${NOBODY}`, 'Такой компании нет'],
    ['companies/no-such', 'Такой компании нет'],
    [`certificates/${NOBODY}`, 'Такого сертификата нет'],
    ['inquiries/4711', 'Такого запроса нет'],
    ['t/4711', 'Такой заявки нет'],
  ] as const) {
    await staff.goto(`/d/${DESK}/${path}`);
    await staff.getByText(words).waitFor();
    expect(await staff.getByRole('button', { name: 'Повторить' }).count()).toBe(0);
  }
});

it('a file that is too large is refused in words before it is sent; a broken one is sent again alone', async () => {
  await portal.goto(`/p/${DESK}/new`);
  const input = portal.locator('input[type=file]');
  let sent = 0;
  await portal.route('**/files', async (route) => {
    sent += 1;
    if (sent === 2) await route.abort('connectionreset');
    else await route.fallback();
  });
  const big = Buffer.alloc(50 * MIB + 1);
  await input.evaluate((field: HTMLInputElement, size) => {
    const files = new DataTransfer();
    files.items.add(new File([new Uint8Array(size)], 'диск.img'));
    field.files = files.files;
    field.dispatchEvent(new Event('change', { bubbles: true }));
  }, big.length);
  await portal.getByText(/50 МБ/).first().waitFor();
  expect(sent).toBe(0);
  const file = (name: string) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(name) });
  await input.setInputFiles([file('первый.txt'), file('второй.txt'), file('третий.txt')]);
  await portal.getByRole('button', { name: /Повторить/ }).click();
  for (const name of ['первый.txt', 'второй.txt', 'третий.txt'])
    await portal.getByText(name).first().waitFor();
  await expect.poll(() => portal.getByRole('progressbar').count()).toBe(0);
  expect(sent).toBe(4);
  await portal.unroute('**/files');
});

/** A file of so many bytes that the page makes itself: to hand them over from here would take longer than to send them. */
const chooseFile = (page: Page, name: string, size: number): Promise<void> =>
  page.locator('input[type=file]').evaluate(
    (field: HTMLInputElement, file) => {
      const files = new DataTransfer();
      files.items.add(new File([new Uint8Array(file.size)], file.name));
      field.files = files.files;
      field.dispatchEvent(new Event('change', { bubbles: true }));
    },
    { name, size },
  );

it('a large file on a slow line: how far it is, given up, and another one arrives', async () => {
  await portal.goto(`/p/${DESK}/new`);
  const line = await portal.context().newCDPSession(portal);
  const setLine = (uploadThroughput: number) =>
    line.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: 0,
      downloadThroughput: -1,
      uploadThroughput,
    });
  const progress = (name: string) => portal.getByRole('progressbar', { name: `Загружается ${name}` });
  const shareOf = async (name: string) => Number(await progress(name).getAttribute('aria-valuenow'));
  await setLine(8 * MIB);
  await chooseFile(portal, 'лишний.img', 50 * MIB);
  await expect.poll(() => shareOf('лишний.img')).toBeGreaterThan(4);
  await portal.getByRole('button', { name: 'Убрать лишний.img' }).click();
  await progress('лишний.img').waitFor({ state: 'detached' });
  await chooseFile(portal, 'диск.img', 50 * MIB);
  await expect.poll(() => shareOf('диск.img')).toBeGreaterThan(4);
  expect(await portal.getByRole('button', { name: 'Отправить заявку' }).isDisabled()).toBe(true);
  await setLine(-1);
  await portal.getByText('50 МБ', { exact: true }).waitFor();
  await portal.getByRole('button', { name: 'Убрать диск.img' }).click();
  await line.detach();
});

it('an answer that is long in coming: what was typed stands until then and goes once, what is typed behind it stays', async () => {
  await portal.goto(`/p/${DESK}`);
  await portal.getByRole('link', { name: /Касса молчит/ }).click();
  const field = portal.getByRole('textbox', { name: 'Ваш ответ' });
  await field.fill('Первое');
  let sent = 0;
  let answer = () => {};
  const late = new Promise<void>((resolve) => (answer = resolve));
  await portal.route('**/commands', async (route) => {
    sent += 1;
    await late;
    await route.fallback();
  });
  const send = portal.getByRole('button', { name: 'Отправить', exact: true });
  await send.dblclick();
  await expect.poll(() => sent).toBe(1);
  expect(await field.inputValue()).toBe('Первое');
  await field.press('End');
  await field.pressSequentially('\nИ второе');
  answer();
  await portal.getByRole('listitem').filter({ hasText: 'Первое' }).first().waitFor();
  expect(await portal.getByRole('listitem').filter({ hasText: 'Первое' }).count()).toBe(1);
  expect(sent).toBe(1);
  await expect.poll(() => field.inputValue()).toBe('И второе');
  await portal.unroute('**/commands');
  await send.click();
  await portal.getByRole('listitem').filter({ hasText: 'И второе' }).first().waitFor();
  await expect.poll(() => field.inputValue()).toBe('');
});

it('offline is said at once and loses nothing; back online the page catches up without a reload', async () => {
  await staff.goto(`/d/${DESK}/t/1`);
  await staff.getByRole('tab', { name: 'Внутренний комментарий' }).click();
  const field = staff.getByRole('tabpanel', { name: 'Внутренний комментарий' }).getByRole('textbox').first();
  await staff.context().setOffline(true);
  await staff.getByText('Связь с сервером прервалась').waitFor();
  await field.fill('Пишу без сети');
  const other = await signedInPage(product, lead);
  const ticket = `/api/desks/${DESK}/tickets/1`;
  const { ticket: seen } = (await (await other.request.get(ticket)).json()) as {
    ticket: { version: number };
  };
  const reply = await other.request.post(`${ticket}/commands`, {
    data: { command: 'add-note', text: 'Тем временем' },
    headers: { 'idempotency-key': crypto.randomUUID(), 'if-match': `"${seen.version}"` },
  });
  expect(reply.status()).toBe(200);
  await staff.context().setOffline(false);
  await staff.getByText('Тем временем').first().waitFor();
  await staff.getByText('Связь с сервером прервалась').waitFor({ state: 'detached' });
  expect(await field.inputValue()).toBe('Пишу без сети');
});

it('names of any kind keep to their place on a phone', async () => {
  await portal.goto(`/p/${DESK}`);
  await portal.getByRole('link', { name: /שלום/ }).first().waitFor();
  const phone = await signedInPage(product, lead, { viewport: PHONE });
  for (const path of [`/d/${DESK}?view=open`, `/d/${DESK}/t/1`, `/d/${DESK}/companies`]) {
    await phone.goto(path);
    await phone.getByText(/שלום/).first().waitFor();
    expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBe(PHONE.width);
  }
  expect(await portal.evaluate(() => document.documentElement.scrollWidth)).toBe(PHONE.width);
});
