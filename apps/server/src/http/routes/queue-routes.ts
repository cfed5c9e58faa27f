import { endpoints, lineViews, type QueueView } from '@reglament/contract';
import type { DeskId, PersonId } from '@reglament/desk';
import type { Instant } from '@reglament/working-time';
import type { z } from 'zod';
import { countOpenInquiries } from '../../store/queries/inquiries.ts';
import type { FastifyInstance } from 'fastify';
import type { QueueFilter } from '../../store/queries/queue-filter.ts';
import { queueCounts, queuePage, type QueueRow } from '../../store/queries/queue.ts';
import { countMissedCalls } from '../../store/queries/missed-calls.ts';
import { mount } from '../contract-route.ts';
import { readCursor, writeCursor } from '../cursor.ts';
import type { HttpDeps } from '../http-deps.ts';
import { nearHours } from '../near-hours.ts';
import { presentQueueHours, presentQueueRow } from '../present/present-queue.ts';
import { ProblemAnswer } from '../problem-reply.ts';

type Query = z.output<typeof endpoints.getQueue.query>;

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

/** Hours that count as "about to be late" in the queue. */
const SOON_HOURS = 4;

const dueOf = async (
  { context }: HttpDeps,
  deskId: DeskId,
  late: Query['late'],
): Promise<QueueFilter['due']> => {
  const now = context.now();
  switch (late) {
    case undefined:
      return null;
    case 'overdue':
      return { kind: 'overdue', now };
    case 'soon':
      return { kind: 'soon', now, until: await nearHours(context, deskId, SOON_HOURS) };
  }
};

/** What the address asks for; `me` is whoever asks. */
const filterOf = async (
  deps: HttpDeps,
  deskId: DeskId,
  personId: PersonId,
  query: Query,
): Promise<QueueFilter> => ({
  states: query.state ?? null,
  priorities: query.priority ?? null,
  types: query.type ?? null,
  channels: query.channel ?? null,
  packages: query.package ?? null,
  assignees:
    query.assignee?.map((one) => (one === 'none' ? null : one === 'me' ? personId : (one as PersonId))) ??
    null,
  companyId: query.company ?? null,
  tags: query.tag ?? null,
  turn: query.turn ?? null,
  due: await dueOf(deps, deskId, query.late),
});

export const queueRoutes = (app: FastifyInstance, deps: HttpDeps): void => {
  const { db, regulations, secret, now } = deps.context;

  mount(app, deps, endpoints.getRegulation, async ({ deskId }) => ({
    ...(await regulations.inForce(deskId, now())).regulation,
  }));

  mount(app, deps, endpoints.getQueue, async ({ deskId, person, query }) => {
    const { view, limit } = query;
    const line = lineOf(view, query.line);
    const filter = await filterOf(deps, deskId, person.personId, query);
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

  mount(app, deps, endpoints.getQueueCounts, async ({ deskId, person }) => {
    const { regulation } = await regulations.inForce(deskId, now());
    const { views, lines } = await db.askDesk(deskId, (q) =>
      queueCounts(q, { deskId, personId: person.personId, lines: regulation.lines.map(({ id }) => id) }),
    );
    const inquiries = await db.askDesk(deskId, (q) => countOpenInquiries(q, deskId));
    const missedCalls = await db.askDesk(deskId, (q) => countMissedCalls(q, deskId));
    return { counts: views, lines, inquiries, missedCalls };
  });
};
