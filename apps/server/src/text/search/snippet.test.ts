import { describe, expect, it } from 'vitest';
import { formsAsked, readQuestion } from './asked-words.ts';
import { marked, snippetOf } from './snippet.ts';

const asked = (typed: string): ReadonlySet<string> => formsAsked(readQuestion(typed).words);
const hits = (segments: ReturnType<typeof marked> | null): readonly string[] =>
  (segments ?? []).filter(({ hit }) => hit).map(({ text }) => text);
const whole = (segments: ReturnType<typeof marked> | null): string =>
  (segments ?? []).map(({ text }) => text).join('');

describe('what is shown of a text', () => {
  it('is marked where a form, a meaning or the other script of the words stands', () => {
    const line = 'Сбой: Astra не обновилась';
    const segments = marked(line, asked('ошибка астра обновления'));
    expect(whole(segments)).toBe(line);
    expect(hits(segments)).toEqual(['Сбой', 'Astra', 'обновилась']);
  });

  it('is the place where most of the words stand together', () => {
    const far = 'слово '.repeat(200);
    const segments = snippetOf([`принтер ${far} принтер не печатает ${far}`], asked('принтер печать'));
    expect(hits(segments)).toEqual(['принтер', 'печатает']);
    expect(whole(segments).length).toBeLessThan(200);
    expect(whole(segments)).toMatch(/^… .* …$/u);
  });

  it('is of the text that has most of them, and nothing where none has any', () => {
    expect(hits(snippetOf(['касса', 'касса и сканер'], asked('касса сканер')))).toEqual(['касса', 'сканер']);
    expect(snippetOf(['совсем другое', ''], asked('касса'))).toBeNull();
  });

  it('has no signs that make words bold, and never half a sign', () => {
    expect(whole(snippetOf(['**касса** `x`\n\n новая'], asked('касса')))).toBe('касса x новая');
    const segments = snippetOf([`${'🙂'.repeat(90)} касса ${'🙂'.repeat(90)}`], asked('касса'));
    expect(whole(segments)).not.toMatch(/\p{Cs}/u);
    expect(hits(segments)).toEqual(['касса']);
  });
});
