import { randomUUID } from 'node:crypto';
import type { Instant } from '@reglament/working-time';
import { type LoadDesk, openForLoad, registrationBody } from '../apps/server/src/testing/lay-out-load.ts';
import type { TestCluster } from '../apps/server/src/testing/postgres-cluster.ts';
import { registerByStaff } from '../apps/server/src/use-cases/register-by-staff.ts';
import type { Figure } from './figure.ts';
import { recordStatements, repeatable } from './recorded-statement.ts';
import { type LoadResult, requestText, runLoad } from './run-load.ts';
import { type DatabaseRate, databaseRate } from './run-pgbench.ts';
import { type BenchDatabase, makeDatabase, type Pace, startBenchServer } from './stage.ts';

const CLIENTS = [1, 8, 32] as const;
type Spread = 'one desk' | 'five desks';

const desksOf = (database: BenchDatabase, spread: Spread): readonly LoadDesk[] => {
  const { desks } = database.laidOut;
  const centaur = desks.filter((d) => d.slug === 'centaur');
  return spread === 'one desk' ? centaur : desks;
};

/** The statement by which the product registers a request in each desk. */
export const insertStatements = async (
  database: BenchDatabase,
  desks: readonly LoadDesk[],
): Promise<ReadonlyMap<LoadDesk, string>> => {
  const opened = await openForLoad(database.url);
  try {
    const statements = new Map<LoadDesk, string>();
    for (const desk of desks) {
      const recorded = await recordStatements(opened, (context) =>
        registerByStaff(
          { ...context, hint: () => undefined },
          {
            ...registrationBody(desk, 0, 'для сравнения'),
            deskId: desk.deskId,
            personId: database.laidOut.person.personId,
            idempotency: {
              key: `${database.laidOut.person.personId}:${context.newId()}`,
              requestHash: 'f'.repeat(64),
            },
          },
        ),
      );
      const insert = recorded.find((s) => s.name === 'ticket-insert');
      if (insert === undefined) throw new Error('the product registered without its statement');
      statements.set(desk, repeatable(insert));
    }
    return statements;
  } finally {
    await opened.close();
  }
};

interface Run {
  readonly spread: Spread;
  readonly clients: number;
}

const runs: readonly Run[] = (['one desk', 'five desks'] as const).flatMap((spread) =>
  CLIENTS.map((clients) => ({ spread, clients })),
);

const measureDatabase = async (database: BenchDatabase, pace: Pace): Promise<readonly DatabaseRate[]> => {
  const rates: DatabaseRate[] = [];
  const statements = await insertStatements(database, database.laidOut.desks);
  for (const { spread, clients } of runs) {
    const scripts = desksOf(database, spread).map((desk) => [statements.get(desk) ?? '']);
    rates.push(
      await databaseRate({
        url: database.url,
        scripts,
        clients,
        seconds: pace.seconds,
        options: '-c reglament.every_desk=on',
      }),
    );
  }
  return rates;
};

const measureHttp = async (database: BenchDatabase, pace: Pace): Promise<readonly LoadResult[]> => {
  const server = await startBenchServer(database);
  try {
    const results: LoadResult[] = [];
    for (const { spread, clients } of runs) {
      const desks = desksOf(database, spread);
      const next = (client: number, n: number): string => {
        const desk = desks[(client + n) % desks.length];
        if (desk === undefined) throw new Error('no desk to register in');
        const body = JSON.stringify(registrationBody(desk, client * 31 + n, `${client}-${n}`));
        return requestText(
          'POST',
          `/api/desks/${desk.slug}/tickets`,
          { cookie: server.cookie, 'idempotency-key': randomUUID() },
          body,
        );
      };
      results.push(
        await runLoad({
          port: server.port,
          clients,
          warmUpMs: pace.warmUpSeconds * 1000,
          measureMs: pace.seconds * 1000,
          next,
        }),
      );
    }
    return results;
  } finally {
    await server.stop();
  }
};

const figureOf = (run: Run, http: LoadResult, before: DatabaseRate, after: DatabaseRate): Figure => {
  const database = (before.perSecond + after.perSecond) / 2;
  const share = http.perSecond / database;
  const failed = Object.values(http.failures).reduce((sum, n) => sum + n, 0);
  const judged = run.clients === 32;
  return {
    what: `registrations over HTTP, durable, ${run.spread}, ${run.clients} client${run.clients === 1 ? '' : 's'}`,
    measured: `${Math.round(http.perSecond)}/s, p50 ${http.p50Ms.toFixed(1)} ms, p99 ${http.p99Ms.toFixed(1)} ms${failed > 0 ? `, ${failed} failed` : ''}`,
    against: `${before.by}, one round trip: ${Math.round(before.perSecond)} before, ${Math.round(after.perSecond)}/s after; ${Math.round(share * 100)} %`,
    goal: judged ? '>= 60 %, p99 <= 5 x p50' : '',
    met: judged ? share >= 0.6 && http.p99Ms <= 5 * http.p50Ms && failed === 0 : null,
    numbers: {
      clients: run.clients,
      httpPerSecond: http.perSecond,
      p50Ms: http.p50Ms,
      p99Ms: http.p99Ms,
      failed,
      databaseBefore: before.perSecond,
      databaseAfter: after.perSecond,
      share,
    },
  };
};

/** Registering over HTTP against the same statement sent by pgbench, which runs before and after: the machine may change its mind meanwhile. */
export const benchRegistrations = async (cluster: TestCluster, pace: Pace): Promise<readonly Figure[]> => {
  const before = await measureDatabase(await makeDatabase(cluster), pace);
  const http = await measureHttp(await makeDatabase(cluster), pace);
  const after = await measureDatabase(await makeDatabase(cluster), pace);
  return runs.map((run, i) => {
    const [h, b, a] = [http[i], before[i], after[i]];
    if (h === undefined || b === undefined || a === undefined) throw new Error('a run is missing');
    return figureOf(run, h, b, a);
  });
};

/** Fills a desk through the product's own use-case, many registrations a transaction. Nothing is owed to anybody afterwards. */
export const fillDesk = async (database: BenchDatabase, desk: LoadDesk, tickets: number): Promise<void> => {
  const opened = await openForLoad(database.url);
  const batch = 250;
  const begun = opened.context.now();
  try {
    for (let done = 0; done < tickets; done += batch)
      await opened.context.db.inDesk(desk.deskId, async (q) => {
        // Many registrations share the transaction: none of them is its last statement.
        const unended: typeof q = { query: (name, text, values) => q.query(name, text, values) };
        // Spread over the last minutes: equal deadlines would sort by id only.
        const context = {
          ...opened.context,
          hint: () => undefined,
          now: () => (begun - 600_000 + done) as Instant,
          db: {
            ...opened.context.db,
            inDesk: <T>(_: unknown, work: (inner: typeof q) => Promise<T>) => work(unended),
          },
        };
        for (let n = done; n < Math.min(done + batch, tickets); n++)
          await registerByStaff(context, {
            ...registrationBody(desk, n, `№ ${n}`),
            deskId: desk.deskId,
            personId: database.laidOut.person.personId,
            idempotency: { key: `fill-${n}`, requestHash: 'f'.repeat(64) },
          });
      });
    await opened.context.db.everyDesk((q) => q.query('bench-told', 'delete from outbox'));
    await opened.context.db.plain.query('bench-analyze', 'analyze');
  } finally {
    await opened.close();
  }
};
