import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { problemPage } from './problem-page.ts';
import { problem, problemKinds, problemType } from './problems.ts';

const kinds = Object.entries(problemKinds);

describe('the catalogue of problems', () => {
  it.each(kinds)('has %s in Russian and in English, as a refusal', (code, kind) => {
    expect(code).toMatch(/^[a-z]+(-[a-z]+)*$/);
    expect(kind.status).toBeGreaterThanOrEqual(400);
    expect(kind.status).toBeLessThan(600);
    expect(kind.title.ru).toMatch(/[а-я]/i);
    expect(kind.title.en).toMatch(/^[A-Z][\x20-\x7e’]+$/);
  });

  it('says different things differently', () => {
    for (const language of ['ru', 'en'] as const) expect(new Set(kinds.map(([, k]) => k.title[language])).size).toBe(kinds.length);
  });

  it.each(kinds.flatMap(([code, kind]) => (['ru', 'en'] as const).map((language) => [code, language, kind] as const)))('makes a sound problem of %s in %s', (code, language, kind) => {
    const title = kind.title[language];
    const body = { type: problemType(code), title, status: kind.status, detail: title, instance: '/api/x', requestId: 'r', code };
    expect(problem.parse(body)).toEqual(body);
    expect(problemType(code)).toBe(`urn:reglament:problem:${code}`);
  });

  it('is printed in docs/api-problems.md as it is', () => {
    const page = readFileSync(new URL('../../../docs/api-problems.md', import.meta.url), 'utf8');
    expect(page).toBe(problemPage());
    expect([...page.matchAll(/^\| \d+ \| `([a-z-]+)`/gm)].map((m) => m[1]).toSorted()).toEqual(Object.keys(problemKinds).toSorted());
  });
});
