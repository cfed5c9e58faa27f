import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkExamples, findRule } from '../clock/index.ts';
import { productionCalendars, shippedText } from '../test/shipped-regulations.ts';
import { SMALL } from '../test/small-regulation.ts';
import { parseRegulation } from './parse-regulation.ts';

const parse = (text: string) => parseRegulation(text, productionCalendars);

/** The small file with one place changed, and what is said about it. */
const changed = (from: string, to: string) => {
  expect(SMALL).toContain(from);
  const parsed = parse(SMALL.replace(from, to));
  return parsed.ok ? [] : parsed.problems;
};

const row = (rest: string): string => `      - {packages: any, priorities: low, ${rest}, clause: A-1}`;
const LOW = row('within: 8 working hours');

const refusals: readonly (readonly [
  what: string,
  from: string,
  to: string,
  code: string,
  path: string,
  line: number,
])[] = [
  ['an unknown key at the top', 'types: {}', 'types: {}\ncolour: red', 'unknown-field', '/colour', 12],
  [
    'an unknown key inside',
    'rank: 1, hours',
    'rank: 1, sla: 4, hours',
    'unknown-field',
    '/packages/one/sla',
    17,
  ],
  ['a missing key', 'zone: Europe/Moscow\n', '', 'missing-field', '/zone', 1],
  ['a wrong type', 'required: true', 'required: yes', 'wrong-type', '/intake/what/required', 31],
  ['an edition without quotes', 'label: "1"', 'label: 1.4', 'wrong-type', '/edition/label', 5],
  ['another version of the language', 'reglament: 1', 'reglament: 2', 'unknown-value', '/reglament', 1],
  ['not a number', 'rank: 1, hours', 'rank: .nan, hours', 'wrong-type', '/packages/one/rank', 17],
  ['a number beyond all', 'rank: 1, hours', 'rank: 1e400, hours', 'too-large', '/packages/one/rank', 17],
  ['nothing for a word', 'starts: receipt', 'starts:', 'missing-field', '/clocks/reaction/starts', 21],
  ['nothing for a text', 'name: what', 'name: null', 'missing-field', '/intake/what/name', 31],
  ['nothing for a list', 'products: []', 'products:', 'missing-field', '/products', 7],
  ['an unknown word', 'starts: receipt', 'starts: yesterday', 'unknown-value', '/clocks/reaction/starts', 21],
  ['a text in one language', 'name: what', 'name: {ru: что}', 'missing-field', '/intake/what/name/en', 31],
  ['an unknown zone', 'Europe/Moscow', 'Moscow/Europe', 'unknown-zone', '/zone', 6],
  ['a date that is none', 'date: 2025-01-01', 'date: 2025-02-30', 'bad-date', '/edition/date', 5],
  ['a date before all time', 'date: 2025-01-01', 'date: 1970-01-01', 'bad-date', '/edition/date', 5],
  ['an id in capitals', '  one: {name', '  One: {name', 'bad-id', '/packages/One', 17],
  ['a time that is none', '09:00-18:00', '09:00-24:01', 'bad-window', '/schedules/office/week/mon-fri', 10],
  ['a day that is none', 'mon-fri:', 'mon-frj:', 'bad-days', '/schedules/office/week/mon-frj', 10],
  [
    'a day twice',
    '{mon-fri: 09:00-18:00}',
    '{mon-fri: 09:00-18:00, fri: closed}',
    'day-twice',
    '/schedules/office/week/fri',
    10,
  ],
  [
    'an exception on no date',
    'calendar: none',
    'calendar: none, exceptions: {2025-02-30: closed}',
    'schedule-date-invalid',
    '/schedules/office/exceptions/2025-02-30',
    10,
  ],
  [
    'an unknown production calendar',
    'calendar: none',
    'calendar: us',
    'unknown-calendar',
    '/schedules/office/calendar',
    10,
  ],
  ['an unknown schedule', 'hours: office', 'hours: night', 'unknown-schedule', '/packages/one/hours', 17],
  [
    'hours for some priorities only',
    'hours: office',
    'hours: {high: office}',
    'hours-missing',
    '/packages/one/hours',
    17,
  ],
  [
    'hours twice',
    'hours: office',
    'hours: {high-low: office, low: office}',
    'hours-overlap',
    '/packages/one/hours',
    17,
  ],
  [
    'an unknown priority',
    'default: low',
    'default: middle',
    'unknown-priority',
    '/priority-rules/default',
    15,
  ],
  ['a rank twice', 'rank: 2', 'rank: 1', 'priority-twice', '/priorities/low', 14],
  ['a reserved id', '  low: {rank', '  none: {rank', 'reserved-id', '/priorities/none', 14],
  [
    'priorities without rules',
    'priority-rules: {default: low, stated-by-customer: counts, changed-by-staff: freely, clause: A-1}',
    'priority-rules: none',
    'priority-rules-missing',
    '/priority-rules',
    15,
  ],
  [
    'an unknown clause',
    'from: description, clause: A-1',
    'from: description, clause: A-2',
    'unknown-clause',
    '/intake/what/clause',
    31,
  ],
  [
    'an unknown package',
    '{any: yes}',
    '{any: yes, two: no}',
    'unknown-package',
    '/services/help/packages/two',
    37,
  ],
  [
    'a service without a word for a package',
    '{any: yes}',
    '{}',
    'service-missing',
    '/services/help/packages',
    37,
  ],
  ['an unknown type', 'from: description', 'only-for: [bug]', 'unknown-type', '/intake/what/only-for/0', 31],
  [
    'a target that can not be read',
    LOW,
    row('within: 8 sunny hours'),
    'bad-target',
    '/clocks/reaction/targets/1/within',
    28,
  ],
  ['a gap in the targets', `${LOW}\n`, '', 'target-missing', '/clocks/reaction/targets', 26],
  [
    'an overlap of targets',
    LOW,
    `${LOW}\n${row('within: 9 working hours')}`,
    'target-overlap',
    '/clocks/reaction/targets/2',
    29,
  ],
  [
    'an overlap of rows of which neither is more special',
    LOW,
    `${LOW}\n      - {packages: one, priorities: any, within: 2 hours, clause: A-1}`,
    'target-overlap',
    '/clocks/reaction/targets/2',
    29,
  ],
  ['warnings out of order', '[50%, 80%]', '[80%, 50%]', 'warn-at-order', '/clocks/reaction/warn-at', 25],
  [
    'a warning after the end',
    '3 days before',
    '14 days before',
    'bad-warning',
    '/lifecycle/auto-close/warn',
    34,
  ],
  [
    'an automatic close in working hours',
    '14 calendar days',
    '14 working hours',
    'bad-closing-term',
    '/lifecycle/auto-close/after',
    34,
  ],
  [
    'an unknown fallback',
    'unknown-sender: no-promise',
    'unknown-sender: gold',
    'unknown-package',
    '/entitlement/unknown-sender',
    35,
  ],
  [
    'an example at no time',
    'from: 2025-02-07 17:30',
    'from: 2025-02-30 17:30',
    'bad-time',
    '/examples/0/from',
    39,
  ],
];

describe('refused, with code, path and line', () => {
  test.each(refusals)('%s', (_, from, to, code, path, line) => {
    expect(changed(from, to)).toContainEqual(expect.objectContaining({ code, path, line }));
  });

  test('an overlap is named by its lines', () => {
    expect(changed(LOW, `${LOW}\n${row('within: 9 working hours')}`)[0]?.says.en).toContain(
      'lines 2, 3 of this list both give a target for one, low',
    );
  });

  test('at most 200 problems are told, and that there are more', () => {
    const many = Array.from({ length: 250 }, (_, at) => `wrong-${at}: 1`).join('\n');
    const parsed = parse(`${SMALL}${many}\n`);
    if (parsed.ok) throw new Error('read');
    expect(parsed.problems).toHaveLength(201);
    expect(parsed.problems.at(-1)?.code).toBe('too-many-problems');
  });

  test.each(['', '[]', 'a', '1', '---', '{}'])('a file that is only "%s"', (text) => {
    expect(parse(text).ok).toBe(false);
  });
});

describe('read', () => {
  test('the small file', () => {
    expect(parse(SMALL)).toMatchObject({
      ok: true,
      regulation: { id: 'small', name: { ru: 'Small', en: 'Small' } },
    });
  });

  test('two windows a day: the alternative of R4 in one line', () => {
    const parsed = parse(SMALL.replace('mon-fri: 09:00-18:00', 'mon-fri: [09:00-13:00, 14:00-18:00]'));
    if (!parsed.ok) throw new Error('not read');
    expect(parsed.regulation.schedules[0]?.schedule.week[1]).toEqual([
      ['09:00', '13:00'],
      ['14:00', '18:00'],
    ]);
  });

  test('a more special line wins over one for any priority', () => {
    const parsed = parse(SMALL.replace('packages: any, priorities: low', 'packages: any, priorities: any'));
    if (!parsed.ok) throw new Error('not read');
    const within = (priority: string | null) =>
      findRule(parsed.regulation, { clock: 'reaction', packageId: 'one', priority })?.target;
    expect(within('high')).toEqual({ kind: 'working-time', ms: 3_600_000 });
    expect(within('low')).toEqual({ kind: 'working-time', ms: 8 * 3_600_000 });
    expect(within(null)).toEqual({ kind: 'working-time', ms: 8 * 3_600_000 });
  });

  test.each([
    ['R1', 'alteroffice', '48 hours, then next opening', '48 working hours'],
    ['R2', 'alteroffice', 'calendar: none # R2; иначе: ru', 'calendar: ru'],
    ['R2', 'alteroffice', '{mon-fri: 08:00-20:00}', '{mon-sun: 09:00-21:00}'],
    ['R4', 'optima', '{mon-fri: 09:00-18:00}', '{mon-fri: [09:00-13:00, 14:00-18:00]}'],
    ['R5', 'optima', 'starts: classification', 'starts: registration'],
    ['R6', 'optima', 'within: 2 working days,', 'within: "2 working days, same time",'],
    ['R13', 'centaur', '24 working hours', '72 hours'],
    ['R14', 'shtrih-m', '24 working hours', '3 working days'],
    ['R15', 'flat', '48 working hours', '48 hours'],
    ['R20', 'optima', 'pauses: []', 'pauses: [waiting-for-customer]'],
    ['R21', 'optima', 'after-objection: resume', 'after-objection: leave'],
    ['R25', 'shtrih-m', '[public-reply, information-request, refusal]', '[resolution]'],
    ['R33', 'flat', 'with-reason', 'with-consent'],
    ['R34', 'centaur', '[registration-notice]', '[public-reply]'],
    ['R35', 'centaur', 'default: medium', 'default: low'],
    ['R35', 'centaur', 'without-package: not-entitled', 'without-package: basic'],
    ['R37', 'centaur', 'zone: Europe/Moscow', 'zone: Asia/Yekaterinburg'],
  ])('%s of %s: the alternative is one line', (_, desk, reading, alternative) => {
    const text = shippedText(desk);
    expect(text).toContain(reading);
    expect(parse(text.replace(reading, alternative))).toMatchObject({ ok: true });
  });
});

test('an example that comes out otherwise is named with what the rules give', () => {
  const parsed = parse(SMALL.replace('due: 2025-02-10 09:30', 'due: 2025-02-10 09:31'));
  if (!parsed.ok) throw new Error('not read');
  expect(checkExamples(parsed.regulation, parsed.examples)).toEqual([
    {
      code: 'example-differs',
      level: 'error',
      path: '/examples/0/due',
      line: 39,
      column: 82,
      says: {
        ru: expect.stringContaining(
          'в примере пн 10.02.2025 09:31, по правилам пн 10.02.2025 09:30. Обещано:',
        ) as string,
        en: expect.stringContaining(
          'the example says Mon 10 Feb 2025 09:31, the rules give Mon 10 Feb 2025 09:30. Promised:',
        ) as string,
      },
    },
  ]);
});

test('no text makes it throw: a sound file with any part cut out, doubled or overwritten', () => {
  const cut = fc.tuple(fc.nat(SMALL.length), fc.nat(40), fc.string({ unit: 'binary', maxLength: 20 }));
  fc.assert(
    fc.property(fc.array(cut, { minLength: 1, maxLength: 3 }), (cuts) => {
      let text = SMALL;
      for (const [at, length, put] of cuts) text = text.slice(0, at) + put + text.slice(at + length);
      const parsed = parse(text);
      if (parsed.ok) return;
      expect(parsed.problems.length).toBeGreaterThan(0);
      for (const { line, column } of parsed.problems) expect(Math.min(line, column)).toBeGreaterThan(0);
    }),
    { numRuns: 500 },
  );
});
