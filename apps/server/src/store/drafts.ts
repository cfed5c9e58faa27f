import type { DeskId, PersonId } from '@reglament/desk';
import type { Instant } from '@reglament/working-time';
import { type Queries, toTimestamp } from './database.ts';

/** Whose drafts: somebody may both work at a desk and be its customer. */
export interface DraftOwner {
  readonly deskId: DeskId;
  readonly personId: PersonId;
  readonly side: 'staff' | 'customer';
}

export interface NewDraft extends DraftOwner {
  readonly about: string;
  readonly text: string;
  readonly rest: string;
  readonly revision: string;
  /** The revision that is written over; null: none may be there. */
  readonly base: string | null;
  readonly at: Instant;
}

/** @returns false: something else is kept there than what is written over, or nothing where something was; it stays so. */
export const writeDraft = async (q: Queries, draft: NewDraft): Promise<boolean> => {
  const rows = await q.query(
    'draft-write',
    `insert into draft (desk_id, person_id, side, about, text, rest, revision, saved_at)
     select $1, $2, $3, $4, $5, $6, $7, $8
     where $9::uuid is null or exists (select from draft d
       where d.desk_id = $1 and d.person_id = $2 and d.side = $3 and d.about = $4 and d.revision = $9::uuid)
     on conflict (desk_id, person_id, side, about) do update
       set text = excluded.text, rest = excluded.rest, revision = excluded.revision, saved_at = excluded.saved_at
       where draft.revision = $9::uuid or (draft.text = excluded.text and draft.rest = excluded.rest)
     returning about`,
    [
      draft.deskId,
      draft.personId,
      draft.side,
      draft.about,
      draft.text,
      draft.rest,
      draft.revision,
      toTimestamp(draft.at),
      draft.base,
    ],
  );
  return rows.length === 1;
};

/** Keeps a draft no more, if it is still the one that was read. */
export const deleteDraft = async (
  q: Queries,
  { deskId, personId, side }: DraftOwner,
  about: string,
  revision: string | null,
): Promise<void> => {
  await q.query(
    'draft-delete',
    'delete from draft where desk_id = $1 and person_id = $2 and side = $3 and about = $4 and revision = $5::uuid',
    [deskId, personId, side, about, revision],
  );
};

/**
 * Words that are being sent are no draft any more. What another device holds in the same form is another text: it stays.
 * @param about the form, or what its forms' names begin with
 */
export const deleteSentDrafts = async (
  q: Queries,
  { deskId, personId, side }: DraftOwner,
  about: string,
  texts: readonly string[],
): Promise<void> => {
  await q.query(
    'draft-delete-sent',
    `delete from draft where desk_id = $1 and person_id = $2 and side = $3
       and (about = $4 or starts_with(about, $4 || '.')) and text <> '' and text = any($5::text[])`,
    [deskId, personId, side, about, texts],
  );
};

/** Throws away what nobody came back to. */
export const forgetDrafts = async (q: Queries, before: Instant): Promise<void> => {
  await q.query('draft-forget', 'delete from draft where saved_at < $1', [toTimestamp(before)]);
};
