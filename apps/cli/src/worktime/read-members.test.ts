import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DEEPEST, readMembers } from './read-members.ts';

const nothingKnown = (): null => null;
const readAs = (text: string): unknown => {
  const taken = readMembers(text, nothingKnown);
  if (!('members' in taken)) return taken;
  if (taken.complaint !== null) return taken.complaint;
  return Object.fromEntries([...taken.members].map(([name, { value }]) => [name, value]));
};
const parsedAs = (text: string): unknown => {
  try {
    const value = JSON.parse(text) as unknown;
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? value
      : { code: 'not-an-object', path: '' };
  } catch {
    // What JSON.parse refuses is refused here too.
    return { code: 'not-json', path: '' };
  }
};

/** Pieces of JSON in any order: mostly unsound, sometimes not. */
const piece = fc.constantFrom(
  ...[
    '{',
    '}',
    '[',
    ']',
    ',',
    ':',
    '"a"',
    '"b"',
    '1',
    '-0',
    '1e9',
    'null',
    'true',
    ' ',
    '"',
    '\\',
    'x',
    '\t',
  ],
);

describe('the members of a line', () => {
  test('are those that JSON.parse reads', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 4 })),
        fc.constantFrom('', ' ', '\t'),
        (value, space) => {
          const text = JSON.stringify(value, null, space).replaceAll('\n', '\r');
          expect(readAs(text)).toEqual(JSON.parse(text));
        },
      ),
    );
  });

  test('and what it refuses is refused', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const text = pieces.join('');
        const own = readAs(text);
        fc.pre(!(own !== null && typeof own === 'object' && 'code' in own && own.code === 'duplicate-key'));
        expect(own).toEqual(parsedAs(text));
      }),
      { numRuns: 20_000 },
    );
  });

  test.each([
    ['{"a":1,}', 'not-json', ''],
    ['{,"a":1}', 'not-json', ''],
    ['{"a" 1}', 'not-json', ''],
    ['{"a":}', 'not-json', ''],
    ['{"a":[1}', 'not-json', ''],
    ['{"a":1}}', 'not-json', ''],
    ['{"a":1} x', 'not-json', ''],
    ['{"a":01}', 'not-json', ''],
    ['{"a":NaN}', 'not-json', ''],
    ["{'a':1}", 'not-json', ''],
    ['{"a\t":1}', 'not-json', ''],
    ['{"a":1', 'not-json', ''],
    ['{', 'not-json', ''],
    ['{"a":"\\x"}', 'not-json', ''],
    ['[{"a":1}]', 'not-an-object', ''],
    ['null', 'not-an-object', ''],
    ['{"a":1,"b":2,"a":3}', 'duplicate-key', 'a'],
    ['{"a":{"b":{"c":1,"c":2}}}', 'duplicate-key', 'a.b.c'],
    [`{"a":${'['.repeat(DEEPEST + 1)}${']'.repeat(DEEPEST + 1)}}`, 'too-deep', 'a'],
  ])('%s: %s', (text, code, path) => {
    expect(readAs(text)).toEqual({ code, path });
  });

  test('the id stays known where something else is wrong, unless it stands twice', () => {
    const idOf = (text: string): string | undefined => {
      const taken = readMembers(text, nothingKnown);
      return 'members' in taken ? taken.members.get('id')?.text : undefined;
    };
    expect(idOf('{"args":{"t":1,"t":2},"id":7}')).toBe('7');
    expect(idOf('{"id":7,"args":1,"id":7}')).toBeUndefined();
    expect(idOf('{"id":7,"id":7,"id":7}')).toBeUndefined();
  });

  test('a value known from before is compared, not parsed', () => {
    const known = (name: string, text: string, at: number): number | null =>
      name === 'a' && text.startsWith('[1]', at) ? at + 3 : null;
    const taken = readMembers('{"a":[1],"b":[1]}', known);
    expect('members' in taken && [...taken.members.values()]).toEqual([
      { text: '[1]', value: undefined },
      { text: '[1]', value: [1] },
    ]);
  });
});
