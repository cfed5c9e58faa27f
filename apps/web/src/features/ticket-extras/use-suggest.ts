import { useId, useState, type KeyboardEvent, type RefObject, type SyntheticEvent } from 'react';
import { replaceWord, wordAtCaret, type CaretWord } from './word-at-caret.ts';

export interface Suggestion {
  readonly id: string;
  readonly title: string;
  readonly detail: string;
  /** What takes the place of the word that was typed. */
  readonly put: string;
  /** Done besides. */
  readonly onChoose?: () => void;
}

/** What each sign offers for what was typed after it. */
export type SuggestionSources = Readonly<Record<string, (query: string) => readonly Suggestion[]>>;

/** What a key does to an open list; null: it is the field's own. */
const keyDoes = (event: KeyboardEvent): 'close' | 'next' | 'previous' | 'choose' | null => {
  switch (event.key) {
    case 'Escape':
      return 'close';
    case 'ArrowDown':
      return 'next';
    case 'ArrowUp':
      return 'previous';
    case 'Tab':
      return 'choose';
    case 'Enter':
      return event.ctrlKey || event.metaKey ? null : 'choose';
    default:
      return null;
  }
};

/** The field has its new text only after the next painting. */
const placeCaret = (field: HTMLTextAreaElement | null, at: number, then: () => void = () => undefined) =>
  requestAnimationFrame(() => {
    field?.focus();
    field?.setSelectionRange(at, at);
    then();
  });

/** A list that opens while somebody types after `@` or `/`, all by keyboard. */
export const useSuggest = (
  input: RefObject<HTMLTextAreaElement | null>,
  text: string,
  write: (text: string) => void,
  sources: SuggestionSources,
) => {
  const id = useId();
  const triggers = Object.keys(sources).join('');
  const [caret, setCaret] = useState<number | null>(null);
  const [chosen, setChosen] = useState(0);
  /** Where Escape closed the list: it stays closed for that word. */
  const [closedAt, setClosedAt] = useState<number | null>(null);
  const found: CaretWord | null = caret === null ? null : wordAtCaret(text, caret, triggers);
  const word = found !== null && found.from !== closedAt ? found : null;
  const offered = word === null ? [] : (sources[word.trigger]?.(word.query) ?? []);
  const active = Math.min(chosen, Math.max(offered.length - 1, 0));

  const put = (suggestion: Suggestion) => {
    if (word === null) return;
    const next = replaceWord(text, word, suggestion.put);
    write(next.text);
    setCaret(null);
    setChosen(0);
    if (suggestion.onChoose === undefined) placeCaret(input.current, next.caret);
    else suggestion.onChoose();
  };

  /** @returns whether the list took the key. */
  const handleKey = (event: KeyboardEvent): boolean => {
    const does = word === null ? null : keyDoes(event);
    if (word === null || does === null) return false;
    if (does === 'close') {
      event.stopPropagation();
      setClosedAt(word.from);
      return true;
    }
    const suggestion = offered[active];
    if (suggestion === undefined) return false;
    event.preventDefault();
    if (does === 'choose') put(suggestion);
    else setChosen((active + (does === 'next' ? 1 : offered.length - 1)) % offered.length);
    return true;
  };

  /** For the field: where the caret stands now. */
  const handleSelect = ({ currentTarget }: SyntheticEvent<HTMLTextAreaElement>) => {
    const { selectionStart, selectionEnd, value } = currentTarget;
    setCaret(selectionStart === selectionEnd ? selectionStart : null);
    if (wordAtCaret(value, selectionStart, triggers) === null) setClosedAt(null);
  };

  /** Types the sign at the caret: what a button does for those who don't know the key. */
  const open = (trigger: string) => {
    const at = input.current?.selectionStart ?? text.length;
    const sign = at === 0 || /\s/.test(text[at - 1] ?? '') ? trigger : ` ${trigger}`;
    write(`${text.slice(0, at)}${sign}${text.slice(at)}`);
    setClosedAt(null);
    const next = at + sign.length;
    placeCaret(input.current, next, () => setCaret(next));
  };

  const optionId = (index: number): string => `${id}-${index}`;
  const handleBlur = () => setCaret(null);
  return { listId: id, optionId, word, offered, active, put, open, handleKey, handleSelect, handleBlur };
};

export type Suggest = ReturnType<typeof useSuggest>;
