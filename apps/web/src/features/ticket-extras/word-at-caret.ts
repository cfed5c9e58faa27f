/** The word being typed after a sign that opens a list: `@ан` or `/прив`. */
export interface CaretWord {
  readonly trigger: string;
  readonly query: string;
  /** Where the sign stands. */
  readonly from: number;
  /** Where the word ends so far: the caret. */
  readonly to: number;
}

const LONGEST = 40;

/** The word before the caret, when it begins a line or follows a space and starts with one of the signs; null: none. */
export const wordAtCaret = (text: string, caret: number, triggers: string): CaretWord | null => {
  const before = text.slice(Math.max(0, caret - LONGEST - 1), caret);
  const from = before.search(/\S*$/);
  const word = before.slice(from);
  const [trigger = ''] = word;
  if (trigger === '' || !triggers.includes(trigger)) return null;
  // A word longer than the slice began somewhere else.
  if (from === 0 && caret > before.length && !/\s/.test(text[caret - before.length - 1] ?? '')) return null;
  return { trigger, query: word.slice(1), from: caret - word.length, to: caret };
};

/** The text with the word replaced, and where the caret stands then. */
export const replaceWord = (
  text: string,
  { from, to }: CaretWord,
  put: string,
): { readonly text: string; readonly caret: number } => ({
  text: `${text.slice(0, from)}${put}${text.slice(to)}`,
  caret: from + put.length,
});
