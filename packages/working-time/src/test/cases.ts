import {
  compileSchedule,
  formatInstant,
  parseInstant,
  parseLocalDate,
  parseTimeZone,
  type Calendar,
  type Instant,
  type LocalDate,
  type Schedule,
  type TimeZoneId,
  type Window,
} from '../index.ts';

/** Reads a zone, date or instant a test wrote by hand; throws where it is not one. */
const known = <T>(value: T | null, text: string): T => {
  if (value === null) throw new Error(`the test wrote something unreadable: ${text}`);
  return value;
};

export const zone = (id: string): TimeZoneId => known(parseTimeZone(id), id);
export const date = (text: string): LocalDate => known(parseLocalDate(text), text);
export const at = (text: string): Instant => known(parseInstant(text), text);

export const moscow = zone('Europe/Moscow');
export const HOUR = 3_600_000;

/** The instant as the zone's people write it; null stays null. */
export const shown = (t: Instant | null, id: TimeZoneId = moscow): string | null =>
  t === null ? null : formatInstant(t, id);

/** Monday to Friday, one window. */
export const weekdays = (from: string, to: string, id: TimeZoneId = moscow): Schedule => {
  const day: readonly Window[] = [[from, to]];
  return { zone: id, week: { 1: day, 2: day, 3: day, 4: day, 5: day }, exceptions: {} };
};

/** The same windows every day of the week. */
export const daily = (windows: readonly Window[], id: TimeZoneId = moscow): Schedule => ({
  zone: id,
  week: { 1: windows, 2: windows, 3: windows, 4: windows, 5: windows, 6: windows, 7: windows },
  exceptions: {},
});

export const calendarOf = (schedule: Schedule, exceptions: Schedule['exceptions'] = {}): Calendar =>
  compileSchedule({ ...schedule, exceptions: { ...schedule.exceptions, ...exceptions } });

export const never: Schedule = { zone: moscow, week: {}, exceptions: {} };
