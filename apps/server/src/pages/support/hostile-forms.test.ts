import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { typedBy } from '../../testing/register-on-page.ts';
import { openStillDesk, type StillDesk } from '../../testing/still-desk.ts';
import { openSupportBrowser, type SupportBrowser } from '../../testing/support-browser.ts';
import { supportCustomer } from '../../testing/support-customer.ts';
import { FORM_BYTES } from './read-fields.ts';

let still: StillDesk;
let browser: SupportBrowser;

beforeAll(async () => {
  still = await openStillDesk('2025-02-03 10:00');
});
beforeEach(async () => {
  await browser?.close();
  browser = await openSupportBrowser(still);
});
afterAll(async () => {
  expect(still.errors).toEqual([]);
  await browser.close();
  await still.stop();
});

/** Texts that have broken programs, each a value of a field. */
const nasty = [
  '\u0000',
  '\ud800',
  '\u202e123',
  "'; drop table contact; --",
  '{{7*7}}${7*7}',
  '</textarea><script>alert(1)</script>',
  '%00%ff',
  'а'.repeat(20_000),
  '\r\nBcc: everybody@example.com',
  '=?utf-8?B?PHNjcmlwdD4=?=',
];

it('whatever is typed into a form comes back as text, or is kept as text', async () => {
  for (const value of nasty) {
    for (const name of ['number', 'company', 'inn', 'kpp', 'name', 'email', 'phone']) {
      const typed = typedBy('ivan@stranger.example', { [name]: value });
      const answer = await browser.send('/c/shtrih-m/register', '/c/shtrih-m/register', {
        ...typed,
        key: still.context.newId(),
      });
      expect([name, value.slice(0, 20), answer.statusCode < 500]).toEqual([name, value.slice(0, 20), true]);
      expect(answer.body).not.toMatch(/<script|\u0000/);
      if (answer.statusCode === 429) {
        await browser.close();
        browser = await openSupportBrowser(still);
      }
    }
  }
});

it('names of fields that are no fields of ours are not read', async () => {
  const odd = { __proto__x: '1', constructor: 'x', 'a[b]': '1', TEXT: 'x', toString: 'x' };
  const typed = { ...typedBy('odd@stranger.example'), ...odd, key: still.context.newId() };
  const answer = await browser.send('/c/shtrih-m/register', '/c/shtrih-m/register', typed);
  expect(answer.statusCode).toBe(303);
  const rows = await still.rows<{ typed: object }>('select typed from page_request');
  expect(Object.keys(rows.at(-1)?.typed ?? {}).toSorted()).toEqual(
    ['company', 'inn', 'kpp', 'name', 'number', 'phone', 'what'].toSorted(),
  );
});

it('a form larger than any that is typed is not read', async () => {
  const text = 'x'.repeat(FORM_BYTES);
  const answer = await browser.send('/c/shtrih-m/buy', '/c/shtrih-m/buy', {
    text,
    key: still.context.newId(),
  });
  expect(answer.statusCode).toBe(413);
  expect(answer.body).toContain('<h1>');
});

it('one’s own page takes nothing but its own forms', async () => {
  const known = await supportCustomer(still, 'shtrih-m', 'paid');
  await browser.send('/c/shtrih-m', '/c/shtrih-m/link', { email: known.email });
  const path = await browser.link(known.email);
  const key = still.context.newId();
  for (const value of nasty)
    for (const [form, typed] of [
      ['intent', { certificate: value }],
      ['renew', { certificate: value, act: value, months: value }],
      ['renew', { certificate: known.companyId, act: value, months: '12', step: 'send' }],
      ['register', { number: value.slice(0, 100), company: value }],
    ] as const) {
      const answer = await browser.send(path, `${path}/${form}`, { ...typed, key: still.context.newId() });
      expect([form, value.slice(0, 20), answer.statusCode < 500]).toEqual([form, value.slice(0, 20), true]);
      expect(answer.body).not.toMatch(/<script/);
      if (answer.statusCode === 429) {
        await browser.close();
        browser = await openSupportBrowser(still);
      }
    }
  for (const method of ['PUT', 'DELETE', 'PATCH'] as const)
    expect((await browser.ask(method, path)).statusCode).toBe(404);
  expect((await browser.send(path, `${path}/everything`, { key })).statusCode).toBe(404);
});
