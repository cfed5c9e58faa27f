import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { deskSlug, id, instantText } from './schemas.ts';
import { newWebhook, webhook, webhookChange, webhookDelivery } from './webhook-schemas.ts';

const inDesk = z.object({ desk: deskSlug });
const ofWebhook = inDesk.extend({ webhookId: id });
const changed = z.object({ webhookId: id, version: z.number().int() });
/** `whsec_...`, told once; null: told before. */
const secret = z.string().nullable();

/** Other systems that are told what happens in a desk, by Standard Webhooks. */
export const webhookEndpoints = {
  getWebhooks: endpoint({
    id: 'getWebhooks',
    method: 'GET',
    path: '/api/desks/{desk}/webhooks',
    permission: 'administrator',
    params: inDesk,
    summary: 'Webhooks of the desk, the oldest first; twenty at most.',
    reply: z.object({ webhooks: z.array(webhook) }),
  }),
  createWebhook: endpoint({
    id: 'createWebhook',
    method: 'POST',
    path: '/api/desks/{desk}/webhooks',
    permission: 'administrator',
    params: inDesk,
    idempotent: true,
    status: 201,
    summary: 'Have an address told of events. Its secret is told once.',
    body: newWebhook,
    reply: changed.extend({ secret }),
  }),
  changeWebhook: endpoint({
    id: 'changeWebhook',
    method: 'PATCH',
    path: '/api/desks/{desk}/webhooks/{webhookId}',
    permission: 'administrator',
    params: ofWebhook,
    versioned: true,
    summary: 'Change the address or the events, switch it off or on. What is not named stays.',
    body: webhookChange,
    reply: changed,
  }),
  deleteWebhook: endpoint({
    id: 'deleteWebhook',
    method: 'DELETE',
    path: '/api/desks/{desk}/webhooks/{webhookId}',
    permission: 'administrator',
    params: ofWebhook,
    summary: 'Tell the address nothing more; its log goes too.',
    reply: z.null(),
    status: 204,
  }),
  rotateWebhookSecret: endpoint({
    id: 'rotateWebhookSecret',
    method: 'POST',
    path: '/api/desks/{desk}/webhooks/{webhookId}/secret',
    permission: 'administrator',
    params: ofWebhook,
    idempotent: true,
    summary: 'Make a new secret; the present one signs beside it for 24 hours more.',
    body: z.strictObject({}),
    reply: changed.extend({ secret }),
  }),
  pingWebhook: endpoint({
    id: 'pingWebhook',
    method: 'POST',
    path: '/api/desks/{desk}/webhooks/{webhookId}/ping',
    permission: 'administrator',
    params: ofWebhook,
    idempotent: true,
    status: 201,
    summary: 'Send an event of the type `ping`, to try the address.',
    body: z.strictObject({}),
    reply: z.object({ deliveryId: id }),
  }),
  getWebhookDeliveries: endpoint({
    id: 'getWebhookDeliveries',
    method: 'GET',
    path: '/api/desks/{desk}/webhooks/{webhookId}/deliveries',
    permission: 'administrator',
    params: ofWebhook,
    summary: 'What was sent to a webhook in the last 30 days, the latest first, with every attempt.',
    query: z.strictObject({
      state: z.enum(['waiting', 'delivered', 'failed']).optional(),
      cursor: z.string().max(400).optional(),
      limit: z.coerce.number().int().min(1).max(200).default(50),
    }),
    reply: z.object({ deliveries: z.array(webhookDelivery), next: z.string().nullable() }),
  }),
  replayWebhook: endpoint({
    id: 'replayWebhook',
    method: 'POST',
    path: '/api/desks/{desk}/webhooks/{webhookId}/replay',
    permission: 'administrator',
    params: ofWebhook,
    idempotent: true,
    summary:
      'Send one delivery again, or everything since a moment that was not delivered or, with `all`, all of it.',
    body: z.discriminatedUnion('what', [
      z.strictObject({ what: z.literal('one'), deliveryId: id }),
      z.strictObject({ what: z.literal('since'), since: instantText, all: z.boolean().default(false) }),
    ]),
    reply: z.object({ queued: z.number().int() }),
  }),
} as const;
