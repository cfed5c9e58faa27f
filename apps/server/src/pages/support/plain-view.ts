import type { Language, Regulation } from '@reglament/desk';
import type { StatusDesk } from '../../store/queries/status-page.ts';
import type { SupportFault, SupportWords } from './support-words.ts';

/** A form that came back: everything that was typed, and what is wrong with which field. */
export interface TypedForm {
  readonly fields: Readonly<Record<string, string>>;
  readonly text: string;
  readonly faults: Readonly<Record<string, SupportFault>>;
}

export const nothingTyped: TypedForm = { fields: {}, text: '', faults: {} };

/** What every page of support without an account is made of. */
export interface PlainView {
  readonly language: Language;
  readonly words: SupportWords;
  readonly desk: StatusDesk;
  readonly regulation: Regulation;
  /** `/c/centaur`. */
  readonly base: string;
  /** `?lang=en` where the language was asked for by address, else empty. */
  readonly query: string;
  /** Fresh for each page shown: a form that is sent twice is one. */
  readonly formKey: string;
  readonly typed: TypedForm;
}
