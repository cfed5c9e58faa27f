import {
  type BodyOf,
  call,
  type DraftContent,
  type DraftKept,
  endpoints,
  type KeptDraft,
  ProblemError,
} from '@reglament/contract';
import { isSameContent, type Settlement, settleDraft } from './settle-draft.ts';
import { createSyncedNote, type SyncedNote } from './synced-draft.ts';

/** Where the server keeps a draft: of staff or of a customer, of a desk, and in which form. */
export interface DraftPlace {
  readonly side: 'staff' | 'customer';
  readonly desk: string;
  /** Whose page it is: nobody who signs in in this browser later gets it, or leaves theirs in it. */
  readonly writer: string;
  /** `ticket.12`: what is asked for at once, for all its forms. */
  readonly scope: string;
  readonly part: string;
}

/** The draft in this browser. */
export interface LocalDraft {
  /** Where it is kept here. */
  readonly keptAs: string;
  /** What is kept here now, whichever tab wrote it; null: nothing. */
  readonly read: () => DraftContent | null;
  /** Puts what another device wrote in its place; null: it was sent there. */
  readonly take: (content: DraftContent | null) => void;
  /** Both wrote: what the other one has, until it is settled. */
  readonly ask: (other: KeptDraft | null) => void;
}

/** What a browser sends for a page that is going away, in bytes. */
const MOST_LASTING = 60_000;
/** Others may have written meanwhile; whoever loses so often tries again later. */
const MOST_ROUNDS = 4;

const send = (
  place: DraftPlace,
  body: BodyOf<typeof endpoints.keepDraft>,
  isLeaving: boolean,
): Promise<DraftKept> => {
  const isLasting = isLeaving && new Blob([JSON.stringify(body)]).size < MOST_LASTING;
  const lastingFetch: typeof fetch = (address, init) =>
    window.fetch(address, { ...init, keepalive: isLasting });
  const input = { params: { desk: place.desk }, body };
  return place.side === 'staff'
    ? call(lastingFetch, endpoints.keepDraft, input)
    : call(lastingFetch, endpoints.keepPortalDraft, input);
};

/** Nobody is held up by it: what is typed is in this browser. What the server will not have is not sent again until it changes. */
const isWorthAnother = (error: unknown): boolean =>
  !(error instanceof ProblemError) || error.problem.status >= 500;

/** Keeps until there is no more to keep. @returns whether it is worth another try, later */
const inRounds = async (keepOnce: () => Promise<boolean>): Promise<boolean> => {
  try {
    for (let round = 0; round < MOST_ROUNDS; round += 1) if (!(await keepOnce())) return false;
    return true;
  } catch (error) {
    return isWorthAnother(error);
  }
};

/** The server has `theirs`: puts it in our place, or leaves ours to be kept. @returns what became of them */
const settle = (local: LocalDraft, synced: SyncedNote, theirs: KeptDraft | null): Settlement['kind'] => {
  const settled = settleDraft(local.read(), synced.read(), theirs);
  if (settled.kind === 'keep') synced.note(settled.base, false);
  else if (settled.kind !== 'ask') synced.note(theirs?.revision ?? null, true);
  if (settled.kind === 'take' || settled.kind === 'clear')
    local.take(theirs === null ? null : { text: theirs.text, rest: theirs.rest });
  return settled.kind;
};

/** Brings a draft of this browser and the server's copy of it together, in either direction. */
export const createDraftKeeper = (place: DraftPlace, local: LocalDraft) => {
  const about = `${place.scope}.${place.part}`;
  const synced = createSyncedNote(local.keptAs);
  let other: KeptDraft | null = null;
  let touches = 0;

  const ask = (found: KeptDraft | null): void => {
    other = found;
    local.ask(found);
  };
  const change = (): void => {
    touches += 1;
    synced.note(synced.read().revision, false);
  };
  const hear = (theirs: KeptDraft | null): boolean => {
    const kind = settle(local, synced, theirs);
    ask(kind === 'ask' ? theirs : null);
    return kind === 'keep';
  };

  /** @returns whether there is more to keep. */
  const keepOnce = async (isLeaving: boolean): Promise<boolean> => {
    const { revision: base, isClean } = synced.read();
    if (isClean || other !== null) return false;
    const touched = touches;
    const content = local.read();
    if (content === null && base === null) {
      synced.note(null, true);
      return false;
    }
    const { kept, draft } = await send(place, { writer: place.writer, about, content, base }, isLeaving);
    if (!kept) return hear(draft);
    // A key may have been pressed whose word is not kept here yet: it comes with the next keeping.
    const isDone = touched === touches && isSameContent(local.read(), content);
    synced.note(draft?.revision ?? null, isDone);
    return !isDone && touched === touches;
  };

  return {
    about,
    /** The server has this. @param askedAt before its answer, by this browser's clock @returns whether ours has to be kept instead */
    hear: (theirs: KeptDraft | null, askedAt: number): boolean => askedAt > synced.knownAt() && hear(theirs),
    /** What is written here is no more what the server has. */
    change,
    /** It has been sent. What another device wrote meanwhile is another text: it stays. */
    send: (): void => {
      ask(null);
      change();
    },
    /** Whoever wrote them says which text goes on. @returns whether there were two */
    choose: (isMine: boolean): boolean => {
      const chosen = other;
      ask(null);
      if (chosen === null) return false;
      synced.note(chosen.revision, !isMine);
      if (!isMine) local.take({ text: chosen.text, rest: chosen.rest });
      return true;
    },
    /** @returns whether it is worth another try, later. */
    keep: (isLeaving: boolean): Promise<boolean> => inRounds(() => keepOnce(isLeaving)),
  };
};
