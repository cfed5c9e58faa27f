import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cleanBody, cleanLine, cleanName, cleanText, cutText } from './clean-text.ts';

describe('text of a letter', () => {
  test.each([
    ['NUL', 'a\u0000b', 'ab'],
    ['a high half without its partner', 'a\ud800b', 'a\ufffdb'],
    ['a low half without its partner', '\udc00', '\ufffd'],
    ['a pair', '\u{1f600}', '\u{1f600}'],
    ['halves parted by NUL', '\ud83d\u0000\ude00', '\u{1f600}'],
    ['decomposed', 'и\u0306', 'й'],
  ])('%s', (_, text, expected) => {
    expect(cleanText(text)).toBe(expected);
  });

  test('a body has line feeds only, a line has no breaks of any kind', () => {
    expect(cleanBody('a\r\nb\rc\nd')).toBe('a\nb\nc\nd');
    expect(cleanLine(' a\r\n\tb\u2028c\u0085d\u0000e\u001b ')).toBe('a b c de');
  });

  test('a name turns nothing after it the other way round, whatever its letters', () => {
    expect(cleanName(' Анна\u202eмиК\u202c \u2067\u2069')).toBe('АннамиК');
    expect(cleanName('דנה כהן')).toBe('דנה כהן');
  });

  test('a cut never leaves half a character', () => {
    expect(cutText('ab\u{1f600}', 3)).toBe('ab');
    expect(cutText('ab\u{1f600}', 4)).toBe('ab\u{1f600}');
  });

  test('what is clean can be stored: no NUL, well-formed, and stays as it is', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 30 }), (units) => {
        const clean = cleanText(String.fromCharCode(...units));
        expect(clean).not.toMatch(/\u0000|\p{Surrogate}/u);
        expect(cleanText(clean)).toBe(clean);
      }),
    );
  });
});
