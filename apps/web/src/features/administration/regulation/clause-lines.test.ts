import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { clauseLines } from './clause-lines.ts';

const file = (slug: string): string =>
  readFileSync(new URL(`../../../../../../regulations/${slug}.yaml`, import.meta.url), 'utf8');

describe('clauses of a regulation file', () => {
  it.each(['alteroffice', 'centaur', 'flat', 'optima', 'shtrih-m'])('are all found in %s', (slug) => {
    const source = file(slug);
    const found = clauseLines(source);
    expect(found.length).toBeGreaterThan(5);
    for (const { id, place, line } of found) {
      expect(source.split('\n')[line - 1]).toContain(`${id}:`);
      expect(place).not.toBe('');
    }
    const cited = new Set(source.match(/clause: [A-Z]{2}-[\w.-]+/g)?.map((one) => one.slice(8)));
    const known = new Set(found.map(({ id }) => id));
    expect([...cited].filter((id) => !known.has(id))).toEqual([]);
  });

  it('are none where the file has none', () => {
    expect(clauseLines('reglament: 1\n')).toEqual([]);
  });
});
