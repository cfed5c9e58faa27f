import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Browser } from 'playwright-core';
import { launchBrowser } from './browser.ts';

let browser: Browser;
const server = createServer((request, response) => {
  response.setHeader('content-type', 'text/html; charset=utf-8');
  response.end(`<!doctype html><title>Заявка</title><p id="path">${request.url}</p>
    <script>document.getElementById('path').textContent += ' ' + new Intl.NumberFormat('ru').format(1234567.5)</script>`);
});

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser.close();
  server.close();
});

test('a page of ours opens in a real browser, with Russian text and scripts', async () => {
  const page = await browser.newPage();
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/queue`);
  expect(await page.title()).toBe('Заявка');
  expect(await page.textContent('#path')).toBe('/queue 1\u00a0234\u00a0567,5');
});

test('Russian letters have glyphs of their own, not one box for all', async () => {
  const page = await browser.newPage();
  const widths = await page.evaluate(() => {
    const context = document.createElement('canvas').getContext('2d')!;
    context.font = '40px sans-serif';
    return ['Ж', 'г', 'ы', 'ё'].map((letter) => context.measureText(letter).width);
  });
  expect(new Set(widths).size).toBeGreaterThan(2);
});
