import type { Instant } from '@reglament/working-time';
import type { Queries } from '../database.ts';
import type { DraftOwner } from '../drafts.ts';

export interface DraftRow {
  readonly about: string;
  readonly text: string;
  readonly rest: string;
  readonly revision: string;
  readonly savedAt: Instant;
}

/** Forms that somebody has open at one thing: more is not asked for at once. */
const MOST_OF_ONE = 20;

const columns = 'about, text, rest, revision, saved_at as "savedAt"';

/** A person's own drafts of one form, and of those whose names go on after it. */
export const draftsAbout = (
  q: Queries,
  { deskId, personId, side }: DraftOwner,
  about: string,
): Promise<readonly DraftRow[]> =>
  q.query<DraftRow & Record<string, unknown>>(
    'drafts-about',
    `select ${columns} from draft where desk_id = $1 and person_id = $2 and side = $3
       and (about = $4 or starts_with(about, $4 || '.')) order by about limit ${MOST_OF_ONE}`,
    [deskId, personId, side, about],
  );

/** One draft of a person; null: none is kept. */
export const draftAt = async (
  q: Queries,
  { deskId, personId, side }: DraftOwner,
  about: string,
): Promise<DraftRow | null> => {
  const [row] = await q.query<DraftRow & Record<string, unknown>>(
    'draft-at',
    `select ${columns} from draft where desk_id = $1 and person_id = $2 and side = $3 and about = $4`,
    [deskId, personId, side, about],
  );
  return row ?? null;
};

/** How many other drafts a person keeps. */
export const countOtherDrafts = async (
  q: Queries,
  { deskId, personId, side }: DraftOwner,
  about: string,
): Promise<number> => {
  const [row] = await q.query<{ count: number }>(
    'drafts-count',
    'select count(*)::int as count from draft where desk_id = $1 and person_id = $2 and side = $3 and about <> $4',
    [deskId, personId, side, about],
  );
  return row?.count ?? 0;
};
