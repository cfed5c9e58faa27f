import type { DeskId, PersonId } from '@reglament/desk';
import type { Instant } from '@reglament/working-time';
import { insertResponse } from '../store/idempotency.ts';
import { type CallAct, changeCall, insertMissedCall } from '../store/missed-calls.ts';
import { holderOfCall } from '../store/queries/missed-calls.ts';
import { readPhone } from '../text/phone.ts';
import type { Context } from './context.ts';

export interface ReportedCall {
  readonly deskId: DeskId;
  readonly phone: string;
  readonly note: string;
  /** null: now. */
  readonly at: Instant | null;
  readonly idempotency: { readonly key: string; readonly requestHash: string };
}

/** A call that nobody answered waits to be called back. @returns its id */
export const addMissedCall = async (context: Context, call: ReportedCall): Promise<string> => {
  const { deskId, note, idempotency } = call;
  const callId = context.newId();
  const now = context.now();
  const at = call.at === null || call.at > now ? now : call.at;
  const phone = readPhone(call.phone) ?? call.phone.trim();
  await context.db.inDesk(deskId, async (q) => {
    await insertMissedCall(q, { deskId, callId, phone, note: note.trim(), at });
    await insertResponse(q, { deskId, ...idempotency, response: { callId }, at: now });
  });
  context.hint({ deskId, kind: 'inquiry', number: 0 });
  return callId;
};

export interface CallChanged {
  /** false: a colleague has it. */
  readonly done: boolean;
  readonly by: { readonly personId: PersonId; readonly name: string } | null;
}

/** Takes a missed call, gives it back, marks it handled or waiting; null: the desk has no such call. */
export const changeMissedCall = async (
  context: Context,
  by: { readonly deskId: DeskId; readonly personId: PersonId },
  change: { readonly callId: string; readonly act: CallAct; readonly reason: string },
): Promise<CallChanged | 'reason-required' | null> => {
  const { deskId } = by;
  const { callId, act } = change;
  const reason = change.reason.trim();
  const changed = await context.db.inDesk(deskId, async (q) => {
    const done = await changeCall(q, { ...by, at: context.now() }, { callId, act, reason });
    const holder = await holderOfCall(q, deskId, callId);
    return holder === null ? null : { done, holder };
  });
  if (changed === null) return null;
  const { done, holder } = changed;
  const isOwed = !done && !holder.isDone && (holder.personId === null || holder.personId === by.personId);
  if (act === 'handle' && holder.isCallback && reason === '' && isOwed) return 'reason-required';
  if (done) context.hint({ deskId, kind: 'inquiry', number: 0 });
  const { personId, name } = holder;
  return { done, by: personId === null ? null : { personId, name: name ?? '' } };
};
