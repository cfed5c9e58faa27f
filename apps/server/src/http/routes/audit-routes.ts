import { endpoints } from '@reglament/contract';
import type { DeskId } from '@reglament/desk';
import type { Instant } from '@reglament/working-time';
import type { FastifyInstance } from 'fastify';
import {
  type AuditFilter,
  type AuditKey,
  auditPage,
  type AuditRow,
  peopleInAudit,
} from '../../store/queries/desk-audit.ts';
import { TABLE_START, tableLine } from '../../text/write-table.ts';
import { mount } from '../contract-route.ts';
import { readCursor, writeCursor } from '../cursor.ts';
import type { HttpDeps } from '../http-deps.ts';
import { sendText } from '../send-pages.ts';
import { iso } from '../present/iso.ts';

interface AskedFilter {
  readonly personId?: string | undefined;
  readonly action?: string | undefined;
  readonly outcome?: 'done' | 'refused' | undefined;
  readonly target?: string | undefined;
  readonly from?: string | undefined;
  readonly until?: string | undefined;
}

const instantOf = (text: string | undefined): Instant | null =>
  text === undefined ? null : (Date.parse(text) as Instant);

const filterOf = (asked: AskedFilter): AuditFilter => ({
  personId: asked.personId ?? null,
  action: asked.action ?? null,
  outcome: asked.outcome ?? null,
  target: asked.target ?? null,
  from: instantOf(asked.from),
  until: instantOf(asked.until),
});

const presentEntry = (row: AuditRow) => ({
  auditId: row.auditId,
  at: iso(row.at),
  person: row.personId === null ? null : { personId: row.personId, name: row.personName ?? '' },
  action: row.action,
  outcome: row.outcome,
  target: row.target,
  clientAddress: row.clientAddress,
});

const PAGE = 500;
const MOST_ROWS = 100_000;

/** The log as lines of a table, page by page. */
async function* tableOf(
  { context }: HttpDeps,
  deskId: DeskId,
  filter: AuditFilter,
): AsyncGenerator<string, void, undefined> {
  yield TABLE_START + tableLine(['at', 'person', 'action', 'outcome', 'target', 'address']);
  let after: AuditKey | null = null;
  for (let rows = 0; rows < MOST_ROWS; rows += PAGE) {
    const from: AuditKey | null = after;
    const page: readonly AuditRow[] = await context.db.inDesk(deskId, (q) =>
      auditPage(q, { deskId, filter, after: from, limit: PAGE }),
    );
    yield page
      .map((r) => tableLine([iso(r.at), r.personName, r.action, r.outcome, r.target, r.clientAddress]))
      .join('');
    const last = page.at(-1);
    if (page.length < PAGE || last === undefined) return;
    after = { at: last.at, auditId: last.auditId };
  }
}

export const auditRoutes = (app: FastifyInstance, deps: HttpDeps): void => {
  const { db, secret } = deps.context;
  mount(app, deps, endpoints.getAudit, async ({ deskId, query }) => {
    const { cursor, limit, ...asked } = query;
    // A cursor is good for the filter it came with.
    const list = `audit ${deskId} ${JSON.stringify(asked)}`;
    const [at, auditId] = cursor === undefined ? [] : readCursor(secret, list, cursor);
    const after = auditId === undefined ? null : { at: Number(at) as Instant, auditId: String(auditId) };
    const { rows, people } = await db.inDesk(deskId, async (q) => ({
      rows: await auditPage(q, { deskId, filter: filterOf(asked), after, limit: limit + 1 }),
      people: await peopleInAudit(q, deskId),
    }));
    const page = rows.slice(0, limit);
    const last = page.at(-1);
    const hasMore = rows.length > limit && last !== undefined;
    return {
      entries: page.map(presentEntry),
      next: hasMore ? writeCursor(secret, list, [last.at, last.auditId]) : null,
      people: [...people],
    };
  });

  mount(app, deps, endpoints.getAuditTable, async ({ deskId, query, reply, params }) => {
    const parts = tableOf(deps, deskId, filterOf(query));
    sendText(reply, { name: `audit-${params.desk}.csv`, type: 'text/csv', parts });
    return null;
  });
};
