import type { Weekday } from './local-date.ts';
import type { TimeZoneId } from './time-zone.ts';
import type { Window } from './window.ts';

/**
 * When the desk is open, as written. A weekday left out is closed. An exception ('YYYY-MM-DD') replaces all windows
 * that start on its date: [] closes it. A window belongs to the date it starts on, also when it runs past midnight.
 */
export interface Schedule {
  readonly zone: TimeZoneId;
  readonly week: Readonly<Partial<Record<Weekday, readonly Window[]>>>;
  readonly exceptions: Readonly<Record<string, readonly Window[]>>;
}

/**
 * A schedule as people write it: `{ zone: 'Europe/Moscow', week: { 1: [['09:00', '18:00']] } }`. Without a week it is
 * closed but for its exceptions, and it may have none. Whether the zone, the dates and the windows (pairs, as in
 * `Window`) are sound is for `checkSchedule` to say. Every `Schedule` is one.
 */
export interface WrittenSchedule {
  readonly zone: string;
  readonly week?: Readonly<Partial<Record<Weekday, WrittenWindows>>> | undefined;
  readonly exceptions?: Readonly<Record<string, WrittenWindows>> | undefined;
}

export type WrittenWindows = readonly (readonly string[])[];

export const WEEKDAYS: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];

const WHOLE_DAY: readonly Window[] = [['00:00', '24:00']];

/** Open all the time: the schedule of targets that count wall-clock hours. The zone is checked by `compileSchedule`. */
export const always = <Zone extends string>(
  zone: Zone,
): Omit<Schedule, 'zone'> & { readonly zone: Zone } => ({
  zone,
  week: { 1: WHOLE_DAY, 2: WHOLE_DAY, 3: WHOLE_DAY, 4: WHOLE_DAY, 5: WHOLE_DAY, 6: WHOLE_DAY, 7: WHOLE_DAY },
  exceptions: {},
});
