import type { CompanyId, DeskId } from '@reglament/desk';
import type { Instant } from '@reglament/working-time';
import type { Client } from 'pg';
import type { Opened } from '../../apps/server/src/open.ts';
import type { Queries } from '../../apps/server/src/store/database.ts';
import { type CertificateList, certificatesPage } from '../../apps/server/src/store/queries/certificates.ts';
import {
  companyInstances,
  instancesByKey,
  lapsedLicences,
} from '../../apps/server/src/store/queries/instances.ts';
import type { Figure } from '../figure.ts';
import { recordStatements, repeatable } from '../recorded-statement.ts';
import { requestText, runLoad } from '../run-load.ts';
import { databaseRate } from '../run-pgbench.ts';
import { type BenchDatabase, type Pace, startBenchServer } from '../stage.ts';

const PAGE = 50;
const GOAL_TIMES = 3;
const DAY = 86_400_000;

interface List {
  readonly what: string;
  readonly path: string;
  readonly read: (q: Queries) => Promise<readonly unknown[]>;
}

const certificates = (
  deskId: DeskId,
  now: Instant,
  what: string,
  query: string,
  asked: { readonly list: CertificateList; readonly days?: number; readonly search?: string },
): List => ({
  what,
  path: `certificates?${query}&limit=${PAGE}`,
  read: (q) =>
    certificatesPage(q, {
      deskId,
      list: asked.list,
      now,
      until: (now + (asked.days ?? 90) * DAY) as Instant,
      search: asked.search ?? '',
      companyId: null,
      after: null,
      // One more than a page: that is how the product knows whether there is a next one.
      limit: PAGE + 1,
    }),
});

const listsOf = (deskId: DeskId, now: Instant, today: string, companyId: CompanyId): readonly List[] => [
  certificates(deskId, now, 'all certificates', 'view=all', { list: 'all' }),
  certificates(deskId, now, 'expiring within 30 days', 'view=expiring-30', { list: 'expiring', days: 30 }),
  certificates(deskId, now, 'expiring within 90 days', 'view=expiring-90', { list: 'expiring' }),
  certificates(deskId, now, 'over quantity', 'view=over-quantity', { list: 'over-licences' }),
  certificates(deskId, now, 'ended', 'view=ended', { list: 'ended' }),
  certificates(deskId, now, 'certificates by number', 'view=all&search=B-77', {
    list: 'all',
    search: 'b-77',
  }),
  {
    what: 'lapsed licence agreements',
    path: `licences?limit=${PAGE}`,
    read: (q) => lapsedLicences(q, deskId, { today, after: null, limit: PAGE + 1 }),
  },
  {
    what: 'instances by the beginning of a key',
    path: `instances?search=00077&limit=${PAGE}`,
    read: (q) => instancesByKey(q, deskId, { prefix: '00077', after: null, limit: PAGE + 1 }),
  },
  {
    what: 'instances of a company',
    path: `companies/${companyId}/instances?limit=${PAGE}`,
    read: (q) => companyInstances(q, deskId, companyId, { after: null, limit: PAGE + 1 }),
  },
];

/** First pages of lists over HTTP, one client, each against its own statement sent by pgbench. */
export const measureLists = async (
  opened: Opened,
  database: BenchDatabase,
  asked: {
    readonly deskId: DeskId;
    readonly slug: string;
    readonly pace: Pace;
    readonly among: string;
    readonly companyId: CompanyId;
  },
  client: Client,
): Promise<readonly Figure[]> => {
  const { deskId, slug, pace, among, companyId } = asked;
  const now = opened.context.now();
  const { rows } = await client.query<{ today: string }>('select current_date::text as today');
  const bare = new Map<List, number>();
  for (const list of listsOf(deskId, now, rows[0]?.today ?? '', companyId)) {
    let found = 0;
    const [statement] = await recordStatements(opened, (context) =>
      context.db.inDesk(deskId, async (q) => (found = (await list.read(q)).length)),
    );
    if (statement === undefined || found === 0) throw new Error(`${list.what}: nothing was read`);
    const scripts = [[repeatable(statement)]];
    const options = `-c reglament.desk=${deskId}`;
    const rate = await databaseRate({
      url: database.url,
      scripts,
      clients: 1,
      seconds: Math.min(3, pace.seconds),
      options,
    });
    bare.set(list, rate.latencyMs);
  }
  const server = await startBenchServer(database);
  try {
    const figures: Figure[] = [];
    for (const [list, bareMs] of bare) {
      const { p50Ms, p99Ms } = await runLoad({
        port: server.port,
        clients: 1,
        warmUpMs: 1000,
        measureMs: Math.min(3, pace.seconds) * 1000,
        next: () => requestText('GET', `/api/desks/${slug}/${list.path}`, { cookie: server.cookie }),
      });
      const times = p50Ms / bareMs;
      figures.push({
        what: `list: ${list.what}, ${among}`,
        measured: `p50 ${p50Ms.toFixed(2)} ms, p99 ${p99Ms.toFixed(2)} ms`,
        against: `bare SQL ${bareMs.toFixed(2)} ms; ${times.toFixed(1)} x`,
        goal: `<= ${GOAL_TIMES} x`,
        met: times <= GOAL_TIMES,
        numbers: { p50Ms, p99Ms, bareMs, times },
      });
    }
    return figures;
  } finally {
    await server.stop();
  }
};
