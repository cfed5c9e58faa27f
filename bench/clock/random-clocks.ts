import {
  always,
  compileSchedule,
  instant,
  parseTimeZone,
  type Calendar,
  type Instant,
  type Schedule,
  type TimeZoneId,
  type Window,
} from '@reglament/working-time';
import {
  COLUMN_KINDS,
  type ClockColumns,
  type ColumnRule,
  type ReplayEvent,
  type ReplayKind,
} from '@reglament/desk';
import { randomFrom } from '../random-from.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
export const FIRST = instant(Date.UTC(2024, 0, 1));
export const LAST = instant(Date.UTC(2029, 0, 1));

const zone = (name: string): TimeZoneId => {
  const id = parseTimeZone(name);
  if (id === null) throw new Error(`unknown to this runtime: ${name}`);
  return id;
};

const office = (name: string, windows: readonly Window[]): Schedule => ({
  zone: zone(name),
  week: { 1: windows, 2: windows, 3: windows, 4: windows, 5: windows },
  exceptions: Object.fromEntries(
    [2024, 2025, 2026, 2027, 2028].flatMap((year) =>
      [
        '01-01',
        '01-02',
        '01-03',
        '01-06',
        '01-07',
        '01-08',
        '02-23',
        '03-08',
        '05-01',
        '05-09',
        '06-12',
        '11-04',
      ].map((date) => [`${year}-${date}`, []]),
    ),
  ),
});

/** Five desks: plain hours, a break, long hours in another zone, a night shift, around the clock. */
export const benchCalendars: ReadonlyMap<string, Calendar> = new Map(
  Object.entries({
    plain: office('Europe/Moscow', [['09:00', '18:00']]),
    lunch: office('Europe/Berlin', [
      ['09:00', '13:00'],
      ['14:00', '18:00'],
    ]),
    long: office('America/New_York', [['08:00', '20:00']]),
    night: office('Europe/Moscow', [['20:00', '08:00']]),
    always: always(zone('Europe/Moscow')),
  }).map(([name, schedule]) => [name, compileSchedule(schedule)]),
);

const TARGET_HOURS = [1, 4, 8, 8, 16, 24, 40, 80];

export const benchRules: readonly ColumnRule[] = [...benchCalendars.keys()].flatMap((calendar) =>
  TARGET_HOURS.map((hours) => ({ calendar, target: hours * HOUR })),
);

const MOST_EVENTS = 16;

/** What may happen next, with its share: every third clock gets another target, every fifteenth another calendar. */
const NEXT: Readonly<Record<'running' | 'paused' | 'stopped', readonly (readonly [number, ReplayKind])[]>> = {
  running: [
    [0.05, 'target'],
    [0.01, 'calendar'],
    [0.08, 'stop'],
    [0.86, 'pause'],
  ],
  paused: [
    [0.03, 'target'],
    [0.01, 'calendar'],
    [0.04, 'stop'],
    [0.92, 'resume'],
  ],
  stopped: [
    [0.1, 'target'],
    [0.9, 'reopen'],
  ],
};

const nextKind = (state: keyof typeof NEXT, random: () => number): ReplayKind => {
  let share = random();
  for (const [part, kind] of NEXT[state]) {
    share -= part;
    if (share < 0) return kind;
  }
  return 'stop';
};

const AFTER: Readonly<Partial<Record<ReplayKind, keyof typeof NEXT>>> = {
  pause: 'paused',
  resume: 'running',
  stop: 'stopped',
  reopen: 'running',
};

const shared = (bytes: number): SharedArrayBuffer => new SharedArrayBuffer(bytes);

/**
 * So many clocks of three to fifteen events each, nine on average, over five years; nine of ten are over at the end, a
 * third have missed a deadline. On memory that workers can share.
 */
export const randomClocks = (count: number, seed: number): ClockColumns => {
  const random = randomFrom(seed);
  const times = new Float64Array(count * MOST_EVENTS);
  const kinds = new Uint8Array(count * MOST_EVENTS);
  const args = new Uint8Array(count * MOST_EVENTS);
  const offset = new Uint32Array(shared((count + 1) * 4));
  let size = 0;
  for (let clock = 0; clock < count; clock += 1) {
    const events = 3 + Math.floor(random() * 13);
    let t = FIRST + Math.floor(random() * (LAST - FIRST - 60 * DAY));
    let state: keyof typeof NEXT = 'running';
    for (let event = 0; event < events; event += 1) {
      const ends = event === events - 1 && random() < 0.9;
      const kind: ReplayKind = event === 0 ? 'open' : ends ? 'stop' : nextKind(state, random);
      state = AFTER[kind] ?? state;
      times[size] = t;
      kinds[size] = COLUMN_KINDS.indexOf(kind);
      args[size] =
        kind === 'open' || kind === 'target' || kind === 'calendar'
          ? Math.floor(random() * benchRules.length)
          : 0;
      size += 1;
      // Minutes most often, days sometimes.
      t += Math.floor(random() < 0.7 ? random() * 3 * HOUR : random() * 2 * DAY);
    }
    offset[clock + 1] = size;
  }
  const time = new Float64Array(shared(size * 8));
  const kind = new Uint8Array(shared(size));
  const argument = new Uint8Array(shared(size));
  time.set(times.subarray(0, size));
  kind.set(kinds.subarray(0, size));
  argument.set(args.subarray(0, size));
  return { offset, time, kind, argument };
};

const promised = ({ target }: ColumnRule): Pick<ReplayEvent, 'target' | 'promise'> =>
  typeof target === 'number' ? { target } : { promise: target };

/** The events of one clock as objects, for the other way of counting. */
export const eventsOf = (
  columns: ClockColumns,
  clock: number,
  rules: readonly ColumnRule[] = benchRules,
): readonly ReplayEvent[] => {
  const events: ReplayEvent[] = [];
  for (let event = columns.offset[clock] ?? 0; event < (columns.offset[clock + 1] ?? 0); event += 1) {
    const k = COLUMN_KINDS[columns.kind[event] ?? 0] ?? 'open';
    const rule = rules[columns.argument[event] ?? 0] ?? ({ calendar: '', target: 0 } satisfies ColumnRule);
    events.push({
      t: (columns.time[event] ?? 0) as Instant,
      k,
      ...(k === 'open' || k === 'calendar' ? { cal: rule.calendar } : {}),
      ...(k === 'open' || k === 'target' ? promised(rule) : {}),
    });
  }
  return events;
};
