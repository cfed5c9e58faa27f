import { describe, expect, test } from 'vitest';
import type { FindingCode } from '../regulation/check/words/findings.ts';
import type { GoldenExample } from '../regulation/golden-example.ts';
import type { AgreedDateRule, ClockRule, Regulation, Target, TargetRow } from '../regulation/regulation.ts';
import { moscow, shipped } from '../test/shipped-regulations.ts';
import { checkExamples } from './check-examples.ts';

const { regulation } = shipped('centaur');
const reaction = regulation.clocks.find(({ id }) => id === 'reaction');
if (reaction === undefined) throw new Error('there is a reaction');

const AGREED: AgreedDateRule = {
  packages: null,
  types: null,
  consent: 'customer',
  pausesMoveIt: true,
  hours: null,
  clause: reaction.clause,
};
const withClock = (own: Partial<ClockRule>): Regulation => ({
  ...regulation,
  clocks: [
    { ...reaction, id: 'other' as ClockRule['id'], start: 'agreement', targets: [] },
    { ...reaction, agreedDate: AGREED, ...own },
  ],
});

const typed = reaction.targets.map((row): TargetRow => ({
  ...row,
  types: ['incident'],
  within: { kind: 'working-time', ms: 2 * 3_600_000 },
}));
const promised = (within: Target): readonly TargetRow[] =>
  reaction.targets.map((row) => ({ ...row, within }));

/** Eight working hours from Friday 10:00, so due on Monday at 10:00. */
const example = (own: Partial<GoldenExample>): GoldenExample => ({
  clock: reaction.id,
  packageId: 'basic' as GoldenExample['packageId'],
  priority: 'medium' as GoldenExample['priority'],
  type: null,
  from: moscow('2026-11-20 10:00'),
  pauses: [],
  agreed: null,
  due: moscow('2026-11-23 10:00'),
  clause: reaction.clause,
  path: '/examples/0/due',
  line: 7,
  column: 3,
  ...own,
});
const pause = (from: string, to: string) => ({ from: moscow(from), to: moscow(to) });
const agreedOn = (at: string, date: string) => ({ at: moscow(at), date: moscow(date) });

describe('an example that comes out', () => {
  test.each<readonly [string, Partial<GoldenExample>, Regulation]>([
    ['as it is', {}, regulation],
    [
      'with pauses, in whatever order they are written',
      {
        pauses: [
          pause('2026-11-20 15:00', '2026-11-20 16:00'),
          pause('2026-11-20 11:00', '2026-11-20 11:30'),
        ],
        due: moscow('2026-11-23 11:30'),
      },
      regulation,
    ],
    [
      'with another date agreed',
      { agreed: agreedOn('2026-11-20 12:00', '2026-11-27 15:00'), due: moscow('2026-11-27 15:00') },
      withClock({}),
    ],
    [
      'with a date moved by the pauses after it was agreed',
      {
        agreed: agreedOn('2026-11-20 12:00', '2026-11-26 15:00'),
        pauses: [
          pause('2026-11-20 14:00', '2026-11-20 15:00'),
          pause('2026-11-20 10:30', '2026-11-20 11:00'),
        ],
        due: moscow('2026-11-26 16:00'),
      },
      withClock({}),
    ],
    [
      'of a clock that begins with the agreement',
      { agreed: agreedOn('2026-11-19 12:00', '2026-11-27 15:00'), due: moscow('2026-11-27 15:00') },
      withClock({ start: 'agreement', targets: [] }),
    ],
    [
      'of a type that has a target of its own',
      { type: 'incident', due: moscow('2026-11-20 12:00') },
      withClock({ targets: [...reaction.targets, ...typed] }),
    ],
    [
      'of another type, or none',
      { type: 'consultation', due: moscow('2026-11-23 10:00') },
      withClock({ targets: [...reaction.targets, ...typed] }),
    ],
    [
      'counted from the opening',
      { from: moscow('2026-11-21 12:00'), due: moscow('2026-11-25 17:00') },
      withClock({ targets: promised({ kind: 'working-days', days: 2, mode: 'end', from: 'opening' }) }),
    ],
    [
      'moved by a pause to closing time',
      { pauses: [pause('2026-11-23 10:00', '2026-11-23 12:00')], due: moscow('2026-11-25 17:00') },
      withClock({
        afterPause: 'closing-time',
        targets: promised({ kind: 'working-days', days: 2, mode: 'end' }),
      }),
    ],
  ])('%s', (_, own, by) => {
    expect(checkExamples(by, [example(own)])).toEqual([]);
  });
});

describe('an example that doesn’t come out says what the rules give', () => {
  test.each<readonly [string, Partial<GoldenExample>, Regulation, FindingCode, string]>([
    [
      'another deadline',
      { due: moscow('2026-11-23 10:01') },
      regulation,
      'example-differs',
      'the rules give Mon 23 Nov 2026 10:00.',
    ],
    [
      'nothing',
      { priority: 'x' as GoldenExample['priority'] },
      regulation,
      'example-nothing-promised',
      'nothing is promised in this case',
    ],
    [
      'no other date',
      { agreed: agreedOn('2026-11-20 12:00', '2026-11-27 15:00') },
      regulation,
      'example-no-date',
      'no date can be agreed in this case',
    ],
    [
      'nothing before the agreement that the clock begins with',
      {},
      withClock({ start: 'agreement', targets: [] }),
      'example-nothing-promised',
      'nothing is promised in this case',
    ],
    [
      'never',
      {},
      {
        ...regulation,
        schedules: regulation.schedules.map((one) => ({
          ...one,
          schedule: { ...one.schedule, week: {}, exceptions: {} },
        })),
      },
      'example-differs',
      'the rules give no deadline.',
    ],
  ])('%s', (_, own, by, code, words) => {
    expect(checkExamples(by, [example(own)])).toEqual([
      {
        code,
        level: 'error',
        path: '/examples/0/due',
        line: 7,
        column: 3,
        says: { ru: expect.any(String) as string, en: expect.stringContaining(words) as string },
      },
    ]);
  });

  test('in the times of the file, where the hours are those of another zone', () => {
    const far = regulation.schedules.map((one) => ({
      ...one,
      schedule: { ...one.schedule, zone: 'Asia/Barnaul' as Regulation['zone'] },
    }));
    const [problem] = checkExamples({ ...regulation, schedules: far }, [
      example({ due: moscow('2026-11-23 10:01') }),
    ]);
    expect(problem?.says.en).toContain(
      'the example says Mon 23 Nov 2026 10:01 (times of Europe/Moscow), the rules give Mon 23 Nov 2026 10:00.',
    );
    expect(problem?.says.en).toContain('time zone Asia/Barnaul.');
    expect(problem?.says.en).toContain(
      'Counted: Fri 20 Nov 2026 10:00–13:00 (3 hours), Mon 23 Nov 2026 05:00–10:00 (5 hours).',
    );
    expect(problem?.says.ru).toContain('(время — Europe/Moscow)');
  });

  test('each in its own place, the others in none', () => {
    const examples = [
      example({}),
      example({ due: moscow('2026-11-23 10:01'), path: '/examples/1/due', line: 8 }),
    ];
    expect(checkExamples(regulation, examples).map(({ path, line }) => [path, line])).toEqual([
      ['/examples/1/due', 8],
    ]);
  });
});
