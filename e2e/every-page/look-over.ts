import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';
import { overflow } from '../check-screen.ts';
import { DESKTOP, PHONE } from '../product.ts';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const LAW: RunOptions = {
  resultTypes: ['violations'],
  runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'] },
};
/** What another theme can change. */
const COLOURS: RunOptions = {
  resultTypes: ['violations'],
  runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] },
};

const axeFaults = async (page: Page, options: RunOptions): Promise<readonly string[]> => {
  // Through the debugger, past the page's own policy.
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axeSource);
  const { violations } = await page.evaluate(
    (asked) =>
      (globalThis as unknown as { axe: { run: (options: unknown) => Promise<AxeResults> } }).axe.run(asked),
    options,
  );
  // The arrow keys of its field move through the list of a combobox: nothing in it takes the focus.
  const lists = await page.locator('[class*="-dropdown"] .mantine-ScrollArea-viewport').count();
  const isListOfChoices = (id: string, html: string): boolean =>
    id === 'scrollable-region-focusable' && lists > 0 && html.includes('mantine-ScrollArea-viewport');
  return violations.flatMap(({ id, nodes }) =>
    nodes
      .filter((node) => !isListOfChoices(id, node.html))
      .map(
        (node) => `${id}: ${node.html.slice(0, 160)}; ${node.any[0]?.message ?? node.failureSummary ?? ''}`,
      ),
  );
};

/** Words that end before they should, where nothing tells the rest: no title, no page behind, and no way to scroll. */
const cutWords = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const cut = [...document.querySelectorAll<HTMLElement>('body *')].filter((element) => {
      if (![...element.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim() !== ''))
        return false;
      const { overflowX, overflowY, webkitLineClamp } = getComputedStyle(element);
      const box = element.getBoundingClientRect();
      if (box.width <= 1 || box.height <= 1 || !element.checkVisibility({ visibilityProperty: true }))
        return false;
      const isHidden = (value: string): boolean => value === 'hidden' || value === 'clip';
      const isWide = isHidden(overflowX) && element.scrollWidth > element.clientWidth + 1;
      const isHigh =
        isHidden(overflowY) &&
        webkitLineClamp === 'none' &&
        element.clientHeight > 0 &&
        element.scrollHeight > element.clientHeight + 4;
      // Three dots are honest where a press or the title tells the rest.
      const isTold =
        (getComputedStyle(element).textOverflow === 'ellipsis' &&
          element.closest('a, button, [role="row"], [role="button"], tr, li') !== null) ||
        element.closest('[title]') !== null;
      return (isWide || isHigh) && !isTold;
    });
    return cut.map((element) => `cut: ${element.outerHTML.slice(0, 200)}`);
  });

/** Colours of the other theme, once nothing moves any more. */
const dress = async (page: Page, colorScheme: 'light' | 'dark'): Promise<void> => {
  await page.emulateMedia({ colorScheme });
  // Our own pages know their theme; those of the server leave it to the browser.
  await page.waitForFunction(
    (scheme) => (document.documentElement.dataset['mantineColorScheme'] ?? scheme) === scheme,
    colorScheme,
  );
  await stand(page);
};

/** Two frames after the last change, and the end of what was animated. */
export const stand = async (page: Page): Promise<void> => {
  await page.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(null)))),
  );
  await page.evaluate(() =>
    Promise.allSettled(
      document
        .getAnimations()
        .filter((one) => one.effect?.getComputedTiming().iterations !== Infinity)
        .map(({ finished }) => finished),
    ).then(() => undefined),
  );
};

/** Gives the page another width, as somebody who drags its edge. */
export const widen = async (page: Page, width: 1440 | 375): Promise<void> => {
  await page.setViewportSize(width === 1440 ? DESKTOP : PHONE);
  await stand(page);
};

/** What has no colours: words and widths. */
export const fitFaults = async (page: Page): Promise<readonly string[]> => [
  ...(await overflow(page)),
  ...(await cutWords(page)),
];

/** Everything wrong with a page that stands at one width, by day and by night; it is left as it was, by day. */
export const facesOf = async (page: Page): Promise<readonly string[]> => {
  await stand(page);
  const faults = [...(await axeFaults(page, LAW)), ...(await fitFaults(page))];
  await dress(page, 'dark');
  faults.push(...(await axeFaults(page, COLOURS)).map((fault) => `dark: ${fault}`));
  await dress(page, 'light');
  return faults;
};

/** The page's own headings and title. */
export const headFaults = async (page: Page): Promise<readonly string[]> => {
  const headings = await page.locator('h1').count();
  return headings === 1 ? [] : [`${headings} headings of the first rank`];
};
