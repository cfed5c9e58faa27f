import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../e2e/browser.ts';
import { type LoadPerson, openForLoad, signInOverHttp } from '../apps/server/src/testing/lay-out-load.ts';
import type { TestCluster } from '../apps/server/src/testing/postgres-cluster.ts';
import { addAccount } from '../apps/server/src/testing/test-desk.ts';
import { type Figure, median } from './figure.ts';
import { fillDesk } from './registrations.ts';
import { type BenchDatabase, makeDatabase, startBenchServer } from './stage.ts';

/** A telephone in a car park: 1.6 Mbit/s, 150 ms there and back, a processor four times slower than this one. */
const SLOW = { bytesPerSecond: 200_000, latencyMs: 150, cpuSlowdown: 4 };

interface Screen {
  readonly name: string;
  readonly path: string;
  /** Who is there: null, nobody. */
  readonly cookie: string | null;
  /** Waits until a person can begin. */
  readonly isThere: (page: Page) => Promise<unknown>;
  readonly maxBytes: number;
}

const SUBJECT = 'Медленно печатаются накладные';

const screensOf = (slug: string, staff: string, customer: string): readonly Screen[] => [
  {
    name: 'sign-in',
    path: '/sign-in',
    cookie: null,
    isThere: (page) => page.getByLabel('Электронная почта').waitFor(),
    maxBytes: 175_000,
  },
  {
    name: 'portal',
    path: `/p/${slug}`,
    cookie: customer,
    isThere: (page) => page.getByText(SUBJECT).first().waitFor(),
    maxBytes: 180_000,
  },
  {
    name: 'queue',
    path: `/d/${slug}`,
    cookie: staff,
    isThere: (page) => page.getByText(SUBJECT).first().waitFor(),
    maxBytes: 250_000,
  },
  {
    name: 'ticket',
    path: `/d/${slug}/t/1`,
    cookie: staff,
    isThere: (page) => page.getByRole('tablist').first().waitFor(),
    maxBytes: 300_000,
  },
];

interface Load {
  readonly usableMs: number;
  /** JavaScript and CSS as they came over the wire. */
  readonly bytes: number;
  readonly files: readonly string[];
}

const slowDown = async (page: Page): Promise<void> => {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: SLOW.latencyMs,
    downloadThroughput: SLOW.bytesPerSecond,
    uploadThroughput: SLOW.bytesPerSecond,
  });
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOW.cpuSlowdown });
};

/** One visit with an empty cache. */
const visit = async (
  browser: Browser,
  url: string,
  at: { readonly cookie: string | null; readonly isSlow: boolean; readonly isThere: Screen['isThere'] },
): Promise<Load> => {
  const context = await browser.newContext({ locale: 'ru-RU' });
  try {
    if (at.cookie !== null) {
      const [name = '', value = ''] = at.cookie.split(/=(.*)/s);
      // Of the whole site: a cookie given with a longer address would belong to that folder only.
      await context.addCookies([{ name, value, url: new URL(url).origin }]);
    }
    const page = await context.newPage();
    if (at.isSlow) await slowDown(page);
    const sizes: Promise<number>[] = [];
    const files: string[] = [];
    page.on('requestfinished', (request) => {
      const path = new URL(request.url()).pathname.slice(1);
      if (!/\.(js|css)$/.test(path)) return;
      files.push(path);
      sizes.push(request.sizes().then(({ responseBodySize }) => responseBodySize));
    });
    const begun = performance.now();
    await page.goto(url, { waitUntil: 'commit' });
    await at.isThere(page);
    const usableMs = performance.now() - begun;
    const loaded = [...files];
    const bytes = (await Promise.all(sizes)).reduce((sum, one) => sum + one, 0);
    return { usableMs, bytes, files: loaded };
  } finally {
    await context.close();
  }
};

/** A page that does nothing but load so many bytes: what the line alone takes. */
const emptyPage = async (bytes: number): Promise<{ readonly url: string; readonly stop: () => void }> => {
  const padding = randomBytes(Math.ceil(bytes / 2))
    .toString('hex')
    .slice(0, bytes);
  const server = createServer((request, response) => {
    const isScript = request.url === '/bytes.js';
    response.setHeader('content-type', isScript ? 'text/javascript' : 'text/html');
    response.end(
      isScript
        ? `/*${padding}*/document.body.textContent = 'there'`
        : '<body></body><script src="/bytes.js"></script>',
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    stop: () => void server.close(),
  };
};

const timesOf = async (count: number, once: () => Promise<Load>): Promise<readonly Load[]> => {
  const loads: Load[] = [];
  for (let n = 0; n < count; n++) loads.push(await once());
  return loads;
};
const usable = (loads: readonly Load[]): number => median(loads.map(({ usableMs }) => usableMs));
const kB = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`;

/** Which files the build says a screen loads. */
const listedFor = (screen: string): readonly string[] => {
  const told = fileURLToPath(new URL('../apps/web/dist/first-screens.json', import.meta.url));
  const listed = JSON.parse(readFileSync(told, 'utf8')) as Readonly<Record<string, readonly string[]>>;
  return listed[screen] ?? [];
};

const figuresOf = async (
  browser: Browser,
  at: { readonly base: string; readonly runs: number },
  screen: Screen,
): Promise<readonly Figure[]> => {
  const { cookie, isThere } = screen;
  const go = (isSlow: boolean) => () =>
    visit(browser, `${at.base}${screen.path}`, { cookie, isThere, isSlow });
  const near = await timesOf(at.runs, go(false));
  const slow = await timesOf(at.runs, go(true));
  const bytes = Math.max(...near.map((load) => load.bytes));
  const files = Math.max(...near.map((load) => load.files.length));
  const listed = listedFor(screen.name);
  const others = [...new Set(near.flatMap((load) => load.files))].filter((file) => !listed.includes(file));
  const empty = await emptyPage(bytes);
  const bare = await timesOf(at.runs, () =>
    visit(browser, empty.url, {
      cookie: null,
      isSlow: true,
      isThere: (page) => page.getByText('there').waitFor(),
    }),
  );
  empty.stop();
  const [nearMs, slowMs, bareMs] = [usable(near), usable(slow), usable(bare)];
  return [
    {
      what: `${screen.name}, first load, JavaScript and CSS`,
      measured: `${kB(bytes)} in ${files} files`,
      against: `the build lists ${listed.length}; loaded without being listed: ${others.length === 0 ? 'none' : others.join(', ')}`,
      goal: `<= ${screen.maxBytes / 1000} kB, 25 files, all listed`,
      met: bytes <= screen.maxBytes && files <= 25 && others.length === 0,
      numbers: { bytes, files, listed: listed.length, others: others.length },
    },
    {
      what: `${screen.name}, usable, empty cache, loopback`,
      measured: `${Math.round(nearMs)} ms`,
      against: '',
      goal: '<= 1 s',
      met: nearMs <= 1000,
      numbers: { ms: nearMs },
    },
    {
      what: `${screen.name}, usable, empty cache, 1.6 Mbit/s, 150 ms, CPU / 4`,
      measured: `${(slowMs / 1000).toFixed(2)} s`,
      against: `an empty page of the same bytes ${(bareMs / 1000).toFixed(2)} s; ${(slowMs / bareMs).toFixed(1)} x`,
      goal: '<= 3 s',
      met: slowMs <= 3000,
      numbers: { ms: slowMs, emptyMs: bareMs, ratio: slowMs / bareMs },
    },
  ];
};

/** A contact of the desk with an account for the portal. */
const withAccount = async (database: BenchDatabase, email: string): Promise<LoadPerson> => {
  const opened = await openForLoad(database.url);
  try {
    return await addAccount(opened, email);
  } finally {
    await opened.close();
  }
};

/** What people begin with, in a real browser with an empty cache: bytes, files, and until they can begin. */
export const benchFirstScreens = async (cluster: TestCluster, runs: number): Promise<readonly Figure[]> => {
  const database = await makeDatabase(cluster);
  const desk = database.laidOut.desks.find(({ slug }) => slug === 'centaur');
  if (desk === undefined) throw new Error('the desk is missing');
  await fillDesk(database, desk, 100);
  const customer = await withAccount(database, desk.emails[1] ?? '');
  const server = await startBenchServer(database);
  const browser = await launchBrowser();
  try {
    const figures: Figure[] = [];
    for (const screen of screensOf(desk.slug, server.cookie, await signInOverHttp(server.url, customer)))
      figures.push(...(await figuresOf(browser, { base: server.url, runs }, screen)));
    return figures;
  } finally {
    await browser.close();
    await server.stop();
  }
};
