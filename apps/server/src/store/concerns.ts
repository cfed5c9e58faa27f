import type { DeskId } from '@reglament/desk';
import type { Instant } from '@reglament/working-time';
import { type Concern, concernKey } from '../time-zones/concern.ts';
import { type Queries, toTimestamp } from './database.ts';

/** Who looks: each keeps its own concerns and leaves the other's alone. */
export type ConcernTopic = 'time' | 'regulation';

/**
 * Keeps a desk's concerns of a topic as they are now: the mended ones go, one that lasts keeps its beginning. Returns keys of
 * new ones.
 */
export const keepConcerns = async (
  q: Queries,
  deskId: DeskId,
  topic: ConcernTopic,
  concerns: readonly Concern[],
  at: Instant,
): Promise<readonly string[]> => {
  const rows = concerns.map((concern) => ({ key: concernKey(concern), body: concern }));
  await q.query(
    'concern-mended',
    `delete from concern
     where desk_id = $1 and not key = any($2::text[]) and (key like 'regulation-%') = $3`,
    [deskId, rows.map(({ key }) => key), topic === 'regulation'],
  );
  const written = await q.query<{ key: string; is_new: boolean }>(
    'concern-keep',
    `insert into concern as c (desk_id, key, body, since)
     select $1, r.key, r.body, $3 from jsonb_to_recordset($2::jsonb) as r(key text, body jsonb)
     on conflict (desk_id, key) do update set body = excluded.body
     returning key, xmax = 0 as is_new`,
    [deskId, JSON.stringify(rows), toTimestamp(at)],
  );
  return written.filter((row) => row.is_new).map((row) => row.key);
};
