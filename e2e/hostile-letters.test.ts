import { endpoints } from '@reglament/contract';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { signedIn, type Visitor } from '../apps/server/src/testing/start-test-server.ts';
import { addCustomer, addStaff, type TestPerson } from '../apps/server/src/testing/test-desk.ts';
import { hostileAddress, hostileLetter, PLACES, vector } from './hostile-letter.ts';
import { pathOfLetters, pathOfQueue, pathOfTicket } from './paths.ts';
import { follow, type Product, signedInPage, startProduct } from './product.ts';
import { handIn, statusLinkOf, ticketOf } from './tickets.ts';
import { watchContext, type Watch } from './watch.ts';
import { EVIL, VECTORS } from './xss-vectors.ts';

const DESK = 'centaur';
/** Pages open at the same time. */
const ABREAST = 4;
const indexes = Array.from({ length: VECTORS }, (_, index) => index);

let product: Product;
let administrator: TestPerson;
let api: Visitor;
/** Ticket numbers by index of the letter. */
let numbers: readonly number[];

beforeAll(async () => {
  product = await startProduct();
  const { server } = product;
  administrator = await addStaff(server.opened, DESK, 'administrator', 'admin@centaur.example');
  api = await signedIn(server, administrator);
  await Promise.all(
    indexes.map((index) =>
      addCustomer(server.opened, DESK, {
        company: vector('company', index),
        email: hostileAddress(index),
        name: vector('display-name', index),
        packageId: 'basic',
      }),
    ),
  );
  const letters = [];
  for (const index of indexes) letters.push(await handIn(server, DESK, hostileLetter(index)));
  numbers = await Promise.all(letters.map((letterId) => ticketOf(server, DESK, letterId)));
});

afterAll(() => product.stop());

/** Looks at every letter with a few pages at once. */
const eachAbreast = async (
  newPage: () => Promise<Page>,
  look: (page: Page, index: number) => Promise<void>,
): Promise<void> => {
  const waiting = [...indexes];
  const work = async (): Promise<void> => {
    const page = await newPage();
    for (let index = waiting.shift(); index !== undefined; index = waiting.shift()) await look(page, index);
    await page.context().close();
  };
  await Promise.all(Array.from({ length: ABREAST }, work));
};

/** Attributes anywhere on the page, frames included, that would run or load something when touched. */
const traps = async (page: Page): Promise<readonly string[]> => {
  const found = await Promise.all(
    page.frames().map((frame) =>
      frame.evaluate((evil) => {
        const bad = (name: string, value: string): boolean =>
          name.startsWith('on') ||
          /^\s*(javascript|vbscript|data:text)/i.test(value.replace(/\s/g, '')) ||
          (name !== 'href' && name !== 'data-remote-src' && value.startsWith(evil));
        return [...document.querySelectorAll('*')].flatMap((element) =>
          [...element.attributes]
            .filter(({ name, value }) => bad(name, value))
            .map(({ name, value }) => `<${element.localName} ${name}="${value}">`),
        );
      }, EVIL),
    ),
  );
  return found.flat();
};

const expectQuiet = (): void => expect(product.watch).toEqual({ faults: [], foreign: [], executed: [] });

it('enough of them are in: every letter became a ticket, with its words kept', async () => {
  expect(VECTORS * PLACES.length).toBeGreaterThanOrEqual(300);
  expect(new Set(numbers).size).toBe(VECTORS);
  const image = indexes.find((index) => vector('subject', index).startsWith('<img src=x onerror="')) ?? 0;
  const { ticket, messages } = await api.call(endpoints.getTicket, {
    params: { desk: DESK, number: numbers[image] ?? 0 },
  });
  expect(ticket.subject).toContain(vector('subject', image));
  expect(ticket.company?.name).toBe(vector('company', image));
  expect(messages[0]?.text).toContain(vector('text', image));
  expect(messages[0]?.author.name).toContain('onerror');
  expect(messages[0]?.attachments.map(({ name }) => name).join()).toContain('onerror');
});

it('nothing runs or loads in the queue', async () => {
  const page = await signedInPage(product, administrator);
  await page.goto(pathOfQueue(DESK));
  const rows = page.getByRole('row');
  await rows.nth(1).waitFor();
  const seen = new Set<string>();
  for (let step = 0; step < 40 && seen.size < VECTORS; step += 1) {
    for (const text of await page
      .getByRole('link')
      .filter({ hasText: /^\d+ |: \d+ / })
      .allInnerTexts())
      seen.add(text);
    expect(await traps(page)).toEqual([]);
    await page.mouse.move(720, 450);
    await page.mouse.wheel(0, 600);
    await page.waitForTimeout(60);
  }
  expect(seen.size).toBeGreaterThanOrEqual(VECTORS);
  expectQuiet();
});

it('nothing runs or loads on the ticket page, as text or as the letter was dressed', async () => {
  await eachAbreast(
    () => signedInPage(product, administrator),
    async (page, index) => {
      await follow(page, pathOfTicket(DESK, numbers[index] ?? 0));
      await page.getByRole('heading', { level: 1, name: `№ ${numbers[index] ?? 0}` }).waitFor();
      const turn = page.getByRole('region', { name: 'Переписка' }).getByRole('article').first();
      await turn.getByRole('button', { name: 'Как в письме' }).click();
      const letter = turn.locator('iframe').contentFrame();
      await letter.getByText('Оформленное письмо.').waitFor();
      expect(await traps(page)).toEqual([]);
    },
  );
  expectQuiet();
});

it('nothing runs or loads on the letters page', async () => {
  const { letters } = await api.call(endpoints.getLetters, { params: { desk: DESK }, query: { limit: 200 } });
  expect(letters.length).toBeGreaterThan(VECTORS);
  await eachAbreast(
    () => signedInPage(product, administrator),
    async (page, index) => {
      const letter = letters.filter(({ direction }) => direction === 'in')[index];
      await follow(page, `${pathOfLetters(DESK)}/${letter?.letterId ?? ''}`);
      await page.locator(`a[href*="${letter?.letterId ?? ''}/raw"]`).waitFor();
      await page.getByRole('article').getByText('Заголовки').click();
      await page.getByRole('article').getByText('Оформление', { exact: true }).click();
      await page
        .getByRole('article')
        .locator('iframe')
        .contentFrame()
        .getByText('Оформленное письмо.')
        .waitFor();
      expect(await traps(page)).toEqual([]);
    },
  );
  expectQuiet();
});

it('nothing runs or loads in what we answered, as the letter was dressed', async () => {
  const { letters } = await api.call(endpoints.getLetters, {
    params: { desk: DESK },
    query: { direction: 'out', limit: 200 },
  });
  const page = await signedInPage(product, administrator);
  for (const { letterId } of letters.slice(0, 8)) {
    await page.goto(`${pathOfLetters(DESK)}/${letterId}`);
    await page.getByRole('article').getByText('Оформление', { exact: true }).click();
    await page.getByRole('article').locator('iframe').contentFrame().locator('body').waitFor();
    expect(await traps(page)).toEqual([]);
  }
  expectQuiet();
});

it('nothing runs or loads on the status page', async () => {
  await eachAbreast(
    async () => (await product.visitor()).newPage(),
    async (page, index) => {
      await page.goto(await statusLinkOf(api, DESK, numbers[index] ?? 0));
      expect(await page.getByRole('heading', { level: 1 }).innerText()).toContain(`${index} `);
      expect(await traps(page)).toEqual([]);
    },
  );
  expectQuiet();
});

it('control: the same vectors do run and load on a page that takes them as they are', async () => {
  const watch: Watch = { faults: [], foreign: [], executed: [] };
  const origin = 'http://control.example';
  const context = await product.browser.newContext();
  await watchContext(context, origin, watch);
  await context.route('**', (route) =>
    route.request().url().startsWith(`${origin}/page`)
      ? route.fulfill({
          contentType: 'text/html; charset=utf-8',
          body: `<!doctype html>${vector('html', Number(new URL(route.request().url()).searchParams.get('n')))}`,
        })
      : route.abort(),
  );
  const page = await context.newPage();
  for (const index of indexes) {
    await page.goto(`${origin}/page?n=${index}`).catch(() => undefined);
    await page.waitForTimeout(30);
  }
  await context.close();
  const which = (said: readonly string[]): number =>
    new Set(said.map((one) => /html-\d+/.exec(one)?.[0])).size;
  expect(which(watch.executed)).toBeGreaterThanOrEqual(25);
  expect(which(watch.foreign)).toBeGreaterThanOrEqual(15);
});
