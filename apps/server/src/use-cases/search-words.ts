import type { DeskId } from '@reglament/desk';
import type { Queries } from '../store/database.ts';
import { thingsWithWords, wordsBeginning, wordsSpelled } from '../store/queries/search.ts';
import { asQuery, type Question, readQuestion, withWays } from '../text/search/asked-words.ts';
import { markOf, type SearchKind } from '../text/search/document-words.ts';
import { onOtherLayout } from '../text/search/other-layout.ts';
import { cutsToTry, isNear } from '../text/search/spelling.ts';
import type { AskedWord } from '../text/search/word-forms.ts';

export const KINDS = ['ticket', 'company', 'contact', 'certificate'] as const satisfies readonly SearchKind[];

/** How a thing was found, the best first: by its number or name as a whole, by all words, by half a word, by words spelled nearly so. */
export const WAYS = ['exact', 'words', 'beginning', 'near'] as const;
export type Way = (typeof WAYS)[number];

export interface FoundThing {
  readonly id: string;
  readonly way: Way;
}

export interface FoundByWords {
  readonly things: Readonly<Record<SearchKind, readonly FoundThing[]>>;
  /** With everything that was looked for in their place: what a text is marked by. */
  readonly words: readonly AskedWord[];
  /** Typed on the other keyboard layout, this was meant; null: what was typed. */
  readonly lookedFor: string | null;
}

interface Desk {
  readonly q: Queries;
  readonly deskId: DeskId;
  readonly newest: number;
}

/** Things that an order is made of, at most; of a kind and a way. */
const ENOUGH = 200;
/** With fewer hits, mistakes are looked for. */
const FEW = 5;

type Things = Readonly<Record<SearchKind, readonly FoundThing[]>>;

const none: Things = { ticket: [], company: [], contact: [], certificate: [] };

const countOf = (things: Things): number => KINDS.reduce((sum, kind) => sum + things[kind].length, 0);

const merged = (things: Things, kind: SearchKind, ids: readonly string[], way: Way): Things => {
  const known = new Set(things[kind].map(({ id }) => id));
  const fresh = ids.filter((id) => !known.has(id)).map((id) => ({ id, way }));
  return { ...things, [kind]: [...things[kind], ...fresh] };
};

const lookFor = async (
  { q, deskId, newest }: Desk,
  kind: SearchKind,
  words: readonly AskedWord[],
): Promise<readonly string[]> => {
  const mark = markOf(deskId, kind);
  const ask = (where: 'anywhere' | 'in-subject'): Promise<readonly string[]> =>
    thingsWithWords(q, {
      deskId,
      kind,
      mark,
      query: asQuery(mark, words, where),
      newest: kind === 'ticket' ? newest : 0,
      enough: ENOUGH,
    });
  const [inSubject, anywhere] = await Promise.all([ask('in-subject'), ask('anywhere')]);
  return [...new Set([...inSubject, ...anywhere])];
};

const byWords = async (
  desk: Desk,
  things: Things,
  wordsOf: (kind: SearchKind) => Promise<readonly AskedWord[] | null>,
  way: Way,
): Promise<Things> => {
  const found = await Promise.all(
    KINDS.map(async (kind) => {
      const words = await wordsOf(kind);
      return words === null ? [] : lookFor(desk, kind, words);
    }),
  );
  return KINDS.reduce((sum, kind, index) => merged(sum, kind, found[index] ?? [], way), things);
};

/** Ways to go on with the last word, for each kind; null: nothing goes on so. */
const begun = async (
  { q, deskId }: Desk,
  words: readonly AskedWord[],
  kind: SearchKind,
): Promise<readonly AskedWord[] | null> => {
  const last = words.at(-1);
  if (last === undefined || last.beginnings.length === 0) return null;
  const forms = await wordsBeginning(q, deskId, kind, last.beginnings);
  return forms.length === 0 ? null : withWays(words, words.length - 1, forms);
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

const asked = (all: readonly (readonly AskedWord[])[]): readonly AskedWord[] => all.flat();

/** What the words of a question lead to: as they are, as half a word, misspelled. */
const findAsTyped = async (desk: Desk, question: Question): Promise<Omit<FoundByWords, 'lookedFor'>> => {
  const { words, isLastOpen } = question;
  if (words.length === 0) return { things: none, words };
  const tried: (readonly AskedWord[])[] = [words];
  let things = await byWords(desk, none, async () => words, 'words');
  if (isLastOpen)
    things = await byWords(
      desk,
      things,
      async (kind) => {
        if (things[kind].length >= ENOUGH) return null;
        const longer = await begun(desk, words, kind);
        if (longer !== null) tried.push(longer);
        return longer;
      },
      'beginning',
    );
  if (countOf(things) < FEW) {
    const near = await nearly(desk, words);
    if (
      near.some((word, index) => word !== words[index] && word.any.length > (words[index]?.any.length ?? 0))
    ) {
      tried.push(near);
      things = await byWords(desk, things, async () => near, 'near');
    }
  }
  return { things, words: asked(tried) };
};

/** As typed; where that leads to little, as the same keys on the other keyboard layout, if that leads to more. */
export const findByWords = async (desk: Desk, question: Question): Promise<FoundByWords> => {
  const typed = await findAsTyped(desk, question);
  const other = onOtherLayout(question.typed);
  if (countOf(typed.things) >= FEW || other === null) return { ...typed, lookedFor: null };
  const swapped = await findAsTyped(desk, readQuestion(other));
  return countOf(swapped.things) > countOf(typed.things)
    ? { ...swapped, lookedFor: other }
    : { ...typed, lookedFor: null };
};
