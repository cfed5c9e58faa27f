import {
  checkSchedule,
  parseTimeZone,
  withProductionCalendar,
  type Schedule,
  type Weekday,
  type Window,
} from '@reglament/working-time';
import { checkReference, clauseAt, keysOf, textOf, type BuildContext } from './build-context.ts';
import { editionOf, editionsOf, type CalendarEdition, type ScheduleCalendar } from '../calendar-edition.ts';
import { parseDays, parseWindows } from '../parse-week.ts';
import type { Path } from '../problem.ts';
import { productionCalendarLabel } from '../production-calendar-label.ts';
import type { RegulationFile } from '../file/regulation-file.ts';
import type { RegulationSchedule } from '../regulation.ts';
import { spliceEditions } from '../splice-editions.ts';

type ScheduleFile = RegulationFile['schedules'][string];

const windowsAt = (
  { problems }: BuildContext,
  value: string | readonly string[],
  path: Path,
): readonly Window[] => {
  const windows = parseWindows(value);
  if (windows === null) problems.add('bad-window', path);
  return windows ?? [];
};

const weekOf = (context: BuildContext, week: ScheduleFile['week'], path: Path): Schedule['week'] => {
  const result: Partial<Record<Weekday, readonly Window[]>> = {};
  for (const [key, value] of Object.entries(week)) {
    const at = [...path, key];
    const days = parseDays(key);
    if (days === null) context.problems.add('bad-days', at, { value: key });
    const windows = windowsAt(context, value, at);
    for (const day of days ?? []) {
      if (result[day] !== undefined) context.problems.add('day-twice', at, { value: key });
      result[day] = windows;
    }
  }
  return result;
};

const zoneOf = (context: BuildContext, file: ScheduleFile, path: Path): Schedule['zone'] => {
  if (file.zone === undefined) return context.zone;
  const zone = parseTimeZone(file.zone);
  if (zone === null) context.problems.add('unknown-zone', [...path, 'zone'], { value: file.zone });
  return zone ?? context.zone;
};

const exceptionsOf = (context: BuildContext, file: ScheduleFile, path: Path): Schedule['exceptions'] =>
  Object.fromEntries(
    Object.entries(file.exceptions ?? {}).map(([date, value]) => [
      date,
      windowsAt(context, value, [...path, 'exceptions', date]),
    ]),
  );

/** The schedule by a calendar in its latest edition: an edition's days count from the instant it came into force. */
const followed = (
  own: Schedule,
  calendar: CalendarEdition,
  shortenedDays: boolean,
): { readonly schedule: Schedule; readonly calendar: ScheduleCalendar } => {
  const days = withProductionCalendar(own, calendar, { shortenedDays });
  const { schedule, earlier } = spliceEditions(
    editionsOf(calendar)
      .toReversed()
      .map((edition, index, all) => ({
        edition: editionOf(edition),
        label: productionCalendarLabel(edition),
        days: withProductionCalendar(own, edition, { shortenedDays }),
        until: all[index + 1]?.replaces?.until ?? null,
      })),
  );
  return {
    schedule,
    calendar: {
      id: calendar.id,
      edition: editionOf(calendar),
      earlier,
      ...(earlier.length === 0 ? {} : { days }),
    },
  };
};

const buildSchedule = (context: BuildContext, id: string, file: ScheduleFile): RegulationSchedule => {
  const path = ['schedules', id];
  const own: Schedule = {
    zone: zoneOf(context, file, path),
    week: weekOf(context, file.week, [...path, 'week']),
    exceptions: exceptionsOf(context, file, path),
  };
  // Zone, days and windows were read above, and the words of a file are too few for too many dates: dates are left.
  for (const problem of checkSchedule(own)) {
    const at = problem.path.split('.');
    context.problems.add('schedule-date-invalid', [...path, ...at], { value: at[1] ?? '' });
  }

  const calendar = Object.hasOwn(context.calendars, file.calendar)
    ? context.calendars[file.calendar]
    : undefined;
  if (calendar === undefined && file.calendar !== 'none')
    checkReference(
      context,
      'calendar',
      file.calendar,
      [...keysOf(context.calendars), 'none'],
      [...path, 'calendar'],
    );
  return {
    id,
    name: textOf(file.name),
    ...(file.zone === undefined ? {} : { ownZone: true as const }),
    productionCalendar: calendar === undefined ? null : productionCalendarLabel(calendar),
    ...(calendar === undefined
      ? { schedule: own, calendar: null }
      : followed(own, calendar, file.shortened ?? false)),
    clause: clauseAt(context, file.clause, [...path, 'clause']),
  };
};

export const buildSchedules = (context: BuildContext): readonly RegulationSchedule[] =>
  Object.entries(context.file.schedules).map(([id, file]) => buildSchedule(context, id, file));
