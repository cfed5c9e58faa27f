/** Shorter words have too many neighbours, longer ones are no words. */
const SHORTEST = 4;
const LONGEST = 24;
/** From this length on two mistakes are forgiven. */
const LONG = 8;

const without = (word: string): readonly string[] =>
  Array.from({ length: word.length }, (_, index) => word.slice(0, index) + word.slice(index + 1));

/** Whether a form is a word that somebody could misspell. */
export const isSpelled = (form: string): boolean =>
  form.length >= SHORTEST && form.length <= LONGEST && /^[a-z]+$/.test(form);

/** What a word is kept under, so that a misspelled one meets it: itself, and itself without one letter. */
export const cutsOf = (word: string): readonly string[] => [...new Set([word, ...without(word)])];

/** Under what to look for words near to a misspelled one. */
export const cutsToTry = (word: string): readonly string[] => {
  const once = cutsOf(word);
  return word.length < LONG ? once : [...new Set([...once, ...once.flatMap(without)])];
};

/** Letters to add, take away, change or swap between two words. */
export const mistakesBetween = (a: string, b: string): number => {
  let before: readonly number[] = [];
  let row: readonly number[] = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let least = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        least = Math.min(least, (before[j - 2] ?? 0) + 1);
      next.push(least);
    }
    before = row;
    row = next;
  }
  return row[b.length] ?? 0;
};

/** Whether `word` could be meant by what was typed. */
export const isNear = (typed: string, word: string): boolean =>
  mistakesBetween(typed, word) <= (typed.length < LONG ? 1 : 2);
