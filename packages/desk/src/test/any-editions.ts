import fc from 'fast-check';
import { addDays, localDateOf, type Instant, type LocalDate, type TimeZoneId } from '@reglament/working-time';
import type { CalendarEdition } from '../regulation/index.ts';
import { alarmsOf } from '../ticket/alarms.ts';
import { anyStory, type AnyStory, BEGIN_AT, ringing } from './any-story.ts';
import { productionCalendars, underCalendar } from './shipped-regulations.ts';
import { given, type Story, when } from './ticket-story.ts';

/** A later edition of the production calendar becomes known before a step of the story. */
export interface EditionChange {
  readonly beforeStep: number;
  /** Dates from the day of the change on, or before it, that are days off from now on if they weren't, and the other way round. */
  readonly days: readonly number[];
}

export interface EditedStory {
  readonly story: AnyStory;
  readonly changes: readonly EditionChange[];
}

const change = fc.record({
  beforeStep: fc.nat(5),
  days: fc.array(fc.integer({ min: -6, max: 25 }), { maxLength: 8, size: 'max' }),
});

/** A story of months in which the calendar is edited up to three times; late edits of days that are over among them. */
export const editedStory: fc.Arbitrary<EditedStory> = fc.record({
  story: anyStory,
  changes: fc.array(change, { minLength: 1, maxLength: 3, size: 'max' }),
});

const MINUTES_5 = 300_000;
const zone = 'Europe/Moscow' as TimeZoneId;

const toggled = (days: readonly string[], dates: readonly LocalDate[]): readonly string[] => {
  const set = new Set(days);
  for (const date of dates) if (!set.delete(date)) set.add(date);
  return [...set];
};

const editedAt = (
  before: CalendarEdition,
  now: Instant,
  days: readonly number[],
  count: number,
): CalendarEdition => {
  const today = localDateOf(zone, now);
  const dates = [...new Set(days)].map((one) => addDays(today, one));
  const until = Math.max(Math.ceil(now / MINUTES_5) * MINUTES_5, (before.replaces?.until ?? 0) + MINUTES_5);
  const years = Object.entries(before.years).map(([year, listed]) => {
    const own = dates.filter((date) => date.startsWith(year));
    return [year, { ...listed, holidays: toggled(listed.holidays, own) }] as const;
  });
  return {
    id: 'ru',
    edition: `${count}`,
    years: Object.fromEntries(years),
    replaces: { calendar: before, until: until as Instant },
  };
};

const first: CalendarEdition = { ...(productionCalendars['ru'] as CalendarEdition), edition: 'first' };

/** The story as it went, the desk in its last edition. Every third change is adopted at once, the others with the next step. */
export const throughEditions = ({ story: any, changes }: EditedStory, stretch = 1): Story => {
  let calendar = first;
  const { channel, holds, priority } = any;
  const desk = underCalendar(any.desk, calendar);
  let story = given(desk, {
    at: BEGIN_AT.text,
    holds,
    channel,
    ...(priority === undefined ? {} : { priority }),
  });
  let now = BEGIN_AT.instant;
  let count = 0;
  for (const [index, { afterMs, command: asked }] of any.steps.entries()) {
    for (const edit of changes.filter((one) => one.beforeStep === index)) {
      count += 1;
      calendar = editedAt(calendar, now, edit.days, count);
      story = { ...story, desk: underCalendar(any.desk, calendar) };
      if (count % 3 === 0) story = when(story, now, { type: 'AdoptCalendars' }).story;
    }
    const [alarm] = alarmsOf(story.ticket).toSorted((a, b) => a.at - b.at);
    if (asked === 'alarm' && alarm === undefined) continue;
    if (asked === 'alarm' && alarm !== undefined && alarm.at > now) now = alarm.at;
    else now = (now + afterMs * stretch) as Instant;
    const command = asked === 'alarm' ? (alarm === undefined ? null : ringing(alarm)) : asked;
    if (command !== null) story = when(story, now, command).story;
  }
  return story;
};
