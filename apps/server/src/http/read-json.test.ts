import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readJson } from './read-json.ts';

const read = (text: string) => readJson(Buffer.from(text));
const refused = (code: string, pointer = '') => ({ ok: false, code, pointer });

describe('a JSON body', () => {
  it('is read as JSON.parse reads it when nothing is wrong', () => {
    const sound = (value: unknown): unknown =>
      JSON.parse(
        JSON.stringify(value, (_, v: unknown) =>
          Object.is(v, -0) || (typeof v === 'number' && Math.abs(v) > Number.MAX_SAFE_INTEGER) ? 1 : v,
        ),
      );
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6, stringUnit: 'grapheme' }), (value) => {
        const text = JSON.stringify(sound(value));
        fc.pre(!text.includes('\\u0000') && !text.includes('"__proto__"'));
        expect(read(text)).toEqual({ ok: true, value: JSON.parse(text) as unknown });
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    '',
    '{',
    '{"a":1} x',
    '{"a":01}',
    "{'a':1}",
    '[1,]',
    'undefined',
    '{"a":\u0000}',
    '{"a":"NaN"',
    '<a/>',
  ])('%j is no JSON', (text) => {
    expect(read(text)).toEqual(refused('malformed-json'));
  });

  it('with bytes that are no UTF-8 can not be kept', () => {
    expect(readJson(Buffer.from('{"a":"привет"}', 'utf16le'))).toMatchObject({ ok: false });
    expect(
      readJson(Buffer.concat([Buffer.from('{"a":"'), Buffer.from([0xcf, 0xf0]), Buffer.from('"}')])),
    ).toEqual(refused('invalid-text'));
  });

  it.each([
    ['{"a":1,"a":2}', '/a'],
    ['{"a":[{"b":1},{"c/d":1,"c\\u002fd":2}]}', '/a/1/c~1d'],
    ['{"":1,"":1}', '/'],
  ])('%s repeats a key', (text, pointer) => {
    expect(read(text)).toEqual(refused('duplicate-key', pointer));
  });

  it('lets the same key stand in different objects, and texts that look like keys', () => {
    expect(read('{"a":{"a":["a","a"]},"b":{"a":"a"}}').ok).toBe(true);
  });

  it.each(['{"__proto__":{"role":"administrator"}}', '{"\\u005f_proto__":1}'])(
    '%s reaches for the prototype',
    (text) => {
      expect(read(text)).toEqual(refused('unknown-field', '/__proto__'));
    },
  );

  it.each([
    '9007199254740992',
    '-9007199254740993',
    '1e999',
    '-1e999',
    '-0',
    '-0.0',
    '-1e-999',
    'NaN',
    '-Infinity',
  ])('%s is out of range', (number) => {
    expect(read(`{"a":[0,${number}]}`)).toMatchObject({ ok: false, code: 'number-range' });
  });

  it.each(['9007199254740991', '0', '-1.5', '1e15', '0.1'])('%s is in range', (number) => {
    expect(read(`{"a":${number}}`).ok).toBe(true);
  });

  it.each(['{"a":"x\\u0000y"}', '{"a":"\\ud800"}', '{"a":"\\udc00\\ud800"}', '{"\\ud83d":1}'])(
    '%s can not be kept',
    (text) => {
      expect(read(text)).toMatchObject({ ok: false, code: 'invalid-text' });
    },
  );

  it('keeps whole surrogate pairs', () => {
    expect(read('{"a":"\\ud83d\\ude00"}')).toEqual({ ok: true, value: { a: '😀' } });
  });

  it('may be 32 levels deep and not 33', () => {
    expect(read('['.repeat(32) + ']'.repeat(32)).ok).toBe(true);
    expect(read('['.repeat(33) + ']'.repeat(33))).toEqual(refused('too-complex'));
    expect(read('{"a":'.repeat(200_000) + '1' + '}'.repeat(200_000))).toEqual(refused('too-complex'));
  });

  it('may hold 10,000 items at a level and not one more', () => {
    expect(read(`[${Array.from({ length: 10_000 }, () => '1').join(',')}]`).ok).toBe(true);
    expect(read(`[${Array.from({ length: 10_001 }, () => '1').join(',')}]`)).toEqual(refused('too-complex'));
  });

  it('may be one text of a megabyte', () => {
    expect(read(JSON.stringify({ text: 'я\n"'.repeat(250_000) })).ok).toBe(true);
  });
});
