import { findWords, type FoundWord } from './find-words.ts';
import { mayHave } from './initials.ts';
import { formsOf } from './word-forms.ts';

/** A piece of text; `hit`: it was asked for. */
export interface Segment {
  readonly text: string;
  readonly hit: boolean;
}

/** Signs of a conversation that are shown around what was found. */
const SHOWN = 180;
const BEFORE = 50;

interface Hit extends FoundWord {
  readonly forms: readonly string[];
}

const hitsIn = (text: string, asked: ReadonlySet<string>): readonly Hit[] => {
  const isWorthALook = mayHave(asked);
  return findWords(text).flatMap((word) => {
    if (!isWorthALook(word.text)) return [];
    const forms = formsOf(word.text).filter((form) => asked.has(form));
    return forms.length === 0 ? [] : [{ ...word, forms }];
  });
};

const cut = (text: string, hits: readonly FoundWord[], from: number, to: number): readonly Segment[] => {
  const segments: Segment[] = [];
  let at = from;
  for (const hit of hits) {
    if (hit.at < at || hit.end > to) continue;
    if (hit.at > at) segments.push({ text: text.slice(at, hit.at), hit: false });
    segments.push({ text: text.slice(hit.at, hit.end), hit: true });
    at = hit.end;
  }
  if (at < to) segments.push({ text: text.slice(at, to), hit: false });
  return segments;
};

/** How many different forms that were asked for a text has. */
export const hitsOf = (text: string, asked: ReadonlySet<string>): number =>
  new Set(hitsIn(text, asked).flatMap(({ forms }) => forms)).size;

/** A whole line with what was asked for marked. */
export const marked = (line: string, asked: ReadonlySet<string>): readonly Segment[] =>
  line === '' ? [] : cut(line, hitsIn(line, asked), 0, line.length);

/** One line, without the signs that make words bold or code. */
const flat = (text: string): string =>
  text
    .replaceAll(/\*\*|`/g, '')
    .replaceAll(/\s+/gu, ' ')
    .trim();

/** Not between the halves of one sign. */
const whole = (text: string, at: number): number =>
  at > 0 && at < text.length && /[\uDC00-\uDFFF]/.test(text.charAt(at)) ? at - 1 : at;

const around = (text: string, hits: readonly Hit[]): readonly Segment[] => {
  // Where most different words stand together.
  const best = hits.reduce(
    (found, hit) => {
      const near = hits.filter(({ at, end }) => at >= hit.at && end <= hit.at + SHOWN - BEFORE);
      const count = new Set(near.flatMap(({ forms }) => forms)).size;
      return count > found.count ? { count, at: hit.at } : found;
    },
    { count: 0, at: 0 },
  );
  const space = text.lastIndexOf(' ', Math.max(0, best.at - BEFORE));
  const from = best.at <= BEFORE ? 0 : whole(text, Math.max(space + 1, best.at - 2 * BEFORE));
  const to = whole(text, Math.min(text.length, from + SHOWN));
  const segments = cut(text, hits, from, to);
  return [
    ...(from > 0 ? [{ text: '… ', hit: false }] : []),
    ...segments,
    ...(to < text.length ? [{ text: ' …', hit: false }] : []),
  ];
};

/** Of a longer text the end is not looked at. */
const LOOKED_AT = 20_000;
const HITS_LOOKED_AT = 200;

/** The place of several texts that shows best why they were found; null: none of them does. */
export const snippetOf = (
  texts: readonly string[],
  asked: ReadonlySet<string>,
): readonly Segment[] | null => {
  let best: { readonly text: string; readonly hits: readonly Hit[]; readonly count: number } | null = null;
  for (const one of texts) {
    const text = flat(one.slice(0, LOOKED_AT));
    const hits = hitsIn(text, asked).slice(0, HITS_LOOKED_AT);
    const count = new Set(hits.flatMap(({ forms }) => forms)).size;
    if (count > (best?.count ?? 0)) best = { text, hits, count };
    if (best !== null && best.count >= asked.size) break;
  }
  return best === null ? null : around(best.text, best.hits);
};
