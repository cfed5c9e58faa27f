import { describe, expect, test } from 'vitest';
import { drawSchema } from './draw-schema.ts';
import { walkSchema } from './walk-schema.ts';
import { words } from './words.ts';

const keys = walkSchema(drawSchema());
/** A part that is a map has words for its keys; what it is stands where it is used. */
const NAMELESS = new Set(['named']);

describe('every key of the shape has words', () => {
  test('and no words are left over', () => {
    const paths = keys.map(({ path }) => path).filter((path) => !NAMELESS.has(path));
    expect(paths.length).toBeGreaterThan(200);
    expect({
      missing: paths.filter((path) => words[path] === undefined),
      idle: Object.keys(words).filter((path) => !paths.includes(path)),
    }).toEqual({ missing: [], idle: [] });
  });

  test('every word that may stand there too', () => {
    const wrong = keys.flatMap(({ path, values }) => {
      const said = Object.keys(words[path]?.values ?? {});
      const lacking = values
        .filter((value) => !said.includes(value))
        .map((value) => `${path}: no words for ${value}`);
      const idle = said
        .filter((value) => !values.includes(value))
        .map((value) => `${path}: nobody may write ${value}`);
      return [...lacking, ...idle];
    });
    expect(wrong).toEqual([]);
  });

  test('a key that may be left out says what holds then; the others do not', () => {
    const wrong = keys.filter(
      ({ path, required }) => !NAMELESS.has(path) && required === (words[path]?.without !== undefined),
    );
    expect(
      wrong.map(({ path, required }) => `${path} ${required ? 'is needed' : 'may be left out'}`),
    ).toEqual([]);
  });

  test('a default that is a word is one of those allowed', () => {
    const wrong = keys.filter(({ path, values }) => {
      const without = words[path]?.without;
      return typeof without === 'string' && without !== 'false' && !values.includes(without);
    });
    expect(wrong).toEqual([]);
  });

  test('in both languages, as sentences', () => {
    const cyrillic = /[а-яё]/iu;
    const wrong = Object.entries(words).flatMap(([path, { says, without, values }]) => {
      const texts = [says, ...(typeof without === 'object' ? [without] : []), ...Object.values(values ?? {})];
      const mixed = texts.filter(({ ru, en }) => {
        const plain = en.replaceAll(/`[^`]*`/gu, '');
        return !cyrillic.test(ru) || cyrillic.test(plain) || plain.trim() === '';
      });
      const open = [says.ru, says.en].filter((said) => !/[.?…]$/u.test(said));
      return [...mixed.map(({ en }) => `${path}: ${en}`), ...open.map((said) => `${path}: no end: ${said}`)];
    });
    expect(wrong).toEqual([]);
  });
});
