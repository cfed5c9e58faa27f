import {
  addWorkingDays,
  addWorkingTime,
  compileSchedule,
  instant,
  isOpen,
  nextOpening,
  parseTimeZone,
  workingTimeBetween,
  type Window,
} from '@reglament/working-time';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lineAnswerer } from './answer-line.ts';

interface Answered {
  readonly id: unknown;
  readonly result?: unknown;
  readonly error?: { readonly code: string; readonly path: string };
}

const ask = lineAnswerer();
const answer = (line: string): Answered => JSON.parse(ask(line)) as Answered;

const calendar = {
  tz: 'Europe/Moscow',
  week: { '1': [['09:00', '17:00']] },
  exceptions: { '2026-01-01': [] },
};
const MONDAY = Date.UTC(2026, 0, 5, 6); // 09:00 in Moscow
const question = (op: string, args: object, changes: object = {}): string =>
  JSON.stringify({ id: 'q', op, calendar: { ...calendar, ...changes }, args });
const clock = (
  events: readonly unknown[],
  at: unknown = MONDAY,
  calendars: unknown = { A: calendar },
): string => JSON.stringify({ id: 'q', op: 'clock', args: { calendars, events, at } });
const opened = { t: MONDAY, k: 'open', cal: 'A', target: 1 };

describe('a refusal names a code and a place', () => {
  test.each<readonly [line: string, code: string, path: string]>([
    ['{"id":"q"}', 'missing-field', 'op'],
    ['{"id":"q","op":"add"}', 'unknown-op', 'op'],
    ['{"id":"q","op":"toString"}', 'unknown-op', 'op'],
    ['{"id":"q","op":["isOpen"]}', 'unknown-op', 'op'],
    ['{"id":"q","op":"isOpen","args":{"t":1}}', 'missing-field', 'calendar'],
    ['{"id":"q","op":"isOpen","calendar":[],"args":{"t":1}}', 'wrong-type', 'calendar'],
    ['{"id":"q","op":"isOpen","calendar":{"tz":"UTC"}}', 'missing-field', 'args'],
    ['{"id":"q","op":"isOpen","calendar":{"tz":"UTC"},"args":null}', 'wrong-type', 'args'],
    ['{"id":"q","op":"isOpen","calendar":{"tz":"UTC"},"args":{"t":1e999}}', 'not-an-instant', 'args.t'],
    [
      '{"id":"q","op":"isOpen","calendar":{"tz":"UTC","tz":"UTC"},"args":{"t":1}}',
      'duplicate-key',
      'calendar.tz',
    ],
    ['{"id":"q","op":"isOpen","calendar":{"tz":"UTC"},"args":{"t":1,"t":1}}', 'duplicate-key', 'args.t'],
    [
      '{"id":"q","op":"isOpen","calendar":{"tz":"UTC","__proto__":{}},"args":{"t":1}}',
      'unknown-field',
      'calendar.__proto__',
    ],
    [
      '{"id":"q","op":"isOpen","calendar":{"__proto__":{"tz":"UTC"}},"args":{"t":1}}',
      'unknown-field',
      'calendar.__proto__',
    ],
    [question('isOpen', { t: '1' }), 'not-an-instant', 'args.t'],
    [question('isOpen', { t: null }), 'not-an-instant', 'args.t'],
    [question('isOpen', { t: 0.5 }), 'not-an-instant', 'args.t'],
    [question('isOpen', { t: -1 }), 'not-an-instant', 'args.t'],
    [question('isOpen', { t: Date.UTC(2201, 0, 1) }), 'not-an-instant', 'args.t'],
    [question('isOpen', { t: 1, edge: 'opening' }), 'unknown-field', 'args.edge'],
    [question('isOpen', {}), 'missing-field', 'args.t'],
    [question('workingTimeBetween', { a: 1, b: [1] }), 'not-an-instant', 'args.b'],
    [question('addWorkingTime', { start: 1, ms: 0.5 }), 'not-milliseconds', 'args.ms'],
    [question('addWorkingTime', { start: 1, ms: 2 ** 53 }), 'not-milliseconds', 'args.ms'],
    [question('addWorkingTime', { start: 1, ms: 1, egde: 'opening' }), 'unknown-field', 'args.egde'],
    [question('addWorkingTime', { start: 1, ms: 1, edge: 'both' }), 'unknown-edge', 'args.edge'],
    [question('addWorkingTime', { start: 1, ms: 1, edge: null }), 'unknown-edge', 'args.edge'],
    [question('addWorkingDays', { start: 1, n: -1, mode: 'end' }), 'not-a-count', 'args.n'],
    [question('addWorkingDays', { start: 1, n: 1 }), 'missing-field', 'args.mode'],
    [question('addWorkingDays', { start: 1, n: 1, mode: 'start' }), 'unknown-mode', 'args.mode'],
    [question('isOpen', { t: 1 }, { tz: 'Europe/Moskva' }), 'zone-unknown', 'calendar.tz'],
    [question('isOpen', { t: 1 }, { tz: '+03:00' }), 'zone-unknown', 'calendar.tz'],
    [question('isOpen', { t: 1 }, { week: null }), 'wrong-type', 'calendar.week'],
    [question('isOpen', { t: 1 }, { exceptions: [] }), 'wrong-type', 'calendar.exceptions'],
    [question('isOpen', { t: 1 }, { holidays: [] }), 'unknown-field', 'calendar.holidays'],
    [question('isOpen', { t: 1 }, { week: { 0: [] } }), 'weekday-unknown', 'calendar.week.0'],
    [
      question('isOpen', { t: 1 }, { week: { 1: [['09:00', '25:00']] } }),
      'time-invalid',
      'calendar.week.1.0.1',
    ],
    [
      question('isOpen', { t: 1 }, { week: { 1: [['24:00', '09:00']] } }),
      'time-invalid',
      'calendar.week.1.0.0',
    ],
    [
      question('isOpen', { t: 1 }, { week: { 2: [['9:00', '10:00']] } }),
      'time-invalid',
      'calendar.week.2.0.0',
    ],
    [
      question('isOpen', { t: 1 }, { week: { 3: [['01:00', '02:00'], ['03:00']] } }),
      'windows-invalid',
      'calendar.week.3.1',
    ],
    [
      question('isOpen', { t: 1 }, { week: { 4: ['09:00', '18:00'] } }),
      'windows-invalid',
      'calendar.week.4.0',
    ],
    [question('isOpen', { t: 1 }, { week: { 5: null } as object }), 'windows-invalid', 'calendar.week.5'],
    [
      question('isOpen', { t: 1 }, { exceptions: { '2025-02-29': [] } }),
      'date-invalid',
      'calendar.exceptions.2025-02-29',
    ],
    [
      question('isOpen', { t: 1 }, { exceptions: { '2024-02-29': [['10:00', '11:60']] } }),
      'time-invalid',
      'calendar.exceptions.2024-02-29.0.1',
    ],
    [clock([], 1.5), 'not-an-instant', 'args.at'],
    [clock([], MONDAY, []), 'wrong-type', 'args.calendars'],
    [clock([], MONDAY, { 'A.B': { tz: 'Mars' } }), 'zone-unknown', 'args.calendars.A.B.tz'],
    ['{"id":"q","op":"clock","args":{"calendars":{},"events":{},"at":1}}', 'wrong-type', 'args.events'],
    ['{"id":"q","op":"clock","args":{"calendars":{},"events":[]}}', 'missing-field', 'args.at'],
    [clock([opened, 7]), 'wrong-type', 'args.events.1'],
    [clock([{ ...opened, calendar: 'A' }]), 'unknown-field', 'args.events.0.calendar'],
    [clock([{ k: 'stop' }]), 'missing-field', 'args.events.0.t'],
    [clock([{ t: 1, k: ['stop'] }]), 'unknown-event', 'args.events.0.k'],
    [clock([{ t: 1, k: 'close' }]), 'unknown-event', 'args.events.0.k'],
    [clock([{ ...opened, cal: 'constructor' }]), 'unknown-calendar', 'args.events.0.cal'],
    [clock([{ t: 1, k: 'open', target: 1 }]), 'missing-calendar', 'args.events.0.cal'],
    [clock([{ t: 1, k: 'open', cal: 'A' }]), 'missing-target', 'args.events.0.target'],
    [clock([{ ...opened, target: -1 }]), 'bad-target', 'args.events.0.target'],
    [clock([{ ...opened, target: '1' }]), 'bad-target', 'args.events.0.target'],
    [clock([opened, { t: MONDAY - 1, k: 'stop' }]), 'out-of-order', 'args.events.1.t'],
    [clock([{ ...opened, t: -5 }]), 'not-an-instant', 'args.events.0.t'],
  ])('%s: %s at %s', (line, code, path) => {
    expect(answer(line)).toEqual({ id: 'q', error: { code, path } });
  });

  test('op clock: an event after the reading must be sound as well', () => {
    expect(answer(clock([opened, { t: MONDAY + 5, k: 'target', target: -1 }])).error?.path).toBe(
      'args.events.1.target',
    );
  });
});

describe('ids', () => {
  test.each(['12345678901234567890', '1.50', '"\\u0416"', '""', 'null', 'true', '{"a":[1e400]}', '[ 1 ,2]'])(
    '%s comes back as written',
    (id) => {
      const line = `{"args":{"t":1},"op":"isOpen","id":${id},"calendar":{"tz":"UTC"},"expected":{"any":1}}`;
      expect(ask(line)).toBe(`{"id":${id},"result":false}`);
    },
  );

  test('none, or two, is null', () => {
    expect(ask('{"op":"isOpen","calendar":{"tz":"UTC"},"args":{"t":1}}')).toBe('{"id":null,"result":false}');
    expect(answer('{"id":1,"id":2,"op":"isOpen"}')).toEqual({
      id: null,
      error: { code: 'duplicate-key', path: 'id' },
    });
  });

  test('a line cut by \\r within an id stays one line', () => {
    expect(ask('{"id":[1,\r2],"op":"fly"}')).not.toContain('\r');
  });
});

describe('answers', () => {
  const time = fc.integer({ min: 0, max: 24 * 4 - 1 }).map((quarter) => {
    const hour = String(Math.floor(quarter / 4)).padStart(2, '0');
    return `${hour}:${String((quarter % 4) * 15).padStart(2, '0')}`;
  });
  const windows = fc.array(fc.tuple(time, fc.oneof(time, fc.constant('24:00'))), { maxLength: 3 });
  const calendars = fc.array(
    fc.record({
      tz: fc.constantFrom('Europe/Moscow', 'Australia/Lord_Howe', 'America/New_York'),
      week: fc.dictionary(fc.constantFrom('1', '2', '3', '4', '5', '6', '7'), windows),
      exceptions: fc.dictionary(
        fc.constantFrom('2014-10-26', '2015-01-01', '2015-04-05', '2015-11-01'),
        windows,
      ),
    }),
    { minLength: 1, maxLength: 3 },
  );
  const [from, to] = [Date.UTC(2014, 9, 20), Date.UTC(2015, 10, 5)];
  const t = fc.integer({ min: from, max: to }).map(instant);
  const asked = fc.array(
    fc.record({ which: fc.nat(2), a: t, b: t, ms: fc.integer({ min: -9e8, max: 9e8 }), n: fc.nat(9) }),
    { minLength: 1, maxLength: 8 },
  );

  test('are those of the package, in whatever order the calendars come', () => {
    fc.assert(
      fc.property(calendars, asked, fc.boolean(), (written, questions, spaced) => {
        for (const { which, a, b, ms, n } of questions) {
          const one = written[which % written.length];
          if (one === undefined) continue;
          const zone = parseTimeZone(one.tz);
          if (zone === null) throw new Error(one.tz);
          const compiled = compileSchedule({
            zone,
            week: one.week as Readonly<Record<string, readonly Window[]>>,
            exceptions: one.exceptions,
          });
          const say = (op: string, args: object): unknown =>
            answer(
              JSON.stringify({ id: n, calendar: one, op, args }, null, spaced ? ' ' : '').replaceAll(
                '\n',
                '',
              ),
            ).result;
          expect(say('isOpen', { t: a })).toBe(isOpen(compiled, a));
          expect(say('nextOpening', { t: a })).toBe(nextOpening(compiled, a));
          expect(say('workingTimeBetween', { a, b })).toBe(workingTimeBetween(compiled, a, b));
          expect(say('addWorkingTime', { start: a, ms })).toBe(addWorkingTime(compiled, a, ms));
          expect(say('addWorkingTime', { start: a, ms, edge: 'opening' })).toBe(
            addWorkingTime(compiled, a, ms, { edge: 'opening' }),
          );
          expect(say('addWorkingDays', { start: a, n, mode: 'end' })).toBe(addWorkingDays(compiled, a, n));
          expect(say('addWorkingDays', { start: a, n, mode: 'sameTime' })).toBe(
            addWorkingDays(compiled, a, n, { mode: 'sameTime' }),
          );
        }
      }),
    );
  });

  test('a calendar whose text begins like the one before is another', () => {
    const open = (week: object): unknown =>
      answer(question('isOpen', { t: MONDAY }, { week, exceptions: {} })).result;
    expect([
      open({ 1: [['09:00', '10:00']] }),
      open({ 1: [] }),
      open({ 1: [['09:00', '10:00']], 2: [] }),
    ]).toEqual([true, false, true]);
    expect(answer('{"op":"isOpen","calendar":1,"args":{"t":1}}').error?.path).toBe('calendar');
    expect(answer('{"op":"isOpen","calendar":12,"args":{"t":1}}').error?.path).toBe('calendar');
  });

  test('touching and overlapping windows merge, equal times are a whole day, -0 is 0', () => {
    const worked = (windows: readonly Window[]): unknown =>
      answer(
        question(
          'workingTimeBetween',
          { a: MONDAY - 9 * 3_600_000, b: MONDAY + 39 * 3_600_000 },
          { week: { 1: windows } },
        ),
      ).result;
    expect(
      worked([
        ['10:00', '12:00'],
        ['09:00', '10:00'],
        ['11:00', '13:00'],
      ]),
    ).toBe(4 * 3_600_000);
    expect(worked([['09:00', '09:00']])).toBe(24 * 3_600_000);
    expect(worked([['20:00', '24:00']])).toBe(4 * 3_600_000);
    expect(worked([['20:00', '00:00']])).toBe(4 * 3_600_000);
    expect(ask('{"op":"addWorkingTime","calendar":{"tz":"UTC"},"args":{"start":-0,"ms":-0}}')).toBe(
      '{"id":null,"result":0}',
    );
  });

  test('a deadline at closing time stands there, or at the next opening when asked', () => {
    const due = (edge: object): unknown =>
      answer(question('addWorkingTime', { start: MONDAY, ms: 8 * 3_600_000, ...edge })).result;
    expect(due({})).toBe(MONDAY + 8 * 3_600_000);
    expect(due({ edge: 'closing' })).toBe(MONDAY + 8 * 3_600_000);
    expect(due({ edge: 'opening' })).toBe(MONDAY + 7 * 24 * 3_600_000);
  });

  test('what never comes, or comes after 2200, is null', () => {
    expect(answer('{"op":"nextOpening","calendar":{"tz":"UTC"},"args":{"t":0}}').result).toBeNull();
    expect(answer(question('addWorkingTime', { start: MONDAY, ms: 2 ** 53 - 1 })).result).toBeNull();
    expect(answer(question('addWorkingTime', { start: MONDAY, ms: 1 - 2 ** 53 })).result).toBeNull();
    expect(answer(question('addWorkingDays', { start: MONDAY, n: 100_000, mode: 'end' })).result).toBeNull();
  });

  test('op clock: the golden pause', () => {
    const friday = Date.UTC(2026, 0, 2, 13); // 16:00 in Moscow
    const days = { tz: 'Europe/Moscow', week: { 1: [['09:00', '17:00']], 5: [['09:00', '17:00']] } };
    const line = clock(
      [
        { t: friday, k: 'open', cal: 'A', target: 8 * 3_600_000 },
        { t: friday + 1_800_000, k: 'pause' },
        { t: MONDAY + 1_800_000, k: 'resume' },
      ],
      MONDAY + 3_600_000,
      { A: days },
    );
    expect(answer(line).result).toEqual({
      elapsed: 3_600_000,
      remaining: 7 * 3_600_000,
      state: 'running',
      deadline: MONDAY + 8 * 3_600_000,
      breachedAt: null,
      firstBreachAt: null,
    });
    expect(answer(clock([])).result).toEqual({
      elapsed: 0,
      remaining: null,
      state: 'idle',
      deadline: null,
      breachedAt: null,
      firstBreachAt: null,
    });
  });
});
