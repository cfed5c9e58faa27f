import type { DeskId, PersonId, TicketId } from '@reglament/desk';
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

/** A customer of the ticket wants to be called back; asked again before anybody has called, it is the same wish with the newer number. */
export const insertCallback = async (
  q: Queries,
  wish: {
    readonly deskId: DeskId;
    readonly callId: string;
    readonly ticketId: TicketId;
    readonly phone: string;
    readonly at: Instant;
  },
): Promise<void> => {
  await q.query(
    'callback-insert',
    `insert into missed_call (desk_id, call_id, ticket_id, phone, called_at) values ($1, $2, $3, $4, $5)
     on conflict (desk_id, ticket_id) where ticket_id is not null and handled_at is null do update set phone = excluded.phone`,
    [wish.deskId, wish.callId, wish.ticketId, wish.phone, toTimestamp(wish.at)],
  );
};

interface Finished {
  readonly deskId: DeskId;
  readonly personId: PersonId;
  readonly at: Instant;
  /** The call that was answered by calling back; null: none. */
  readonly callId: string | null;
  /** The ticket whose customer was reached; null: none. */
  readonly ticketId: TicketId | null;
}

/** Somebody has talked to them: the missed call and the ticket's wish to be called back wait no more, whoever had taken them. */
export const finishCalls = async (q: Queries, of: Finished): Promise<void> => {
  await q.query(
    'missed-calls-finish',
    `update missed_call set handled_by = $3, handled_at = $4
     where desk_id = $1 and handled_at is null and (call_id = $2::uuid or ticket_id = $5::uuid)`,
    [of.deskId, of.callId, of.personId, toTimestamp(of.at), of.ticketId],
  );
};

export type CallAct = 'take' | 'release' | 'handle' | 'reopen';

/** What each sets, and on which calls: what a colleague has stays theirs. */
const acts: Readonly<Record<CallAct, string>> = {
  take: 'set taken_by = $3, taken_at = $4 where handled_at is null and (taken_by is null or taken_by = $3)',
  release:
    'set taken_by = null, taken_at = null where handled_at is null and taken_by = $3 and $4::timestamptz is not null',
  handle: `set handled_by = $3, handled_at = $4, reason = $5 where handled_at is null and (taken_by is null or taken_by = $3)
    and (ticket_id is null or $5 <> '')`,
  // Wished again meanwhile, the newer wish stands for both.
  reopen: `set handled_by = null, handled_at = null, reason = '' where handled_by = $3 and $4::timestamptz is not null
    and not exists (select from missed_call w where w.desk_id = $1 and w.ticket_id = missed_call.ticket_id and w.handled_at is null)`,
};

interface Changed {
  readonly callId: string;
  readonly act: CallAct;
  /** Why nobody has to call: asked of whoever puts an end to a wish to be called back. */
  readonly reason: string;
}

/** @returns false: a colleague has it, a reason is missing, or there is none such. */
export const changeCall = async (
  q: Queries,
  by: { readonly deskId: DeskId; readonly personId: PersonId; readonly at: Instant },
  { callId, act, reason }: Changed,
): Promise<boolean> => {
  const rows = await q.query(
    `missed-call-${act}`,
    `update missed_call ${acts[act]} and desk_id = $1 and call_id = $2 returning call_id`,
    [by.deskId, callId, by.personId, toTimestamp(by.at), ...(act === 'handle' ? [reason] : [])],
  );
  return rows.length === 1;
};
