import { describe, expect, it } from 'vitest';
import { replaceWord, wordAtCaret } from './word-at-caret.ts';

describe('the word before the caret', () => {
  it.each([
    ['@', 1, { trigger: '@', query: '', from: 0, to: 1 }],
    ['Смотри, @Анн', 12, { trigger: '@', query: 'Анн', from: 8, to: 12 }],
    ['строка\n/прив', 12, { trigger: '/', query: 'прив', from: 7, to: 12 }],
    ['почта anna@desk.example', 23, null],
    ['и/или', 5, null],
    ['@Анна ', 6, null],
    ['', 0, null],
    [`${'а'.repeat(50)}@б`, 52, null],
    [`${'а'.repeat(50)} @б`, 53, { trigger: '@', query: 'б', from: 51, to: 53 }],
  ])('of %j at %i', (text, caret, word) => {
    expect(wordAtCaret(text, caret, '@/')).toEqual(word);
  });

  it('opens nothing by a sign that is not asked for', () => {
    expect(wordAtCaret('@Анн', 4, '/')).toBeNull();
  });

  it('is replaced where it stands', () => {
    const text = 'Смотри, @Анн и дальше';
    const word = wordAtCaret(text, 12, '@');
    expect(word === null ? null : replaceWord(text, word, '@Анна Соколова')).toEqual({
      text: 'Смотри, @Анна Соколова и дальше',
      caret: 22,
    });
  });
});
