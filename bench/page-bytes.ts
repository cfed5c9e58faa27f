import { gunzipSync } from 'node:zlib';
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

const kB = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`;

/** Bytes on the wire of the status page, which has no script. */
export const benchPageBytes = async (cluster: TestCluster): Promise<readonly Figure[]> => {
  const database = await makeDatabase(cluster);
  const desk = database.laidOut.desks.find((d) => d.slug === 'centaur');
  if (desk === undefined) throw new Error('the desk is missing');
  await fillDesk(database, desk, 100);
  const path = await statusPath(database, desk.slug);
  const server = await startBenchServer(database);
  try {
    const status = await statusBytes(server, path);
    return [
      {
        what: 'status page, gzipped',
        measured: kB(status.gzipped),
        against: `${kB(status.plain)} before`,
        goal: '<= 30 kB',
        met: status.gzipped <= 30_000,
        numbers: { bytes: status.gzipped, plainBytes: status.plain },
      },
    ];
  } finally {
    await server.stop();
  }
};
