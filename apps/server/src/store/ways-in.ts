import type { DeskId } from '@reglament/desk';
import type { Instant } from '@reglament/working-time';
import { type Queries, toTimestamp } from './database.ts';
import {
  presentWayInRow,
  stillOpens,
  type WayIn,
  wayInColumns,
  type WayInKind,
  type WayInRow,
} from './queries/ways-in.ts';

/** What the outbox keeps of a link that is owed. */
export interface WayInNotice {
  readonly kind: 'way-in';
}

export const insertWayIn = async (q: Queries, w: WayIn): Promise<void> => {
  await q.query(
    'way-in-insert',
    `insert into way_in (desk_id, way_in_id, kind, email, role, invited_by, name, language, asked_at, until)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      w.deskId,
      w.wayInId,
      w.kind,
      w.email,
      w.role,
      w.invitedBy,
      w.name,
      w.language,
      toTimestamp(w.askedAt),
      toTimestamp(w.until),
    ],
  );
};

/** The letter with the link is owed. */
export const oweWayIn = async (
  q: Queries,
  w: Pick<WayIn, 'deskId' | 'wayInId'>,
  outboxId: string,
  at: Instant,
): Promise<void> => {
  const notice: WayInNotice = { kind: 'way-in' };
  await q.query(
    'way-in-owe',
    `with owed as (update way_in set owed_at = $5 where desk_id = $1 and way_in_id = $2)
     insert into outbox (desk_id, outbox_id, way_in_id, key, body, created_at, next_at) values ($1, $3::uuid, $2, 'way-in:' || $3::uuid::text, $4, $5, $5)`,
    [w.deskId, w.wayInId, outboxId, JSON.stringify(notice), toTimestamp(at)],
  );
};

/**
 * Links that an address asked for itself and that were owed to it since two moments, in every desk together, and those among them that
 * are of this kind and desk and still open something; whoever asks at the same time waits, so that two requests count each other.
 */
export const countOwedWaysIn = async (
  q: Queries,
  { email, kind, deskId }: Pick<WayIn, 'email' | 'kind' | 'deskId'>,
  since: { readonly live: Instant; readonly hour: Instant; readonly day: Instant },
): Promise<{ readonly live: number; readonly hour: number; readonly day: number }> => {
  await q.query('way-in-lock-email', 'select pg_advisory_xact_lock(hashtextextended($1, 36))', [email]);
  const [row] = await q.query<{ live: number; hour: number; day: number }>(
    'way-in-count',
    `select count(*) filter (where owed_at > $2)::int as hour, count(*)::int as day,
       count(*) filter (where owed_at > $4 and kind = $5 and desk_id = $6)::int as live
     from way_in where email = $1 and asked_at > $3 and owed_at is not null and kind <> 'invitation'`,
    [email, toTimestamp(since.hour), toTimestamp(since.day), toTimestamp(since.live), kind, deskId],
  );
  return row ?? { live: 0, hour: 0, day: 0 };
};

export const keepWayInToken = async (
  q: Queries,
  w: Pick<WayIn, 'deskId' | 'wayInId'>,
  hash: Buffer,
): Promise<void> => {
  await q.query(
    'way-in-token',
    'insert into way_in_token (desk_id, token_hash, way_in_id) values ($1, $2, $3)',
    [w.deskId, hash, w.wayInId],
  );
};

/** A link that still opens something, used from now on: of two that use a link at once the second finds nothing. */
export const spendWayIn = async (
  q: Queries,
  hash: Buffer,
  kind: WayInKind,
  now: Instant,
): Promise<WayIn | null> => {
  const [row] = await q.query<WayInRow & Record<string, unknown>>(
    'way-in-spend',
    `update way_in w set used_at = $2 from way_in_token t
     where t.token_hash = $1 and t.desk_id = w.desk_id and t.way_in_id = w.way_in_id and ${stillOpens} and w.kind = $3 returning ${wayInColumns}`,
    [hash, toTimestamp(now), kind],
  );
  return row === undefined ? null : presentWayInRow(row);
};

/** Invitations of an address that can still be used end; whoever invites it again gives it a new one. */
export const withdrawInvitationsOf = async (
  q: Queries,
  deskId: DeskId,
  email: string,
  now: Instant,
): Promise<void> => {
  await q.query(
    'way-in-withdraw-of',
    `update way_in set withdrawn_at = $3 where desk_id = $1 and kind = 'invitation' and email = $2 and used_at is null and withdrawn_at is null`,
    [deskId, email, toTimestamp(now)],
  );
};

/** @returns false: there is no such invitation, or it was used. */
export const withdrawInvitation = async (
  q: Queries,
  deskId: DeskId,
  wayInId: string,
  now: Instant,
): Promise<boolean> =>
  (
    await q.query(
      'way-in-withdraw',
      `update way_in set withdrawn_at = coalesce(withdrawn_at, $3) where desk_id = $1 and way_in_id = $2 and kind = 'invitation' and used_at is null returning way_in_id`,
      [deskId, wayInId, toTimestamp(now)],
    )
  ).length > 0;

/** Links that an address asked for itself end, at every desk: whoever has an old letter comes in by it no more. */
export const withdrawOwnWaysIn = async (q: Queries, email: string, now: Instant): Promise<void> => {
  await q.query(
    'way-in-withdraw-own',
    `update way_in set withdrawn_at = $2 where email = $1 and kind <> 'invitation' and used_at is null and withdrawn_at is null`,
    [email, toTimestamp(now)],
  );
};

/** Links older than this are forgotten, with the hashes. */
export const forgetWaysIn = async (q: Queries, before: Instant): Promise<void> => {
  await q.query('way-in-forget', 'delete from way_in where asked_at < $1', [toTimestamp(before)]);
};
