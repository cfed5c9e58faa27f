import fc from 'fast-check';
import type { Instant } from '@reglament/working-time';
import type { Regulation } from '../regulation/index.ts';
import { alarmsOf } from '../ticket/alarms.ts';
import { anyStory, type AnyStory, BEGIN_AT, ringing } from './any-story.ts';
import { type Edition, editionOf, whenUnder } from './edition-story.ts';
import { given, type Story } from './ticket-story.ts';

const HOUR_MS = 3_600_000;

/** What another edition has otherwise. */
export interface Otherwise {
  /** Hours after the story began at which it comes into force. */
  readonly afterHours: number;
  /** Every figure in hours or days is so much of what it was. */
  readonly times: number;
  /** Hours by which every schedule is shifted. */
  readonly shift: number;
  /** What it lacks, by its place in the list; null: nothing. */
  readonly lacks: readonly ['packages' | 'priorities' | 'clocks', number] | null;
  /** Promises nothing of the clock in this place. */
  readonly silent: number | null;
  readonly follows: boolean;
  /** Whose wall clock counts (R37). */
  readonly localTime: Regulation['localTime'];
  readonly calendars: 'open-tickets' | 'new-tickets';
}

export interface FollowedStory {
  readonly story: AnyStory;
  readonly editions: readonly Otherwise[];
}

const otherwise = fc.record({
  afterHours: fc.integer({ min: 1, max: 40 }),
  times: fc.constantFrom(0.25, 0.5, 1, 2),
  shift: fc.constantFrom(0, 1),
  lacks: fc.option(
    fc.tuple(fc.constantFrom('packages' as const, 'priorities' as const, 'clocks' as const), fc.nat(1)),
    { freq: 2 },
  ),
  silent: fc.option(fc.nat(3), { freq: 3 }),
  follows: fc.oneof({ weight: 4, arbitrary: fc.constant(true) }, fc.constant(false)),
  localTime: fc.constantFrom('desk' as const, 'customer' as const, 'site' as const),
  calendars: fc.constantFrom('open-tickets' as const, 'new-tickets' as const),
});

/** A story in which up to three other editions come into force. */
export const followedStory: fc.Arbitrary<FollowedStory> = fc.record({
  story: anyStory,
  editions: fc.array(otherwise, { minLength: 1, maxLength: 3, size: 'max' }),
});

const shifted = (time: string, hours: number): string =>
  time.replace(/^\d\d/, (hour) => String(Math.min(Number(hour) + hours, 23)).padStart(2, '0'));

type Row = Regulation['clocks'][number]['targets'][number];

const rowWith = (row: Row, { times }: Otherwise, isSilent: boolean): Row => {
  const { within } = row;
  if (isSilent) return { ...row, within: null };
  if (within === null) return row;
  if ('ms' in within) return { ...row, within: { ...within, ms: within.ms * times } };
  if ('days' in within) return { ...row, within: { ...within, days: Math.ceil(within.days * times) } };
  return row;
};

const regulationWith = (r: Regulation, one: Otherwise): Regulation => ({
  ...r,
  localTime: one.localTime,
  schedules: r.schedules.map((hours) => ({
    ...hours,
    schedule: {
      ...hours.schedule,
      week: Object.fromEntries(
        Object.entries(hours.schedule.week).map(([day, windows]) => [
          day,
          windows.map(([a, b]) =>
            b === '24:00' || b <= a ? [a, b] : [shifted(a, one.shift), shifted(b, one.shift)],
          ),
        ]),
      ) as typeof hours.schedule.week,
    },
  })),
  clocks: r.clocks
    .map((clock, place) => ({
      ...clock,
      targets: clock.targets.map((row) => rowWith(row, one, one.silent === place)),
    }))
    .filter((_, place) => !(one.lacks?.[0] === 'clocks' && one.lacks[1] === place)),
  packages: r.packages.filter((_, place) => !(one.lacks?.[0] === 'packages' && one.lacks[1] === place)),
  priorities: r.priorities.filter((_, place) => !(one.lacks?.[0] === 'priorities' && one.lacks[1] === place)),
  versions:
    r.versions === null
      ? null
      : { ...r.versions, tickets: one.follows ? 'current' : 'at-registration', calendars: one.calendars },
});

let made = 0;

/** The editions of the story's desk, its own first, in the order in which they come into force. */
export const editionsOf = ({ story, editions }: FollowedStory): readonly Edition[] => [
  { version: 'version-1', desk: story.desk, from: 0 as Instant },
  ...editions
    .toSorted((a, b) => a.afterHours - b.afterHours)
    .map((one, index) => {
      made += 1;
      const from = (BEGIN_AT.instant + one.afterHours * HOUR_MS + index) as Instant;
      const edition = editionOf(story.desk, `version-${index + 2} (${made})`, from, (r) =>
        regulationWith(r, one),
      );
      return { ...edition, version: `version-${index + 2}` };
    }),
];

/**
 * The story as it went.
 *
 * @param eager somebody takes the ticket over at each edition's first moment; else whoever comes next.
 */
export const throughFollowed = (
  { story: any }: FollowedStory,
  editions: readonly Edition[],
  eager: boolean,
): Story => {
  const { channel, holds, place, priority } = any;
  let story = given(any.desk, {
    at: BEGIN_AT.text,
    holds,
    channel,
    place,
    ...(priority === undefined ? {} : { priority }),
  });
  let now = BEGIN_AT.instant;
  const pending = editions.slice(1).map(({ from }) => from as Instant);
  for (const { afterMs, command: asked } of any.steps) {
    const [alarm] = alarmsOf(story.ticket).toSorted((a, b) => a.at - b.at);
    if (asked === 'alarm' && alarm === undefined) continue;
    const next = (now + afterMs) as Instant;
    const at = asked === 'alarm' && alarm !== undefined && alarm.at > now ? alarm.at : next;
    if (eager)
      for (const from of pending.filter((one) => one > now && one <= at))
        story = whenUnder(editions, story, from, { type: 'FollowEditions' }).story;
    now = at;
    const command = asked === 'alarm' ? (alarm === undefined ? null : ringing(alarm)) : asked;
    if (command !== null) story = whenUnder(editions, story, now, command).story;
  }
  return whenUnder(editions, story, now, { type: 'FollowEditions' }).story;
};
