import type { DeskId } from '@reglament/desk';
import { Client } from 'pg';
import type { Opened } from '../../apps/server/src/open.ts';
import { connectAsOwner } from '../../apps/server/src/testing/lay-out-clocks.ts';
import { openForLoad } from '../../apps/server/src/testing/lay-out-load.ts';
import type { TestCluster } from '../../apps/server/src/testing/postgres-cluster.ts';
import { deskIdOf } from '../../apps/server/src/testing/test-desk.ts';
import {
  type RequestName,
  SEARCH_QUESTIONS,
  SEARCH_REQUESTS,
} from '../../apps/server/src/testing/search-questions.ts';
import { search } from '../../apps/server/src/use-cases/search.ts';
import { type Figure, quantile } from '../figure.ts';
import { recordStatements, type RecordedStatement } from '../recorded-statement.ts';
import { requestText, runLoad } from '../run-load.ts';
import { type BenchDatabase, type BenchServer, makeDatabase, type Pace, startBenchServer } from '../stage.ts';
import { layOutSearch } from './lay-out-search.ts';
import { createQuestions } from './spoken-words.ts';

const SLUG = 'centaur';
const QUESTIONS = 280;
/** As the page of results asks, and as the palette does. */
const LIMIT = 20;
const GOAL_MS = 50;

interface Measured {
  readonly server: BenchServer;
  readonly questions: readonly string[];
  /** Milliseconds that each took as bare SQL. */
  readonly bare: readonly number[];
  readonly deskId: DeskId;
  readonly url: string;
}

interface Found {
  readonly tickets: readonly { readonly number: number }[];
  readonly next: string | null;
}

const pathOf = (q: string): string => `/api/desks/${SLUG}/search?limit=${LIMIT}&q=${encodeURIComponent(q)}`;

/** The requests of the table are the oldest tickets, in its order. */
const numberOf = (name: RequestName): number => Object.keys(SEARCH_REQUESTS).indexOf(name) + 1;

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

/** How long the questions of a load took over HTTP, from one client or several. */
const underLoad = async (
  { server, questions, bare }: Measured,
  { pace, tickets, clients }: { readonly pace: Pace; readonly tickets: number; readonly clients: number },
): Promise<Figure> => {
  const http = await runLoad({
    port: server.port,
    clients,
    warmUpMs: pace.warmUpSeconds * 1000,
    measureMs: pace.seconds * 1000,
    next: (client, n) => {
      const q = questions[(n + client * 37) % questions.length] ?? '';
      return requestText('GET', pathOf(q), { cookie: server.cookie });
    },
  });
  if (Object.keys(http.failures).length > 0)
    throw new Error(`searches were refused: ${JSON.stringify(http.failures)}`);
  const bareP50 = quantile(bare, 0.5);
  const bareP95 = quantile(bare, 0.95);
  const times = http.p95Ms / bareP95;
  return {
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
  };
};

/** Sooner or later everything about a question is warm. */
const ROUNDS = 12;

/** One of the questions of the table, asked again and again over HTTP; throws when it does not find what it must. */
const oneByOne = async (
  { server, deskId, url }: Measured,
  opened: Opened,
  [typed, must]: (typeof SEARCH_QUESTIONS)[number],
  measureMs: number,
): Promise<Figure> => {
  const statements = await recordStatements(opened, (context) =>
    search(context, { deskId: deskId, typed, limit: LIMIT, after: null }),
  );
  const bare = await bareTimes(url, deskId, Array(ROUNDS).fill(statements));
  const request = requestText('GET', pathOf(typed), { cookie: server.cookie });
  const http = await runLoad({
    port: server.port,
    clients: 1,
    warmUpMs: measureMs / 5,
    measureMs,
    next: () => request,
  });
  const reply = await fetch(new URL(pathOf(typed), server.url), { headers: { cookie: server.cookie } });
  const found = (await reply.json()) as Found;
  // Where newer tickets have the words too, these old ones stand on a later page.
  const missed = must.filter((name) => !found.tickets.some(({ number }) => number === numberOf(name)));
  if (found.next === null && missed.length > 0)
    throw new Error(`${typed} does not find ${missed.join(', ')}`);
  const bareP95Ms = quantile(bare, 0.95);
  const hits = `${found.tickets.length}${found.next === null ? '' : ' and more'}`;
  return {
    what: `«${typed}»: ${hits} found`,
    measured: `p50 ${http.p50Ms.toFixed(1)} ms, p95 ${http.p95Ms.toFixed(1)} ms`,
    against: `bare SQL: p50 ${quantile(bare, 0.5).toFixed(1)} ms, p95 ${bareP95Ms.toFixed(1)} ms`,
    goal: `p95 <= ${GOAL_MS} ms`,
    met: http.p95Ms <= GOAL_MS,
    numbers: { p50Ms: http.p50Ms, p95Ms: http.p95Ms, bareP95Ms, found: found.tickets.length },
  };
};

/** A search by words of every kind among tickets that are laid out, over HTTP, against its own statements; then each question of the table. */
export const measureSearch = async (
  database: BenchDatabase,
  { pace, tickets }: { readonly pace: Pace; readonly tickets: number },
): Promise<readonly Figure[]> => {
  const questions = createQuestions(11, tickets, QUESTIONS);
  const opened = await openForLoad(database.url);
  try {
    const deskId = deskIdOf(opened, SLUG);
    const bare = await bareTimes(database.url, deskId, await recordAll(opened, questions));
    const server = await startBenchServer(database);
    try {
      const measured: Measured = { server, questions, bare, deskId, url: database.url };
      const figures: Figure[] = [];
      for (const clients of [1, 8]) figures.push(await underLoad(measured, { pace, tickets, clients }));
      for (const question of SEARCH_QUESTIONS)
        figures.push(await oneByOne(measured, opened, question, pace.seconds * 150));
      return figures;
    } finally {
      await server.stop();
    }
  } finally {
    await opened.close();
  }
};

export const benchSearch = async (
  cluster: TestCluster,
  of: { readonly pace: Pace; readonly tickets: number },
): Promise<readonly Figure[]> => {
  const database = await makeDatabase(cluster);
  const admin = new URL(cluster.adminUrl);
  admin.pathname = new URL(database.url).pathname;
  const opened = await openForLoad(database.url);
  const owner = await connectAsOwner(admin.href);
  try {
    const deskId = deskIdOf(opened, SLUG);
    const { regulationVersionId } = await opened.context.regulations.inForce(deskId, opened.context.now());
    await layOutSearch(opened.context, owner, { deskId, regulationVersionId }, of.tickets);
  } finally {
    await owner.end();
    await opened.close();
  }
  return measureSearch(database, of);
};
