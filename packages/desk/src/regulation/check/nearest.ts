const MOST_WORDS = 200;
const LONGEST = 60;

/** How many letters must be put in, left out, changed or swapped with their neighbour; more than `limit` is not counted. */
const distance = (a: string, b: string, limit: number): number => {
  let [last, before]: [readonly number[], readonly number[]] = [[], []];
  let row: readonly number[] = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let at = 1; at <= a.length; at += 1) {
    [last, before] = [before, row];
    const next = [at];
    for (let to = 1; to <= b.length; to += 1) {
      const isSame = a[at - 1] === b[to - 1];
      const isSwapped = at > 1 && to > 1 && a[at - 1] === b[to - 2] && a[at - 2] === b[to - 1];
      next.push(
        Math.min(
          (before[to] ?? limit) + 1,
          (next[to - 1] ?? limit) + 1,
          (before[to - 1] ?? limit) + (isSame ? 0 : 1),
          isSwapped ? (last[to - 2] ?? limit) + 1 : Number.POSITIVE_INFINITY,
        ),
      );
    }
    if (Math.min(...next) > limit) return limit + 1;
    row = next;
  }
  return row[b.length] ?? limit + 1;
};

/** The known word that was probably meant: at most a third of its letters differ; `''`: none is near. */
export const nearest = (word: string, known: readonly string[]): string => {
  if (word.length > LONGEST) return '';
  let best = '';
  let least = Math.floor(word.length / 3) + 1;
  for (const one of known.slice(0, MOST_WORDS)) {
    const steps = distance(word.toLowerCase(), one.toLowerCase(), least);
    if (steps < least) [best, least] = [one, steps];
  }
  return best;
};
