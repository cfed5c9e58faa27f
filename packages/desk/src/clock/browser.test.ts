import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const importsOf = (file: URL): readonly string[] =>
  [...readFileSync(file, 'utf8').matchAll(/^(?:import|export) (?!type )[^;]*? from '([^']+)';/gmu)].map(
    ([, from]) => from ?? '',
  );

const reached = (file: URL, seen: Set<string>): Set<string> => {
  for (const from of importsOf(file)) {
    const next = from.startsWith('.') ? new URL(from, file).href : from;
    if (seen.has(next)) continue;
    seen.add(next);
    if (next.startsWith('file:')) reached(new URL(next), seen);
  }
  return seen;
};

const librariesOf = (entry: string): readonly string[] =>
  [...reached(new URL(entry, import.meta.url), new Set())]
    .filter((name) => !name.startsWith('file:'))
    .toSorted();

test('the browser’s part of the clocks brings neither YAML nor schemas along', () => {
  expect(librariesOf('./browser.ts')).toEqual(['@reglament/working-time']);
  // The search sees them where they are.
  expect(librariesOf('../index.ts')).toEqual(['@reglament/working-time', 'yaml', 'zod']);
});
