// npm run bench: every claim about speed, measured here and now; ratios within one run decide.
//   npm run bench -- registrations queue     only these
//   npm run bench -- search --tickets 200000 fewer than a million, where there is no time
//   npm run bench -- --quick                 a shake-out: its figures say nothing
//   npm run bench -- --write docs/figures.md keeps the table
import { availableParallelism, cpus, loadavg, totalmem } from 'node:os';
import { parseArgs } from 'node:util';
import type { TestCluster } from '../apps/server/src/testing/postgres-cluster.ts';
import { registrationBody } from '../apps/server/src/testing/lay-out-load.ts';
import { randomUUID } from 'node:crypto';
import { writeSection } from '../scripts/tools/write-section.mjs';
import { type Figure, lineOf, rowOf, tableHead } from './figure.ts';
import { benchCertificates } from './certificates/bench-certificates.ts';
import { benchDueClocks } from './due-clocks/bench-due-clocks.ts';
import { benchFirstScreens } from './first-screens.ts';
import { benchPageBytes } from './page-bytes.ts';
import { benchQueuePage } from './queue-page.ts';
import { benchRegulation } from './regulation/bench-regulation.ts';
import { benchRegistrations } from './registrations.ts';
import { requestText, runLoad } from './run-load.ts';
import { hasPgbench } from './run-pgbench.ts';
import { type Pace, startBenchCluster } from './stage.ts';
import { benchSearch } from './search/bench-search.ts';
import { benchWorkspace } from './workspace.ts';
import { benchMemory, benchStart } from './start-times.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    quick: { type: 'boolean', default: false },
    write: { type: 'string' },
    tickets: { type: 'string', default: '1000000' },
  },
});
const pace: Pace = values.quick
  ? { seconds: 2, warmUpSeconds: 1, tickets: 10_000, starts: 1 }
  : { seconds: 8, warmUpSeconds: 3, tickets: 10_000, starts: 3 };

const underLoad = (server: { readonly port: number; readonly cookie: string }): Promise<unknown> => {
  const desk = {
    slug: 'centaur',
    channel: 'email' as const,
    emails: ['customer-1@centaur.example'],
    priority: null,
  };
  const next = (client: number, n: number): string =>
    requestText(
      'POST',
      `/api/desks/${desk.slug}/tickets`,
      { cookie: server.cookie, 'idempotency-key': randomUUID() },
      JSON.stringify(registrationBody(desk, n, `${client}-${n}`)),
    );
  return runLoad({ port: server.port, clients: 32, warmUpMs: 0, measureMs: pace.seconds * 2000, next });
};

const parts: Readonly<Record<string, (cluster: TestCluster) => Promise<readonly Figure[]>>> = {
  registrations: (cluster) => benchRegistrations(cluster, pace),
  queue: (cluster) => benchQueuePage(cluster, pace),
  start: (cluster) => benchStart(cluster, pace),
  memory: (cluster) => benchMemory(cluster, underLoad),
  bytes: (cluster) => benchPageBytes(cluster),
  'first-screens': (cluster) => benchFirstScreens(cluster, values.quick ? 1 : 3),
  workspace: (cluster) => benchWorkspace(cluster, pace),
  clocks: () => benchDueClocks({ quick: values.quick }),
  certificates: (cluster) => benchCertificates(cluster, { quick: values.quick, pace }),
  search: (cluster) =>
    benchSearch(cluster, { pace, tickets: values.quick ? 10_000 : Number(values.tickets) }),
  regulation: () => benchRegulation({ runs: values.quick ? 1 : 7 }),
};

const machine = (): string => {
  const load = loadavg()[0] ?? 0;
  const processor = cpus()[0]?.model.trim() ?? 'unknown processor';
  const database = hasPgbench()
    ? 'pgbench'
    : 'no pgbench here: one prepared statement in a loop of the driver instead';
  return `${availableParallelism()} cores (${processor}), ${Math.round(totalmem() / 2 ** 30)} GB, Node.js ${process.versions.node}, ${process.platform}; load average at the start ${load.toFixed(1)}; the database's own rate by ${database}.`;
};

/** The section of the document that a part's rows stand in: what is measured alone is written alone. */
const sectionOf = (part: string): string =>
  part === 'clocks'
    ? 'due-clocks'
    : ['regulation', 'certificates', 'search', 'workspace', 'first-screens'].includes(part)
      ? part
      : 'bench';

const begunOn = machine();
const sections = new Map<string, Figure[]>();
const cluster = await startBenchCluster();
try {
  for (const [name, run] of Object.entries(parts)) {
    if (positionals.length > 0 && !positionals.includes(name)) continue;
    for (const figure of await run(cluster)) {
      const section = sectionOf(name);
      sections.set(section, [...(sections.get(section) ?? []), figure]);
      console.log(lineOf(figure));
    }
  }
} finally {
  await cluster.stop();
}
for (const [section, figures] of sections) {
  const table = [...tableHead, ...figures.map(rowOf)].join('\n');
  console.log(`\n${begunOn}\n\n${table}`);
  if (values.write !== undefined) writeSection(values.write, section, `${begunOn}\n\n${table}`);
}
