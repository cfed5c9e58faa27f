import {
  localDateOf,
  wallTime,
  weekdayOf,
  type Instant,
  type LocalDate,
  type Schedule,
  type Window,
} from '@reglament/working-time';

const DAY_MINUTES = 1440;

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

const timeOf = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

interface Stretch {
  readonly from: number;
  /** After `from`; more than 1440 past midnight. */
  readonly to: number;
}

const stretchOf = ([from, to]: Window): Stretch => {
  const [first, last] = [minutesOf(from), minutesOf(to)];
  return { from: first, to: last <= first ? last + DAY_MINUTES : last };
};

const windowsOf = (stretches: readonly Stretch[]): readonly Window[] =>
  stretches
    .filter(({ from, to }) => to > from)
    .map(({ from, to }) => [timeOf(from), to <= DAY_MINUTES ? timeOf(to) : timeOf(to - DAY_MINUTES)]);

const windowsOn = (schedule: Schedule, date: LocalDate): readonly Window[] =>
  schedule.exceptions[date] ?? schedule.week[weekdayOf(date)] ?? [];

/** One date that began under one schedule and ends under the other. */
const splicedDate = (
  before: Schedule,
  after: Schedule,
  date: LocalDate,
  minute: number,
): readonly Window[] => {
  const [old, next] = [windowsOn(before, date), windowsOn(after, date)];
  if (JSON.stringify(old) === JSON.stringify(next)) return old;
  return windowsOf([
    ...old.map(stretchOf).map(({ from, to }) => ({ from, to: Math.min(to, minute) })),
    ...next.map(stretchOf).map(({ from, to }) => ({ from: Math.max(from, minute), to })),
  ]);
};

const entriesWhere = (schedule: Schedule, keeps: (date: string) => boolean): Schedule['exceptions'] =>
  Object.fromEntries(Object.entries(schedule.exceptions).filter(([date]) => keeps(date)));

/**
 * The hours of `before` until an instant and of `after` from then on. Both have the same zone and week and differ in their
 * dated exceptions. A window belongs to the date it starts on, so a night shift begun before that date runs to its end. On the
 * date itself the whole minute of `at` parts them.
 */
export const spliceSchedules = (before: Schedule, after: Schedule, at: Instant): Schedule => {
  const date = localDateOf(before.zone, at);
  const { hour, minute } = wallTime(before.zone, at);
  return {
    ...after,
    exceptions: {
      ...entriesWhere(before, (one) => one < date),
      [date]: splicedDate(before, after, date, hour * 60 + minute),
      ...entriesWhere(after, (one) => one > date),
    },
  };
};
