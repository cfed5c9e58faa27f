import { readFileSync } from 'node:fs';
import { FINDINGS } from '@reglament/desk';
import { expect, test } from 'vitest';
import { checkPage } from './check-page.ts';

const page = readFileSync(new URL('../../../docs/check.md', import.meta.url), 'utf8');

test('the page of codes is the catalogue of today', () => {
  expect(page).toBe(checkPage());
});

test('every code stands on it once, and nothing else does', () => {
  const told = [...page.matchAll(/^\| `(?<code>[a-z-]+)` \|/gmu)].map(({ groups }) => groups?.['code']);
  expect(told.toSorted()).toEqual(Object.keys(FINDINGS).toSorted());
});
