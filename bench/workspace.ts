import type { BrowserContext, Page } from 'playwright-core';
import type { QueueTicket } from '@reglament/contract';
import type { TestCluster } from '../apps/server/src/testing/postgres-cluster.ts';
import { launchBrowser } from '../e2e/browser.ts';
import { type Figure, median, quantile } from './figure.ts';
import { fillDesk } from './registrations.ts';
import { type BenchServer, makeDatabase, type Pace, startBenchServer } from './stage.ts';

const DESK = 'centaur';
const LOADS = 5;
const PRESSES = 100;
/** Rows of the first screen, each changed once. */
const CHANGES = 15;

const contextOf = async (
  browser: Awaited<ReturnType<typeof launchBrowser>>,
  server: BenchServer,
): Promise<BrowserContext> => {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const [name = '', value = ''] = server.cookie.split(/=(.*)/s);
  await context.addCookies([{ name, value, url: server.url }]);
  return context;
};

/** From the address to rows on the screen, the cache empty. */
const loadQueue = async (context: BrowserContext, server: BenchServer) => {
  const page = await context.newPage();
  const begun = performance.now();
  await page.goto(`${server.url}/d/${DESK}?view=open`);
  await page.getByRole('row').nth(5).waitFor();
  return { page, usableMs: performance.now() - begun };
};

/**
 * Presses a key many times and tells how long each took to be on the screen: from the browser's stamp of the press to the first
 * task after the frame in which what `seen` reads has become another.
 */
const pressAndSee = async (page: Page, key: string, seen: string): Promise<readonly number[]> => {
  // As text: a function would come with names that the page does not know, and its policy forbids making one there.
  await page.evaluate(`{
    const now = () => ${seen};
    let before = now();
    document.addEventListener('keydown', (event) => {
      const look = () => {
        if (now() === before) return requestAnimationFrame(look);
        // The first task after a frame comes when it has been painted.
        const painted = new MessageChannel();
        before = now();
        painted.port1.onmessage = () => window.paintedAfter(performance.now() - event.timeStamp);
        painted.port2.postMessage(null);
      };
      requestAnimationFrame(look);
    }, { capture: true });
  }`);
  const times: number[] = [];
  while (times.length < PRESSES) {
    const painted = page.evaluate<number>('new Promise((resolve) => { window.paintedAfter = resolve; })');
    const [took] = await Promise.all([painted, page.keyboard.press(key)]);
    times.push(took);
  }
  return times;
};

/** The same on a page that has nothing to do but count presses: what browser and machine take by themselves. */
const emptyPage = async (context: BrowserContext): Promise<readonly number[]> => {
  const page = await context.newPage();
  await page.setContent(
    '<p>0</p><script>addEventListener("keydown", () => document.querySelector("p").textContent++)</script>',
  );
  const times = await pressAndSee(page, 'j', 'document.querySelector("p").textContent');
  await page.close();
  return times;
};

const json = async <T>(server: BenchServer, path: string, init: RequestInit = {}): Promise<T> => {
  const reply = await fetch(`${server.url}${path}`, {
    ...init,
    headers: {
      cookie: server.cookie,
      origin: server.url,
      'content-type': 'application/json',
      ...init.headers,
    },
  });
  if (!reply.ok) throw new Error(`${path} was answered ${reply.status}: ${await reply.text()}`);
  return (await reply.json()) as T;
};

/** A colleague gives tickets of the screen to somebody, one after the other: from the answer to them until the row shows it. */
const seeChanges = async (page: Page, server: BenchServer, personId: string): Promise<readonly number[]> => {
  const queue = `/api/desks/${DESK}/queue?view=open&limit=50`;
  const { tickets } = await json<{ readonly tickets: readonly QueueTicket[] }>(server, queue);
  const times: number[] = [];
  for (const { number, version } of tickets.slice(0, CHANGES)) {
    const path = `/api/desks/${DESK}/tickets/${number}`;
    const seen = page.evaluate<number>(`new Promise((resolve) => {
      const watch = new MutationObserver(() => {
        const row = document.querySelector('[role=row] a[href$="/t/${number}"]')?.closest('[role=row]');
        if (row?.textContent.includes('Дежурный по нагрузке') !== true) return;
        watch.disconnect();
        requestAnimationFrame(() => resolve(Date.now()));
      });
      watch.observe(document.body, { subtree: true, childList: true, characterData: true });
    })`);
    const answered = json(server, `${path}/commands`, {
      method: 'POST',
      headers: { 'if-match': `"${version}"`, 'idempotency-key': `bench-${number}` },
      body: JSON.stringify({ command: 'assign', personId }),
    }).then(() => Date.now());
    const [seenAt, answeredAt] = await Promise.all([seen, answered]);
    times.push(Math.max(0, seenAt - answeredAt));
  }
  return times;
};

const ms = (value: number): string => `${Math.round(value)} ms`;
const spread = (values: readonly number[]): string =>
  `p50 ${ms(median(values))}, p95 ${ms(quantile(values, 0.95))}, most ${ms(Math.max(...values))}`;

const figureOf = (what: string, values: readonly number[], against: string, goalMs: number): Figure => ({
  what,
  measured: spread(values),
  against,
  goal: `p95 <= ${goalMs >= 1000 ? `${goalMs / 1000} s` : ms(goalMs)}`,
  met: quantile(values, 0.95) <= goalMs,
  numbers: { p50Ms: median(values), p95Ms: quantile(values, 0.95), mostMs: Math.max(...values) },
});

/** The queue of many tickets in a real browser: until it is there, from a key to what it changes, from a change to who looks on. */
export const benchWorkspace = async (cluster: TestCluster, pace: Pace): Promise<readonly Figure[]> => {
  const database = await makeDatabase(cluster);
  const desk = database.laidOut.desks.find(({ slug }) => slug === DESK);
  if (desk === undefined) throw new Error('the desk is missing');
  await fillDesk(database, desk, pace.tickets);
  const server = await startBenchServer(database);
  const browser = await launchBrowser();
  try {
    const loads: number[] = [];
    for (let load = 0; load < LOADS; load += 1) {
      const context = await contextOf(browser, server);
      loads.push((await loadQueue(context, server)).usableMs);
      await context.close();
    }
    const context = await contextOf(browser, server);
    const bare = await emptyPage(context);
    const { page } = await loadQueue(context, server);
    const changes = await seeChanges(page, server, database.laidOut.person.personId);
    const row = 'document.activeElement.closest("[role=row]")?.getAttribute("aria-rowindex") ?? ""';
    const presses = await pressAndSee(page, 'j', row);
    const of = `${pace.tickets} open tickets`;
    return [
      figureOf(`workspace, a queue of ${of} on screen, empty cache, loopback`, loads, `${LOADS} loads`, 1000),
      figureOf(
        `workspace, from the press of j to the painted row, ${of}`,
        presses,
        `an empty page: ${spread(bare)}`,
        100,
      ),
      figureOf(
        'workspace, from the answer to a colleague to the row changed on an open screen',
        changes,
        `${CHANGES} tickets given to somebody`,
        300,
      ),
    ];
  } finally {
    await browser.close();
    await server.stop();
  }
};
