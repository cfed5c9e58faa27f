import type { Schedule, Window } from '../index.ts';
import { zone } from './cases.ts';
import type { Walk } from './minute-walker.ts';
import type { Random } from './seeded-random.ts';

/** A schedule and whether all its windows lie well within the walk. */
export interface Drawn {
  readonly kind: string;
  readonly schedule: Schedule;
  readonly whole: boolean;
}

const DAY = 86_400_000;
/** Minutes of the day on and around which clocks are changed, desks open, and dates turn. */
const LIKELY = [
  0, 1, 15, 30, 59, 60, 61, 90, 119, 120, 121, 150, 179, 180, 181, 240, 540, 780, 1080, 1380, 1439,
];

const text = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

const minuteIn = (random: Random): number => (random.chance(0.6) ? random.pick(LIKELY) : random.below(1440));

const anyWindow = (random: Random): Window => {
  const from = text(minuteIn(random));
  return random.weighted<Window>([
    [10, () => [from, text(minuteIn(random))]],
    [2, () => [from, random.pick(['24:00', '00:00', '23:59', '23:59:59', '23:59:00'])]],
    [1, () => [from, from]],
    [0.3, () => ['23:59', random.pick(['23:59', '23:59:00', '24:00'])]],
  ]);
};

/** Windows that end where the next begins, in any order; the last may run past midnight. */
const chain = (random: Random): readonly Window[] => {
  const edges = Array.from({ length: random.within(3, 5) }, () => random.below(1440)).sort((a, b) => a - b);
  const windows = edges.slice(1).map((to, index): Window => [text(edges[index] ?? 0), text(to)]);
  return random.chance(0.5) ? windows : windows.toReversed();
};

/** As many windows as a day may have, each a minute or a few. */
const many = (random: Random): readonly Window[] =>
  Array.from({ length: 48 }, (_, n): Window => [
    text(n * 30),
    text(n * 30 + random.within(1, 30 - (n === 47 ? 1 : 0))),
  ]);

const windowsOfADay = (random: Random): readonly Window[] =>
  random.weighted<readonly Window[]>([
    [8, () => Array.from({ length: random.within(0, 3) }, () => anyWindow(random))],
    [2, () => chain(random)],
    [1, () => [['00:00', '24:00']]],
    [1, () => [[text(minuteIn(random)), text(minuteIn(random))]]],
  ]);

type Week = Schedule['week'];
const weekOf = (days: readonly number[], windows: () => readonly Window[]): Week =>
  Object.fromEntries(days.map((day) => [day, windows()]));
const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7];
const MONDAY_TO_FRIDAY = [1, 2, 3, 4, 5];

const dateOf = (t: number): string => new Date(t).toISOString().slice(0, 10);

/** Dates of the walk but the last four, those of a clock change the likeliest. */
const dateWithin = (random: Random, way: Walk): string => {
  const [first, last] = [way.start + 2 * DAY, way.end - 5 * DAY];
  if (random.chance(0.5) && way.changes.length > 0) {
    const near = random.pick(way.changes) + random.within(-1, 1) * DAY;
    if (near >= first && near <= last) return dateOf(near);
  }
  return dateOf(random.within(first, last));
};

const dated = (
  random: Random,
  way: Walk,
  most: number,
  windows: () => readonly Window[],
): Schedule['exceptions'] =>
  Object.fromEntries(
    Array.from({ length: random.within(0, most) }, () => [dateWithin(random, way), windows()]),
  );

/** Whole weeks without a window. */
const closedWeeks = (random: Random, way: Walk): Schedule['exceptions'] => {
  const first = random.within(way.start, way.end - 5 * DAY);
  return Object.fromEntries(
    Array.from({ length: 7 * random.within(1, 8) }, (_, n) => [dateOf(first + n * DAY), []]),
  );
};

/** A minute a month, or rarer: on a date each thirty days. */
const aMinuteAMonth = (random: Random, way: Walk): Schedule['exceptions'] => {
  const minute = random.below(1439);
  const count = Math.ceil((way.end - way.start) / DAY / 30);
  const first = way.start + random.within(2, 12) * DAY;
  return Object.fromEntries(
    Array.from({ length: count }, (_, n) => first + n * 30 * DAY)
      .filter((t) => t <= way.end - 5 * DAY)
      .map((t) => [dateOf(t), [[text(minute), text(minute + 1)]]]),
  );
};

interface Plan {
  readonly week: Week;
  readonly exceptions?: Schedule['exceptions'];
}

const plans = (random: Random, way: Walk): readonly (readonly [string, number, () => Plan])[] => {
  const night = (): readonly Window[] => [[text(random.within(1080, 1439)), text(random.within(0, 600))]];
  const office: readonly Window[] = [[text(random.within(0, 600)), text(random.within(720, 1439))]];
  const lunch: readonly Window[] = [
    ['09:00', '13:00'],
    ['14:00', '18:00'],
  ];
  const some = (): readonly number[] => EVERY_DAY.filter(() => random.chance(0.6));
  return [
    ['office', 3, () => ({ week: weekOf(MONDAY_TO_FRIDAY, () => office) })],
    ['lunch', 2, () => ({ week: weekOf(MONDAY_TO_FRIDAY, () => lunch) })],
    ['any', 8, () => ({ week: weekOf(some(), () => windowsOfADay(random)) })],
    ['touching', 2, () => ({ week: weekOf(some(), () => chain(random)) })],
    ['night', 3, () => ({ week: weekOf(some(), night) })],
    [
      'always',
      1,
      () => ({ week: weekOf(EVERY_DAY, () => [['00:00', random.pick(['24:00', '00:00', '23:59'])]]) }),
    ],
    ['whole day', 2, () => ({ week: weekOf(some(), () => [anyWindow(random), ['09:00', '09:00']]) })],
    ['many windows', 1, () => ({ week: weekOf(some(), () => many(random)) })],
    ['one minute a week', 1, () => ({ week: { [random.within(1, 7)]: [['02:30', '02:31']] } })],
    [
      'closed weeks',
      2,
      () => ({ week: weekOf(MONDAY_TO_FRIDAY, () => office), exceptions: closedWeeks(random, way) }),
    ],
    ['one minute a month', 2, () => ({ week: {}, exceptions: aMinuteAMonth(random, way) })],
    ['dated only', 4, () => ({ week: {}, exceptions: dated(random, way, 8, () => windowsOfADay(random)) })],
    ['never', 1, () => ({ week: {}, exceptions: {} })],
  ];
};

/** A schedule of one of the kinds, most with dated exceptions, some of them inside a clock change. */
export const drawSchedule = (random: Random, way: Walk): Drawn => {
  const { kind, plan } = random.weighted(
    plans(random, way).map(([kind, weight, draw]) => [weight, () => ({ kind, plan: draw() })] as const),
  );
  const whole = Object.values(plan.week).every((windows) => windows.length === 0);
  const more = plan.exceptions === undefined && random.chance(0.8);
  const exceptions = more ? dated(random, way, 6, () => windowsOfADay(random)) : (plan.exceptions ?? {});
  return { kind, schedule: { zone: zone(way.zone), week: plan.week, exceptions }, whole };
};
