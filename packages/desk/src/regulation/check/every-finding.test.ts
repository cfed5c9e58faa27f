import type { LocalDate } from '@reglament/working-time';
import { describe, expect, test } from 'vitest';
import { productionCalendars } from '../../test/shipped-regulations.ts';
import { SOUND } from '../../test/sound-regulation.ts';
import { checkRegulation } from './check-regulation.ts';
import { SPOILED } from '../../test/spoiled/spoiled-places.ts';
import { FINDINGS, type FindingCode } from './words/findings.ts';
import { generalWords } from './words/general-words.ts';

const TODAY = '2026-11-21' as LocalDate;

const findingsIn = (text: string, today = TODAY) =>
  checkRegulation(text, productionCalendars, today).findings;

const spoil = (changes: readonly (readonly [string, string])[]): string =>
  changes.reduce((text, [from, to]) => {
    expect(text).toContain(from);
    return text.replace(from, to);
  }, SOUND);

/** Told of any text that has the section: they say what the desk doesn't do yet, or how far a calendar goes. */
const ALWAYS: readonly FindingCode[] = ['calendar-ends', 'not-obeyed-yet'];

describe('every finding', () => {
  test('nothing is said against the sound file', () => {
    const codes = new Set(findingsIn(SOUND).map(({ code }) => code));
    expect([...codes].toSorted()).toEqual(ALWAYS.toSorted());
  });

  test.each(SPOILED.map((one) => [one.code, one.what, one] as const))('%s: %s', (code, _, spoiled) => {
    const text = spoiled.text ?? spoil(spoiled.changes ?? []);
    const all = findingsIn(text, spoiled.today as LocalDate | undefined);
    expect(all.map((one) => one.code)).toContain(code);
    const found = all.filter(
      (one) => one.code === code && (spoiled.at === undefined || one.path === spoiled.at),
    );
    expect(found).not.toHaveLength(0);
    for (const { level, says, line, column } of found) {
      expect(level).toBe(FINDINGS[code].level);
      expect(says.ru).toMatch(/[а-яё]/u);
      expect(says.en).not.toMatch(/[а-яё]/u);
      expect(says.ru + says.en).not.toMatch(/undefined|null|NaN|\[object/u);
      expect(Math.min(line, column)).toBeGreaterThan(0);
    }
  });

  test.each(
    SPOILED.flatMap((one) => (one.near === undefined ? [] : [[one.code, one.what, one.near] as const])),
  )('%s is not said where it is nearly so: %s', (code, _, near) => {
    expect(findingsIn(spoil(near)).map((one) => one.code)).not.toContain(code);
  });

  test('every code of the catalogue is seen', () => {
    const seen = new Set(SPOILED.map(({ code }) => code));
    expect(Object.keys(FINDINGS).filter((code) => !seen.has(code as FindingCode))).toEqual([]);
  });

  test.each(Object.keys(FINDINGS) as FindingCode[])('%s is said in general in both languages', (code) => {
    const { ru, en } = generalWords(code);
    expect(ru).not.toBe('');
    expect(en).not.toBe(ru);
    // Of English only what is written so in a file.
    expect(ru).not.toMatch(/(?<![-\w])(?:also|an?|the|or|and|plain|with|of)(?![-\w])/u);
    expect(code).toMatch(/^[a-z]+(?:-[a-z]+)*$/u);
  });
});
