import type { DeskId, PersonId } from '@reglament/desk';
import type { Instant } from '@reglament/working-time';
import { type Queries, toTimestamp } from './database.ts';

export const insertMissedCall = async (
  q: Queries,
  call: {
    readonly deskId: DeskId;
    readonly callId: string;
    readonly phone: string;
    readonly note: string;
    readonly at: Instant;
  },
): Promise<void> => {
  await q.query(
    'missed-call-insert',
    'insert into missed_call (desk_id, call_id, phone, note, called_at) values ($1, $2, $3, $4, $5)',
    [call.deskId, call.callId, call.phone, call.note, toTimestamp(call.at)],
  );
};

export type CallAct = 'take' | 'release' | 'handle' | 'reopen';

/** What each sets, and on which calls: what a colleague has stays theirs. */
const acts: Readonly<Record<CallAct, string>> = {
  take: 'set taken_by = $3, taken_at = $4 where handled_at is null and (taken_by is null or taken_by = $3)',
  release:
    'set taken_by = null, taken_at = null where handled_at is null and taken_by = $3 and $4::timestamptz is not null',
  handle:
    'set handled_by = $3, handled_at = $4 where handled_at is null and (taken_by is null or taken_by = $3)',
  reopen: 'set handled_by = null, handled_at = null where handled_by = $3 and $4::timestamptz is not null',
};

/** @returns false: a colleague has it, or there is none such. */
export const changeCall = async (
  q: Queries,
  by: { readonly deskId: DeskId; readonly personId: PersonId; readonly at: Instant },
  callId: string,
  act: CallAct,
): Promise<boolean> => {
  const rows = await q.query(
    `missed-call-${act}`,
    `update missed_call ${acts[act]} and desk_id = $1 and call_id = $2 returning call_id`,
    [by.deskId, callId, by.personId, toTimestamp(by.at)],
  );
  return rows.length === 1;
};
