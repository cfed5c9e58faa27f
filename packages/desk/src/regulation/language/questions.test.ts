import { describe, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { languagePage } from '../../test/language-pages.ts';
import { productionCalendars } from '../../test/shipped-regulations.ts';
import { parseRegulation } from '../parse-regulation.ts';
import { answeredBy } from './answered-by.ts';
import { drawSchema } from './draw-schema.ts';
import type { Way } from './question.ts';
import { UNSAID } from './unsaid.ts';
import { walkSchema } from './walk-schema.ts';
import { deskQuestions, readings } from './all-questions.ts';

type Tree = Record<string, unknown>;

/** The first map at a path with stars, or null. */
const mapAt = (tree: unknown, steps: readonly string[]): Tree | null => {
  if (typeof tree !== 'object' || tree === null) return null;
  const [step, ...rest] = steps;
  if (step === undefined) return tree as Tree;
  const inner = step === '*' ? Object.values(tree) : [(tree as Tree)[step]];
  for (const one of inner) {
    const found = mapAt(one, rest);
    if (found !== null) return found;
  }
  return null;
};

/** One changed line may leave a gap that another line of the same answer fills. */
const GAPS = new Set(['target-missing', 'target-overlap', 'service-missing']);

/** What `check` says of the sample with the lines of one way in their place. */
const problemsWith = ({ at, yaml }: Way): readonly string[] => {
  const file = parse(languagePage('sample.yaml'), { schema: 'core' }) as Tree;
  const map = mapAt(file, at === '' ? [] : at.split('.'));
  if (map === null) return [`no place ${at}`];
  Object.assign(map, parse(yaml, { schema: 'core' }));
  delete file['examples'];
  const parsed = parseRegulation(stringify(file), productionCalendars);
  return parsed.ok
    ? []
    : parsed.problems.filter(({ code }) => !GAPS.has(code)).map(({ code, path }) => `${code} ${path}`);
};

test('every silent place of the five documents has its question', () => {
  expect(readings.map(({ id }) => id)).toEqual(Array.from({ length: 44 }, (_, index) => `R${index + 1}`));
});

test('a place where a document is silent can be said in at least two ways', () => {
  expect(readings.filter(({ ways }) => ways.length < 2).map(({ id }) => id)).toEqual([]);
  const unanswered = deskQuestions.filter(({ ways, always }) => ways.length === 0 && always === undefined);
  expect(unanswered.map(({ asks }) => asks.en)).toEqual([]);
});

describe.each([...deskQuestions, ...readings].filter(({ ways }) => ways.length > 0))(
  '$id $asks.en',
  ({ ways }) => {
    test.each(ways)('$at: $yaml', (one) => {
      expect(problemsWith(one)).toEqual([]);
    });
  },
);

test('a key knows the questions it answers', () => {
  expect(answeredBy.get('clocks.*.after-pause')).toEqual(['R19']);
  expect(answeredBy.get('lifecycle.auto-close.after')).toEqual(['R7']);
  expect(answeredBy.get('local-time')).toEqual(['R37']);
  const known = new Set(walkSchema(drawSchema()).map(({ path }) => path));
  expect([...answeredBy.keys()].filter((path) => !known.has(path))).toEqual([]);
});

test('a way that means nothing is noticed', () => {
  const says = { ru: '', en: '' };
  expect(problemsWith({ at: 'lifecycle', yaml: 'auto-close: sometimes', says })).not.toEqual([]);
  expect(problemsWith({ at: 'clocks.*.targets.*', yaml: 'within: 2 days', says })).not.toEqual([]);
});

describe('what the language cannot say yet', () => {
  test.each(UNSAID.flatMap(({ what, tried }) => (tried === undefined ? [] : [[what.en, ...tried] as const])))(
    '%s',
    (_, from, to) => {
      const sample = languagePage('sample.yaml');
      expect(sample).toContain(from);
      expect(parseRegulation(sample.replace(from, to), productionCalendars).ok).toBe(false);
    },
  );
});

test('no bound of a machine stands in the schema', () => {
  expect(JSON.stringify(drawSchema())).not.toContain(String(Number.MAX_SAFE_INTEGER));
});
