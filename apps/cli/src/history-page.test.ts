import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { historyPage } from './history-page.ts';

test('docs/regulation-history.md is the one made today: npm run docs:history', () => {
  const page = readFileSync(new URL('../../../docs/regulation-history.md', import.meta.url), 'utf8');
  expect(page).toBe(historyPage());
});

test('every regulation has its chapter, and what was promised is told first', () => {
  const page = historyPage();
  for (const id of ['alteroffice', 'centaur', 'flat', 'optima', 'shtrih-m'])
    expect(page).toContain(`## ${id}\n`);
  expect(page).toContain('2026-11-20 → today');
});
