import { readFileSync } from 'node:fs';
import { problemKinds } from '@reglament/contract';
import { expect, it } from 'vitest';
import { problemPage } from './problem-page.ts';

it('docs/api-problems.md lists every problem as the catalogue has it', () => {
  const page = readFileSync(new URL('../../../../docs/api-problems.md', import.meta.url), 'utf8');
  expect(page).toBe(problemPage());
  const codes = [...page.matchAll(/^\| \d+ \| `([a-z-]+)`/gm)].map((m) => m[1]);
  expect(codes.toSorted()).toEqual(Object.keys(problemKinds).toSorted());
});
