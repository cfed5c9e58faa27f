import type { LocalDate } from '@reglament/working-time';
import { describe, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { languagePage } from '../../test/language-pages.ts';
import { productionCalendars } from '../../test/shipped-regulations.ts';
import { checkRegulation } from '../check/check-regulation.ts';
import { sectionsOf } from './sections.ts';

const BLOCK = /^```yaml\n(?<yaml>[\s\S]*?)^```$/gmu;
const RECIPE = /^```yaml recipe\n(?<yaml>[\s\S]*?)^```$/gmu;
const blocksOf = (page: string, kind = BLOCK): readonly string[] =>
  [...page.matchAll(kind)].map(({ groups }) => groups?.['yaml'] ?? '');

/** Sections whose lines are added to those that stand there already; all others are replaced. */
const GROWING = new Set(['clauses', 'examples']);

/** The file as a reader has it after so many steps. */
const fileAfter = (blocks: readonly string[]): string => {
  const file = new Map<string, string>();
  for (const block of blocks)
    for (const [key, text] of sectionsOf(block)) {
      const before = file.get(key);
      const lines = text.slice(text.indexOf('\n') + 1);
      file.set(key, before !== undefined && GROWING.has(key) ? before + lines : text);
    }
  return [...file.values()].join('');
};

type Tree = Readonly<Record<string, unknown>>;

const isTree = (value: unknown): value is Tree =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Keys of a recipe beside those that are there; lists are replaced. */
const withRecipe = (file: Tree, recipe: Tree): Tree => ({
  ...file,
  ...Object.fromEntries(
    Object.entries(recipe).map(([key, value]) => {
      const before = file[key];
      return [key, isTree(before) && isTree(value) ? withRecipe(before, value) : value];
    }),
  ),
});

/** Values and lists of a file that a recipe puts others in the place of. */
const replacedBy = (file: Tree, recipe: Tree, above = ''): readonly string[] =>
  Object.entries(recipe).flatMap(([key, value]) => {
    const before = file[key];
    const path = `${above}${key}`;
    if (before === undefined || stringify(before) === stringify(value)) return [];
    return isTree(before) && isTree(value) ? replacedBy(before, value, `${path}.`) : [path];
  });

const TITLED = /^(?<said>.+)\n\n```yaml recipe\n(?<yaml>[\s\S]*?)^```$/gmu;

const TODAY = '2026-11-20' as LocalDate;

describe.each(['ru', 'en'])('tutorial.%s.md', (language) => {
  const blocks = blocksOf(languagePage(`tutorial.${language}.md`));

  test('has its twelve steps', () => {
    expect(blocks.length).toBe(12);
  });

  test.each(blocks.map((_, index) => index + 1))('after step %i the check has nothing to say', (step) => {
    const { findings, examples } = checkRegulation(
      fileAfter(blocks.slice(0, step)),
      productionCalendars,
      TODAY,
    );
    const told = findings.filter(({ level }) => level !== 'note');
    expect(told.map(({ level, code, path, says }) => `${level} ${code} ${path} ${says.en}`)).toEqual([]);
    expect(examples).toBe(step === 12 ? 5 : 0);
  });

  test('at the end hardly a question is left open', () => {
    const { findings } = checkRegulation(fileAfter(blocks), productionCalendars, TODAY);
    const open = findings.filter(({ code }) => code.startsWith('unanswered-')).map(({ code }) => code);
    expect(open.length).toBeLessThanOrEqual(3);
  });
});

describe('recipes, each added to the finished file', () => {
  const page = languagePage('tutorial.ru.md');
  const file = parse(fileAfter(blocksOf(page)), { schema: 'core' }) as Tree;
  const { examples: _, ...plain } = file;

  test.each(blocksOf(page, RECIPE))('%s', (recipe) => {
    const text = stringify(withRecipe(plain, parse(recipe, { schema: 'core' }) as Tree));
    const { findings } = checkRegulation(text, productionCalendars, TODAY);
    const told = findings.filter(({ level }) => level !== 'note');
    expect(told.map(({ level, code, path, says }) => `${level} ${code} ${path} ${says.en}`)).toEqual([]);
  });

  test.each(['ru', 'en'])('each says what it replaces (%s)', (language) => {
    const titled = [...languagePage(`tutorial.${language}.md`).matchAll(TITLED)];
    expect(titled.length).toBe(blocksOf(page, RECIPE).length);
    for (const { groups } of titled) {
      const said = [...(groups?.['said'] ?? '').matchAll(/`(?<path>[^`]+)`/gu)].map(
        (one) => one.groups?.['path'],
      );
      expect(said).toEqual(replacedBy(file, parse(groups?.['yaml'] ?? '', { schema: 'core' }) as Tree));
    }
  });

  test('are the same on both pages', () => {
    expect(blocksOf(page, RECIPE).length).toBeGreaterThan(10);
    expect(blocksOf(languagePage('tutorial.en.md'), RECIPE)).toEqual(blocksOf(page, RECIPE));
  });
});

test('both pages build the same file', () => {
  expect(blocksOf(languagePage('tutorial.en.md'))).toEqual(blocksOf(languagePage('tutorial.ru.md')));
});
