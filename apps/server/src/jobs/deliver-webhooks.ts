import type { Instant } from '@reglament/working-time';
import type { PostOutcome } from '../channels/webhooks/post-webhook.ts';
import { signatureHeaders } from '../channels/webhooks/sign-webhook.ts';
import type { Target, TargetOutcome } from '../channels/webhooks/webhook-target.ts';
import {
  type AfterAttempt,
  claimDeliveries,
  type ClaimedDelivery,
  settleDelivery,
} from '../store/webhook-deliveries.ts';
import { webhookSecretName } from '../tokens/secret-names.ts';
import type { Context } from '../use-cases/context.ts';

const LEASE_MS = 60_000;
const AT_ONCE = 64;
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
/** Waits after the first, second ... failed attempt; after the last the delivery is given up. */
export const RETRY_MS: readonly number[] = [
  5000,
  5 * MINUTE_MS,
  30 * MINUTE_MS,
  2 * HOUR_MS,
  5 * HOUR_MS,
  10 * HOUR_MS,
];
const GONE = 410;

export interface WebhookOptions {
  /** Without a trailing slash: links in events start with it. */
  readonly baseUrl: string;
  readonly target: (url: string) => Promise<TargetOutcome>;
  readonly post: (
    target: Target,
    headers: Readonly<Record<string, string>>,
    body: string,
    stopping: AbortSignal,
  ) => Promise<PostOutcome>;
  readonly onError: (error: unknown) => void;
}

/** The page of what an event is about; null: it has none. */
const linkOf = (baseUrl: string, { slug, type, data }: ClaimedDelivery): string | null => {
  const [kind] = type.split('.');
  const page =
    kind === 'ticket'
      ? `t/${String(data['number'])}`
      : kind === 'inquiry'
        ? `inquiries/${String(data['number'])}`
        : kind === 'certificate'
          ? `certificates/${String(data['certificateId'])}`
          : null;
  return page === null ? null : `${baseUrl}/d/${slug}/${page}`;
};

/** What is sent: the same bytes for every attempt. */
export const bodyOf = (baseUrl: string, d: ClaimedDelivery): string => {
  const link = linkOf(baseUrl, d);
  return JSON.stringify({
    type: d.type,
    timestamp: new Date(d.at).toISOString(),
    data: { desk: d.slug, ...d.data, ...(link === null ? {} : { link }) },
  });
};

const afterOf = ({ tries }: ClaimedDelivery, { status }: PostOutcome, now: Instant): AfterAttempt => {
  if (status !== null && status >= 200 && status < 300) return { kind: 'delivered' };
  const wait = RETRY_MS[tries - 1];
  if (status === GONE || wait === undefined) return { kind: 'failed', isGone: status === GONE };
  return { kind: 'again', at: (now + wait) as Instant };
};

/** The secrets in force; null: the present one was sealed with a key that is not here. */
const secretsOf = async ({ secrets }: Context, d: ClaimedDelivery): Promise<readonly Buffer[] | null> => {
  const about = webhookSecretName(d.webhookId);
  const present = await secrets.openBytes(d.secret, about);
  const previous = d.previousSecret === null ? null : await secrets.openBytes(d.previousSecret, about);
  return present === null ? null : [present, ...(previous === null ? [] : [previous])];
};

const attempt = async (
  context: Context,
  options: WebhookOptions,
  d: ClaimedDelivery,
  stopping: AbortSignal,
): Promise<PostOutcome> => {
  // Asked anew each time: a name may lead elsewhere by now.
  const found = await options.target(d.url);
  if (!found.ok) return { status: null, fault: `url-not-allowed: ${found.fault}`, tookMs: 0, reply: '' };
  const body = bodyOf(options.baseUrl, d);
  const seconds = Math.floor(context.now() / 1000);
  const secrets = await secretsOf(context, d);
  if (secrets === null)
    return { status: null, fault: 'secret-unreadable: SECRET_KEY is another one', tookMs: 0, reply: '' };
  const headers = {
    'content-type': 'application/json; charset=utf-8',
    'user-agent': 'Reglament',
    ...signatureHeaders({ id: `msg_${d.deliveryId}`, seconds, body }, secrets),
  };
  return options.post(found.target, headers, body, stopping);
};

const deliver = async (
  context: Context,
  options: WebhookOptions,
  d: ClaimedDelivery,
  stopping: AbortSignal,
): Promise<void> => {
  const at = context.now();
  const outcome = await attempt(context, options, d, stopping);
  const now = context.now();
  // Cut off because this node stops: the next one begins at once.
  const isCut = stopping.aborted && outcome.status === null;
  const after: AfterAttempt = isCut ? { kind: 'again', at: now } : afterOf(d, outcome, now);
  const { disabled } = await context.db.inDesk(d.deskId, (q) =>
    settleDelivery(q, d, { ...outcome, at }, after),
  );
  if (disabled) context.hint({ deskId: d.deskId, kind: 'notification', number: 0 });
};

export interface WebhookDelivery {
  /** Takes what is due and begins to send it; does not wait for the receivers. */
  readonly round: () => Promise<boolean>;
  /** Cuts off what is being sent; it is left to the next node. */
  readonly stop: () => Promise<void>;
}

/** Tells webhooks what is owed to them. A receiver that hangs holds up itself alone. */
export const createWebhookDelivery = (
  context: Context,
  options: WebhookOptions,
  onFree: () => void,
): WebhookDelivery => {
  const ending = new AbortController();
  /** How many are being sent, by webhook. */
  const busy = new Map<string, number>();
  const running = new Set<Promise<void>>();

  const begin = (d: ClaimedDelivery): void => {
    busy.set(d.webhookId, (busy.get(d.webhookId) ?? 0) + 1);
    const sending = deliver(context, options, d, ending.signal)
      .catch(options.onError)
      .finally(() => {
        const left = (busy.get(d.webhookId) ?? 1) - 1;
        if (left === 0) busy.delete(d.webhookId);
        else busy.set(d.webhookId, left);
        running.delete(sending);
        if (left === 0) onFree();
      });
    running.add(sending);
  };

  return {
    round: async () => {
      const limit = AT_ONCE - running.size;
      if (limit <= 0 || ending.signal.aborted) return false;
      const claim = { now: context.now(), leaseMs: LEASE_MS, busy: [...busy.keys()], limit };
      const due = await context.db.everyDesk((q) => claimDeliveries(q, claim));
      due.forEach(begin);
      return false;
    },
    stop: async () => {
      ending.abort();
      await Promise.all(running);
    },
  };
};
