import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { FINDING_CODES } from './finding.ts';
import { tidy } from './tidy.ts';

const fixtures = fileURLToPath(new URL('../fixtures/tidy', import.meta.url));
const project = fileURLToPath(new URL('../..', import.meta.url));

// A fixture's folder is named <code> or <code>--<what is wrong>.
const cases = readdirSync(fixtures).filter((name) => name !== 'clean');
const codeOf = (name: string): string => name.replace(/--.*/, '');

test.each(cases)('%s is rejected', (name) => {
  const codes = tidy(join(fixtures, name)).map(({ code }) => code);
  expect([...new Set(codes)]).toEqual([codeOf(name)]);
});

test('every rule has a fixture that it rejects', () => {
  expect([...new Set(cases.map(codeOf))].toSorted()).toEqual([...FINDING_CODES]);
});

test('a tidy tree passes, exceptions and all', () => {
  expect(tidy(join(fixtures, 'clean'))).toEqual([]);
});

test('the project is tidy', () => {
  const findings = tidy(project).map(
    ({ code, file, line, message }) => `${file}:${line} ${code}: ${message}`,
  );
  expect(findings.join('\n')).toBe('');
});
