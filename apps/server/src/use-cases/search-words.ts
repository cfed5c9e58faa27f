import type { DeskId } from '@reglament/desk';
import type { Queries } from '../store/database.ts';
import {
  type KnownWord,
  knownWords,
  thingsWithWords,
  type ThingWithWords,
  type WordsAsked,
  wordsBeginning,
  wordsSpelled,
} from '../store/queries/search.ts';
import { asQuery, formsAsked, type Question, readQuestion, withWays } from '../text/search/asked-words.ts';
import { markOf, type SearchKind } from '../text/search/document-words.ts';
import { rarityOf } from '../text/search/rarity-of.ts';
import { onOtherLayout } from '../text/search/other-layout.ts';
import { cutsToTry, isNear } from '../text/search/spelling.ts';
import type { AskedWord } from '../text/search/word-forms.ts';

export const KINDS = ['ticket', 'company', 'contact', 'certificate'] as const satisfies readonly SearchKind[];

/** How a thing was found, the best first: by its number or name as a whole, by all words, by half a word, by words spelled nearly so. */
export const WAYS = ['exact', 'words', 'beginning', 'near'] as const;
export type Way = (typeof WAYS)[number];

type FoundId = Pick<ThingWithWords, 'id' | 'number' | 'isInSubject'>;

export interface FoundThing extends FoundId {
  readonly way: Way;
}

export interface FoundByWords {
  readonly things: Readonly<Record<SearchKind, readonly FoundThing[]>>;
  /** With everything that was looked for in their place: what a text is marked by. */
  readonly words: readonly AskedWord[];
  /** Typed on the other keyboard layout, this was meant; null: what was typed. */
  readonly lookedFor: string | null;
}

interface Place {
  readonly q: Queries;
  readonly deskId: DeskId;
  readonly newest: number;
  /** Those of the words asked for that the desk knows. */
  readonly known: readonly KnownWord[];
  /** As many tickets as the page needs: what it stands on is not looked for beyond them. */
  readonly enough: number;
}

interface Desk extends Place {
  readonly vocabulary: Vocabulary;
}

/** Companies, people and certificates that an order is made of, at most; of a kind and a way. */
const ENOUGH_OTHERS = 50;
/** With as many of them that have the whole words nobody wonders how the last one goes on. */
const OTHERS_BEFORE_HALVES = 10;
/** With fewer hits, mistakes are looked for. */
const FEW = 5;

type Things = Readonly<Record<SearchKind, readonly FoundThing[]>>;

const none: Things = { ticket: [], company: [], contact: [], certificate: [] };

const countOf = (things: Things): number => KINDS.reduce((sum, kind) => sum + things[kind].length, 0);

const merged = (things: Things, kind: SearchKind, found: readonly FoundId[], way: Way): Things => {
  // The first time that a thing is told of counts: whoever has the words in the subject has them anywhere too.
  const all = new Map(things[kind].map((one) => [one.id, one]));
  for (const { id, number, isInSubject } of found)
    if (!all.has(id)) all.set(id, { id, number, isInSubject, way });
  return { ...things, [kind]: [...all.values()] };
};

/** Words that are known so far, by kind and word; asked for once each. */
type Vocabulary = Map<string, number>;

const keyOf = (kind: SearchKind, word: string): string => `${kind} ${word}`;

const remember = (vocabulary: Vocabulary, known: readonly KnownWord[]): void => {
  for (const { kind, word, documents } of known) vocabulary.set(keyOf(kind, word), documents);
};

const learn = async ({ q, deskId, vocabulary }: Desk, words: readonly AskedWord[]): Promise<void> =>
  remember(vocabulary, await knownWords(q, deskId, [...formsAsked(words)]));

/** How one kind of thing is asked for; null: nothing of it has all words. */
const asksFor = (
  { deskId, newest, enough, vocabulary }: Desk,
  kind: SearchKind,
  words: readonly AskedWord[],
): WordsAsked | null => {
  const expected = rarityOf(words, (form) => vocabulary.get(keyOf(kind, form)) ?? 0);
  if (expected === 'nothing') return null;
  const mark = markOf(deskId, kind);
  const isTicket = kind === 'ticket';
  return {
    kind,
    mark,
    // Tickets with all words in the subject come first; where there are enough of them, nobody looks further.
    inSubject: isTicket ? asQuery(mark, words, 'in-subject') : null,
    anywhere: asQuery(mark, words, 'anywhere'),
    // Few are looked at all; of many the newest layers first.
    newest: isTicket && expected === 'many' ? newest : 0,
    enough: isTicket ? enough : ENOUGH_OTHERS,
  };
};

const byWords = async (
  desk: Desk,
  things: Things,
  wordsOf: (kind: SearchKind) => readonly AskedWord[] | null,
  way: Way,
): Promise<Things> => {
  const asked = KINDS.flatMap((kind) => {
    const words = wordsOf(kind);
    return words === null ? [] : (asksFor(desk, kind, words) ?? []);
  });
  if (asked.length === 0) return things;
  const found = await thingsWithWords(desk.q, asked);
  return KINDS.reduce(
    (sum, kind) =>
      merged(
        sum,
        kind,
        found.filter((one) => one.kind === kind),
        way,
      ),
    things,
  );
};

/** The last word may be half of one: ways to go on with it, for each kind that has not enough yet. */
const byBeginning = async (
  desk: Desk,
  things: Things,
  words: readonly AskedWord[],
): Promise<{ readonly things: Things; readonly tried: readonly AskedWord[] }> => {
  const last = words.at(-1);
  const kinds = KINDS.filter(
    (kind) => things[kind].length < (kind === 'ticket' ? desk.enough : OTHERS_BEFORE_HALVES),
  );
  if (last === undefined || last.beginnings.length === 0 || kinds.length === 0) return { things, tried: [] };
  const longer = await wordsBeginning(desk.q, desk.deskId, kinds, last.beginnings);
  remember(desk.vocabulary, longer);
  const wordsOf = (kind: SearchKind): readonly AskedWord[] | null => {
    const forms = longer.filter((one) => one.kind === kind).map(({ word }) => word);
    return forms.length === 0 ? null : withWays(words, words.length - 1, forms);
  };
  return {
    things: await byWords(desk, things, wordsOf, 'beginning'),
    tried: kinds.flatMap((kind) => wordsOf(kind) ?? []),
  };
};

const SHORTEST_GUESSED = 4;

/**
 * The same words with those that they could be misspelled from.
 *
 * @param spelled words that one of the cuts leads to, of those that whoever asks may know of.
 */
export const nearlySpelled = async (
  spelled: (cuts: readonly string[]) => Promise<readonly string[]>,
  words: readonly AskedWord[],
): Promise<readonly AskedWord[]> => {
  const guessed = words.map(({ spelling }) =>
    spelling === null || spelling.length < SHORTEST_GUESSED ? null : spelling,
  );
  const cuts = new Set(guessed.flatMap((spelling) => (spelling === null ? [] : cutsToTry(spelling))));
  if (cuts.size === 0) return words;
  const candidates = await spelled([...cuts]);
  return words.map((word, place) => {
    const spelling = guessed[place] ?? null;
    if (spelling === null) return word;
    const near = candidates.filter((one) => isNear(spelling, one));
    return withWays([word], 0, near)[0] ?? word;
  });
};

type Looked = Omit<FoundByWords, 'lookedFor'>;

/** What the words of a question lead to as they are, and with the last one as half a word. */
const asWritten = async (desk: Desk, { words, isLastOpen }: Question): Promise<Looked> => {
  if (words.length === 0) return { things: none, words };
  const whole = await byWords(desk, none, () => words, 'words');
  const begun = isLastOpen ? await byBeginning(desk, whole, words) : { things: whole, tried: [] };
  return { things: begun.things, words: [...words, ...begun.tried] };
};

/** The same with what they could be misspelled from, where they lead to little. */
const withMistakes = async (desk: Desk, { words }: Question, written: Looked): Promise<Looked> => {
  if (countOf(written.things) >= FEW) return written;
  const near = await nearlySpelled((cuts) => wordsSpelled(desk.q, desk.deskId, cuts), words);
  const isMore = near.some(({ any }, index) => any.length > (words[index]?.any.length ?? 0));
  if (!isMore) return written;
  await learn(desk, near);
  const things = await byWords(desk, written.things, () => near, 'near');
  return { things, words: [...written.words, ...near] };
};

/** As typed; where that leads to little, as the same keys on the other keyboard layout, if that leads to more. */
export const findByWords = async (place: Place, question: Question): Promise<FoundByWords> => {
  const desk = { ...place, vocabulary: new Map<string, number>() };
  remember(desk.vocabulary, place.known);
  const typed = await asWritten(desk, question);
  const other = countOf(typed.things) >= FEW ? null : onOtherLayout(question.typed);
  if (other === null) return { ...(await withMistakes(desk, question, typed)), lookedFor: null };
  const meant = readQuestion(other);
  await learn(desk, meant.words);
  const swapped = await asWritten(desk, meant);
  // Among very many words something is near to everything: what stands there as it is was meant rather.
  if (countOf(typed.things) === 0 && countOf(swapped.things) > 0)
    return { ...(await withMistakes(desk, meant, swapped)), lookedFor: other };
  const guessed = await withMistakes(desk, question, typed);
  if (countOf(guessed.things) >= FEW) return { ...guessed, lookedFor: null };
  const guessedOther = await withMistakes(desk, meant, swapped);
  return countOf(guessedOther.things) > countOf(guessed.things)
    ? { ...guessedOther, lookedFor: other }
    : { ...guessed, lookedFor: null };
};
