import { type AnswerFacts, nothingSaid, readAnswerFacts, saysNothing } from './answer-facts.ts';

export interface DraftFile {
  readonly attachmentId: string;
  readonly name: string;
  readonly type: string;
  readonly size: number;
}

export interface Draft {
  readonly text: string;
  readonly files: readonly DraftFile[];
  readonly answer: AnswerFacts;
}

export const emptyDraft: Draft = { text: '', files: [], answer: nothingSaid };

/** The part of localStorage that drafts need. */
export type DraftStore = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** A draft is one person's: whoever signs in next in this browser does not find it. `about`: the ticket, or what else it is written to. */
export const draftKey = (personId: string, desk: string, about: string, tab: string): string =>
  `reglament.draft.${personId}.${desk}.${about}.${tab}`;

const isFile = (value: unknown): value is DraftFile => {
  const file = value as Partial<DraftFile> | null;
  return (
    typeof file === 'object' &&
    file !== null &&
    typeof file.attachmentId === 'string' &&
    typeof file.name === 'string' &&
    typeof file.type === 'string' &&
    typeof file.size === 'number'
  );
};

/** The draft kept under the key; an empty one when there is none or it can't be read. */
export const readDraft = (store: DraftStore, key: string): Draft => {
  try {
    const value = JSON.parse(store.getItem(key) ?? 'null') as {
      readonly text?: unknown;
      readonly files?: unknown;
      readonly answer?: unknown;
    } | null;
    if (value === null || typeof value.text !== 'string') return emptyDraft;
    return {
      text: value.text,
      files: Array.isArray(value.files) ? value.files.filter(isFile) : [],
      answer: readAnswerFacts(value.answer),
    };
  } catch {
    return emptyDraft;
  }
};

/** Keeps a draft; an empty one leaves nothing behind. @returns false when the browser keeps nothing (full or forbidden) */
export const keepDraft = (store: DraftStore, key: string, draft: Draft): boolean => {
  try {
    if (draft.text === '' && draft.files.length === 0 && saysNothing(draft.answer)) store.removeItem(key);
    else store.setItem(key, JSON.stringify(draft));
    return true;
  } catch {
    return false;
  }
};
