import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countKeys, duplicateKey, endOfString, scanValue, skipSpace } from './scan-json.ts';

const spaced = fc.constantFrom('', ' ', '\t', '\r', '  ');

describe('scanning', () => {
  test('ends where the value ends and counts its keys, whatever follows', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom('', ',', '}', ' ,"b":1', ']'), (value, tail) => {
        const text = JSON.stringify(value);
        const scanned = scanValue(`  ${text}${tail}`, 2);
        expect(scanned.end).toBe(2 + text.length);
        expect(scanned.keys).toBe(countKeys(JSON.parse(text)));
      }),
    );
  });

  test('depth is that of the deepest bracket', () => {
    expect(scanValue('1', 0).depth).toBe(0);
    expect(scanValue('{"a":[[1],[]]}', 0).depth).toBe(3);
    expect(scanValue('"[[["', 0).depth).toBe(0);
  });

  test('quotes behind backslashes are part of the string', () => {
    expect(endOfString('"a"', 0)).toBe(3);
    expect(endOfString(String.raw`"a\"b",`, 0)).toBe(6);
    expect(endOfString(String.raw`"a\\",`, 0)).toBe(5);
    expect(endOfString('"a', 0)).toBe(2);
    expect(endOfString('"a\\', 0)).toBe(3);
  });

  test('white space is that of JSON, no other', () => {
    expect(skipSpace(' \t\r\nx', 0)).toBe(4);
    expect(skipSpace('\u00A0x', 0)).toBe(0);
    expect(skipSpace('\uFEFFx', 0)).toBe(0);
  });
});

describe('the same key twice', () => {
  test.each([
    ['{"a":1,"a":2}', 'a'],
    ['{ "a" : 1 , "\\u0061" : 2 }', 'a'],
    ['{"a":{"b":[1,{"c":2,"d":[],"c":{}}]}}', 'a.b.1.c'],
    ['[{},{"a":"}\\"","b":[],"a":null}]', '1.a'],
    ['{"__proto__":1,"__proto__":2}', '__proto__'],
    ['{"a":1,"A":2,"b":{"a":3}}', null],
    ['[1,[],{},"a","a"]', null],
    ['7', null],
  ])('%s: %s', (text, path) => {
    expect(duplicateKey(text)).toBe(path);
  });

  test('is never seen where there is none', () => {
    fc.assert(
      fc.property(fc.jsonValue(), spaced, (value, space) => {
        expect(duplicateKey(JSON.stringify(value, null, space))).toBeNull();
      }),
    );
  });
});
