import { endpoints, lineViews, type QueueView } from '@reglament/contract';
import type { Instant } from '@reglament/working-time';
import { countOpenInquiries } from '../../store/queries/inquiries.ts';
import type { FastifyInstance } from 'fastify';
import { queueCounts, queuePage, type QueueRow } from '../../store/queries/queue.ts';
import { mount } from '../contract-route.ts';
import { readCursor, writeCursor } from '../cursor.ts';
import type { HttpDeps } from '../http-deps.ts';
import { presentQueueHours, presentQueueRow } from '../present/present-queue.ts';
import { ProblemAnswer } from '../problem-reply.ts';

const keyOf = (row: QueueRow): readonly (string | number)[] => [
  row.queueKey,
  row.closedAt ?? 0,
  row.ticketId,
];

/** Tickets that nobody works on stand in no line's queue. */
const lineOf = (view: QueueView, line: string | undefined): string | null => {
  if (line === undefined) return null;
  if (lineViews.some((one) => one === view)) return line;
  throw new ProblemAnswer('invalid-request', { errors: [{ pointer: '/line', code: 'view-without-lines' }] });
};

export const queueRoutes = (app: FastifyInstance, deps: HttpDeps): void => {
  const { db, regulations, secret, now } = deps.context;

  mount(app, deps, endpoints.getRegulation, async ({ deskId }) => ({
    ...(await regulations.inForce(deskId, now())).regulation,
  }));

  mount(app, deps, endpoints.getQueue, async ({ deskId, person, query }) => {
    const { view, limit } = query;
    const line = lineOf(view, query.line);
    const tag = query.tag ?? null;
    const list = `queue ${deskId} ${view} ${line ?? ''} ${tag ?? ''}`;
    const [place, at, ticketId] = query.cursor === undefined ? [] : readCursor(secret, list, query.cursor);
    const after =
      ticketId === undefined
        ? null
        : { place: String(place), at: Number(at) as Instant, ticketId: String(ticketId) };
    const rows = await db.askDesk(deskId, (q) =>
      queuePage(q, { deskId, personId: person.personId, view, line, tag, after, limit: limit + 1 }),
    );
    const page = await Promise.all(
      rows.slice(0, limit).map(async (row) => ({
        row,
        regulation: (await regulations.ofTicket(deskId, row)).regulation,
      })),
    );
    const last = page.at(-1)?.row;
    return {
      tickets: page.map(({ row, regulation }) => presentQueueRow(row, regulation)),
      schedules: presentQueueHours(page),
      next: rows.length > limit && last !== undefined ? writeCursor(secret, list, keyOf(last)) : null,
      now: new Date(now()).toISOString(),
    };
  });

  mount(app, deps, endpoints.getQueueCounts, async ({ deskId, person }) => {
    const { regulation } = await regulations.inForce(deskId, now());
    const { views, lines } = await db.askDesk(deskId, (q) =>
      queueCounts(q, { deskId, personId: person.personId, lines: regulation.lines.map(({ id }) => id) }),
    );
    const inquiries = await db.askDesk(deskId, (q) => countOpenInquiries(q, deskId));
    return { counts: views, lines, inquiries };
  });
};
