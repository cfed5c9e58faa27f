import type { DeskId } from '@reglament/desk';
import type { Instant } from '@reglament/working-time';
import { type Queries, toTimestamp } from './database.ts';

/** A delivery that is due, taken by this node. */
export interface ClaimedDelivery {
  readonly deskId: DeskId;
  readonly slug: string;
  readonly deliveryId: string;
  readonly webhookId: string;
  readonly type: string;
  readonly at: Instant;
  readonly data: Readonly<Record<string, unknown>>;
  /** Of this round, with this one. */
  readonly tries: number;
  /** Of all rounds, with this one. */
  readonly attempts: number;
  readonly url: string;
  /** Sealed, as the one before. */
  readonly secret: Buffer;
  /** Signs too; null: there is none, or its day is over. */
  readonly previousSecret: Buffer | null;
}

/** Of one webhook at a time: one that hangs holds up itself alone. */
const OF_A_WEBHOOK = 4;

/**
 * Takes what is due for `leaseMs`, over all desks, earliest first: of each webhook a few, of those in `busy` nothing. A node that
 * dies leaves what it took to the next after the lease.
 */
export const claimDeliveries = (
  q: Queries,
  claim: {
    readonly now: Instant;
    readonly leaseMs: number;
    readonly busy: readonly string[];
    readonly limit: number;
  },
): Promise<readonly ClaimedDelivery[]> =>
  q.query<ClaimedDelivery & Record<string, unknown>>(
    'webhook-claim',
    `update webhook_delivery d set lease_until = $2, tries = d.tries + 1, attempts = d.attempts + 1
     from (
       select w.desk_id, k.slug, w.webhook_id, w.url, w.secret, case when w.previous_until > $1 then w.previous_secret end as previous, due.delivery_id
       from webhook w
       join desk k on k.desk_id = w.desk_id
       cross join lateral (
         select x.delivery_id from webhook_delivery x
         where x.desk_id = w.desk_id and x.webhook_id = w.webhook_id and x.state = 'waiting' and x.next_at <= $1
           and (x.lease_until is null or x.lease_until < $1)
         order by x.next_at limit ${OF_A_WEBHOOK} for update skip locked
       ) due
       where w.disabled_at is null and not w.webhook_id = any ($3::uuid[]) limit $4
     ) c
     where d.desk_id = c.desk_id and d.delivery_id = c.delivery_id
     returning d.desk_id as "deskId", c.slug, d.delivery_id as "deliveryId", d.webhook_id as "webhookId", d.type, d.at, d.data, d.tries,
       d.attempts, c.url, c.secret, c.previous as "previousSecret"`,
    [toTimestamp(claim.now), toTimestamp(claim.now + claim.leaseMs), claim.busy, claim.limit],
    'last',
  );

/** What an attempt came to. */
export interface Attempt {
  readonly at: Instant;
  /** null: there was no answer. */
  readonly status: number | null;
  readonly fault: string | null;
  readonly tookMs: number;
  readonly reply: string;
}

/** What becomes of the delivery after an attempt. */
export type AfterAttempt =
  | { readonly kind: 'delivered' }
  | { readonly kind: 'again'; readonly at: Instant }
  /** The webhook is switched off if it asked for that, or if nothing has got through since this one was queued. */
  | { readonly kind: 'failed'; readonly isGone: boolean };

/** Keeps an attempt and what follows from it. One that lost its lease meanwhile is kept and decides nothing. */
export const settleDelivery = async (
  q: Queries,
  d: ClaimedDelivery,
  attempt: Attempt,
  after: AfterAttempt,
): Promise<{ readonly disabled: boolean }> => {
  const kept = await q.query(
    'webhook-attempt',
    `insert into webhook_attempt (desk_id, delivery_id, attempt, at, status, fault, took_ms, reply)
     select desk_id, delivery_id, $3, $4, $5, $6, $7, $8 from webhook_delivery where desk_id = $1 and delivery_id = $2 for key share
     on conflict do nothing returning attempt`,
    [
      d.deskId,
      d.deliveryId,
      d.attempts,
      toTimestamp(attempt.at),
      attempt.status,
      attempt.fault,
      attempt.tookMs,
      attempt.reply,
    ],
  );
  // Deleted meanwhile.
  if (kept.length === 0) return { disabled: false };
  const [row] = await q.query<{ queued_at: Instant }>(
    'webhook-settle',
    `update webhook_delivery set lease_until = null, state = $4, next_at = coalesce($5::timestamptz, next_at)
     where desk_id = $1 and delivery_id = $2 and attempts = $3 and state = 'waiting' returning queued_at`,
    [
      d.deskId,
      d.deliveryId,
      d.attempts,
      after.kind === 'again' ? 'waiting' : after.kind,
      after.kind === 'again' ? toTimestamp(after.at) : null,
    ],
  );
  if (after.kind === 'delivered')
    await q.query(
      'webhook-success',
      'update webhook set last_success_at = $3 where desk_id = $1 and webhook_id = $2',
      [d.deskId, d.webhookId, toTimestamp(attempt.at)],
    );
  if (after.kind !== 'failed' || row === undefined) return { disabled: false };
  const off = await q.query(
    'webhook-disable',
    `update webhook set disabled_at = $3, disabled_because = case when $5 then 'gone' else 'failures' end, version = version + 1
     where desk_id = $1 and webhook_id = $2 and disabled_at is null and ($5 or last_success_at is null or last_success_at < $4)
     returning webhook_id`,
    [d.deskId, d.webhookId, toTimestamp(attempt.at), toTimestamp(row.queued_at), after.isGone],
  );
  return { disabled: off.length > 0 };
};
