import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Violations that keep people out, each with what it was found at. Moderate and minor ones are not counted. */
const axeFaults = async (page: Page): Promise<readonly string[]> => {
  // Through the debugger, past the page's own policy.
  await page.evaluate(axeSource);
  const { violations } = await page.evaluate(() =>
    (globalThis as unknown as { axe: { run: (options: unknown) => Promise<AxeResults> } }).axe.run({
      resultTypes: ['violations'],
    }),
  );
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) =>
      nodes.map(
        (node) => `${id}: ${node.html.slice(0, 160)}; ${node.any[0]?.message ?? node.failureSummary ?? ''}`,
      ),
    );
};

/** What does not fit the width: the page itself, and words that stick out of it with no way to scroll to them. */
export const overflow = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    const page = scrollWidth > clientWidth ? [`the page is ${scrollWidth} px wide in ${clientWidth} px`] : [];
    const isHeld = (element: Element): boolean => {
      for (let box = element.parentElement; box !== null && box !== document.body; box = box.parentElement) {
        if (
          getComputedStyle(box).overflowX !== 'visible' &&
          box.getBoundingClientRect().right <= clientWidth + 1
        )
          return true;
      }
      return false;
    };
    const sticking = [...document.querySelectorAll('body *')].filter((element) => {
      const hasWords = [...element.childNodes].some(
        (node) => node.nodeType === Node.TEXT_NODE && (node.textContent ?? '').trim() !== '',
      );
      const box = element.getBoundingClientRect();
      return (
        hasWords &&
        box.width > 1 &&
        box.left >= 0 &&
        box.right > clientWidth + 1 &&
        element.checkVisibility({ visibilityProperty: true }) &&
        !isHeld(element)
      );
    });
    return [...page, ...sticking.map((element) => `sticks out: ${element.outerHTML.slice(0, 160)}`)];
  });

/** Everything wrong with the screen as it stands, each fault with its screen's name. */
export const screenFaults = async (page: Page, name: string): Promise<readonly string[]> =>
  [...(await axeFaults(page)), ...(await overflow(page))].map((fault) => `${name}: ${fault}`);
