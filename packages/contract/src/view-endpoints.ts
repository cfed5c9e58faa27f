import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { queueFilter } from './queue-filter.ts';
import { deskSlug, id, lineText, queueView } from './schemas.ts';

const inDesk = z.object({ desk: deskSlug });
const ofView = inDesk.extend({ viewId: id });

/** What the queue is asked for, as its address says it. */
const savedQuery = z.strictObject({
  view: queueView,
  line: lineText(60, 1).optional(),
  ...Object.fromEntries(Object.keys(queueFilter).map((key) => [key, z.string().min(1).max(4000).optional()])),
});

export const savedView = z.object({
  viewId: id,
  name: z.string(),
  /** Everybody's at the desk; false: one's own. */
  shared: z.boolean(),
  query: z.record(z.string(), z.string()),
});
export type SavedView = z.infer<typeof savedView>;

const name = lineText(60, 1).refine((typed) => typed.trim() !== '', { error: 'required' });
const tagIds = z.array(id).max(30).default([]);

/** What is done to many tickets at once; to each by its own rules. */
export const bulkAction = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('take') }),
  z.strictObject({ kind: z.literal('assign'), personId: id.nullable() }),
  z.strictObject({ kind: z.literal('tag'), add: tagIds, remove: tagIds }),
]);
export type BulkAction = z.infer<typeof bulkAction>;

const refused = z.object({ number: z.number().int(), says: z.string(), clause: z.string().nullable() });

/** Views that people keep, and what is done to many tickets of one at once. */
export const viewEndpoints = {
  getViews: endpoint({
    id: 'getViews',
    method: 'GET',
    path: '/api/desks/{desk}/views',
    permission: 'staff',
    params: inDesk,
    summary: 'Views of the queue that the person keeps, and those that the desk shares.',
    reply: z.object({ views: z.array(savedView) }),
  }),
  createView: endpoint({
    id: 'createView',
    method: 'POST',
    path: '/api/desks/{desk}/views',
    permission: 'staff',
    params: inDesk,
    idempotent: true,
    status: 201,
    summary: 'Keep a view of the queue. Only leads and administrators share one with the desk.',
    body: z.strictObject({ name, shared: z.boolean(), query: savedQuery }),
    reply: z.object({ viewId: id }),
  }),
  changeView: endpoint({
    id: 'changeView',
    method: 'PATCH',
    path: '/api/desks/{desk}/views/{viewId}',
    permission: 'staff',
    params: ofView,
    summary: 'Rename a view or ask for something else by it. What is not named stays.',
    body: z.strictObject({ name: name.optional(), query: savedQuery.optional() }),
    reply: z.object({ viewId: id }),
  }),
  deleteView: endpoint({
    id: 'deleteView',
    method: 'DELETE',
    path: '/api/desks/{desk}/views/{viewId}',
    permission: 'staff',
    params: ofView,
    summary: 'Keep a view no more.',
    reply: z.null(),
    status: 204,
  }),
  getQueueNumbers: endpoint({
    id: 'getQueueNumbers',
    method: 'GET',
    path: '/api/desks/{desk}/queue/numbers',
    permission: 'staff',
    params: inDesk,
    summary:
      'Numbers of all tickets that a view holds, in its order, 10,000 at most: what is chosen when everything is.',
    query: z.strictObject({
      view: queueView.default('open'),
      /** As the queue is asked. */
      line: lineText(60, 1).optional(),
      ...queueFilter,
    }),
    reply: z.object({
      numbers: z.array(z.number().int()),
      /** There are more than were told. */
      isMore: z.boolean(),
    }),
  }),
  bulkTickets: endpoint({
    id: 'bulkTickets',
    method: 'POST',
    path: '/api/desks/{desk}/tickets/bulk',
    permission: 'support',
    params: inDesk,
    idempotent: true,
    summary:
      'Do something to many tickets, each by its own rules: what is refused to one is done to the others.',
    body: z.strictObject({
      numbers: z.array(z.number().int().min(1).max(999_999_999_999_999)).min(1).max(100),
      action: bulkAction,
    }),
    reply: z.object({
      /** Who had each before, and which tags it was given and lost, so that it can be undone. */
      done: z.array(
        z.object({
          number: z.number().int(),
          assigneeBefore: id.nullable(),
          tags: z.object({ added: z.array(id), removed: z.array(id) }).optional(),
        }),
      ),
      refused: z.array(refused),
    }),
  }),
};
