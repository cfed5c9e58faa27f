import { describe, expect, test } from 'vitest';
import { productionCalendars } from '../test/shipped-regulations.ts';
import { SOUND } from '../test/sound-regulation.ts';
import { parseRegulation } from './parse-regulation.ts';

const told = (...changes: readonly (readonly [string, string])[]): readonly string[] => {
  let text = SOUND;
  for (const [from, to] of changes) {
    expect(text).toContain(from);
    text = text.replace(from, to);
  }
  const parsed = parseRegulation(text, productionCalendars);
  return parsed.ok ? [] : parsed.problems.map(({ code, path }) => `${code} ${path}`);
};

const MEANING = ['default: low', 'default: middle'] as const;

test('of an unknown key the key is pointed at, of an unknown value the value', () => {
  const parsed = parseRegulation(
    SOUND.replace('local-time: desk', 'local-time: moon\ncolour: red'),
    productionCalendars,
  );
  if (parsed.ok) throw new Error('read');
  expect(parsed.problems.map(({ code, line, column }) => [code, line, column])).toEqual([
    ['unknown-value', 7, 13],
    ['unknown-field', 8, 1],
  ]);
});

describe('a file with faults of shape is judged elsewhere all the same', () => {
  test('an unknown key hides nothing', () => {
    expect(told(['local-time: desk', 'colour: red'], MEANING)).toEqual([
      'unknown-field /colour',
      'unknown-priority /priority-rules/default',
    ]);
  });

  test('a mistyped key is read as the one that is missing', () => {
    expect(told(['lifecycle:\n', 'lifecicle:\n'], MEANING)).toEqual([
      'missing-field /lifecycle',
      'unknown-field /lifecicle',
      'unknown-priority /priority-rules/default',
    ]);
  });

  test('what is named in no section is unknown, though another of the section is spoiled', () => {
    const problems = told(
      ['rank: 1\n    hours', 'rank: first\n    hours'],
      ['{packages: best, priorities: low', '{packages: [basic, beste], priorities: low'],
      ['{packages: best, priorities: high, within', '{packages: bset, priorities: high, within'],
      ['high: {rank: 1', 'high: {rank: x'],
    );
    expect(problems).toContain('unknown-package /clocks/reaction/targets/2/packages');
    // One of two may be the spoiled one: nothing is said of it.
    expect(problems).not.toContain('unknown-package /clocks/reaction/targets/3/packages');
    expect(problems.filter((one) => one.startsWith('unknown-priority'))).toEqual([]);
    expect(problems.filter((one) => one.endsWith('/targets/0/packages'))).toEqual([]);
  });

  test('a mistyped key inside a package is read too: the package is not lost', () => {
    expect(
      told(
        ['rank: 1\n    hours', 'rnak: 1\n    hours'],
        ['{packages: best, priorities: low', '{packages: beste, priorities: low'],
      ),
    ).toEqual(
      expect.arrayContaining([
        'missing-field /packages/basic/rank',
        'unknown-field /packages/basic/rnak',
        'unknown-package /clocks/reaction/targets/3/packages',
      ]),
    );
  });

  test('a condition whose only key is unknown is not called empty', () => {
    expect(told(['when: {working: now}', 'when: {colour: red}'])).toEqual([
      'unknown-field /services/remote/when/colour',
    ]);
  });

  test('a fault of a section is its own alone: what refers to the lost part is not blamed', () => {
    expect(told(['rank: 1\n    hours', 'rank: first\n    hours'], MEANING)).toEqual([
      'wrong-type /packages/basic/rank',
      'unknown-priority /priority-rules/default',
    ]);
  });

  test('faults in two lists, and a zone that is none', () => {
    expect(
      told(
        ['within: 4 working hours, clause', 'within: 4, clause'],
        ['to: guide', 'to: 7'],
        ['zone: Europe/Moscow', 'zone: Europe/Moskow'],
        ['due: 2025-02-10 15:00', 'due: soon'],
      ).toSorted(),
    ).toEqual([
      'bad-time /examples/0/due',
      'unknown-zone /zone',
      'wrong-type /clocks/reaction/targets/0/within',
      'wrong-type /routing/people/0/to',
    ]);
  });

  test('a zone that is none is one problem among others', () => {
    expect(told(['zone: Europe/Moscow', 'zone: Mars'], MEANING)).toEqual([
      'unknown-zone /zone',
      'unknown-priority /priority-rules/default',
    ]);
  });

  test.each(['[]', '1', 'a: 1', '{reglament: 1, packages: []}'])('%s leaves nothing to judge', (text) => {
    const parsed = parseRegulation(text, productionCalendars);
    expect(parsed.ok).toBe(false);
  });
});
