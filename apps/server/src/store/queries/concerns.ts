import type { DeskId } from '@reglament/desk';
import type { Instant } from '@reglament/working-time';
import type { Concern } from '../../time-zones/concern.ts';
import type { Queries } from '../database.ts';

export interface KeptConcern {
  readonly key: string;
  readonly concern: Concern;
  readonly since: Instant;
}

/** What the desk's administrators have to mend, the oldest first. */
export const keptConcerns = (q: Queries, deskId: DeskId): Promise<readonly KeptConcern[]> =>
  q.query<KeptConcern & Record<string, unknown>>(
    'concern-list',
    'select key, body as concern, since from concern where desk_id = $1 order by since, key limit 100',
    [deskId],
  );
