import {
  always,
  compileSchedule,
  parseTimeZone,
  type Calendar,
  type Instant,
  type Schedule,
  type TimeZoneId,
  type Window,
} from '@reglament/working-time';
import type { ReplayEvent, ReplayKind } from '../clock/replay-clock.ts';
import type { Target } from '../regulation/regulation.ts';
import { moscow } from './shipped-regulations.ts';

const zone = (name: string): TimeZoneId => {
  const id = parseTimeZone(name);
  if (id === null) throw new Error(`unknown zone ${name}`);
  return id;
};

const week = (name: string, days: readonly number[], windows: readonly Window[]): Schedule => ({
  zone: zone(name),
  week: Object.fromEntries(days.map((day) => [day, windows])),
  exceptions: {},
});

const WORKDAYS = [1, 2, 3, 4, 5];

/** Hours of every kind: with a break, at night, around the clock, with holidays, over a clock change, hardly ever, never. */
export const anyCalendars: ReadonlyMap<string, Calendar> = new Map(
  Object.entries({
    office: week('Europe/Moscow', WORKDAYS, [['09:00', '17:00']]),
    lunch: week('Europe/Berlin', WORKDAYS, [
      ['09:00', '13:00'],
      ['14:00', '18:00'],
    ]),
    night: week('America/New_York', [1, 3, 5, 7], [['22:00', '06:00']]),
    always: always(zone('Europe/Moscow')),
    holidays: {
      ...week('Europe/Moscow', WORKDAYS, [['09:00', '18:00']]),
      exceptions: { '2025-03-10': [], '2025-03-15': [['10:00', '12:00']] },
    } satisfies Schedule,
    once: {
      ...week('Asia/Kathmandu', [], []),
      exceptions: { '2025-03-20': [['10:00', '12:00']] },
    } satisfies Schedule,
    never: week('Europe/Moscow', [], []),
  }).map(([name, schedule]) => [name, compileSchedule(schedule)]),
);

const HOUR = 3_600_000;
const SPAN = 24 * 24 * HOUR;
const BEGIN = moscow('2025-03-01 00:00');

/** Few enough that a change of target meets what has elapsed. */
const TARGETS = [0, 1, HOUR / 2, HOUR, 2 * HOUR, 4 * HOUR, 8 * HOUR, 8 * HOUR + 1, 24 * HOUR, 80 * HOUR];
const NAMES = [...anyCalendars.keys()];
const KINDS: readonly ReplayKind[] = [
  'pause',
  'resume',
  'pause',
  'resume',
  'stop',
  'reopen',
  'target',
  'calendar',
  'open',
];

/** Numbers in [0, 1), always the same from the same seed. */
export const numbersFrom = (seed: number): (() => number) => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
};

const one = <T>(from: readonly T[], next: () => number): T => from[Math.floor(next() * from.length)] as T;

/** A whole hour most often, so that edges of windows, deadlines and events meet; else any millisecond. */
const momentIn = (next: () => number): Instant => {
  const ms = Math.floor(next() * SPAN);
  return (BEGIN + (next() < 0.8 ? ms - (ms % HOUR) : ms)) as Instant;
};

export interface AnyClock {
  readonly events: readonly ReplayEvent[];
  readonly at: Instant;
}

/** A clock's life, sensible or not, and an instant to read it at. */
export const anyClock = (next: () => number): AnyClock => {
  const moments = Array.from({ length: 1 + Math.floor(next() * 10) }, () => momentIn(next)).toSorted(
    (a, b) => a - b,
  );
  const opening = next() < 0.9 ? 0 : Math.floor(next() * moments.length);
  const events = moments.map((t, index): ReplayEvent => {
    const k = index === opening ? 'open' : one(KINDS, next);
    return {
      t,
      k,
      ...(k === 'open' || k === 'calendar' ? { cal: one(NAMES, next) } : {}),
      ...(k === 'open' || k === 'target' ? { target: one(TARGETS, next) } : {}),
    };
  });
  return { events, at: next() < 0.2 ? one(moments, next) : momentIn(next) };
};

/** A promise of any kind, in each of its readings. */
const anyPromise = (next: () => number): Target => {
  const waits = next() < 0.4 ? ({ from: 'opening' } as const) : {};
  const kind = Math.floor(next() * 5);
  const ms = one(TARGETS, next);
  if (kind === 0) return { kind: 'working-time', ms };
  if (kind === 1)
    return { kind: 'elapsed', ms, outsideHours: next() < 0.5 ? 'keep' : 'next-opening', ...waits };
  if (kind === 2) return { kind: 'agreed-date', at: momentIn(next), pausesMoveIt: next() < 0.6 };
  const days = 1 + Math.floor(next() * 6);
  if (kind === 3) return { kind: 'calendar-days', days };
  const closes = next() < 0.5 ? ({ afterPause: 'closing-time' } as const) : {};
  return { kind: 'working-days', days, mode: next() < 0.7 ? 'end' : 'sameTime', ...waits, ...closes };
};

/** The same with days, plain hours and agreed dates among its targets, and with counting anew. */
export const anyLife = (next: () => number): AnyClock => {
  const { events, at } = anyClock(next);
  return {
    at,
    events: events.map(({ target, ...event }): ReplayEvent => {
      if (target === undefined) return event;
      const anew = event.k === 'target' && next() < 0.3 ? ({ anew: true } as const) : {};
      return { ...event, ...anew, ...(next() < 0.2 ? { target } : { promise: anyPromise(next) }) };
    }),
  };
};
