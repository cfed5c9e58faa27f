import type { DraftContent } from '@reglament/contract';
import { textLeft } from '../../api/text-left.ts';
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

/** A draft as it was kept, whatever stands there. */
const draftFrom = (value: unknown): Draft => {
  const kept = value as { readonly [Part in keyof Draft]?: unknown } | null;
  if (typeof kept?.text !== 'string') return emptyDraft;
  return {
    text: kept.text,
    files: Array.isArray(kept.files) ? kept.files.filter(isFile) : [],
    answer: readAnswerFacts(kept.answer),
  };
};

/** The draft kept under the key; an empty one when there is none or it can't be read. */
export const readDraft = (store: DraftStore, key: string): Draft => {
  try {
    return draftFrom(JSON.parse(store.getItem(key) ?? 'null'));
  } catch {
    return emptyDraft;
  }
};

const isEmpty = ({ text, files, answer }: Draft): boolean =>
  text === '' && files.length === 0 && saysNothing(answer);

/** As the server keeps it for other devices; null: there is nothing to keep. */
export const contentOf = (draft: Draft): DraftContent | null =>
  isEmpty(draft)
    ? null
    : { text: draft.text, rest: JSON.stringify({ files: draft.files, answer: draft.answer }) };

/** What another device wrote; of what can't be read the words alone. */
export const draftOf = (content: DraftContent | null): Draft => {
  if (content === null) return emptyDraft;
  try {
    return draftFrom({ ...(JSON.parse(content.rest) as object), text: content.text });
  } catch {
    return { ...emptyDraft, text: content.text };
  }
};

/** What was sent, as its body says it. */
export interface SentMessage {
  readonly text: string;
  readonly attachments: readonly string[];
}

/** What a command said of a draft. */
export const sentBy = (body: {
  readonly command: string;
  readonly text?: string | undefined;
  readonly attachments?: readonly string[] | undefined;
}): SentMessage => ({ text: body.text ?? '', attachments: body.attachments ?? [] });

/** What was typed and attached while a message was on its way. */
export const draftLeft = (now: Draft, sent: SentMessage): Draft => ({
  ...emptyDraft,
  text: textLeft(now.text, sent.text),
  files: now.files.filter(({ attachmentId }) => !sent.attachments.includes(attachmentId)),
});

/** Keeps a draft; an empty one leaves nothing behind. @returns false when the browser keeps nothing (full or forbidden) */
export const keepDraft = (store: DraftStore, key: string, draft: Draft): boolean => {
  try {
    if (isEmpty(draft)) store.removeItem(key);
    else store.setItem(key, JSON.stringify(draft));
    return true;
  } catch {
    return false;
  }
};
