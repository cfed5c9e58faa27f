import { Client } from 'pg';
import type { Opened } from '../../apps/server/src/open.ts';
import { connectAsOwner } from '../../apps/server/src/testing/lay-out-clocks.ts';
import { openForLoad } from '../../apps/server/src/testing/lay-out-load.ts';
import type { TestCluster } from '../../apps/server/src/testing/postgres-cluster.ts';
import { deskIdOf } from '../../apps/server/src/testing/test-desk.ts';
import { search } from '../../apps/server/src/use-cases/search.ts';
import { type Figure, quantile } from '../figure.ts';
import { recordStatements, type RecordedStatement } from '../recorded-statement.ts';
import { requestText, runLoad } from '../run-load.ts';
import { makeDatabase, type Pace, startBenchServer } from '../stage.ts';
import { layOutSearch } from './lay-out-search.ts';
import { createQuestions } from './spoken-words.ts';

const SLUG = 'centaur';
const QUESTIONS = 280;
/** As the page of results asks, and as the palette does. */
const LIMIT = 20;
const GOAL_MS = 50;

/** The statements of each question, sent by the bare driver one after another; milliseconds a question. */
const bareTimes = async (
  url: string,
  deskId: string,
  recorded: readonly (readonly RecordedStatement[])[],
): Promise<readonly number[]> => {
  const client = new Client({ connectionString: url, options: `-c reglament.desk=${deskId}` });
  await client.connect();
  try {
    const times: number[] = [];
    for (const round of [0, 1])
      for (const statements of recorded) {
        const begun = performance.now();
        for (const { name, text, values } of statements)
          await client.query({ name, text, values: [...values] });
        if (round > 0) times.push(performance.now() - begun);
      }
    return times;
  } finally {
    await client.end();
  }
};

const recordAll = async (
  opened: Opened,
  questions: readonly string[],
): Promise<readonly (readonly RecordedStatement[])[]> => {
  const deskId = deskIdOf(opened, SLUG);
  const recorded: (readonly RecordedStatement[])[] = [];
  for (const typed of questions)
    recorded.push(
      await recordStatements(opened, (context) =>
        search(context, { deskId, typed, limit: LIMIT, after: null }),
      ),
    );
  return recorded;
};

/** A search by words of every kind among many tickets of one desk, over HTTP, against its own statements. */
export const benchSearch = async (
  cluster: TestCluster,
  { pace, tickets }: { readonly pace: Pace; readonly tickets: number },
): Promise<readonly Figure[]> => {
  const database = await makeDatabase(cluster);
  const admin = new URL(cluster.adminUrl);
  admin.pathname = new URL(database.url).pathname;
  const opened = await openForLoad(database.url);
  const owner = await connectAsOwner(admin.href);
  const questions = createQuestions(11, tickets, QUESTIONS);
  let bare: readonly number[];
  try {
    const deskId = deskIdOf(opened, SLUG);
    const { regulationVersionId } = await opened.context.regulations.inForce(deskId, opened.context.now());
    await layOutSearch(opened.context, owner, { deskId, regulationVersionId }, tickets);
    bare = await bareTimes(database.url, deskId, await recordAll(opened, questions));
  } finally {
    await owner.end();
    await opened.close();
  }
  const server = await startBenchServer(database);
  try {
    const next = (client: number, n: number): string => {
      const q = questions[(n + client * 37) % questions.length] ?? '';
      const path = `/api/desks/${SLUG}/search?limit=${LIMIT}&q=${encodeURIComponent(q)}`;
      return requestText('GET', path, { cookie: server.cookie });
    };
    const figures: Figure[] = [];
    for (const clients of [1, 8]) {
      const http = await runLoad({
        port: server.port,
        clients,
        warmUpMs: pace.warmUpSeconds * 1000,
        measureMs: pace.seconds * 1000,
        next,
      });
      if (Object.keys(http.failures).length > 0)
        throw new Error(`searches were refused: ${JSON.stringify(http.failures)}`);
      const bareP50 = quantile(bare, 0.5);
      const bareP95 = quantile(bare, 0.95);
      const times = http.p95Ms / bareP95;
      figures.push({
        what: `search by Russian words among ${tickets.toLocaleString('en-US')} tickets, ${clients} client${clients === 1 ? '' : 's'}`,
        measured: `${Math.round(http.perSecond)}/s, p50 ${http.p50Ms.toFixed(1)} ms, p95 ${http.p95Ms.toFixed(1)} ms, p99 ${http.p99Ms.toFixed(1)} ms`,
        against: `bare SQL, one client: p50 ${bareP50.toFixed(1)} ms, p95 ${bareP95.toFixed(1)} ms; ${times.toFixed(1)} x`,
        goal: clients === 1 ? `p95 <= ${GOAL_MS} ms` : '',
        met: clients === 1 ? http.p95Ms <= GOAL_MS : null,
        numbers: {
          tickets,
          clients,
          httpPerSecond: http.perSecond,
          p50Ms: http.p50Ms,
          p95Ms: http.p95Ms,
          p99Ms: http.p99Ms,
          bareP50Ms: bareP50,
          bareP95Ms: bareP95,
          times,
        },
      });
    }
    return figures;
  } finally {
    await server.stop();
  }
};
