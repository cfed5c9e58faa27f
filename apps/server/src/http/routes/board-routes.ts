import { endpoints, type ReplyOf } from '@reglament/contract';
import type { DeskId } from '@reglament/desk';
import { type Instant, localDateOf, type TimeZoneId } from '@reglament/working-time';
import type { FastifyInstance } from 'fastify';
import { type BoardDay, boardDays, boardLoad, boardRows, boardTickets } from '../../store/queries/board.ts';
import { type BoardSums, sumBoard } from '../../use-cases/board-figures.ts';
import { mount } from '../contract-route.ts';
import type { HttpDeps } from '../http-deps.ts';
import { nearHours } from '../near-hours.ts';
import { presentQueueHours, presentQueueRow } from '../present/present-queue.ts';

type Board = ReplyOf<typeof endpoints.getBoard>;
type Figures = Board['total'];

const DAY_MS = 86_400_000;
const SHOWN_DAYS = 14;
const LOAD_DAYS = 28;
/** Beyond this a desk's lead sees that not all were counted. */
const MOST_COUNTED = 20_000;
const MOST_URGENT = 12;

const nothing: Figures = { open: 0, late: 0, soon: 0, waitingForCustomer: 0, unassigned: 0 };

/** Every date there was, also those on which nothing happened. */
const fillDays = (known: readonly BoardDay[], zone: TimeZoneId, now: Instant): Board['days'] => {
  const today = Date.parse(`${localDateOf(zone, now)}T00:00:00Z`);
  return Array.from({ length: SHOWN_DAYS }, (_, index) => {
    const date = new Date(today - (SHOWN_DAYS - 1 - index) * DAY_MS).toISOString().slice(0, 10);
    return known.find((day) => day.date === date) ?? { date, registered: 0, closed: 0, breaches: 0 };
  });
};

const presentUrgent = async (
  { context }: HttpDeps,
  deskId: DeskId,
  { pressing }: BoardSums,
): Promise<Pick<Board, 'urgent' | 'schedules'>> => {
  const ids = pressing.slice(0, MOST_URGENT).map(({ ticketId }) => ticketId);
  const found = await context.db.askDesk(deskId, (q) => boardTickets(q, deskId, ids));
  const page = await Promise.all(
    found.map(async (row) => ({
      row,
      regulation: (await context.regulations.ofTicket(deskId, row)).regulation,
    })),
  );
  return {
    urgent: page.map(({ row, regulation }) => presentQueueRow(row, regulation)),
    schedules: presentQueueHours(page),
  };
};

export const boardRoutes = (app: FastifyInstance, deps: HttpDeps): void => {
  const { db, regulations, now } = deps.context;
  mount(app, deps, endpoints.getBoard, async ({ deskId, query }) => {
    const at = now();
    const { regulation } = await regulations.inForce(deskId, at);
    const { zone } = regulation;
    // A day more: where a date begins is the zone's business.
    const since = (days: number): Instant => (at - days * DAY_MS) as Instant;
    const found = await db.inDesk(deskId, async (q) => ({
      rows: await boardRows(q, deskId, MOST_COUNTED + 1),
      days: await boardDays(q, deskId, since(SHOWN_DAYS + 1), zone),
      load: await boardLoad(q, deskId, since(LOAD_DAYS), zone),
    }));
    const rows = found.rows.slice(0, MOST_COUNTED);
    const near = new Map(
      (await nearHours(deps.context, deskId, query.hours)).map(({ key, until }) => [key, until]),
    );
    const sums = sumBoard(rows, at, ({ hours }) => near.get(hours) ?? at);
    const unlined = sums.lines.get(null);
    return {
      now: new Date(at).toISOString(),
      complete: found.rows.length <= MOST_COUNTED,
      total: sums.total,
      lines: [
        ...regulation.lines.map(({ id, name }) => ({
          line: { id, name },
          figures: sums.lines.get(id) ?? nothing,
        })),
        ...(unlined === undefined ? [] : [{ line: null, figures: unlined }]),
      ],
      people: [...sums.people],
      ...(await presentUrgent(deps, deskId, sums)),
      days: fillDays(found.days, zone, at),
      load: [...found.load],
      zone,
    };
  });
};
