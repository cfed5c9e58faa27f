import { z } from 'zod';
import { id, instantText, lineText } from './schemas.ts';

/** What a webhook may ask to be told of. */
export const webhookType = z.enum([
  'ticket.registered',
  'ticket.message-added',
  'ticket.state-changed',
  'ticket.assigned',
  'ticket.deadline-warning',
  'ticket.deadline-breached',
  'certificate.issued',
  'certificate.renewed',
  'certificate.suspended',
  'certificate.resumed',
  'certificate.revoked',
  'certificate.turned',
  'certificate.changed',
  'inquiry.opened',
  'inquiry.message-added',
  'inquiry.won',
  'inquiry.lost',
  'inquiry.reopened',
  'inquiry.became-ticket',
  'inquiry.changed',
]);
export type WebhookType = z.infer<typeof webhookType>;

export const webhook = z.object({
  webhookId: id,
  version: z.number().int(),
  url: z.string(),
  about: z.string(),
  types: z.array(webhookType),
  createdAt: instantText,
  createdBy: z.string(),
  /** null: it is on. */
  disabled: z.object({ at: instantText, because: z.enum(['person', 'gone', 'failures']) }).nullable(),
  lastSuccessAt: instantText.nullable(),
  /** The secret before the present one signs until then; null: there is none. */
  previousSecretUntil: instantText.nullable(),
  /** Deliveries that wait, counted up to 1000. */
  waiting: z.number().int(),
  /** Given up and not sent again, counted up to 1000. */
  failed: z.number().int(),
});
export type Webhook = z.infer<typeof webhook>;

const url = lineText(2000, 9);
const about = lineText(200);
const types = z.array(webhookType).min(1).max(webhookType.options.length);

export const newWebhook = z.strictObject({ url, about: about.default(''), types });
export const webhookChange = z.strictObject({
  url: url.optional(),
  about: about.optional(),
  types: types.optional(),
  enabled: z.boolean().optional(),
});

export const webhookDelivery = z.object({
  deliveryId: id,
  /** `ping` is sent by hand, to try. */
  type: z.union([webhookType, z.literal('ping')]),
  at: instantText,
  state: z.enum(['waiting', 'delivered', 'failed']),
  /** Of the next attempt; null: none is to come. */
  nextAt: instantText.nullable(),
  /** Number of the ticket or the inquiry it is about; null: it is about a certificate, or nothing. */
  number: z.number().int().nullable(),
  /** The latest first, twenty at most. */
  attempts: z.array(
    z.object({
      at: instantText,
      /** null: no answer, and `fault` says why. */
      status: z.number().int().nullable(),
      fault: z.string().nullable(),
      tookMs: z.number().int(),
      /** The first kilobyte of what the receiver said. */
      reply: z.string(),
    }),
  ),
});
export type WebhookDelivery = z.infer<typeof webhookDelivery>;
