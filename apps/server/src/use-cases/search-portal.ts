import type { DeskId } from '@reglament/desk';
import type { Queries } from '../store/database.ts';
import {
  type OwnDocuments,
  ownWordsBeginning,
  ownWordsSpelled,
  portalNumbersNamed,
  portalNumbersWith,
} from '../store/queries/portal-search.ts';
import {
  asQuery,
  asQueryOf,
  formsAsked,
  type Question,
  readQuestion,
  withWays,
} from '../text/search/asked-words.ts';
import { markOf } from '../text/search/document-words.ts';
import { exactlyNamed } from '../text/search/exactly-named.ts';
import { onOtherLayout } from '../text/search/other-layout.ts';
import type { AskedWord } from '../text/search/word-forms.ts';
import type { PortalSight } from './portal-sight.ts';
import { nearlySpelled } from './search-words.ts';

/** What a customer's question leads to. */
export interface PortalFound {
  /** Of tickets: whoever shows them asks once more whether the customer sees each. */
  readonly numbers: readonly number[];
  /** Every form that a text may show when it was found. */
  readonly forms: ReadonlySet<string>;
  /** On the other keyboard layout this was meant; null: what was typed. */
  readonly lookedFor: string | null;
  /** Only words that are spelled nearly so were found. */
  readonly isNear: boolean;
}

/** As many of the newest tickets as pages are made of: whoever wants older ones asks more exactly. */
const MOST_FOUND = 2000;

interface Place {
  readonly q: Queries;
  readonly deskId: DeskId;
  readonly sight: PortalSight;
}

interface Tried {
  readonly numbers: readonly number[];
  readonly words: readonly AskedWord[];
}

const withWords = async ({ q, deskId, sight }: Place, words: readonly AskedWord[]): Promise<Tried> => {
  if (words.length === 0) return { numbers: [], words };
  const mark = markOf(deskId, 'portal');
  // Which tickets are looked through is part of the question: nobody else's are met.
  const wanted = `(${asQuery(mark, words, 'anywhere')})&(${asQueryOf(mark, sight)})`;
  return { numbers: await portalNumbersWith(q, deskId, { mark, wanted, enough: MOST_FOUND }), words };
};

const documentsOf = ({ deskId, sight }: Place): OwnDocuments => {
  const mark = markOf(deskId, 'portal');
  return { mark, whose: asQueryOf(mark, sight) };
};

/**
 * The words as they are, the last one as half of one too. Only words that the customer may read are tried: those of others, counted
 * among them, would tell by what is not found any more.
 */
const asTyped = async (place: Place, { words, isLastOpen }: Question): Promise<Tried> => {
  const beginnings = isLastOpen ? (words.at(-1)?.beginnings ?? []) : [];
  if (beginnings.length === 0) return withWords(place, words);
  const forms = await ownWordsBeginning(place.q, place.deskId, documentsOf(place), beginnings);
  return withWords(place, withWays(words, words.length - 1, forms));
};

const nearly = async (place: Place, { words }: Question): Promise<Tried> => {
  const spelled = (cuts: readonly string[]) =>
    ownWordsSpelled(place.q, place.deskId, documentsOf(place), cuts);
  const near = await nearlySpelled(spelled, words);
  const isMore = near.some(({ any }, index) => any.length > (words[index]?.any.length ?? 0));
  return isMore ? withWords(place, near) : { numbers: [], words };
};

/**
 * Tickets that a customer's question leads to: by words in any form, else by a part of the subject, else by the same keys on the other
 * keyboard layout, else by words that are spelled nearly so. A number leads to its ticket, whatever else it leads to.
 */
export const searchPortal = async (place: Place, typed: string): Promise<PortalFound> => {
  const question = readQuestion(typed);
  const { number } = exactlyNamed(question.typed);
  const exact = number === null ? [] : [number];
  const found = ({ numbers, words }: Tried, way: Partial<PortalFound> = {}): PortalFound => ({
    numbers: [...exact, ...numbers.filter((one) => one !== number)],
    forms: formsAsked(words),
    lookedFor: null,
    isNear: false,
    ...way,
  });
  const first = await asTyped(place, question);
  if (first.numbers.length > 0) return found(first);
  const named = await portalNumbersNamed(place.q, place.deskId, place.sight, question.typed);
  // Digits are no word that somebody misspelled.
  if (named.length > 0 || number !== null) return found({ ...first, numbers: named });
  const lookedFor = onOtherLayout(question.typed);
  const meant = lookedFor === null ? null : readQuestion(lookedFor);
  const swapped = meant === null ? null : await asTyped(place, meant);
  if (swapped !== null && swapped.numbers.length > 0) return found(swapped, { lookedFor });
  const near = await nearly(place, question);
  if (near.numbers.length > 0) return found(near, { isNear: true });
  const nearSwapped = meant === null ? null : await nearly(place, meant);
  return nearSwapped !== null && nearSwapped.numbers.length > 0
    ? found(nearSwapped, { lookedFor, isNear: true })
    : found(first);
};
