import type { BrowserContextOptions, Page, Response } from 'playwright-core';
import { DESKTOP, PATIENCE_MS, type Product, signInAs, type Who } from '../product.ts';
import { type Language, wordsHeard } from './strange-words.ts';

/** A person at a browser whose pages are listened to. */
export interface Walker {
  readonly page: Page;
  /** Loads an address and waits until nothing is loading any more. */
  readonly load: (path: string) => Promise<void>;
  readonly settle: () => Promise<void>;
  /** Complaints since the last call: of the console, and answers of 400 and more that were not expected. */
  readonly complaints: (expected?: readonly number[]) => readonly string[];
  /** Words of the answers since the page was loaded. */
  readonly data: () => Promise<ReadonlySet<string>>;
  /** How far things jumped while the page loaded, as browsers count it: 0 is not at all. */
  readonly jumped: () => Promise<{ readonly score: number; readonly what: readonly string[] }>;
  readonly close: () => Promise<void>;
}

interface Jump extends PerformanceEntry {
  readonly value: number;
  readonly hadRecentInput: boolean;
  readonly sources: readonly {
    readonly node: Element | null;
    readonly previousRect: DOMRect;
    readonly currentRect: DOMRect;
  }[];
}

const watchJumps = (): void => {
  const kept = { score: 0, what: [] as string[] };
  Object.assign(globalThis, { jumps: kept });
  new PerformanceObserver((list) => {
    for (const jump of list.getEntries() as Jump[]) {
      if (jump.hadRecentInput) continue;
      kept.score += jump.value;
      for (const { node, previousRect: from, currentRect: to } of jump.sources)
        kept.what.push(
          `${jump.value.toFixed(3)} ${node?.nodeName ?? '?'} ${node?.textContent?.slice(0, 40) ?? ''} ` +
            `${from.x},${from.y} ${from.width}x${from.height} -> ${to.x},${to.y} ${to.width}x${to.height}`,
        );
    }
  }).observe({ type: 'layout-shift', buffered: true });
};

const signIn = async (product: Product, language: Language, who: Who | null, look: BrowserContextOptions) => {
  const context = await product.visitor({
    colorScheme: 'light',
    viewport: DESKTOP,
    locale: language === 'ru' ? 'ru-RU' : 'en-GB',
    ...look,
  });
  await context.addInitScript(
    (chosen) =>
      window === window.top &&
      window.location.protocol === 'http:' &&
      window.localStorage.setItem('reglament.language', chosen),
    language,
  );
  await context.addInitScript(watchJumps);
  if (who !== null) await signInAs(context.request, who);
  return context;
};

/** Gives somebody a browser of their own in a language. */
export const walkerFor = async (
  product: Product,
  language: Language,
  who: Who | null,
  look: BrowserContextOptions = {},
): Promise<Walker> => {
  const context = await signIn(product, language, who, look);
  const page = await context.newPage();
  let answers: Promise<unknown>[] = [];
  let said: string[] = [];
  let refused: Response[] = [];
  const open = new Set<object>();
  page.on('request', (request) => {
    // A stream of hints never ends.
    if (request.resourceType() !== 'eventsource') open.add(request);
  });
  page.on('requestfinished', (request) => open.delete(request));
  page.on('requestfailed', (request) => open.delete(request));
  page.on('console', (message) => {
    // Told by the answer itself, with its address.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
      said.push(`console: ${message.text().slice(0, 300)}`);
  });
  page.on('pageerror', (error) => said.push(`error: ${error.message}`));
  page.on('response', (response) => {
    if (response.status() >= 400) refused.push(response);
    if ((response.headers()['content-type'] ?? '').includes('json'))
      answers.push(response.json().catch(() => null));
  });
  const settle = async (): Promise<void> => {
    const until = Date.now() + PATIENCE_MS;
    for (let quiet = 0; quiet < 3;) {
      await page.waitForTimeout(40);
      const isWaiting =
        open.size > 0 ||
        (await page.locator('[aria-busy="true"], .mantine-Skeleton-root').count()) > 0 ||
        (await page.locator('h1').count()) === 0;
      quiet = isWaiting ? 0 : quiet + 1;
      if (Date.now() > until)
        throw new Error(`${page.url()} does not come to rest: ${open.size} requests under way`);
    }
    await page.evaluate(() => document.fonts.ready.then(() => undefined));
  };
  return {
    page,
    settle,
    load: async (path) => {
      answers = [];
      open.clear();
      await page.goto(path);
      await settle();
    },
    complaints: (expected = []) => {
      const faults = [
        ...said,
        ...refused
          .filter((response) => !expected.includes(response.status()))
          .map((response) => `answered ${response.status()}: ${response.url()}`),
      ];
      said = [];
      refused = [];
      return faults;
    },
    data: async () => wordsHeard(await Promise.all(answers), language),
    jumped: () =>
      page.evaluate(() => (globalThis as unknown as { jumps: { score: number; what: string[] } }).jumps),
    close: () => context.close(),
  };
};
