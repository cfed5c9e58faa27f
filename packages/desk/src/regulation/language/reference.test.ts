import type { LocalDate } from '@reglament/working-time';
import { describe, expect, test } from 'vitest';
import { languagePage } from '../../test/language-pages.ts';
import { productionCalendars } from '../../test/shipped-regulations.ts';
import { checkRegulation } from '../check/check-regulation.ts';
import { readYaml } from '../read-yaml.ts';
import { CHAPTERS } from './chapters.ts';
import { drawSchema } from './draw-schema.ts';
import { EVENT_WORDS, partWords } from './part-words.ts';
import { PARTS } from './parts.ts';
import { questionsPage } from './questions-page.ts';
import { referencePage } from './reference.ts';
import { sampleValues } from './sample-values.ts';
import { SPELLINGS } from './spellings.ts';
import { walkSchema } from './walk-schema.ts';

const sample = languagePage('sample.yaml');
const schema = drawSchema();
const keys = walkSchema(schema);

describe('the sample', () => {
  test('passes the check, examples and all', () => {
    const { findings, examples } = checkRegulation(sample, productionCalendars, '2026-11-20' as LocalDate);
    expect(
      findings.filter(({ level }) => level !== 'note').map(({ code, path }) => `${code} ${path}`),
    ).toEqual([]);
    expect(examples).toBeGreaterThanOrEqual(5);
  });

  test('holds every key of the language', () => {
    const yaml = readYaml(sample);
    if (!yaml.ok) throw new Error('not read');
    const found = sampleValues(yaml.value, schema);
    const parts = new Set(Object.keys(PARTS));
    const inLists = (path: string): boolean => path.startsWith('accepted.');
    expect(
      keys.map(({ path }) => path).filter((path) => !found.has(path) && !parts.has(path) && !inLists(path)),
    ).toEqual([]);
  });
});

describe('the reference', () => {
  test('has every key of the top in one chapter', () => {
    const top = keys.map(({ path }) => path).filter((path) => !path.includes('.') && !(path in PARTS));
    expect(CHAPTERS.flatMap((chapter) => chapter.keys).toSorted()).toEqual(top.toSorted());
  });

  test('names every part and every event of a moment', () => {
    expect(Object.keys(partWords).toSorted()).toEqual(Object.keys(PARTS).toSorted());
    const events = /\((?<events>purchase[^)]*)\)/u.exec(SPELLINGS.moment.pattern)?.groups?.['events'];
    expect(Object.keys(EVENT_WORDS)).toEqual(events?.split('|'));
  });

  test.each(['ru', 'en'] as const)('every key has a row (%s)', (language) => {
    const page = referencePage(sample, language);
    const rowless = keys.filter(({ path }) => {
      const name = path.split('.').at(-1) ?? '';
      return !(path in PARTS) && !new RegExp(`(\\| \`${name}\` \\||### ${name}$)`, 'mu').test(page);
    });
    expect(rowless.map(({ path }) => path)).toEqual([]);
    expect(page).not.toMatch(/undefined|\[object/u);
  });
});

describe.each(['ru', 'en'] as const)('the pages as they lie in docs (%s)', (language) => {
  test('are those made today: npm run docs:language', () => {
    expect(languagePage(`reference.${language}.md`)).toBe(referencePage(sample, language));
    expect(languagePage(`questions.${language}.md`)).toBe(questionsPage(language));
  });
});

test.each(['tutorial', 'reference', 'questions'])('every link of %s leads somewhere', (page) => {
  for (const language of ['ru', 'en']) {
    const text = languagePage(`${page}.${language}.md`);
    const links = [...text.matchAll(/\]\((?<link>[\w./-]+)(?:#[\w-]+)?\)/gu)].map(
      ({ groups }) => groups?.['link'] ?? '',
    );
    expect(links.length).toBeGreaterThan(0);
    for (const link of links) expect(() => languagePage(link)).not.toThrow();
  }
});
