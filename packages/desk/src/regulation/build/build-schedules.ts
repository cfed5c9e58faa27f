import {
  checkSchedule,
  parseTimeZone,
  withProductionCalendar,
  type Schedule,
  type Weekday,
  type Window,
} from '@reglament/working-time';
import { clauseAt, textOf, type BuildContext } from './build-context.ts';
import {
  editionOf,
  editionsOf,
  type CalendarEdition,
  type EarlierHours,
  type ScheduleCalendar,
} from '../calendar-edition.ts';
import { parseDays, parseWindows } from '../parse-week.ts';
import type { Path } from '../problem.ts';
import { productionCalendarLabel } from '../production-calendar-label.ts';
import type { RegulationFile } from '../file/regulation-file.ts';
import type { RegulationSchedule } from '../regulation.ts';
import { spliceSchedules } from '../splice-schedules.ts';

type ScheduleFile = RegulationFile['schedules'][string];

const windowsAt = (
  { problems }: BuildContext,
  value: string | readonly string[],
  path: Path,
): readonly Window[] => {
  const windows = parseWindows(value);
  if (windows === null)
    problems.add(
      'bad-window',
      path,
      'write "09:00-18:00", a list of such windows, or closed; midnight is 24:00',
    );
  return windows ?? [];
};

const weekOf = (context: BuildContext, week: ScheduleFile['week'], path: Path): Schedule['week'] => {
  const result: Partial<Record<Weekday, readonly Window[]>> = {};
  for (const [key, value] of Object.entries(week)) {
    const at = [...path, key];
    const days = parseDays(key);
    if (days === null) context.problems.add('bad-days', at, 'write mon, mon-fri or sat-sun');
    const windows = windowsAt(context, value, at);
    for (const day of days ?? []) {
      if (result[day] !== undefined)
        context.problems.add('day-twice', at, `"${key}" names a day that another line has`);
      result[day] = windows;
    }
  }
  return result;
};

const zoneOf = (context: BuildContext, file: ScheduleFile, path: Path): Schedule['zone'] => {
  if (file.zone === undefined) return context.zone;
  const zone = parseTimeZone(file.zone);
  if (zone === null)
    context.problems.add('unknown-zone', [...path, 'zone'], `"${file.zone}" is not an IANA time zone`);
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
  const [first, ...later] = editionsOf(calendar).toReversed();
  const days = (edition: CalendarEdition): Schedule =>
    withProductionCalendar(own, edition, { shortenedDays });
  let schedule = first === undefined ? own : days(first);
  let edition = first === undefined ? '' : editionOf(first);
  const earlier: EarlierHours[] = [];
  for (const next of later) {
    if (next.replaces === undefined) continue;
    const { until } = next.replaces;
    earlier.unshift({ edition, schedule, until });
    schedule = spliceSchedules(schedule, days(next), until);
    edition = editionOf(next);
  }
  return { schedule, calendar: { id: calendar.id, edition, earlier } };
};

const buildSchedule = (context: BuildContext, id: string, file: ScheduleFile): RegulationSchedule => {
  const path = ['schedules', id];
  const own: Schedule = {
    zone: zoneOf(context, file, path),
    week: weekOf(context, file.week, [...path, 'week']),
    exceptions: exceptionsOf(context, file, path),
  };
  for (const problem of checkSchedule(own))
    context.problems.add(`schedule-${problem.code}`, [...path, ...problem.path.split('.')], problem.hint);

  const calendar = Object.hasOwn(context.calendars, file.calendar)
    ? context.calendars[file.calendar]
    : undefined;
  if (calendar === undefined && file.calendar !== 'none')
    context.problems.add(
      'unknown-calendar',
      [...path, 'calendar'],
      `"${file.calendar}" is not a production calendar: ${[...Object.keys(context.calendars), 'none'].join(', ')}`,
    );
  return {
    id,
    name: textOf(file.name),
    productionCalendar: calendar === undefined ? null : productionCalendarLabel(calendar),
    ...(calendar === undefined
      ? { schedule: own, calendar: null }
      : followed(own, calendar, file.shortened ?? false)),
    clause: clauseAt(context, file.clause, [...path, 'clause']),
  };
};

export const buildSchedules = (context: BuildContext): readonly RegulationSchedule[] =>
  Object.entries(context.file.schedules).map(([id, file]) => buildSchedule(context, id, file));
