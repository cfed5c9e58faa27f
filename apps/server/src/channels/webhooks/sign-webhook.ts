import { createHmac } from 'node:crypto';

export interface SignedMessage {
  /** The same for every attempt. */
  readonly id: string;
  /** Of this attempt, whole seconds since 1970. */
  readonly seconds: number;
  readonly body: string;
}

/**
 * Headers of Standard Webhooks 1.0: HMAC-SHA256 over `id.timestamp.body`, one signature for every secret in force.
 */
export const signatureHeaders = (
  { id, seconds, body }: SignedMessage,
  secrets: readonly Buffer[],
): Readonly<Record<'webhook-id' | 'webhook-timestamp' | 'webhook-signature', string>> => ({
  'webhook-id': id,
  'webhook-timestamp': String(seconds),
  'webhook-signature': secrets
    .map((secret) => `v1,${createHmac('sha256', secret).update(`${id}.${seconds}.${body}`).digest('base64')}`)
    .join(' '),
});
