import type { Instant } from '@reglament/working-time';
import { type Queries, toTimestamp } from './database.ts';

/** Answers older than this are forgotten. */
export const forgetResponses = async (q: Queries, before: Instant): Promise<void> => {
  await q.query('idempotency-forget', 'delete from idempotency where at < $1', [toTimestamp(before)]);
};
