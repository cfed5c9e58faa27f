import * as fc from 'fast-check';
import { compileSchedule, instant, parseTimeZone, type Calendar, type Window } from '@reglament/working-time';
import type { ReplayEvent, ReplayKind } from '../replay-clock.ts';
import type { Hours } from './walking-clock.ts';

/** What happened to one clock, with the hours of its desks both as minutes and as calendars. */
export interface History {
  readonly hours: ReadonlyMap<string, Hours>;
  readonly calendars: ReadonlyMap<string, Calendar>;
  readonly events: readonly ReplayEvent[];
  /** Moments worth a look: edges, events, and a millisecond beside each. */
  readonly looks: readonly number[];
}

const MINUTE = 60_000;
const DAY_MINUTES = 1440;
const DAYS = 7;
const ALL = DAYS * DAY_MINUTES;
const START = Date.UTC(2026, 2, 2);

const text = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

type Stretch = readonly [closed: number, open: number];

/** Closed and open minutes in turns; a window never ends at 23:59, which is read as 24:00. */
const hoursOf = (stretches: readonly Stretch[]): Hours => {
  const open = new Uint8Array(ALL);
  let minute = 0;
  for (const [closed, opened] of stretches) {
    const from = minute + closed;
    minute = from + opened;
    if (minute % DAY_MINUTES === DAY_MINUTES - 1) minute += 1;
    open.fill(1, from, minute);
  }
  return { start: START, open };
};

const windowsOf = (hours: Hours, day: number): readonly Window[] => {
  const windows: Window[] = [];
  for (let minute = 0; minute < DAY_MINUTES; minute += 1) {
    if (hours.open[day * DAY_MINUTES + minute] !== 1) continue;
    const from = minute;
    while (minute < DAY_MINUTES && hours.open[day * DAY_MINUTES + minute] === 1) minute += 1;
    windows.push([text(from), text(minute)]);
  }
  return windows;
};

const utc = parseTimeZone('UTC');

/** The same hours as a calendar that is open on dates only. */
const calendarOf = (hours: Hours): Calendar => {
  if (utc === null) throw new Error('UTC is unknown');
  const dates = Array.from({ length: DAYS }, (_, day) => [
    new Date(START + day * DAY_MINUTES * MINUTE).toISOString().slice(0, 10),
    windowsOf(hours, day),
  ]);
  return compileSchedule({ zone: utc, week: {}, exceptions: Object.fromEntries(dates) });
};

const edgesOf = ({ open }: Hours): readonly number[] => {
  const edges: number[] = [];
  for (let minute = 0; minute < ALL; minute += 1) {
    if (open[minute] !== (open[minute - 1] ?? 0)) edges.push(START + minute * MINUTE);
  }
  return edges;
};

const openBetween = ({ open }: Hours, a: number, b: number): number => {
  let sum = 0;
  for (let minute = 0; minute < ALL; minute += 1) {
    const from = START + minute * MINUTE;
    if (open[minute] === 1) sum += Math.max(0, Math.min(b, from + MINUTE) - Math.max(a, from));
  }
  return sum;
};

const stretches = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.array(fc.tuple(fc.integer({ min: 0, max: 480 }), fc.integer({ min: 1, max: 350 })), {
      maxLength: 12,
    }),
  },
  // Small ones, so that edges, events and targets meet.
  {
    weight: 3,
    arbitrary: fc.array(fc.tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 1, max: 3 })), {
      maxLength: 12,
    }),
  },
  { weight: 1, arbitrary: fc.constant<Stretch[]>([[0, ALL - 1]]) },
);

const kinds: readonly ReplayKind[] = ['open', 'pause', 'resume', 'target', 'calendar', 'stop', 'reopen'];

/** An event before it is known when edges are: a moment by number, and a target by what it comes up to. */
interface Sketch {
  readonly k: ReplayKind;
  readonly cal: 'A' | 'B';
  readonly when: { readonly edge: number; readonly beside: number } | { readonly ms: number };
  readonly target: { readonly ms: number } | { readonly upTo: number; readonly beside: number };
}

const beside = fc.constantFrom(0, 0, 0, -1, 1);
const sketch = (kind: fc.Arbitrary<ReplayKind>): fc.Arbitrary<Sketch> =>
  fc.record({
    k: kind,
    cal: fc.constantFrom('A', 'B'),
    when: fc.oneof(
      fc.record({ edge: fc.nat({ max: 47 }), beside }),
      fc.record({ ms: fc.oneof(fc.nat({ max: ALL * MINUTE - 1 }), fc.nat({ max: 60 * MINUTE })) }),
    ),
    target: fc.oneof(
      fc.record({
        ms: fc.oneof(fc.nat({ max: 30 * 60 * MINUTE }), fc.nat({ max: 5 * MINUTE }), fc.constant(0)),
      }),
      fc.record({ upTo: fc.nat({ max: 47 }), beside }),
    ),
  });

const momentOf = (when: Sketch['when'], edges: readonly number[]): number => {
  if ('ms' in when) return START + when.ms;
  return (edges[when.edge % Math.max(edges.length, 1)] ?? START) + when.beside;
};

const finish = (drawn: {
  readonly a: readonly Stretch[];
  readonly b: readonly Stretch[];
  readonly first: Sketch;
  readonly rest: readonly Sketch[];
}): History => {
  const hours = new Map([
    ['A', hoursOf(drawn.a)],
    ['B', hoursOf(drawn.b)],
  ]);
  const edges = [...hours.values()].flatMap(edgesOf);
  const timed = [drawn.first, ...drawn.rest]
    .map((one) => ({ one, t: Math.max(START, momentOf(one.when, edges)) }))
    .sort((x, y) => x.t - y.t);
  const began = timed.find(({ one }) => one.k === 'open')?.t ?? START;
  // Targets that come up to an edge or to another event, to the millisecond, as long as nothing stops the clock.
  const moments = [...edges, ...timed.map(({ t }) => t)];
  const targetOf = ({ target, cal }: Sketch): number => {
    if ('ms' in target) return target.ms;
    const upTo = moments[target.upTo % moments.length] ?? START;
    const worked = openBetween(hours.get(cal) ?? hoursOf([]), began, upTo);
    return Math.max(0, worked + target.beside);
  };
  const events = timed.map(({ one, t }): ReplayEvent => {
    const event = { t: instant(t), k: one.k };
    if (one.k === 'open') return { ...event, cal: one.cal, target: targetOf(one) };
    if (one.k === 'target') return { ...event, target: targetOf(one) };
    return one.k === 'calendar' ? { ...event, cal: one.cal } : event;
  });
  const calendars = new Map([...hours].map(([name, desk]) => [name, calendarOf(desk)]));
  return { hours, calendars, events, looks: moments };
};

/** Histories of up to sixteen events, impossible ones and equal instants among them. */
export const history: fc.Arbitrary<History> = fc
  .record({
    a: stretches,
    b: stretches,
    first: sketch(fc.constant('open')),
    rest: fc.array(sketch(fc.constantFrom(...kinds)), { maxLength: 15 }),
  })
  .map(finish);
