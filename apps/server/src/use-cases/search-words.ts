import type { DeskId } from '@reglament/desk';
import type { Queries } from '../store/database.ts';
import { knownWords, thingsWithWords, wordsBeginning, wordsSpelled } from '../store/queries/search.ts';
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

interface FoundId {
  readonly id: string;
  /** All words stand in the subject of a ticket. */
  readonly isInSubject: boolean;
}

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
}

interface Desk extends Place {
  readonly vocabulary: Vocabulary;
}

/** Things that an order is made of, at most; of a kind and a way. */
const ENOUGH: Readonly<Record<SearchKind, number>> = {
  ticket: 200,
  company: 50,
  contact: 50,
  certificate: 50,
};
/** With as many things that have the whole words nobody wonders how the last one goes on. */
const ENOUGH_BEFORE_HALVES: Readonly<Record<SearchKind, number>> = {
  ...{ ticket: 100, company: 10, contact: 10, certificate: 10 },
};
/** With fewer hits, mistakes are looked for. */
const FEW = 5;

type Things = Readonly<Record<SearchKind, readonly FoundThing[]>>;

const none: Things = { ticket: [], company: [], contact: [], certificate: [] };

const countOf = (things: Things): number => KINDS.reduce((sum, kind) => sum + things[kind].length, 0);

const merged = (things: Things, kind: SearchKind, found: readonly FoundId[], way: Way): Things => {
  const known = new Set(things[kind].map(({ id }) => id));
  const fresh = found.filter(({ id }) => !known.has(id)).map((one) => ({ ...one, way }));
  return { ...things, [kind]: [...things[kind], ...fresh] };
};

/** Words that are known so far, by kind and word; asked for once each. */
type Vocabulary = Map<string, number>;

const keyOf = (kind: SearchKind, word: string): string => `${kind} ${word}`;

const learn = async ({ q, deskId, vocabulary }: Desk, words: readonly AskedWord[]): Promise<void> => {
  const forms = [...formsAsked(words)];
  for (const { kind, word, documents } of await knownWords(q, deskId, forms))
    vocabulary.set(keyOf(kind, word), documents);
};

const ask = (
  { q, deskId, newest }: Desk,
  kind: SearchKind,
  words: readonly AskedWord[],
  of: { readonly where: 'anywhere' | 'in-subject'; readonly isCommon: boolean },
): Promise<readonly string[]> => {
  const mark = markOf(deskId, kind);
  return thingsWithWords(q, {
    deskId,
    kind,
    mark,
    query: asQuery(mark, words, of.where),
    // Few are looked at all; of many the newest layers first.
    newest: kind === 'ticket' && of.isCommon ? newest : 0,
    enough: ENOUGH[kind],
  });
};

/** Tickets with all words in the subject come first; where there are enough of them, nobody looks further. */
const lookFor = async (
  desk: Desk,
  kind: SearchKind,
  words: readonly AskedWord[],
): Promise<readonly FoundId[]> => {
  const expected = rarityOf(words, (form) => desk.vocabulary.get(keyOf(kind, form)) ?? 0);
  if (expected === 'nothing') return [];
  const isCommon = expected === 'many';
  if (kind !== 'ticket')
    return (await ask(desk, kind, words, { where: 'anywhere', isCommon })).map((id) => ({
      id,
      isInSubject: false,
    }));
  const inSubject = await ask(desk, kind, words, { where: 'in-subject', isCommon });
  const known = new Set(inSubject);
  const anywhere =
    inSubject.length >= ENOUGH.ticket ? [] : await ask(desk, kind, words, { where: 'anywhere', isCommon });
  return [
    ...inSubject.map((id) => ({ id, isInSubject: true })),
    ...anywhere.filter((id) => !known.has(id)).map((id) => ({ id, isInSubject: false })),
  ];
};

const byWords = async (
  desk: Desk,
  things: Things,
  wordsOf: (kind: SearchKind) => readonly AskedWord[] | null,
  way: Way,
): Promise<Things> => {
  const found = await Promise.all(
    KINDS.map(async (kind) => {
      const words = wordsOf(kind);
      return words === null ? [] : lookFor(desk, kind, words);
    }),
  );
  return KINDS.reduce((sum, kind, index) => merged(sum, kind, found[index] ?? [], way), things);
};

/** The last word may be half of one: ways to go on with it, for each kind that has not enough yet. */
const byBeginning = async (
  desk: Desk,
  things: Things,
  words: readonly AskedWord[],
): Promise<{ readonly things: Things; readonly tried: readonly AskedWord[] }> => {
  const last = words.at(-1);
  const kinds = KINDS.filter((kind) => things[kind].length < ENOUGH_BEFORE_HALVES[kind]);
  if (last === undefined || last.beginnings.length === 0 || kinds.length === 0) return { things, tried: [] };
  const longer = await wordsBeginning(desk.q, desk.deskId, kinds, last.beginnings);
  for (const { kind, word, documents } of longer) desk.vocabulary.set(keyOf(kind, word), documents);
  const wordsOf = (kind: SearchKind): readonly AskedWord[] | null => {
    const forms = longer.filter((one) => one.kind === kind).map(({ word }) => word);
    return forms.length === 0 ? null : withWays(words, words.length - 1, forms);
  };
  return {
    things: await byWords(desk, things, wordsOf, 'beginning'),
    tried: kinds.flatMap((kind) => wordsOf(kind) ?? []),
  };
};

/** The same words with those that they could be misspelled from. */
const nearly = async ({ q, deskId }: Desk, words: readonly AskedWord[]): Promise<readonly AskedWord[]> =>
  Promise.all(
    words.map(async (word) => {
      const { spelling } = word;
      if (spelling === null || spelling.length < 4) return word;
      const candidates = await wordsSpelled(q, deskId, cutsToTry(spelling));
      const near = candidates.filter((one) => isNear(spelling, one));
      return withWays([word], 0, near)[0] ?? word;
    }),
  );

/** What the words of a question lead to: as they are, as half a word, misspelled. */
const findAsTyped = async (desk: Desk, question: Question): Promise<Omit<FoundByWords, 'lookedFor'>> => {
  const { words, isLastOpen } = question;
  if (words.length === 0) return { things: none, words };
  await learn(desk, words);
  const whole = await byWords(desk, none, () => words, 'words');
  const begun = isLastOpen ? await byBeginning(desk, whole, words) : { things: whole, tried: [] };
  const tried = [...words, ...begun.tried];
  if (countOf(begun.things) >= FEW) return { things: begun.things, words: tried };
  const near = await nearly(desk, words);
  const isMore = near.some(({ any }, index) => any.length > (words[index]?.any.length ?? 0));
  if (isMore) await learn(desk, near);
  return isMore
    ? { things: await byWords(desk, begun.things, () => near, 'near'), words: [...tried, ...near] }
    : { things: begun.things, words: tried };
};

/** As typed; where that leads to little, as the same keys on the other keyboard layout, if that leads to more. */
export const findByWords = async (place: Place, question: Question): Promise<FoundByWords> => {
  const desk = { ...place, vocabulary: new Map<string, number>() };
  const typed = await findAsTyped(desk, question);
  const other = onOtherLayout(question.typed);
  if (countOf(typed.things) >= FEW || other === null) return { ...typed, lookedFor: null };
  const swapped = await findAsTyped(desk, readQuestion(other));
  return countOf(swapped.things) > countOf(typed.things)
    ? { ...swapped, lookedFor: other }
    : { ...typed, lookedFor: null };
};
