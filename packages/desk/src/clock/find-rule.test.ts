import { describe, expect, test } from 'vitest';
import type {
  AgreedDateRule,
  ClockRule,
  Package,
  Regulation,
  Target,
  TargetRow,
} from '../regulation/regulation.ts';
import { moscow, shipped } from '../test/shipped-regulations.ts';
import { agreedRule, findRule, promisesNothing } from './find-rule.ts';

const { regulation } = shipped('centaur');
const [clock] = regulation.clocks;
const [held] = regulation.packages;
const [row] = clock?.targets ?? [];
const [office] = regulation.schedules;
const [high, low] = regulation.priorities;
if (!clock || !held || !row || !office || !high || !low) throw new Error('a regulation promises something');

const EIGHT_HOURS: Target = { kind: 'working-time', ms: 8 * 3_600_000 };
const AGREED: AgreedDateRule = {
  packages: null,
  types: null,
  consent: 'customer',
  pausesMoveIt: true,
  hours: null,
  clause: 'AGREED' as AgreedDateRule['clause'],
};
const clause = (text: string): TargetRow['clause'] => text as TargetRow['clause'];
const schedule = (text: string): Package['hours'][number]['schedule'] =>
  text as Package['hours'][number]['schedule'];
const plain: TargetRow = {
  ...row,
  packages: null,
  priorities: null,
  within: EIGHT_HOURS,
  schedule: null,
  clause: clause('ROW'),
};

/** One clock after another that promises something else, one package after another with other hours. */
const promising = (
  rows: readonly Partial<TargetRow>[],
  own: { readonly clock?: Partial<ClockRule>; readonly held?: Partial<Package> } = {},
): Regulation => ({
  ...regulation,
  clocks: [
    { ...clock, id: 'other' as ClockRule['id'], targets: [], agreedDate: null },
    { ...clock, targets: rows.map((one) => ({ ...plain, ...one })), agreedDate: null, ...own.clock },
  ],
  packages: [
    { ...held, id: 'other' as Package['id'], hours: [] },
    {
      ...held,
      hours: [
        { priorities: null, schedule: schedule('office') },
        { priorities: [high.id], schedule: schedule('always') },
      ],
      ...own.held,
    },
  ],
  schedules: [
    { ...office, id: schedule('always'), calendar: null },
    {
      ...office,
      id: schedule('office'),
      calendar: { id: 'ru', edition: 'first', earlier: [] },
    },
  ],
});
const question = { clock: clock.id, packageId: held.id, priority: null };

describe('the rule of a case', () => {
  test('carries what a deadline is counted and explained by', () => {
    expect(findRule(promising([{}]), question)).toMatchObject({
      clock: clock.id,
      packageId: held.id,
      priority: null,
      target: EIGHT_HOURS,
      schedule: 'office',
      clause: 'ROW',
      edition: regulation.edition.label,
      calendar: { id: 'ru', edition: 'first' },
    });
  });

  test('goes by the hours of the row, else of the priority, else of the package', () => {
    const hours = (
      rows: readonly Partial<TargetRow>[],
      priority: typeof question.priority | typeof high.id,
    ) => findRule(promising(rows), { ...question, priority })?.schedule;
    expect(hours([{ schedule: schedule('always') }], null)).toBe('always');
    expect(hours([{}], high.id)).toBe('always');
    expect(hours([{}], low.id)).toBe('office');
    expect(hours([{}], null)).toBe('office');
  });

  test.each([
    ['working time', EIGHT_HOURS, 'office', true],
    ['working days', { kind: 'working-days', days: 2, mode: 'end' }, 'office', true],
    ['plain time', { kind: 'elapsed', ms: 1, outsideHours: 'keep' }, 'office', false],
    [
      'plain time to the next opening',
      { kind: 'elapsed', ms: 1, outsideHours: 'next-opening' },
      'office',
      true,
    ],
    ['calendar days', { kind: 'calendar-days', days: 2 }, 'office', false],
    ['hours without a calendar', EIGHT_HOURS, 'always', false],
  ] as const)('names the calendar that its deadline goes by: %s', (_, within, id, named) => {
    const rule = findRule(promising([{ within, schedule: schedule(id) }]), question);
    expect(rule?.calendar).toEqual(named ? { id: 'ru', edition: 'first' } : null);
  });

  test('knows the type of the ticket', () => {
    const [type, other] = regulation.ticketTypes;
    if (type === undefined || other === undefined) throw new Error('tickets are of several types');
    const rows = [{ types: [type.id] }, { types: [other.id], within: null }];
    expect(findRule(promising(rows), { ...question, type: type.id })?.target).toEqual(EIGHT_HOURS);
    expect(findRule(promising(rows), { ...question, type: other.id })).toBeNull();
    expect(promisesNothing(promising(rows), { ...question, type: other.id })).toBe(true);
    expect(promisesNothing(promising(rows), { ...question, type: type.id })).toBe(false);
    expect(
      agreedRule(
        promising(rows, { clock: { agreedDate: AGREED } }),
        { ...question, type: type.id },
        moscow('2026-11-27 15:00'),
      ),
    ).not.toBeNull();
  });

  test('carries on to closing time after a pause where the clock says so: working days only', () => {
    const days: Target = { kind: 'working-days', days: 2, mode: 'end' };
    const closing = { clock: { afterPause: 'closing-time' as const } };
    const target = (within: Target, own = closing) =>
      findRule(promising([{ within }], own), question)?.target;
    expect(target(days)).toEqual({ ...days, afterPause: 'closing-time' });
    expect(target(EIGHT_HOURS)).toEqual(EIGHT_HOURS);
    expect(findRule(promising([{ within: days }]), question)?.target).toEqual(days);
  });

  const unknown = { clock: 'x', packageId: 'x', priority: 'x', type: 'x' } as const;
  test.each(['clock', 'packageId', 'priority', 'type'] as const)(
    'there is none for an unknown %s',
    (field) => {
      const asked = { ...question, [field]: unknown[field] } as typeof question;
      expect(findRule(promising([{}]), asked)).toBeNull();
    },
  );

  test.each([
    ['no row covers it', [], {}],
    ['two rows do alike', [{}, {}], {}],
    ['the row says that nothing is promised', [{ within: null }], {}],
    ['the package has no hours for it', [{}], { held: { hours: [] } }],
    [
      'the package has hours for other priorities',
      [{}],
      { held: { hours: [{ priorities: [high.id], schedule: schedule('always') }] } },
    ],
  ] as const)('there is none where %s', (_, rows, own) => {
    expect(findRule(promising(rows, own), question)).toBeNull();
  });
});

describe('that nothing is promised', () => {
  test('is said by a row without a figure', () => {
    expect(promisesNothing(promising([{ within: null }]), question)).toBe(true);
  });

  test.each([
    ['a row with a figure', [{}]],
    ['no row', []],
    ['two rows alike', [{ within: null }, { within: null }]],
  ])('is not said by %s', (_, rows) => {
    expect(promisesNothing(promising(rows), question)).toBe(false);
  });

  test('is not said of an unknown clock', () => {
    const asked = { ...question, clock: 'x' as typeof question.clock };
    expect(promisesNothing(promising([{ within: null }]), asked)).toBe(false);
  });
});

describe('the rule of an agreed date', () => {
  const date = moscow('2026-11-27 15:00');
  const agreeing = (
    agreedDate: AgreedDateRule | null,
    rows: readonly Partial<TargetRow>[] = [{}],
    heldBy: Partial<Package> = {},
  ): Regulation => promising(rows, { clock: { agreedDate }, held: heldBy });

  test('is the date, by the agreement’s clause', () => {
    expect(agreedRule(agreeing(AGREED), question, date)).toMatchObject({
      clock: clock.id,
      packageId: held.id,
      priority: null,
      target: { kind: 'agreed-date', at: date, pausesMoveIt: true },
      schedule: 'office',
      clause: 'AGREED',
      edition: regulation.edition.label,
      calendar: { id: 'ru', edition: 'first' },
    });
  });

  test('names no calendar when pauses don’t move it', () => {
    expect(agreedRule(agreeing({ ...AGREED, pausesMoveIt: false }), question, date)?.calendar).toBeNull();
  });

  test('measures pauses in the hours of the clock, else of the package', () => {
    const hours = (rows: readonly Partial<TargetRow>[]) =>
      agreedRule(agreeing(AGREED, rows), question, date)?.schedule;
    expect(hours([{ schedule: schedule('always') }])).toBe('always');
    expect(hours([])).toBe('office');
    expect(hours([{ schedule: schedule('always') }, { schedule: schedule('always') }])).toBe('office');
  });

  test('there is one for the packages that it names', () => {
    expect(agreedRule(agreeing({ ...AGREED, packages: [held.id] }), question, date)).not.toBeNull();
    const others = { ...AGREED, packages: ['other' as Package['id']] };
    expect(agreedRule(agreeing(others), question, date)).toBeNull();
  });

  test.each([
    ['no date may be agreed', agreeing(null), question],
    ['the package has no hours', agreeing(AGREED, [], { hours: [] }), question],
    ['the clock is unknown', agreeing(AGREED), { ...question, clock: 'x' as typeof question.clock }],
    [
      'the package is unknown',
      agreeing(AGREED),
      { ...question, packageId: 'x' as typeof question.packageId },
    ],
  ])('there is none where %s', (_, by, asked) => {
    expect(agreedRule(by, asked, date)).toBeNull();
  });
});
