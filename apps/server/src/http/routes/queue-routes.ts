import { endpoints } from '@reglament/contract';
import type { Instant } from '@reglament/working-time';
import { countOpenInquiries } from '../../store/queries/inquiries.ts';
import type { FastifyInstance } from 'fastify';
import { MOST_NUMBERS, queueNumbers } from '../../store/queries/queue-numbers.ts';
import { queueCounts, queuePage, type QueueRow } from '../../store/queries/queue.ts';
import { countMissedCalls } from '../../store/queries/missed-calls.ts';
import { askedFilter, askedLine } from '../asked-filter.ts';
import { mount } from '../contract-route.ts';
import { countKeptViews } from '../count-kept-views.ts';
import { readCursor, writeCursor } from '../cursor.ts';
import type { HttpDeps } from '../http-deps.ts';
import { presentQueueHours, presentQueueRow } from '../present/present-queue.ts';

const keyOf = (row: QueueRow): readonly (string | number)[] => [
  row.queueKey,
  row.closedAt ?? 0,
  row.ticketId,
];

export const queueRoutes = (app: FastifyInstance, deps: HttpDeps): void => {
  const { db, regulations, secret, now } = deps.context;

  mount(app, deps, endpoints.getRegulation, async ({ deskId }) => ({
    ...(await regulations.inForce(deskId, now())).regulation,
  }));

  mount(app, deps, endpoints.getQueue, async ({ deskId, person, query }) => {
    const { view, limit } = query;
    const line = askedLine(view, query.line);
    const filter = await askedFilter(deps.context, deskId, person.personId, query);
    const list = `queue ${deskId} ${view} ${line ?? ''} ${JSON.stringify({ ...filter, due: query.late })}`;
    const [place, at, ticketId] = query.cursor === undefined ? [] : readCursor(secret, list, query.cursor);
    const after =
      ticketId === undefined
        ? null
        : { place: String(place), at: Number(at) as Instant, ticketId: String(ticketId) };
    const rows = await db.askDesk(deskId, (q) =>
      queuePage(q, { deskId, personId: person.personId, view, line, filter, after, limit: limit + 1 }),
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

  mount(app, deps, endpoints.getQueueNumbers, async ({ deskId, person, query }) => {
    const { view } = query;
    const line = askedLine(view, query.line);
    const filter = await askedFilter(deps.context, deskId, person.personId, query);
    const numbers = await db.askDesk(deskId, (q) =>
      queueNumbers(q, { deskId, personId: person.personId, view, line, filter }),
    );
    return { numbers: numbers.slice(0, MOST_NUMBERS), isMore: numbers.length > MOST_NUMBERS };
  });

  mount(app, deps, endpoints.getQueueCounts, async ({ deskId, person }) => {
    const { regulation } = await regulations.inForce(deskId, now());
    const { views, lines } = await db.askDesk(deskId, (q) =>
      queueCounts(q, { deskId, personId: person.personId, lines: regulation.lines.map(({ id }) => id) }),
    );
    const inquiries = await db.askDesk(deskId, (q) => countOpenInquiries(q, deskId));
    const missedCalls = await db.askDesk(deskId, (q) => countMissedCalls(q, deskId));
    const kept = await countKeptViews(deps.context, deskId, person.personId);
    return { counts: views, lines, kept, inquiries, missedCalls };
  });
};
