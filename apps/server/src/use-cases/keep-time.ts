import { type DeskId, deskZoneOf, type PersonId, type TicketId } from '@reglament/desk';
import { localDateOf } from '@reglament/working-time';
import { insertResponse } from '../store/idempotency.ts';
import { deleteTime, insertTime, type OwnEntry, type TimeFacts, updateTime } from '../store/time-spent.ts';
import type { Context } from './context.ts';

export type TimeOutcome =
  | { readonly kind: 'done'; readonly entryId: string }
  /** `date-in-future`: nobody has worked tomorrow. */
  | { readonly kind: 'not-found' | 'date-in-future' };

const isInFuture = async (context: Context, deskId: DeskId, on: string): Promise<boolean> => {
  const { regulation } = await context.regulations.inForce(deskId, context.now());
  return on > localDateOf(deskZoneOf(regulation), context.now());
};

/** Time spent on a ticket, put down as the person's own. */
export const addTime = async (
  context: Context,
  asked: TimeFacts & {
    readonly deskId: DeskId;
    readonly ticketId: TicketId;
    readonly personId: PersonId;
    readonly idempotency: { readonly key: string; readonly requestHash: string };
  },
): Promise<TimeOutcome> => {
  const { deskId, idempotency } = asked;
  if (await isInFuture(context, deskId, asked.on)) return { kind: 'date-in-future' };
  return context.db.inDesk(deskId, async (q) => {
    const entryId = context.newId();
    const at = context.now();
    await insertTime(q, deskId, { ...asked, note: asked.note.trim(), entryId, at });
    await insertResponse(q, { deskId, ...idempotency, response: { entryId }, at });
    return { kind: 'done', entryId };
  });
};

/** An entry written anew; another person's does not exist for whoever asks. */
export const changeTime = async (
  context: Context,
  deskId: DeskId,
  asked: TimeFacts & OwnEntry,
): Promise<TimeOutcome> => {
  if (await isInFuture(context, deskId, asked.on)) return { kind: 'date-in-future' };
  const isDone = await context.db.inDesk(deskId, (q) =>
    updateTime(q, deskId, { ...asked, note: asked.note.trim() }),
  );
  return isDone ? { kind: 'done', entryId: asked.entryId } : { kind: 'not-found' };
};

/** @returns false: the person has no such entry. */
export const removeTime = (context: Context, deskId: DeskId, entry: OwnEntry): Promise<boolean> =>
  context.db.inDesk(deskId, (q) => deleteTime(q, deskId, entry));
