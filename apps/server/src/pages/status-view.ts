import type { Calendars, CommissioningNote, EntitlementTrail, Language, Regulation } from '@reglament/desk';
import type { Instant } from '@reglament/working-time';
import type { StatusDesk, StatusMessage, StatusTicket } from '../store/queries/status-page.ts';
import type { PageDone, PageProblem, PageWords } from './words.ts';

/** A form that came back: what was typed, and what is wrong with it. */
export interface Draft {
  readonly form: 'answer' | 'object' | 'fields' | 'callback' | 'proposal' | 'date' | 'confirm';
  readonly text: string;
  readonly fields: Readonly<Record<string, string>>;
  /** One of ours, or a sentence of the ticket rules. */
  readonly problem: PageProblem | { readonly says: string };
  readonly hadFiles: boolean;
}

export interface Flash {
  readonly done: PageDone;
  /** The ticket that follows a closed one, with its own link. */
  readonly continued: { readonly number: number; readonly url: string } | null;
}

/** Everything the status page is made of. */
export interface StatusView {
  readonly language: Language;
  readonly words: PageWords;
  readonly desk: StatusDesk;
  readonly found: StatusTicket;
  readonly regulation: Regulation;
  readonly calendars: Calendars;
  readonly conversation: readonly StatusMessage[];
  /** How it was decided what serves the ticket; null: registered before that was kept. */
  readonly tried: EntitlementTrail | null;
  /** What is said of a product that was never commissioned; null: nothing. */
  readonly note: CommissioningNote | null;
  readonly now: Instant;
  /** Path of the page without a query; forms and files live under it. */
  readonly path: string;
  /** `?lang=en` where the language was asked for by address, else empty. */
  readonly query: string;
  /** Fresh for each page shown; every form carries it. */
  readonly formKey: string;
  readonly flash: Flash | null;
  readonly draft: Draft | null;
  /** The ticket that goes on for a merged one, with its own link; null: it was not merged. */
  readonly mergedInto: { readonly number: number; readonly url: string } | null;
  /** The desk's directory of partners; null: nobody is shown in it. */
  readonly partnersUrl: string | null;
}

/** What is told of a ticket whichever page tells it, in one language. */
export type StatusFacts = Pick<
  StatusView,
  'language' | 'words' | 'found' | 'regulation' | 'calendars' | 'note' | 'now'
>;

export const draftOf = (view: StatusView, form: Draft['form']): Draft | null =>
  view.draft?.form === form ? view.draft : null;

export const problemWords = (draft: Draft, words: PageWords): string => {
  const says = typeof draft.problem === 'string' ? words.problems[draft.problem] : draft.problem.says;
  return draft.hadFiles ? `${says} ${words.problems['files-again']}` : says;
};
