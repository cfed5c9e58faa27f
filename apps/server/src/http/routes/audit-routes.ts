import { endpoints } from '@reglament/contract';
import type { DeskId } from '@reglament/desk';
import type { Instant } from '@reglament/working-time';
import type { FastifyInstance } from 'fastify';
import type { Queries } from '../../store/database.ts';
import {
  type AuditFilter,
  type AuditKey,
  auditPage,
  type AuditRow,
  peopleInAudit,
} from '../../store/queries/desk-audit.ts';
import { namesOf } from '../../store/queries/named-things.ts';
import { TABLE_START, tableLine } from '../../text/write-table.ts';
import { mount } from '../contract-route.ts';
import { readCursor, writeCursor } from '../cursor.ts';
import type { HttpDeps } from '../http-deps.ts';
import { askedObject, auditObject, idsIn } from '../present/audit-object.ts';
import { type Language, languageOf } from '../problem-reply.ts';
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
  about: asked.target === undefined ? null : askedObject(asked.target),
  from: instantOf(asked.from),
  until: instantOf(asked.until),
});

/** What the ids in these rows are called. */
const namesIn = (q: Queries, deskId: DeskId, rows: readonly AuditRow[]) =>
  namesOf(q, deskId, [...new Set(rows.flatMap(({ target }) => idsIn(target)))]);

const presentEntry = (row: AuditRow, names: ReadonlyMap<string, string>) => ({
  auditId: row.auditId,
  at: iso(row.at),
  person: row.personId === null ? null : { personId: row.personId, name: row.personName ?? '' },
  action: row.action,
  outcome: row.outcome,
  target: row.target,
  object: auditObject(row.target, names),
  clientAddress: row.clientAddress,
});

const objectWords = (target: string, names: ReadonlyMap<string, string>, language: Language): string => {
  const object = auditObject(target, names);
  return object === null ? '' : [object.says[language], object.name].filter(Boolean).join(': ');
};

const PAGE = 500;
const MOST_ROWS = 100_000;

/** The log as lines of a table, page by page. */
async function* tableOf(
  { context }: HttpDeps,
  deskId: DeskId,
  filter: AuditFilter,
  language: Language,
): AsyncGenerator<string, void, undefined> {
  yield TABLE_START + tableLine(['at', 'person', 'action', 'outcome', 'target', 'address', 'object']);
  let after: AuditKey | null = null;
  for (let rows = 0; rows < MOST_ROWS; rows += PAGE) {
    const from: AuditKey | null = after;
    const { page, names } = await context.db.inDesk(deskId, async (q) => {
      const rows = await auditPage(q, { deskId, filter, after: from, limit: PAGE });
      return { page: rows, names: await namesIn(q, deskId, rows) };
    });
    yield page
      .map((r) =>
        tableLine([
          ...[iso(r.at), r.personName, r.action, r.outcome, r.target, r.clientAddress],
          objectWords(r.target, names, language),
        ]),
      )
      .join('');
    const last: AuditRow | undefined = page.at(-1);
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
    const { rows, people, names } = await db.inDesk(deskId, async (q) => {
      const found = await auditPage(q, { deskId, filter: filterOf(asked), after, limit: limit + 1 });
      return { rows: found, people: await peopleInAudit(q, deskId), names: await namesIn(q, deskId, found) };
    });
    const page = rows.slice(0, limit);
    const last = page.at(-1);
    const hasMore = rows.length > limit && last !== undefined;
    return {
      entries: page.map((row) => presentEntry(row, names)),
      next: hasMore ? writeCursor(secret, list, [last.at, last.auditId]) : null,
      people: [...people],
    };
  });

  mount(app, deps, endpoints.getAuditTable, async ({ deskId, query, request, reply, params }) => {
    const parts = tableOf(deps, deskId, filterOf(query), languageOf(request));
    sendText(reply, { name: `audit-${params.desk}.csv`, type: 'text/csv', parts });
    return null;
  });
};
