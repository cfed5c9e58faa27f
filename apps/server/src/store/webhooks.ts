import type { DeskId, PersonId } from '@reglament/desk';
import type { Instant } from '@reglament/working-time';
import { type Queries, toTimestamp } from './database.ts';

export interface NewWebhook {
  readonly deskId: DeskId;
  readonly webhookId: string;
  readonly url: string;
  readonly about: string;
  readonly types: readonly string[];
  /** Sealed. */
  readonly secret: Buffer;
  readonly at: Instant;
  readonly by: PersonId;
}

/** How many a desk has, counted one after another: two who make one at once stay within the limit. */
export const lockWebhooks = async (q: Queries, deskId: DeskId): Promise<number> => {
  await q.query('webhook-lock', 'select pg_advisory_xact_lock(hashtextextended($1, 0))', [
    `webhooks ${deskId}`,
  ]);
  const [row] = await q.query<{ there: number }>(
    'webhook-count',
    'select count(*) as there from webhook where desk_id = $1',
    [deskId],
  );
  return row?.there ?? 0;
};

export const insertWebhook = async (q: Queries, w: NewWebhook): Promise<void> => {
  await q.query(
    'webhook-insert',
    `insert into webhook (desk_id, webhook_id, url, about, event_types, secret, created_at, created_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [w.deskId, w.webhookId, w.url, w.about, w.types, w.secret, toTimestamp(w.at), w.by],
  );
};

export interface LockedWebhook {
  readonly version: number;
  readonly url: string;
  readonly about: string;
  readonly types: readonly string[];
  readonly enabled: boolean;
}

/** null: the desk has no such webhook. */
export const lockWebhook = async (
  q: Queries,
  deskId: DeskId,
  webhookId: string,
): Promise<LockedWebhook | null> => {
  const [row] = await q.query<LockedWebhook & Record<string, unknown>>(
    'webhook-lock-one',
    `select version, url, about, event_types as types, disabled_at is null as enabled from webhook
     where desk_id = $1 and webhook_id = $2 for update`,
    [deskId, webhookId],
  );
  return row ?? null;
};

/** Writes a locked webhook anew; returns its version. Switched on, it begins with what waits. */
export const updateWebhook = async (
  q: Queries,
  w: Omit<LockedWebhook, 'version'> & {
    readonly deskId: DeskId;
    readonly webhookId: string;
    readonly at: Instant;
  },
): Promise<number> => {
  const [row] = await q.query<{ version: number }>(
    'webhook-update',
    `update webhook set version = version + 1, url = $3, about = $4, event_types = $5,
       disabled_at = case when $6 then null else coalesce(disabled_at, $7::timestamptz) end,
       disabled_because = case when $6 then null else coalesce(disabled_because, 'person') end
     where desk_id = $1 and webhook_id = $2 returning version`,
    [w.deskId, w.webhookId, w.url, w.about, w.types, w.enabled, toTimestamp(w.at)],
  );
  if (row === undefined) throw new Error(`webhook ${w.webhookId} is gone`);
  return row.version;
};

/** The present secret becomes the one before; null: the desk has no such webhook. */
export const rotateSecret = async (
  q: Queries,
  w: {
    readonly deskId: DeskId;
    readonly webhookId: string;
    /** Sealed. */
    readonly secret: Buffer;
    readonly until: Instant;
  },
): Promise<number | null> => {
  const [row] = await q.query<{ version: number }>(
    'webhook-rotate',
    `update webhook set version = version + 1, previous_secret = secret, previous_until = $4, secret = $3
     where desk_id = $1 and webhook_id = $2 returning version`,
    [w.deskId, w.webhookId, w.secret, toTimestamp(w.until)],
  );
  return row?.version ?? null;
};

/** With its log. false: the desk has no such webhook. */
export const deleteWebhook = async (q: Queries, deskId: DeskId, webhookId: string): Promise<boolean> => {
  const rows = await q.query(
    'webhook-delete',
    'delete from webhook where desk_id = $1 and webhook_id = $2 returning webhook_id',
    [deskId, webhookId],
  );
  return rows.length > 0;
};

/** An event that somebody sends by hand, to try. */
export const insertPing = async (
  q: Queries,
  p: {
    readonly deskId: DeskId;
    readonly webhookId: string;
    readonly deliveryId: string;
    readonly at: Instant;
  },
): Promise<void> => {
  await q.query(
    'webhook-ping',
    `insert into webhook_delivery (desk_id, delivery_id, webhook_id, type, at, data, queued_at, next_at)
     values ($1, $2, $3, 'ping', $4, '{}', $4, $4)`,
    [p.deskId, p.deliveryId, p.webhookId, toTimestamp(p.at)],
  );
};

/** What to send again: one delivery, or those since a moment. Most of them at once: the next request takes the rest. */
export const MOST_REPLAYED = 10_000;

/** How many were queued. */
export const replayDeliveries = async (
  q: Queries,
  r: {
    readonly deskId: DeskId;
    readonly webhookId: string;
    readonly deliveryId: string | null;
    readonly since: Instant | null;
    /** Those that were delivered too. */
    readonly all: boolean;
    readonly at: Instant;
  },
): Promise<number> => {
  const rows = await q.query(
    'webhook-replay',
    `update webhook_delivery d set state = 'waiting', queued_at = $6, next_at = $6, tries = 0, lease_until = null
     from (select delivery_id from webhook_delivery where desk_id = $1 and webhook_id = $2
             and ($3::uuid is null or delivery_id = $3) and ($4::timestamptz is null or at >= $4)
             and (state = 'failed' or ($5 and state = 'delivered')) order by at, delivery_id limit ${MOST_REPLAYED} for update) again
     where d.desk_id = $1 and d.delivery_id = again.delivery_id
     returning d.delivery_id`,
    [
      r.deskId,
      r.webhookId,
      r.deliveryId,
      r.since === null ? null : toTimestamp(r.since),
      r.all || r.deliveryId !== null,
      toTimestamp(r.at),
    ],
  );
  return rows.length;
};

/** Deliveries older than this are forgotten, whatever became of them. */
export const forgetDeliveries = async (q: Queries, before: Instant): Promise<void> => {
  await q.query('webhook-forget', 'delete from webhook_delivery where at < $1', [toTimestamp(before)]);
};
