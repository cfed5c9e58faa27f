import { gunzipSync } from 'node:zlib';
import { launchBrowser } from '../e2e/browser.ts';
import { openForLoad } from '../apps/server/src/testing/lay-out-load.ts';
import type { TestCluster } from '../apps/server/src/testing/postgres-cluster.ts';
import { ticketByNumber } from '../apps/server/src/store/queries/tickets.ts';
import { ticketToken } from '../apps/server/src/tokens/ticket-token.ts';
import type { Figure } from './figure.ts';
import { fillDesk } from './registrations.ts';
import { type BenchDatabase, type BenchServer, makeDatabase, startBenchServer } from './stage.ts';

const statusPath = async (database: BenchDatabase, slug: string): Promise<string> => {
  const opened = await openForLoad(database.url);
  try {
    const desk = opened.desks.find((d) => d.slug === slug);
    if (desk === undefined) throw new Error(`no desk ${slug}`);
    const ticket = await opened.context.db.inDesk(desk.deskId, (q) => ticketByNumber(q, desk.deskId, 1));
    if (ticket === null || ticket.requesterEmail === null)
      throw new Error('the first ticket has nobody to write to');
    return `/t/${slug}/${ticketToken(opened.context.secret, 'status', ticket.number, { deskId: desk.deskId, ticketId: ticket.ticketId, recipient: ticket.requesterEmail })}`;
  } finally {
    await opened.close();
  }
};

const statusBytes = async (
  server: BenchServer,
  path: string,
): Promise<{ readonly gzipped: number; readonly plain: number }> => {
  const { request } = await import('node:http');
  const body = await new Promise<Buffer>((resolve, reject) => {
    request(
      { host: '127.0.0.1', port: server.port, path, headers: { 'accept-encoding': 'gzip' } },
      (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('end', () =>
          response.statusCode === 200
            ? resolve(Buffer.concat(parts))
            : reject(new Error(`the status page was answered ${response.statusCode}`)),
        );
      },
    )
      .on('error', reject)
      .end();
  });
  return { gzipped: body.length, plain: gunzipSync(body).length };
};

/** What a browser with an empty cache loads until the queue is there. */
const workspaceBytes = async (
  server: BenchServer,
  slug: string,
): Promise<{ readonly code: number; readonly fonts: number; readonly usableMs: number }> => {
  const browser = await launchBrowser();
  try {
    const context = await browser.newContext();
    const [name = '', value = ''] = server.cookie.split(/=(.*)/s);
    await context.addCookies([{ name, value, url: server.url }]);
    const page = await context.newPage();
    const sizes = new Map<string, Promise<number>>();
    page.on('requestfinished', (request) =>
      sizes.set(
        request.url(),
        request.sizes().then((s) => s.responseBodySize),
      ),
    );
    const begun = performance.now();
    await page.goto(`${server.url}/d/${slug}`);
    await page.getByText('Медленно печатаются накладные').first().waitFor();
    const usableMs = performance.now() - begun;
    await page.waitForLoadState('load');
    const loaded = await Promise.all(
      [...sizes].map(async ([url, size]) => ({ path: new URL(url).pathname, size: await size })),
    );
    const sum = (pattern: RegExp): number =>
      loaded.filter(({ path }) => pattern.test(path)).reduce((total, { size }) => total + size, 0);
    return { code: sum(/\.(js|css)$/), fonts: sum(/\.woff2?$/), usableMs };
  } finally {
    await browser.close();
  }
};

const kB = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`;

/** Bytes on the wire: the status page, and the workspace's code in a real browser. */
export const benchPageBytes = async (cluster: TestCluster): Promise<readonly Figure[]> => {
  const database = await makeDatabase(cluster);
  const desk = database.laidOut.desks.find((d) => d.slug === 'centaur');
  if (desk === undefined) throw new Error('the desk is missing');
  await fillDesk(database, desk, 100);
  const path = await statusPath(database, desk.slug);
  const server = await startBenchServer(database);
  try {
    const status = await statusBytes(server, path);
    const workspace = await workspaceBytes(server, desk.slug);
    return [
      {
        what: 'status page, gzipped',
        measured: kB(status.gzipped),
        against: `${kB(status.plain)} before`,
        goal: '<= 30 kB',
        met: status.gzipped <= 30_000,
        numbers: { bytes: status.gzipped, plainBytes: status.plain },
      },
      {
        what: 'workspace, first load, JavaScript and CSS',
        measured: kB(workspace.code),
        against: `fonts apart: ${kB(workspace.fonts)}`,
        goal: '<= 250 kB',
        met: workspace.code <= 250_000,
        numbers: { bytes: workspace.code, fontBytes: workspace.fonts },
      },
      {
        what: 'workspace, queue on screen, empty cache, loopback',
        measured: `${Math.round(workspace.usableMs)} ms`,
        against: '',
        goal: '<= 1 s',
        met: workspace.usableMs <= 1000,
        numbers: { ms: workspace.usableMs },
      },
    ];
  } finally {
    await server.stop();
  }
};
