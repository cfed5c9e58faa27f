import { deleteDraft, type DraftOwner, writeDraft } from '../store/drafts.ts';
import { countOtherDrafts, draftAt, type DraftRow } from '../store/queries/drafts.ts';
import type { Context } from './context.ts';

/** Drafts of one person at one desk: nobody writes more at once, and nobody fills a disk with them. */
export const MOST_DRAFTS = { staff: 200, customer: 30 } as const;

export type DraftOutcome =
  | { readonly kind: 'kept' | 'other'; readonly draft: DraftRow | null }
  | { readonly kind: 'too-many' };

/** Keeps what somebody is writing, unless another device of theirs kept something else meanwhile: then that is told. */
export const keepDraft = (
  context: Context,
  owner: DraftOwner,
  typed: {
    readonly about: string;
    /** null: nothing is written any more. */
    readonly content: { readonly text: string; readonly rest: string } | null;
    readonly base: string | null;
  },
): Promise<DraftOutcome> =>
  context.db.inDesk(owner.deskId, async (q): Promise<DraftOutcome> => {
    const { about, content, base } = typed;
    if (content === null) {
      await deleteDraft(q, owner, about, base);
      const draft = await draftAt(q, owner, about);
      return { kind: draft === null ? 'kept' : 'other', draft };
    }
    if (base === null && (await countOtherDrafts(q, owner, about)) >= MOST_DRAFTS[owner.side])
      return { kind: 'too-many' };
    const [revision, at] = [context.newId(), context.now()];
    const isKept = await writeDraft(q, { ...owner, about, ...content, revision, base, at });
    return { kind: isKept ? 'kept' : 'other', draft: await draftAt(q, owner, about) };
  });
