import type { DraftContent, KeptDraft } from '@reglament/contract';

/** What this browser knows of the copy that the server has. */
export interface Synced {
  /** The revision that was read or kept last; null: the server has none that this browser knows of. */
  readonly revision: string | null;
  /** Nothing was typed here since. */
  readonly isClean: boolean;
}

export const neverSynced: Synced = { revision: null, isClean: false };

/** What becomes of a draft that is both here and at the server. */
export type Settlement =
  | { readonly kind: 'same' }
  /** Theirs is the newer one, and nothing was typed here since: it takes the place of ours. */
  | { readonly kind: 'take' }
  /** It was sent, or thrown away, on another device. */
  | { readonly kind: 'clear' }
  /** Ours is the newer one: it is kept over `base`. */
  | { readonly kind: 'keep'; readonly base: string | null }
  /** Both are new: whoever wrote them says which goes on. */
  | { readonly kind: 'ask' };

export const isSameContent = (one: DraftContent | null, other: DraftContent | null): boolean =>
  one === null || other === null ? one === other : one.text === other.text && one.rest === other.rest;

/** Compares what is written here with what the server has; neither is ever lost without a word. */
export const settleDraft = (
  mine: DraftContent | null,
  { revision, isClean }: Synced,
  theirs: KeptDraft | null,
): Settlement => {
  if (isSameContent(mine, theirs)) return { kind: 'same' };
  if (theirs === null) return isClean && revision !== null ? { kind: 'clear' } : { kind: 'keep', base: null };
  if (revision === theirs.revision) return { kind: 'keep', base: revision };
  // What was sent or emptied here is no text to be asked about.
  return isClean || mine === null ? { kind: 'take' } : { kind: 'ask' };
};
