import { randomBytes } from 'node:crypto';
import type { DeskId, PersonId } from '@reglament/desk';
import type { Instant } from '@reglament/working-time';
import type { Queries } from '../store/database.ts';
import { insertResponse } from '../store/idempotency.ts';
import {
  deleteWebhook,
  insertPing,
  insertWebhook,
  lockWebhook,
  lockWebhooks,
  replayDeliveries,
  rotateSecret,
  updateWebhook,
} from '../store/webhooks.ts';
import { webhookSecretName } from '../tokens/secret-names.ts';
import type { Context } from './context.ts';

/** Webhooks of a desk. */
export const MOST_WEBHOOKS = 20;

const SECRET_BYTES = 32;
/** How long the secret before the present one signs too. */
const BOTH_MS = 86_400_000;

interface Once {
  readonly key: string;
  readonly requestHash: string;
}

interface OfWebhook {
  readonly deskId: DeskId;
  readonly webhookId: string;
}

export interface NewSecret {
  readonly webhookId: string;
  readonly version: number;
  /** As receivers keep it. */
  readonly secret: string;
}

/** `whsec_` and base64, as Standard Webhooks writes it. */
const writeSecret = (secret: Buffer): string => `whsec_${secret.toString('base64')}`;

/** Whoever repeats the request is told everything but the secret. */
const keepAnswer = (
  context: Context,
  q: Queries,
  {
    deskId,
    idempotency,
    ...response
  }: { readonly deskId: DeskId; readonly idempotency: Once } & Record<string, unknown>,
): Promise<void> => insertResponse(q, { deskId, ...idempotency, response, at: context.now() });

/** `url` as it was checked. null: the desk has as many as it may. */
export const createWebhook = (
  context: Context,
  request: {
    readonly deskId: DeskId;
    readonly by: PersonId;
    readonly url: string;
    readonly about: string;
    readonly types: readonly string[];
    readonly idempotency: Once;
  },
): Promise<NewSecret | null> =>
  context.db.inDesk(request.deskId, async (q) => {
    const { deskId, idempotency, types, ...rest } = request;
    if ((await lockWebhooks(q, deskId)) >= MOST_WEBHOOKS) return null;
    const webhookId = context.newId();
    const secret = randomBytes(SECRET_BYTES);
    const at = context.now();
    const sealed = await context.secrets.seal(secret, webhookSecretName(webhookId));
    await insertWebhook(q, { ...rest, deskId, webhookId, types: [...new Set(types)], secret: sealed, at });
    await keepAnswer(context, q, { deskId, idempotency, webhookId, version: 1, secret: null });
    return { webhookId, version: 1, secret: writeSecret(secret) };
  });

export type WebhookChanged =
  | { readonly kind: 'done'; readonly version: number }
  | { readonly kind: 'stale'; readonly version: number }
  | { readonly kind: 'not-found' };

/** What is not named stays. */
export const changeWebhook = (
  context: Context,
  request: OfWebhook & {
    readonly seenVersion: number;
    readonly change: {
      readonly url?: string | undefined;
      readonly about?: string | undefined;
      readonly types?: readonly string[] | undefined;
      readonly enabled?: boolean | undefined;
    };
  },
): Promise<WebhookChanged> =>
  context.db.inDesk(request.deskId, async (q) => {
    const { deskId, webhookId, seenVersion, change } = request;
    const before = await lockWebhook(q, deskId, webhookId);
    if (before === null) return { kind: 'not-found' };
    if (before.version !== seenVersion) return { kind: 'stale', version: before.version };
    const version = await updateWebhook(q, {
      deskId,
      webhookId,
      url: change.url ?? before.url,
      about: change.about ?? before.about,
      types: change.types === undefined ? before.types : [...new Set(change.types)],
      enabled: change.enabled ?? before.enabled,
      at: context.now(),
    });
    return { kind: 'done', version };
  });

/** With its log; false: the desk has no such webhook. */
export const endWebhook = (context: Context, { deskId, webhookId }: OfWebhook): Promise<boolean> =>
  context.db.inDesk(deskId, (q) => deleteWebhook(q, deskId, webhookId));

/** null: the desk has no such webhook. */
export const rotateWebhookSecret = (
  context: Context,
  request: OfWebhook & { readonly idempotency: Once },
): Promise<NewSecret | null> =>
  context.db.inDesk(request.deskId, async (q) => {
    const { deskId, webhookId, idempotency } = request;
    const secret = randomBytes(SECRET_BYTES);
    const until = (context.now() + BOTH_MS) as Instant;
    const sealed = await context.secrets.seal(secret, webhookSecretName(webhookId));
    const version = await rotateSecret(q, { deskId, webhookId, secret: sealed, until });
    if (version === null) return null;
    await keepAnswer(context, q, { deskId, idempotency, webhookId, version, secret: null });
    return { webhookId, version, secret: writeSecret(secret) };
  });

/** Queues an event to try the address with; null: the desk has no such webhook. */
export const pingWebhook = (
  context: Context,
  request: OfWebhook & { readonly idempotency: Once },
): Promise<string | null> =>
  context.db.inDesk(request.deskId, async (q) => {
    const { deskId, webhookId, idempotency } = request;
    if ((await lockWebhook(q, deskId, webhookId)) === null) return null;
    const deliveryId = context.newId();
    await insertPing(q, { deskId, webhookId, deliveryId, at: context.now() });
    await keepAnswer(context, q, { deskId, idempotency, deliveryId });
    return deliveryId;
  });

/** How many are sent again; null: the desk has no such webhook. */
export const replayWebhook = (
  context: Context,
  request: OfWebhook & {
    readonly deliveryId: string | null;
    readonly since: Instant | null;
    readonly all: boolean;
    readonly idempotency: Once;
  },
): Promise<number | null> =>
  context.db.inDesk(request.deskId, async (q) => {
    const { deskId, webhookId, deliveryId, since, all, idempotency } = request;
    if ((await lockWebhook(q, deskId, webhookId)) === null) return null;
    const what = { deskId, webhookId, deliveryId, since, all, at: context.now() };
    const queued = await replayDeliveries(q, what);
    await keepAnswer(context, q, { deskId, idempotency, queued });
    return queued;
  });
