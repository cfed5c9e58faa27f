import { findWords } from './find-words.ts';
import { formsOf } from './word-forms.ts';

/** What can be looked for. */
export type SearchKind = 'ticket' | 'company' | 'contact' | 'certificate';

/** What documents are kept of: of a ticket one for staff, and one for customers who see it. */
export type DocumentKind = SearchKind | 'portal';

const letterOf: Readonly<Record<DocumentKind, string>> = {
  ticket: 't',
  company: 'o',
  contact: 'p',
  certificate: 'c',
  portal: 'k',
};

/** What the words of one desk and kind begin with in the index. Four letters of an id: two desks that share them cost time, not truth. */
export const markOf = (deskId: string, kind: DocumentKind): string => `${deskId.slice(-4)}${letterOf[kind]}`;

/** Before words of a subject or a name. */
export const IN_SUBJECT = '^';

/** Numbers of tickets in layers of 512, 4,096, 32,768 and 262,144: as the question cuts them. */
const LAYERS = [9, 12, 15, 18] as const;

/** Of a longer conversation the first words count; `isCut` tells. */
const MOST_WORDS = 5000;

/** Whose a ticket is: only questions of those who may see it lead to its document for customers. */
export const OF_COMPANY = '@o';
export const OF_CONTACT = '@p';

/** What a thing is found by. */
export interface SearchText {
  readonly kind: DocumentKind;
  /** Of a ticket; 0: of anything else. */
  readonly number: number;
  /** Subject or name. */
  readonly subject: string;
  readonly text: string;
  /** Of a document for customers: `OF_COMPANY` and `OF_CONTACT` with ids. */
  readonly whose?: readonly string[];
}

export interface DocumentWords {
  /** With their mark, each once. */
  readonly marked: readonly string[];
  /** Without it: for those typed halfway or misspelled. */
  readonly plain: readonly string[];
  readonly isCut: boolean;
}

/** The words that a thing is kept under in the index of its desk. */
export const documentWords = (deskId: string, of: SearchText): DocumentWords => {
  const mark = markOf(deskId, of.kind);
  const subject = new Set(findWords(of.subject).flatMap(({ text }) => formsOf(text)));
  const all = new Set(subject);
  let isCut = false;
  for (const { text } of findWords(of.text)) {
    if (all.size >= MOST_WORDS) {
      isCut = true;
      break;
    }
    for (const form of formsOf(text)) all.add(form);
  }
  const layers =
    of.number > 0 ? LAYERS.map((shift) => `#${shift}.${Math.floor(of.number / 2 ** shift)}`) : [];
  // Customers' lists have an order of their own: nobody asks what stands in the subject.
  const named = of.kind === 'portal' ? [] : [...subject].map((form) => IN_SUBJECT + form);
  return {
    marked: [...all, ...named, ...layers, ...(of.whose ?? [])].map((form) => mark + form),
    plain: [...all].filter((form) => !form.startsWith('=')),
    isCut,
  };
};
