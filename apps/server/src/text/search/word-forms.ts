import { englishStem } from './english-stem.ts';
import { inOneScript } from './look-alikes.ts';
import { russianStem } from './russian-stem.ts';
import { SAME_WORDS } from './same-words.ts';
import { cyrillicSound, latinSound, transliterate, withoutFleetingVowel } from './to-latin.ts';

/** Of a word longer than that only the beginning counts. */
const LONGEST = 64;

/** Forms that no rule leads to: a short root changes whole. */
const irregular = new Map(
  [
    'день дня дней дни дню днем дням днями днях дне',
    'письмо писем',
    'время времени времен временем временам временами',
    'имя имени имен именем именам именами',
    'человек люди людей людям людьми людях',
    'окно окон',
  ].flatMap((line) => {
    const [first = '', ...others] = line.split(' ');
    return others.map((other) => [other, first] as const);
  }),
);

/**
 * Stems that end as if an ending stood there, so that the word without an ending, or with one letter of it, would lose more than
 * its other forms do: журнал, журнала and журналы; проблем and проблема; запись and записи.
 */
const stemsThatLookCut = new Set(
  'прием объем заем режим систем проблем схем реклам лимит кредит аудит визит транзит журнал канал терминал портал материал филиал сигнал интервал оригинал функционал персонал потенциал вокзал экран план скан туман домен обмен феномен запис подпис надпис перепис дубликат прогон'.split(
    ' ',
  ),
);

/** Words that stand in every text and say nothing of it. */
const empty = new Set(
  'а без бы в во вот вы для до же за и из или их к как ко ли мы на над не но о об он она они от по под при с со так то тоже у уже что чтобы это я the a an and or of in on at to is are for with by it'.split(
    ' ',
  ),
);

const isLetters = (word: string): boolean => /^[\p{L}\p{M}]+$/u.test(word);
const isCyrillic = (word: string): boolean => /\p{Script=Cyrillic}/u.test(word);

/** Small letters, one spelling of each sign, `ё` as `е`. */
export const foldWord = (word: string): string =>
  inOneScript(
    word.slice(0, LONGEST).normalize('NFKC').toLowerCase().replaceAll('ё', 'е').replaceAll(/\p{M}/gu, ''),
  );

const stemOf = (word: string): string => {
  const bare = word.replace(/[аыьи]$/u, '');
  return [word, bare].find((one) => stemsThatLookCut.has(one)) ?? russianStem(irregular.get(word) ?? word);
};

const cyrillicForms = (word: string): readonly string[] => [
  withoutFleetingVowel(cyrillicSound(stemOf(word))),
];

/** A Latin word may be English or a Russian one spelled in Latin letters, whose last vowel is an ending: astra is астр(а). */
const latinForms = (word: string): readonly string[] => [
  ...new Set(
    [latinSound(word), latinSound(englishStem(word)), latinSound(word).replace(/(?<=.{3})[aeiou]$/, '')].map(
      withoutFleetingVowel,
    ),
  ),
];

const stems = (word: string): readonly string[] =>
  isCyrillic(word) ? cyrillicForms(word) : latinForms(word);

/** Which words mean the same, each line by its number. */
const meanings = new Map(
  SAME_WORDS.flatMap((line, index) =>
    line.split(' ').flatMap((word) => stems(foldWord(word)).map((stem) => [stem, `=${index}`] as const)),
  ),
);

/** Words seen of late: what is asked for again moves on, the rest is forgotten. */
let fresh = new Map<string, readonly string[]>();
let fading = new Map<string, readonly string[]>();
const MOST_REMEMBERED = 30_000;

const remembered = (word: string, make: () => readonly string[]): readonly string[] => {
  const known = fresh.get(word);
  if (known !== undefined) return known;
  if (fresh.size >= MOST_REMEMBERED) {
    fading = fresh;
    fresh = new Map();
  }
  const made = fading.get(word) ?? make();
  fresh.set(word, made);
  return made;
};

const formsOfLetters = (word: string): readonly string[] => {
  if (word.length < 2 || empty.has(word)) return [];
  const own = stems(word).filter((stem) => stem !== '');
  const meaning = own.map((stem) => meanings.get(stem)).find((one) => one !== undefined);
  return meaning === undefined ? own : [...own, meaning];
};

/** `1.7.4` is also found by `1.7`. */
const earlierParts = (version: string): readonly string[] => {
  const numbers = version.split('.');
  return numbers.slice(2).map((_, index) => numbers.slice(0, index + 2).join('.'));
};

const asCode = (word: string): string => transliterate(word).replaceAll(/[^\x21-\x7e]/g, '');

/** Runs of letters and runs of digits, where there are both. */
const pieces = (word: string): readonly string[] => {
  const parts = word.split(/[._@+\-/\\]/);
  return parts.flatMap((part) => (/\d/.test(part) ? (part.match(/\d+|\D+/g) ?? []) : [part]));
};

/** What a code, version, number, address or name with signs inside is known by as a whole. */
const wholeForms = (word: string): readonly string[] => {
  const code = asCode(word);
  if (/^\d+(?:\.\d+)+$/.test(word)) return [code, ...earlierParts(word)];
  const joined = /\d/.test(code) ? code.replaceAll(/[-_/\\]/g, '') : code;
  return [...new Set([code, joined])].filter((one) => one !== '');
};

/** Everything that a word of a text is found by: in small letters, Russian ones written in Latin. Empty for one that says nothing. */
export const formsOf = (word: string): readonly string[] =>
  remembered(word, () => {
    const folded = foldWord(word);
    if (isLetters(folded)) return formsOfLetters(folded);
    if (/^\d+$/.test(folded)) return [folded];
    const parts = pieces(folded)
      .filter((part) => part.length > 1)
      .flatMap((part) => (isLetters(part) ? formsOfLetters(part) : [asCode(part)]));
    return [...new Set([...wholeForms(folded), ...parts])].filter((form) => form !== '');
  });

/** A word that is asked for: one of `any` must stand in the text, all forms of it. */
export interface AskedWord {
  readonly any: readonly (readonly string[])[];
  /** What the forms of longer words begin with, should this one be unfinished. */
  readonly beginnings: readonly string[];
  /** As misspelled words are compared; null: a number or a code, which is not guessed at. */
  readonly spelling: string | null;
}

const beginningsOf = (folded: string): readonly string[] => {
  const sound = isCyrillic(folded) ? cyrillicSound(folded) : latinSound(folded);
  const stem = isCyrillic(folded) ? cyrillicSound(russianStem(folded)) : sound;
  // What stays of a short word when an ending is taken off begins too many others.
  return [...new Set([sound, ...(stem.length >= 4 ? [stem] : [])])].filter((one) => one.length >= 2);
};

/** How a word of a question is looked for; null: it says nothing. */
export const askedWord = (word: string): AskedWord | null => {
  const folded = foldWord(word);
  if (isLetters(folded)) {
    const forms = formsOf(word);
    const [spelling] = forms;
    if (spelling === undefined) return null;
    return { any: forms.map((form) => [form]), beginnings: beginningsOf(folded), spelling };
  }
  if (/^\d+$/.test(folded)) return { any: [[folded]], beginnings: [folded], spelling: null };
  const code = asCode(folded);
  if (code === '') return null;
  if (/^\d+(?:\.\d+)+$/.test(folded)) return { any: [[code]], beginnings: [code], spelling: null };
  const parts = pieces(folded).flatMap((part) =>
    isLetters(part) ? formsOfLetters(part).slice(0, 1) : [asCode(part)],
  );
  const joined = wholeForms(folded).map((form) => [form]);
  return { any: parts.length > 1 ? [...joined, parts] : joined, beginnings: [code], spelling: null };
};
