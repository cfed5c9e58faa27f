import type { DeskId } from '@reglament/desk';
import type { Queries } from '../database.ts';

export interface KeptResponse {
  readonly requestHash: string;
  readonly response: unknown;
}

/** What a request with this key was answered before; null when it is new. */
export const keptResponse = async (q: Queries, deskId: DeskId, key: string): Promise<KeptResponse | null> => {
  const [row] = await q.query<{ request_hash: string; response: unknown }>(
    'idempotency-find',
    'select request_hash, response from idempotency where desk_id = $1 and key = $2',
    [deskId, key],
  );
  return row === undefined ? null : { requestHash: row.request_hash, response: row.response };
};
