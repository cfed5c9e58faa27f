import type { DeskId } from '@reglament/desk';
import type { Instant } from '@reglament/working-time';
import { type Queries, toTimestamp } from '../database.ts';

export interface WebhookRow {
  readonly webhookId: string;
  readonly version: number;
  readonly url: string;
  readonly about: string;
  readonly types: readonly string[];
  readonly createdAt: Instant;
  readonly createdBy: string;
  readonly disabledAt: Instant | null;
  readonly disabledBecause: 'person' | 'gone' | 'failures' | null;
  readonly lastSuccessAt: Instant | null;
  readonly previousUntil: Instant | null;
  /** Counted up to 1000. */
  readonly waiting: number;
  readonly failed: number;
}

const countOf = (state: string): string =>
  `(select count(*) from (select from webhook_delivery d where d.desk_id = w.desk_id and d.webhook_id = w.webhook_id and d.state = '${state}' limit 1000) n)`;

/** Webhooks of a desk, the oldest first. */
export const webhooksOf = (q: Queries, deskId: DeskId): Promise<readonly WebhookRow[]> =>
  q.query<WebhookRow & Record<string, unknown>>(
    'webhook-all',
    `select w.webhook_id as "webhookId", w.version, w.url, w.about, w.event_types as types, w.created_at as "createdAt", p.name as "createdBy",
       w.disabled_at as "disabledAt", w.disabled_because as "disabledBecause", w.last_success_at as "lastSuccessAt", w.previous_until as "previousUntil",
       ${countOf('waiting')} as waiting, ${countOf('failed')} as failed
     from webhook w join person p on p.id = w.created_by where w.desk_id = $1 order by w.created_at, w.webhook_id`,
    [deskId],
  );

/** Those that went off by themselves: somebody has to look. */
export const webhooksThatFell = (
  q: Queries,
  deskId: DeskId,
): Promise<readonly { readonly webhookId: string; readonly url: string; readonly since: Instant }[]> =>
  q.query<{ webhookId: string; url: string; since: Instant }>(
    'webhook-fallen',
    `select webhook_id as "webhookId", url, disabled_at as since from webhook
     where desk_id = $1 and disabled_because in ('gone', 'failures') order by disabled_at, webhook_id`,
    [deskId],
  );

export interface DeliveryRow {
  readonly deliveryId: string;
  readonly type: string;
  readonly at: Instant;
  readonly state: 'waiting' | 'delivered' | 'failed';
  readonly nextAt: Instant;
  readonly data: Readonly<Record<string, unknown>>;
  /** `at` in milliseconds, the latest first. */
  readonly attempts: readonly {
    readonly at: number;
    readonly status: number | null;
    readonly fault: string | null;
    readonly tookMs: number;
    readonly reply: string;
  }[];
}

/** What was owed to a webhook, the latest first, with its last twenty attempts; null: the desk has no such webhook. */
export const deliveriesPage = async (
  q: Queries,
  page: {
    readonly deskId: DeskId;
    readonly webhookId: string;
    readonly state: string | null;
    readonly after: { readonly at: Instant; readonly deliveryId: string } | null;
    readonly limit: number;
  },
): Promise<readonly DeliveryRow[] | null> => {
  const [known] = await q.query(
    'webhook-known',
    'select from webhook where desk_id = $1 and webhook_id = $2',
    [page.deskId, page.webhookId],
  );
  if (known === undefined) return null;
  return q.query<DeliveryRow & Record<string, unknown>>(
    'webhook-deliveries',
    `select d.delivery_id as "deliveryId", d.type, d.at, d.state, d.next_at as "nextAt", d.data,
       coalesce((select jsonb_agg(jsonb_build_object('at', (extract(epoch from a.at) * 1000)::bigint, 'status', a.status, 'fault', a.fault, 'tookMs', a.took_ms, 'reply', a.reply)
                   order by a.attempt desc)
                 from (select * from webhook_attempt b where b.desk_id = d.desk_id and b.delivery_id = d.delivery_id order by b.attempt desc limit 20) a), '[]') as attempts
     from webhook_delivery d
     where d.desk_id = $1 and d.webhook_id = $2 and ($3::text is null or d.state = $3)
       and ($4::timestamptz is null or (d.at, d.delivery_id) < ($4::timestamptz, $5::uuid))
     order by d.at desc, d.delivery_id desc limit $6`,
    [
      page.deskId,
      page.webhookId,
      page.state,
      page.after === null ? null : toTimestamp(page.after.at),
      page.after?.deliveryId ?? null,
      page.limit,
    ],
  );
};
