import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { multipart, rawLetter } from '../apps/server/src/testing/letters/raw-letter.ts';
import { signedIn } from '../apps/server/src/testing/start-test-server.ts';
import { addStaff } from '../apps/server/src/testing/test-desk.ts';
import { type Product, signedInPage, startProduct } from './product.ts';
import { message, openTicket } from './ticket-screen.ts';
import { statusLinkOf, ticketFrom } from './tickets.ts';

const DESK = 'centaur';

/** Names as a stranger sends them (R22). */
const names = [
  '\u200b.htaccess',
  '..\\..\\windows\\system.ini',
  '../../etc/passwd',
  'счёт\u202efdp.exe',
  'CON',
  'и\u0306од.txt',
  'отчёт.txt',
  'отчёт.txt',
  `${'д'.repeat(2000)}.txt`,
  'page.html',
];

let product: Product;
let page: Page;
let link: string;

beforeAll(async () => {
  product = await startProduct();
  const administrator = await addStaff(product.server.opened, DESK, 'administrator', 'admin@centaur.example');
  const parts = names.map(
    (name, index) =>
      [
        `Content-Type: text/html\nContent-Disposition: attachment; filename*=utf-8''${encodeURIComponent(name)}`,
        `<script>parent.__xss("${index}")</script>`,
      ] as const,
  );
  const body = multipart('mixed', [['Content-Type: text/plain; charset=utf-8', 'Files attached.'], ...parts]);
  const letter = rawLetter(
    [
      ['From', 'olga@romashka.example'],
      ['To', 'support@centaur.example'],
      ['Subject', 'Files'],
      ['Message-ID', '<files@romashka.example>'],
      ['MIME-Version', '1.0'],
      ['Content-Type', 'multipart/mixed; boundary=mixed'],
    ],
    body,
  );
  const number = await ticketFrom(product.server, DESK, letter);
  link = await statusLinkOf(await signedIn(product.server, administrator), DESK, number);
  page = await signedInPage(product, administrator);
  await openTicket(page, DESK, number);
});

afterAll(() => product.stop());

const unsafe = /[\p{Cc}\p{Cf}/\\]|^\.|^(con|prn|aux|nul)(\.|$)/iu;

/** Every file of a list saved as a browser saves it: the names on the disk and what was in them. */
const saved = async (
  from: Page,
  list: ReturnType<Page['locator']>,
): Promise<readonly { readonly name: string; readonly text: string }[]> => {
  const files = [];
  for (const file of await list.all()) {
    const [download] = await Promise.all([from.waitForEvent('download'), file.click()]);
    const chunks: Buffer[] = [];
    for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
    files.push({ name: download.suggestedFilename(), text: Buffer.concat(chunks).toString('utf8') });
  }
  return files;
};

const expectSafe = (files: Awaited<ReturnType<typeof saved>>): void => {
  expect(files.map(({ text }) => text)).toEqual(
    names.map((_, index) => `<script>parent.__xss("${index}")</script>`),
  );
  for (const { name } of files) {
    expect(name).not.toMatch(unsafe);
    expect(name.length).toBeGreaterThan(0);
    expect(Buffer.byteLength(name)).toBeLessThanOrEqual(255);
  }
  expect(files[5]?.name).toBe('йод.txt');
  expect(files[6]?.name).toBe('отчёт.txt');
};

it('files with names of a stranger are saved whole, under names that can do no harm, and never shown', async () => {
  const links = message(page, 'Files attached.').getByRole('link', { name: /^Скачать/ });
  for (const text of await links.allInnerTexts()) expect(text.split('\n')[0]).not.toMatch(unsafe);
  expectSafe(await saved(page, links));
});

it('the same on the status page', async () => {
  const customer = await (await product.visitor({ javaScriptEnabled: false })).newPage();
  await customer.goto(link);
  expectSafe(await saved(customer, customer.getByRole('region', { name: 'Переписка' }).getByRole('link')));
});

it('ran without a fault', () => {
  expect(product.watch).toEqual({ faults: [], foreign: [], executed: [] });
  expect(product.server.errors).toEqual([]);
});
