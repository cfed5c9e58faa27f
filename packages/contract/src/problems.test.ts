import { describe, expect, it } from 'vitest';
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
    for (const language of ['ru', 'en'] as const)
      expect(new Set(kinds.map(([, k]) => k.title[language])).size).toBe(kinds.length);
  });

  it.each(
    kinds.flatMap(([code, kind]) =>
      (['ru', 'en'] as const).map((language) => [code, language, kind] as const),
    ),
  )('makes a sound problem of %s in %s', (code, language, kind) => {
    const title = kind.title[language];
    const body = {
      type: problemType(code),
      title,
      status: kind.status,
      detail: title,
      instance: '/api/x',
      requestId: 'r',
      code,
    };
    expect(problem.parse(body)).toEqual(body);
    expect(problemType(code)).toBe(`urn:reglament:problem:${code}`);
  });
});
