import { dayNumberOf, type LocalDate } from './local-date.ts';
import { WEEKDAYS, type Schedule } from './schedule.ts';
import { zoneOf } from './time-zone.ts';
import { windowMinutes, type Window } from './window.ts';
import type { Zone } from './zone-offsets.ts';

/**
 * A day's windows in wall minutes of that day, from and to in turn: [540, 780, 840, 1080]. Sorted, merged where they
 * touch or overlap; a window past midnight ends beyond 1440.
 */
export type DayMinutes = readonly number[];

/** A schedule with its windows read. */
export interface Pattern {
  readonly zone: Zone;
  /** Monday first. */
  readonly week: readonly DayMinutes[];
  /** By day number. */
  readonly exceptions: ReadonlyMap<number, DayMinutes>;
  /** No window starts before firstDay or from endDay on: only dated ones count when the week is closed. */
  readonly firstDay: number;
  readonly endDay: number;
}

const minutesOf = (windows: readonly Window[]): DayMinutes => {
  const read = windows
    .map((window) => {
      const minutes = windowMinutes(window);
      if (minutes === null) throw new Error(`unreadable window: ${window.join('-')}`);
      return minutes;
    })
    .sort((a, b) => a.from - b.from);
  const merged: number[] = [];
  for (const { from, to } of read) {
    const last = merged[merged.length - 1];
    if (last !== undefined && from <= last) merged[merged.length - 1] = Math.max(last, to);
    else merged.push(from, to);
  }
  return merged;
};

/** Reads a sound schedule; `all` are the days to consider when some weekday is open. */
export const patternOf = (
  schedule: Schedule,
  all: { readonly firstDay: number; readonly endDay: number },
): Pattern => {
  const week = WEEKDAYS.map((weekday) => minutesOf(schedule.week[weekday] ?? []));
  const exceptions = new Map<number, DayMinutes>();
  let firstDay = 0;
  let endDay = 0;
  for (const [date, windows] of Object.entries(schedule.exceptions)) {
    const day = dayNumberOf(date as LocalDate);
    exceptions.set(day, minutesOf(windows));
    if (windows.length === 0) continue;
    firstDay = endDay === 0 ? day : Math.min(firstDay, day);
    endDay = Math.max(endDay, day + 1);
  }
  const weekly = week.some((minutes) => minutes.length > 0);
  return { zone: zoneOf(schedule.zone), week, exceptions, ...(weekly ? all : { firstDay, endDay }) };
};
