import { openForLoad } from '../apps/server/src/testing/lay-out-load.ts';
import type { TestCluster } from '../apps/server/src/testing/postgres-cluster.ts';
import { queuePage } from '../apps/server/src/store/queries/queue.ts';
import type { Figure } from './figure.ts';
import { recordStatements, repeatable } from './recorded-statement.ts';
import { fillDesk } from './registrations.ts';
import { requestText, runLoad } from './run-load.ts';
import { databaseRate } from './run-pgbench.ts';
import { makeDatabase, type Pace, startBenchServer } from './stage.ts';

const PAGE = 50;

/** The first page of the open queue over HTTP against its own statement sent by pgbench. */
export const benchQueuePage = async (cluster: TestCluster, pace: Pace): Promise<readonly Figure[]> => {
  const database = await makeDatabase(cluster);
  const desk = database.laidOut.desks.find((d) => d.slug === 'centaur');
  if (desk === undefined) throw new Error('the desk of the queue is missing');
  await fillDesk(database, desk, pace.tickets);
  const opened = await openForLoad(database.url);
  const [statement] = await recordStatements(opened, (context) =>
    // One more than a page: that is how the product knows whether there is a next one.
    context.db.inDesk(desk.deskId, (q) =>
      queuePage(q, {
        deskId: desk.deskId,
        personId: database.laidOut.person.personId,
        view: 'open',
        line: null,
        after: null,
        limit: PAGE + 1,
      }),
    ),
  );
  await opened.close();
  if (statement === undefined) throw new Error('the queue was read without a statement');
  const scripts = [[repeatable(statement)]];
  const options = `-c reglament.desk=${desk.deskId}`;
  const figures: Figure[] = [];
  const bare = new Map<number, number>();
  for (const clients of [1, 8])
    bare.set(
      clients,
      (await databaseRate({ url: database.url, scripts, clients, seconds: pace.seconds, options })).latencyMs,
    );
  const server = await startBenchServer(database);
  try {
    const next = (): string =>
      requestText('GET', `/api/desks/${desk.slug}/queue?view=open&limit=${PAGE}`, { cookie: server.cookie });
    for (const [clients, bareMs] of bare) {
      const http = await runLoad({
        port: server.port,
        clients,
        warmUpMs: pace.warmUpSeconds * 1000,
        measureMs: pace.seconds * 1000,
        next,
      });
      const times = http.p50Ms / bareMs;
      figures.push({
        what: `queue page, ${PAGE} rows of ${pace.tickets} open tickets, ${clients} client${clients === 1 ? '' : 's'}`,
        measured: `${Math.round(http.perSecond)}/s, p50 ${http.p50Ms.toFixed(2)} ms, p99 ${http.p99Ms.toFixed(2)} ms`,
        against: `bare SQL ${bareMs.toFixed(2)} ms; ${times.toFixed(1)} x`,
        goal: clients === 1 ? '<= 3 x' : '',
        met: clients === 1 ? times <= 3 : null,
        numbers: {
          clients,
          httpPerSecond: http.perSecond,
          p50Ms: http.p50Ms,
          p99Ms: http.p99Ms,
          bareMs,
          times,
        },
      });
    }
    return figures;
  } finally {
    await server.stop();
  }
};
