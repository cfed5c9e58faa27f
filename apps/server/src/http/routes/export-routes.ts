import { endpoints, type ExportTable } from '@reglament/contract';
import type { DeskId } from '@reglament/desk';
import type { FastifyInstance } from 'fastify';
import { exportColumns, exportPage, type ExportRow } from '../../store/queries/export.ts';
import { TABLE_START, tableLine } from '../../text/write-table.ts';
import { auditAttempt } from '../audit-change.ts';
import { mount } from '../contract-route.ts';
import type { HttpDeps } from '../http-deps.ts';
import { sendText } from '../send-pages.ts';

/** Rows in memory at a time, however many there are. */
const PAGE = 500;

/** All rows of a table, a page at a time, each page a transaction of its own: a slow reader holds nothing. */
async function* pagesOf(
  { context }: HttpDeps,
  deskId: DeskId,
  table: ExportTable,
): AsyncGenerator<readonly ExportRow[], void, undefined> {
  let after: string | null = null;
  for (;;) {
    const from: string | null = after;
    const page: readonly ExportRow[] = await context.db.inDesk(deskId, (q) =>
      exportPage(q, { deskId, table, after: from, limit: PAGE }),
    );
    if (page.length > 0) yield page;
    const last = page.at(-1);
    if (page.length < PAGE || last === undefined) return;
    after = last.pageKey;
  }
}

async function* asTable(deps: HttpDeps, deskId: DeskId, table: ExportTable) {
  const columns = exportColumns(table);
  yield TABLE_START + tableLine(columns);
  for await (const page of pagesOf(deps, deskId, table))
    yield page.map((row) => tableLine(columns.map((name) => row[name] ?? null))).join('');
}

/** A list of objects, one a line. */
async function* asJson(deps: HttpDeps, deskId: DeskId, table: ExportTable) {
  const columns = exportColumns(table);
  let between = '[\n';
  for await (const page of pagesOf(deps, deskId, table)) {
    const lines = page.map((row) =>
      JSON.stringify(Object.fromEntries(columns.map((name) => [name, row[name] ?? null]))),
    );
    yield between + lines.join(',\n');
    between = ',\n';
  }
  yield between === '[\n' ? '[]\n' : '\n]\n';
}

export const exportRoutes = (app: FastifyInstance, deps: HttpDeps): void => {
  mount(app, deps, endpoints.exportTable, async ({ deskId, person, params, query, request, reply }) => {
    const { desk, table } = params;
    const { personId } = person;
    // Whoever takes everything out is on record before the first byte.
    await auditAttempt(deps, { endpoint: endpoints.exportTable, deskId, personId, request }, 'done');
    const day = new Date(deps.context.now()).toISOString().slice(0, 10);
    const isTable = query.format === 'csv';
    sendText(reply, {
      name: `${desk}-${table}-${day}.${query.format}`,
      type: isTable ? 'text/csv' : 'application/json',
      parts: isTable ? asTable(deps, deskId, table) : asJson(deps, deskId, table),
    });
    return null;
  });
};
