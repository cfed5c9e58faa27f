import { describe, expect, test } from 'vitest';
import { ownTime } from '../test/fuzz-regulation.ts';
import { MAX_BYTES, MAX_LINES, readYaml } from './read-yaml.ts';

const bomb = [
  'a: &a [ha, ha]',
  ...['b', 'c', 'd', 'e', 'f', 'g', 'h', 'i'].map(
    (key, index) => `${key}: &${key} [${Array<string>(9).fill(`*${'abcdefghi'[index]}`).join(', ')}]`,
  ),
].join('\n');

const nested = (depth: number): string =>
  Array.from({ length: depth }, (_, at) => `${' '.repeat(at)}a:`).join('\n');

const refusals: readonly (readonly [
  name: string,
  text: string,
  code: string,
  line: number,
  column: number,
])[] = [
  ['an alias', 'a: 1\nb: *a\n', 'yaml-alias', 2, 4],
  ['an anchor', 'a: &x 1\n', 'yaml-alias', 1, 4],
  ['a bomb of aliases', bomb, 'yaml-alias', 1, 4],
  ['a tag', 'a: !!str 1\n', 'yaml-tag', 1, 4],
  ['a local tag', 'a: 1\nb: !run rm\n', 'yaml-tag', 2, 4],
  ['a directive', '%YAML 1.1\n---\na: 1\n', 'yaml-directive', 1, 1],
  ['a merge key', 'a:\n  <<: {b: 1}\n', 'yaml-merge-key', 2, 3],
  ['a key twice', 'a: 1\nb: 2\na: 3\n', 'yaml-duplicate-key', 3, 1],
  ['a key twice, once quoted', '1: a\n"1": b\n', 'yaml-duplicate-key', 2, 1],
  ['a key twice inside', 'a: {b: 1, b: 2}\n', 'yaml-duplicate-key', 1, 11],
  ['a key of the language', '__proto__: {a: 1}\n', 'yaml-reserved-key', 1, 1],
  ['a map for a key', '? [a]\n: b\n', 'yaml-syntax', 1, 3],
  ['two documents', 'a: 1\n---\nb: 1\n', 'yaml-multiple-documents', 2, 1],
  ['more lines than any regulation has', 'a: |\n  x\n'.padEnd(MAX_LINES + 10, '\n'), 'yaml-too-large', 1, 1],
  ['a quote never closed', 'a: 1\nb: "open\nc: 2\nd: "3"\n', 'yaml-syntax', 2, 4],
  ['an apostrophe never closed', "a: 1\nb: 'open\nc: 2\n", 'yaml-syntax', 2, 4],
  ['no YAML', 'a: [1\n', 'yaml-syntax', 2, 1],
  ['a NUL', 'a: 1\nb: \u0000\n', 'invalid-text', 2, 4],
  ['an escaped NUL', 'a: "\\0"\n', 'invalid-text', 1, 4],
  ['half a surrogate pair', 'a: \ud800\n', 'invalid-text', 1, 4],
  ['33 levels in lines', `${nested(33)} {}`, 'yaml-too-deep', 33, 36],
  ['33 levels in brackets', '['.repeat(33) + ']'.repeat(33), 'yaml-too-deep', 1, 33],
  ['100,000 levels in brackets', '['.repeat(100_000), 'yaml-too-deep', 1, 34],
  ['100,000 levels in dashes', '- '.repeat(100_000), 'yaml-too-deep', 1, 67],
  ['more than 512 KiB', `a: ${'x'.repeat(MAX_BYTES)}`, 'yaml-too-large', 1, 1],
  ['more than 512 KiB of two-byte letters', `a: ${'ж'.repeat(MAX_BYTES / 2)}`, 'yaml-too-large', 1, 1],
];

describe('refused', () => {
  test.each(refusals)('%s', (_, text, code, line, column) => {
    const result = readYaml(text);
    if (result.ok) throw new Error('was read');
    expect(result.problems[0]?.code).toBe(code);
    expect([result.problems[0]?.line, result.problems[0]?.column]).toEqual([line, column]);
  });

  test('more words than any regulation has', () => {
    const result = readYaml(Array.from({ length: 50_000 }, (_, at) => `k${at}: 1`).join('\n'));
    expect(result).toMatchObject({ ok: false, problems: [{ code: 'yaml-too-large' }] });
  });
});

test('a bomb, depth and size are refused within 100 ms', () => {
  readYaml('warm: up');
  for (const text of [bomb, '['.repeat(100_000), '- '.repeat(100_000), `a: ${'x'.repeat(MAX_BYTES)}`]) {
    let isRead = true;
    expect(ownTime(() => void (isRead = readYaml(text).ok))).toBeLessThan(100);
    expect(isRead).toBe(false);
  }
});

test('a quote that is never closed is told where it opens, once, and not what follows from it', () => {
  const result = readYaml('a:\n  - {x: "open, y: 2}\n  - {x: two, y: 3}\nd: 3\n');
  if (result.ok) throw new Error('was read');
  expect(result.problems.map(({ line, column, says }) => [line, column, says.en])).toEqual([
    [2, 9, 'this is no YAML: a quote opens here and is never closed'],
  ]);
});

test('values are what they look like: no dates, no sexagesimals, keys are strings', () => {
  const result = readYaml('a: 08:30\nb: 2024-02-30\nc: yes\nd: 014\ne: {1: x}\nf: "*not & !alias"\n');
  expect(result).toMatchObject({
    ok: true,
    value: { a: '08:30', b: '2024-02-30', c: 'yes', d: 14, e: { 1: 'x' }, f: '*not & !alias' },
  });
});

test('32 levels are read', () => {
  expect(readYaml('['.repeat(32) + ']'.repeat(32)).ok).toBe(true);
  expect(readYaml(nested(32)).ok).toBe(true);
});

test('a place is that of the value, or of the nearest thing above it', () => {
  const result = readYaml('a: 1\nb:\n  - {c: 2}\n  - {d: 3}\n');
  if (!result.ok) throw new Error('not read');
  expect(result.placeOf(['b', 1, 'd'])).toEqual({ line: 4, column: 9 });
  expect(result.placeOf(['b', 1, 'missing'])).toEqual({ line: 4, column: 5 });
  expect(result.placeOf(['b'])).toEqual({ line: 2, column: 1 });
  expect(result.placeOf(['missing'])).toEqual({ line: 1, column: 1 });
});
