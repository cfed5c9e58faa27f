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

/** A list that opens while somebody types after `@` or `/`, all by keyboard. */
export const useSuggest = (
  input: RefObject<HTMLTextAreaElement | null>,
  text: string,
  write: (text: string) => void,
  sources: SuggestionSources,
) => {
  const id = useId();
  const [caret, setCaret] = useState<number | null>(null);
  const [chosen, setChosen] = useState(0);
  /** Where Escape closed the list: it stays closed for that word. */
  const [closedAt, setClosedAt] = useState<number | null>(null);
  const found: CaretWord | null =
    caret === null ? null : wordAtCaret(text, caret, Object.keys(sources).join(''));
  const word = found !== null && found.from !== closedAt ? found : null;
  const offered = word === null ? [] : (sources[word.trigger]?.(word.query) ?? []);
  const active = Math.min(chosen, Math.max(offered.length - 1, 0));

  const put = (suggestion: Suggestion) => {
    if (word === null) return;
    const next = replaceWord(text, word, suggestion.put);
    write(next.text);
    setCaret(null);
    setChosen(0);
    suggestion.onChoose?.();
    if (suggestion.onChoose !== undefined) return;
    // The field has the new text only after the next painting.
    requestAnimationFrame(() => {
      input.current?.focus();
      input.current?.setSelectionRange(next.caret, next.caret);
    });
  };

  /** @returns whether the list took the key. */
  const handleKey = (event: KeyboardEvent): boolean => {
    if (word === null) return false;
    if (event.key === 'Escape') {
      event.stopPropagation();
      setClosedAt(word.from);
      return true;
    }
    const suggestion = offered[active];
    if (suggestion === undefined) return false;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      const step = event.key === 'ArrowDown' ? 1 : offered.length - 1;
      setChosen((active + step) % offered.length);
      return true;
    }
    if ((event.key === 'Enter' && !event.ctrlKey && !event.metaKey) || event.key === 'Tab') {
      event.preventDefault();
      put(suggestion);
      return true;
    }
    return false;
  };

  const optionId = (index: number): string => `${id}-${index}`;
  return {
    listId: id,
    optionId,
    word,
    offered,
    active,
    put,
    handleKey,
    /** For the field: where the caret stands now. */
    handleSelect: (event: SyntheticEvent<HTMLTextAreaElement>) => {
      const { selectionStart, selectionEnd } = event.currentTarget;
      setCaret(selectionStart === selectionEnd ? selectionStart : null);
    },
    handleBlur: () => setCaret(null),
    /** Types the sign at the caret: what a button does for those who don't know the key. */
    open: (trigger: string) => {
      const field = input.current;
      const at = field?.selectionStart ?? text.length;
      const space = at === 0 || /\s/.test(text[at - 1] ?? '') ? '' : ' ';
      write(`${text.slice(0, at)}${space}${trigger}${text.slice(at)}`);
      const next = at + space.length + trigger.length;
      setClosedAt(null);
      requestAnimationFrame(() => {
        field?.focus();
        field?.setSelectionRange(next, next);
        setCaret(next);
      });
    },
  };
};

export type Suggest = ReturnType<typeof useSuggest>;
