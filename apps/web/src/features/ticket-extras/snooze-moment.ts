import {
  localDateOf,
  toInstant,
  type Instant,
  type LocalDate,
  type TimeZoneId,
} from '@reglament/working-time';

const presets = ['hour', 'threeHours', 'tomorrow', 'monday', 'own'] as const;
export type Preset = (typeof presets)[number];

const HOUR_MS = 3_600_000;
const DAY_MS = 86_400_000;
const NINE = 9 * 60;
const MONDAY = 1;

const dayAfter = (date: LocalDate, days: number): LocalDate =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10) as LocalDate;

const daysToMonday = (date: LocalDate): number => {
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
  return (MONDAY - weekday + 7) % 7 || 7;
};

/** The moment that a preset stands for, on the desk's wall clock. */
export const momentOf = (preset: Exclude<Preset, 'own'>, now: Instant, zone: string): Instant => {
  const at = zone as TimeZoneId;
  const today = localDateOf(at, now);
  switch (preset) {
    case 'hour':
      return (now + HOUR_MS) as Instant;
    case 'threeHours':
      return (now + 3 * HOUR_MS) as Instant;
    case 'tomorrow':
      return toInstant(at, dayAfter(today, 1), NINE);
    case 'monday':
      return toInstant(at, dayAfter(today, daysToMonday(today)), NINE);
  }
};

/** `2026-11-23T12:30` of a field on the desk's wall clock; null: it is no moment. */
export const typedMoment = (typed: string, zone: string): Instant | null => {
  const match = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})/.exec(typed);
  if (match === null) return null;
  const [, date = '', hours = '', minutes = ''] = match;
  if (Number.isNaN(Date.parse(`${date}T00:00:00Z`))) return null;
  return toInstant(zone as TimeZoneId, date as LocalDate, Number(hours) * 60 + Number(minutes));
};

/** The presets to choose from; of two that mean one moment (on a Sunday tomorrow is Monday) the first. */
export const presetsAt = (now: Instant, zone: string): readonly Preset[] => {
  const tomorrow = momentOf('tomorrow', now, zone);
  return presets.filter((one) => one !== 'monday' || momentOf('monday', now, zone) !== tomorrow);
};
