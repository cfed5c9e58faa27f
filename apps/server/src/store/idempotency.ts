import type { DeskId } from '@reglament/desk';
import type { Instant } from '@reglament/working-time';
import { type Queries, toTimestamp } from './database.ts';

export interface KeptAnswer {
  readonly deskId: DeskId;
  readonly key: string;
  readonly requestHash: string;
  readonly response: unknown;
  readonly at: Instant;
}

/** What a repetition of a request is answered with; a second request with its key breaks on the row. */
export const insertResponse = async (q: Queries, a: KeptAnswer): Promise<void> => {
  await q.query(
    'idempotency-insert',
    'insert into idempotency (desk_id, key, request_hash, response, at) values ($1, $2, $3, $4, $5)',
    [a.deskId, a.key, a.requestHash, JSON.stringify(a.response), toTimestamp(a.at)],
  );
};

/** Whether a statement broke on an answer that was kept a moment before: the same request came twice at once. */
export const isAnswered = (error: unknown): boolean =>
  error instanceof Error && 'constraint' in error && error.constraint === 'idempotency_pkey';

/** Answers older than this are forgotten. */
export const forgetResponses = async (q: Queries, before: Instant): Promise<void> => {
  await q.query('idempotency-forget', 'delete from idempotency where at < $1', [toTimestamp(before)]);
};
