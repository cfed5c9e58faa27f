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
