// npm run screenshots: the demo as people see it on the first day, into docs/screenshots for the README.
import { mkdir, stat } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { QueueTicket, TicketPage } from '@reglament/contract';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { setUpDemo } from '../apps/server/src/set-up-demo.ts';
import { startServer } from '../apps/server/src/start-server.ts';
import { createTestDatabase, startTestCluster } from '../apps/server/src/testing/postgres-cluster.ts';
import { launchBrowser } from './browser.ts';
import { pathOfLetters, pathOfQueue, pathOfTicket } from './paths.ts';

const FOLDER = fileURLToPath(new URL('../docs/screenshots/', import.meta.url));
const LIMIT_BYTES = 250_000;
const DESK = 'flat';
const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** Somebody of the demo, as the first start prints them: the first with this role, at this desk unless they work at all. */
const personIn = (
  lines: readonly string[],
  asked: string,
): { readonly email: string; readonly password: string } => {
  for (const line of lines) {
    const [email, role, password, ...desks] = line.trim().split(/\s+/);
    if (role !== asked || email === undefined || password === undefined) continue;
    if (role !== 'customer' || desks.includes(DESK)) return { email, password };
  }
  throw new Error(`nobody to sign in:\n${lines.join('\n')}`);
};

const startDemo = async () => {
  const cluster = await startTestCluster();
  const database = await createTestDatabase(cluster.adminUrl);
  const lines: string[] = [];
  let stopping = false;
  const server = await startServer(
    {
      port: 0,
      host: '127.0.0.1',
      dataDir: '',
      databaseUrl: database.url,
      relaxedDatabase: true,
      baseUrl: 'http://127.0.0.1',
      demo: true,
      trustProxy: false,
      mail: {},
    },
    { say, onError: (error) => stopping || say(String(error)) },
    (opened) => setUpDemo(opened, 'http://127.0.0.1', (line) => lines.push(line)),
  );
  return {
    url: server.url,
    lines,
    stop: async () => {
      // Connections that end with the database are no news.
      stopping = true;
      await server.stop();
      await cluster.stop();
    },
  };
};

const tidyUp = async (page: Page): Promise<void> => {
  await page.waitForLoadState('networkidle').catch(() => undefined);
  await page.evaluate(() => document.fonts.ready);
};

const shoot = async (page: Page, name: string): Promise<void> => {
  await tidyUp(page);
  const path = `${FOLDER}${name}.png`;
  await page.screenshot({ path, animations: 'disabled' });
  const { size } = await stat(path);
  say(`${name}.png ${Math.round(size / 1000)} kB`);
  if (size > LIMIT_BYTES) throw new Error(`${name}.png has ${size} bytes, at most ${LIMIT_BYTES}`);
};

interface Stage {
  readonly browser: Browser;
  readonly url: string;
  readonly credentials: { readonly email: string; readonly password: string };
}

const staffPage = async (
  { browser, url, credentials }: Stage,
  options: BrowserContextOptions,
): Promise<Page> => {
  const context = await browser.newContext({
    baseURL: url,
    locale: 'ru-RU',
    timezoneId: 'Europe/Moscow',
    viewport: { width: 1280, height: 800 },
    ...options,
  });
  const signedIn = await context.request.post('/api/session', { data: credentials });
  if (!signedIn.ok()) throw new Error(`${credentials.email} can't sign in: ${signedIn.status()}`);
  return context.newPage();
};

/** Open and resolved tickets with all that is known of them. */
const ticketsOf = async (page: Page): Promise<readonly TicketPage[]> => {
  const pages: TicketPage[] = [];
  for (const view of ['open', 'resolved']) {
    const queue = await page.request.get(`/api/desks/${DESK}/queue?view=${view}`);
    const { tickets } = (await queue.json()) as { tickets: readonly QueueTicket[] };
    for (const { number } of tickets)
      pages.push(
        (await (await page.request.get(`/api/desks/${DESK}/tickets/${number}`)).json()) as TicketPage,
      );
  }
  return pages;
};

/** The one with the longest talk, where a talk has an answer of staff. */
const richest = (pages: readonly TicketPage[]): TicketPage => {
  const [found] = pages.toSorted((a, b) => b.messages.length - a.messages.length);
  if (found === undefined) throw new Error('the demo has no ticket');
  return found;
};

const shootWorkspace = async (stage: Stage, theme: 'light' | 'dark', ticket: number): Promise<void> => {
  const suffix = theme === 'light' ? '' : '-dark';
  const page = await staffPage(stage, { colorScheme: theme });
  await page.goto(pathOfQueue(DESK));
  await page.getByRole('row').nth(1).waitFor();
  await shoot(page, `queue${suffix}`);
  if (theme === 'dark') return;
  await page.goto(pathOfTicket(DESK, ticket));
  await page.getByRole('region', { name: 'Переписка' }).getByRole('article').first().waitFor();
  await shoot(page, 'ticket');
  await page.goto(pathOfLetters(DESK));
  await page.getByRole('main').getByRole('listitem').getByRole('link').first().click();
  await page.getByRole('article').waitFor();
  await shoot(page, 'letters');
};

const shootBoard = async (stage: Stage): Promise<void> => {
  const page = await staffPage(stage, { colorScheme: 'light' });
  await page.goto(`/d/${DESK}/board`);
  await page.getByRole('heading', { name: 'По людям' }).waitFor();
  await shoot(page, 'board');
};

/** What an administrator sees first, and what was done there. */
const shootAdministration = async (stage: Stage): Promise<void> => {
  const page = await staffPage(stage, { colorScheme: 'light' });
  await page.goto(`/d/${DESK}/settings/people`);
  await page.getByRole('listitem').filter({ hasText: 'Марина Лебедева' }).first().waitFor();
  await shoot(page, 'administration');
};

/** A talk that is being registered, and a search with a word misspelled. */
const shootDispatcher = async (stage: Stage): Promise<void> => {
  const page = await staffPage(stage, { colorScheme: 'light' });
  await page.goto(pathOfQueue(DESK));
  await page.getByRole('row').nth(1).waitFor();
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').fill('шлюзы');
  await page.getByRole('option').first().waitFor();
  await shoot(page, 'search');
};

/** What a customer with an account sees, on a phone. */
const shootPortal = async (stage: Stage): Promise<void> => {
  const page = await staffPage(stage, { viewport: { width: 375, height: 812 }, deviceScaleFactor: 2 });
  await page.goto(`/p/${DESK}`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await shoot(page, 'portal-phone');
};

const shootStatusPage = async ({ browser, url }: Stage, link: string): Promise<void> => {
  const context = await browser.newContext({
    baseURL: url,
    locale: 'ru-RU',
    viewport: { width: 375, height: 812 },
    deviceScaleFactor: 2,
    javaScriptEnabled: false,
  });
  const page = await context.newPage();
  await page.goto(link);
  await page.getByRole('heading', { level: 1 }).waitFor();
  const path = `${FOLDER}status-phone.png`;
  await page.screenshot({ path, animations: 'disabled' });
  const { size } = await stat(path);
  say(`status-phone.png ${Math.round(size / 1000)} kB`);
  if (size > LIMIT_BYTES) throw new Error(`the status page's picture has ${size} bytes`);
};

const run = async (): Promise<void> => {
  await mkdir(FOLDER, { recursive: true });
  const [demo, browser] = await Promise.all([startDemo(), launchBrowser()]);
  try {
    const stage: Stage = { browser, url: demo.url, credentials: personIn(demo.lines, 'administrator') };
    const pages = await ticketsOf(await staffPage(stage, {}));
    const resolved = pages.find(({ ticket }) => ticket.state === 'resolved') ?? richest(pages);
    await shootWorkspace(stage, 'light', richest(pages).ticket.number);
    await shootWorkspace(stage, 'dark', richest(pages).ticket.number);
    await shootBoard({ ...stage, credentials: personIn(demo.lines, 'lead') });
    await shootDispatcher({ ...stage, credentials: personIn(demo.lines, 'dispatcher') });
    await shootAdministration(stage);
    await shootPortal({ ...stage, credentials: personIn(demo.lines, 'customer') });
    await shootStatusPage(stage, new URL(resolved.statusLink, demo.url).pathname);
  } finally {
    await browser.close();
    await demo.stop();
  }
};

await run();
