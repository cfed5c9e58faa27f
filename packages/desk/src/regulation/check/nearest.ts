const MOST = 200;

/** How many letters must be put in, left out or changed; stops at `limit`. */
const distance = (a: string, b: string, limit: number): number => {
  let before = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (const [row, letter] of [...a].entries()) {
    const next = [row + 1];
    for (let column = 1; column <= b.length; column += 1)
      next.push(
        Math.min(
          (before[column] ?? limit) + 1,
          (next[column - 1] ?? limit) + 1,
          (before[column - 1] ?? limit) + (b[column - 1] === letter ? 0 : 1),
        ),
      );
    if (Math.min(...next) > limit) return limit + 1;
    before = next;
  }
  return before[b.length] ?? limit + 1;
};

/** The known word that was probably meant: at most a third of its letters differ; `''`: none is near. */
export const nearest = (word: string, known: readonly string[]): string => {
  let best = '';
  let least = Math.floor(word.length / 3) + 1;
  if (word.length > 60) return '';
  for (const one of known.slice(0, MOST)) {
    const steps = distance(word.toLowerCase(), one.toLowerCase(), least);
    if (steps < least) [best, least] = [one, steps];
  }
  return best;
};
