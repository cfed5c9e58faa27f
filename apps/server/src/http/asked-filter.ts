import { type endpoints, lineViews, type QueueView } from '@reglament/contract';
import type { DeskId, PersonId } from '@reglament/desk';
import type { z } from 'zod';
import type { QueueFilter } from '../store/queries/queue-filter.ts';
import type { Context } from '../use-cases/context.ts';
import { nearHours } from './near-hours.ts';
import { ProblemAnswer } from './problem-reply.ts';

type Query = z.output<typeof endpoints.getQueue.query>;

/** Tickets that nobody works on stand in no line's queue. */
export const askedLine = (view: QueueView, line: string | undefined): string | null => {
  if (line === undefined) return null;
  if (lineViews.some((one) => one === view)) return line;
  throw new ProblemAnswer('invalid-request', { errors: [{ pointer: '/line', code: 'view-without-lines' }] });
};

/** Hours that count as "about to be late" in the queue. */
const SOON_HOURS = 4;

const dueOf = async (context: Context, deskId: DeskId, late: Query['late']): Promise<QueueFilter['due']> => {
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
export const askedFilter = async (
  context: Context,
  deskId: DeskId,
  personId: PersonId,
  query: Omit<Query, 'cursor' | 'limit'>,
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
  due: await dueOf(context, deskId, query.late),
});
