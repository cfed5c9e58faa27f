import { describe, expect, test } from 'vitest';
import { checkExamples, findRule } from '../../clock/index.ts';
import { SMALL } from '../../test/small-regulation.ts';
import { parseRegulation } from '../parse-regulation.ts';

const TYPES = `types:
  fault: {name: fault, definition: fault, clause: A-1}
  wish: {name: wish, definition: wish, clause: A-1}`;
const HIGH = '      - {packages: any, priorities: high, within: 1 working hour, clause: A-1}\n';
const LOW = '      - {packages: any, priorities: low, within: 8 working hours, clause: A-1}\n';
const line = (rest: string): string => `      - {packages: any, ${rest}, clause: A-1}\n`;

const parse = (...rows: readonly string[]) =>
  parseRegulation(SMALL.replace('types: {}', TYPES).replace(HIGH + LOW, rows.join('')), {});

/** What is said of the targets, with the case that it is said of. */
const said = (...rows: readonly string[]): readonly (readonly [code: string, of: string | undefined])[] => {
  const parsed = parse(...rows);
  return parsed.ok
    ? []
    : parsed.problems.map(({ code, says }) => [code, /one, (high|low), [a-z]+/u.exec(says.en)?.[0]]);
};

describe('targets by the type of a ticket', () => {
  const fault = line('priorities: any, types: fault, within: 30 working minutes');

  test('beside those for any type, the type’s own counts', () => {
    const parsed = parse(
      HIGH,
      LOW,
      line('priorities: high, types: fault, within: 30 working minutes'),
      line('priorities: low, types: fault, within: nothing'),
    );
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
    const within = (priority: string, type: string | null) =>
      findRule(parsed.regulation, { clock: 'reaction', packageId: 'one', priority, type })?.target ?? null;
    expect(within('high', 'fault')).toEqual({ kind: 'working-time', ms: 1_800_000 });
    expect(within('low', 'fault')).toBeNull();
    for (const type of ['wish', null])
      expect(within('high', type)).toEqual({ kind: 'working-time', ms: 3_600_000 });
  });

  test('a line for a type and one for a priority: neither is more special', () => {
    expect(said(HIGH, LOW, fault)).toEqual([
      ['target-overlap', 'one, high, fault'],
      ['target-overlap', 'one, low, fault'],
    ]);
  });

  test('a type without a line is a gap; a ticket without a type may be promised nothing yet', () => {
    expect(said(fault)).toEqual([
      ['target-missing', 'one, high, wish'],
      ['target-missing', 'one, low, wish'],
    ]);
    expect(said(fault, line('priorities: any, types: wish, within: nothing'))).toEqual([]);
  });

  test('an unknown type is told where it stands', () => {
    const parsed = parse(HIGH, LOW, line('priorities: low, types: bug, within: 1 hour'));
    expect(parsed.ok ? [] : parsed.problems).toContainEqual(
      expect.objectContaining({ code: 'unknown-type', path: '/clocks/reaction/targets/2/types' }),
    );
  });

  test('a line with a name that is unknown is told of once, not as gaps of the others', () => {
    expect(said(HIGH, line('priorities: lou, within: 8 working hours')).map(([code]) => code)).toEqual([
      'unknown-priority',
    ]);
    expect(said(HIGH, line('priorities: low, types: bug, within: 1 hour')).map(([code]) => code)).toEqual([
      'unknown-type',
    ]);
  });

  test('an example may name one', () => {
    const text = SMALL.replace('types: {}', TYPES)
      .replace(HIGH, HIGH + line('priorities: high, types: fault, within: 30 working minutes'))
      .replace(
        'priority: high, from: 2025-02-07 17:30, due: 2025-02-10 09:30',
        'priority: high, type: fault, from: 2025-02-07 17:30, due: 2025-02-07 18:00',
      );
    const parsed = parseRegulation(text, {});
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
    expect(parsed.examples).toMatchObject([{ type: 'fault' }]);
    expect(checkExamples(parsed.regulation, parsed.examples)).toEqual([]);
  });
});

describe('several priorities in a row', () => {
  const middle = (id: string): string =>
    `  low: {rank: 2, name: low, definition: low, clause: A-1}\n  ${id}: {rank: 4, name: rest, definition: rest, clause: A-1}\n`;
  const found = (id: string, range: string) => {
    const parsed = parseRegulation(
      SMALL.replace('  low: {rank: 2, name: low, definition: low, clause: A-1}\n', middle(id)).replace(
        HIGH + LOW,
        line(`priorities: ${range}, within: 8 working hours`) + line('priorities: any, within: 9 hours'),
      ),
      {},
    );
    if (!parsed.ok) return parsed.problems.map(({ code }) => code);
    return parsed.regulation.clocks[0]?.targets[0]?.priorities;
  };

  test.each([
    ['no-hurry', 'high-low', ['high', 'low']],
    ['no-hurry', 'low-no-hurry', ['low', 'no-hurry']],
    ['no-hurry', '1-2', ['high', 'low']],
    ['no-hurry', '2-4', ['low', 'no-hurry']],
    ['no-hurry', '[1-2, no-hurry]', ['high', 'low', 'no-hurry']],
    ['no-hurry', '1-3', ['unknown-priority']],
    ['no-hurry', '2-1', ['unknown-priority']],
    ['no-hurry', '1', ['unknown-priority']],
    ['no-hurry', 'no-hurry-low', ['unknown-priority']],
    // A number is an id here, so it is not a rank besides.
    ['3', '1-3', ['unknown-priority']],
    ['3', 'low-3', ['low', '3']],
  ])('beside %s: %s', (id, range, expected) => {
    expect(found(id, range)).toEqual(expected);
  });
});

test('what looks like several in a row is told how they are written, another word is not', () => {
  const says = (value: string): readonly string[] => {
    const parsed = parse(HIGH, line(`priorities: ${value}, within: 8 working hours`));
    return parsed.ok ? [] : parsed.problems.map((problem) => problem.says.en);
  };
  expect(says('2-3')).toEqual([
    '"2-3": the regulation has no such priority; there are: high, low; several in a row with a hyphen, by name or rank: first-last, 1-3',
  ]);
  expect(says('middle')).toEqual(['"middle": the regulation has no such priority; there are: high, low']);
});

test('24:00 in an example is the end of that day', () => {
  const parsed = parseRegulation(
    SMALL.replace('within: 1 working hour', 'within: 3 calendar days').replace(
      'due: 2025-02-10 09:30',
      'due: 2025-02-10 24:00',
    ),
    {},
  );
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  expect(checkExamples(parsed.regulation, parsed.examples)).toEqual([]);
  expect(parseRegulation(SMALL.replace('2025-02-10 09:30', '2025-02-10 24:01'), {}).ok).toBe(false);
});

test('a word of two priorities is told with the other', () => {
  const parsed = parseRegulation(
    SMALL.replace('name: low, definition', 'name: low, aliases: [H], definition'),
    {},
  );
  expect(parsed.ok ? [] : parsed.problems.map(({ says }) => says.en)).toEqual([
    '"h" means priority high already',
  ]);
});
