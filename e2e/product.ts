import type { Instant } from '@reglament/working-time';
import type {
  APIRequestContext,
  Browser,
  BrowserContext,
  BrowserContextOptions,
  Page,
} from 'playwright-core';
import type { Config } from '../apps/server/src/config.ts';
import type { Opened } from '../apps/server/src/open.ts';
import { startTestServer, type TestServer } from '../apps/server/src/testing/start-test-server.ts';
import type { TestPerson } from '../apps/server/src/testing/test-desk.ts';
import { launchBrowser } from './browser.ts';
import { watchContext, type Watch } from './watch.ts';

/** Milliseconds that a screen gets to show what it should; far above what it needs, so that only a fault runs into it. */
export const PATIENCE_MS = 15_000;

export const DESKTOP = { width: 1440, height: 900 } as const;
export const PHONE = { width: 375, height: 812 } as const;

/** The whole product with a browser in front of it. */
export interface Product {
  readonly server: TestServer;
  readonly browser: Browser;
  /** What pages of this product did that they should not have, since the start. */
  readonly watch: Watch;
  /** A browser of one's own: cookies, storage, language and theme are not shared. */
  readonly visitor: (options?: BrowserContextOptions) => Promise<BrowserContext>;
  readonly stop: () => Promise<void>;
}

/** Starts server and browser, the server by the test's own clock if it gives one and after what it lays out. Stop it in `afterAll`. */
export const startProduct = async (
  overrides: Partial<Config> = {},
  now?: () => Instant,
  afterOpen?: (opened: Opened) => Promise<void>,
): Promise<Product> => {
  const [server, browser] = await Promise.all([startTestServer(overrides, now, afterOpen), launchBrowser()]);
  const watch: Watch = { faults: [], foreign: [], executed: [] };
  return {
    server,
    browser,
    watch,
    visitor: async (options = {}) => {
      const context = await browser.newContext({
        baseURL: server.url,
        viewport: DESKTOP,
        locale: 'ru-RU',
        timezoneId: 'Europe/Moscow',
        reducedMotion: 'reduce',
        ...options,
      });
      context.setDefaultTimeout(PATIENCE_MS);
      await watchContext(context, server.url, watch);
      return context;
    },
    stop: async () => {
      await browser.close();
      await server.stop();
    },
  };
};

/** Somebody with a password. */
export interface Who {
  readonly email: string;
  readonly password: string;
}

/** Times that somebody tries again whom a machine under load told to come later. */
const TRIES = 8;

export const signInAs = async (request: APIRequestContext, { email, password }: Who): Promise<void> => {
  for (let tried = 1; ; tried += 1) {
    const response = await request.post('/api/session', { data: { email, password } });
    if (response.ok()) return;
    if (response.status() !== 503 || tried === TRIES)
      throw new Error(`${email} can't sign in: ${response.status()}`);
    await new Promise((resolve) => setTimeout(resolve, 500 * tried));
  }
};

/** A signed-in browser of a member of staff, with one page that shows nothing yet. */
export const signedInPage = async (
  product: Product,
  person: TestPerson,
  options: BrowserContextOptions = {},
): Promise<Page> => {
  const context = await product.visitor(options);
  await signInAs(context.request, person);
  return context.newPage();
};

/** Goes to another address of the workspace as its own links do, without loading it anew; the first time it is loaded. */
export const follow = async (page: Page, path: string): Promise<void> => {
  if (page.url() === 'about:blank') {
    await page.goto(path);
    return;
  }
  await page.evaluate((to) => {
    window.history.pushState(null, '', to);
    window.dispatchEvent(new PopStateEvent('popstate'));
  }, path);
};
