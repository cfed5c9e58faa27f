import { readdirSync, readFileSync } from 'node:fs';
import type { LocalDate } from '@reglament/working-time';
import { describe, expect, test } from 'vitest';
import { checkRegulation } from '../regulation/index.ts';
import { productionCalendars } from './shipped-regulations.ts';

// Regulations of invented vendors, written by people who knew the pages of the language and nothing of its code. The
// examples were worked out by hand with a calendar: a change that moves one of them changes what the pages promise.

const folder = new URL('strangers/', import.meta.url);
const names = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
/** The day the regulations were written: their production calendar must be known from then on. */
const WRITTEN = '2026-11-21' as LocalDate;
const FEWEST_EXAMPLES = 8;

const textOf = (name: string): string => readFileSync(new URL(name, folder), 'utf8');
const check = (text: string) => checkRegulation(text, productionCalendars, WRITTEN);

test('there is a regulation to read', () => {
  expect(names).not.toEqual([]);
});

describe.each(names)('%s', (name) => {
  const text = textOf(name);
  const { findings, regulation, examples } = check(text);

  test('is read and has nothing worse than notes', () => {
    expect(findings.filter(({ level }) => level !== 'note')).toEqual([]);
    expect(regulation?.id).toBe(name.slice(0, -'.yaml'.length));
  });

  test('counts every example as it was counted by hand', () => {
    const written = [...text.matchAll(/^ +due: |, due: /gmu)].length;
    expect(written).toBeGreaterThanOrEqual(FEWEST_EXAMPLES);
    expect(examples).toBe(written);
  });

  test('is not accepted when an example is a year off', () => {
    const year = /due: (?<year>\d{4})-/u.exec(text)?.groups?.['year'] ?? '';
    const spoiled = check(text.replace(`due: ${year}-`, `due: ${Number(year) + 1}-`));
    expect(spoiled.findings.map(({ code }) => code)).toContain('example-differs');
    expect(spoiled.examples).toBe(examples - 1);
  });
});
