import { parseLocalDate, weekdayOf } from '@reglament/working-time';
import { z } from 'zod';
import type { CalendarEdition } from './calendar-edition.ts';

export interface CalendarProblem {
  readonly code:
    | 'not-json'
    | 'wrong-shape'
    | 'no-date'
    | 'other-year'
    | 'twice'
    | 'no-weekend'
    | 'day-off-and-worked';
  /** `years.2027.holidays.3`; empty: the whole file. */
  readonly path: string;
}

export type ParseCalendarResult =
  | { readonly ok: true; readonly calendar: CalendarEdition & { readonly edition: string } }
  | { readonly ok: false; readonly problems: readonly CalendarProblem[] };

const dates = z.array(z.string()).max(366);

const calendarFile = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]{0,39}$/u),
  edition: z.string().trim().min(1).max(40),
  years: z
    .record(
      z.string().regex(/^(?:19[7-9]|20\d|21\d)\d$/u),
      z.strictObject({ holidays: dates, workingWeekends: dates, shortened: dates }),
    )
    .refine((years) => Object.keys(years).length > 0),
});

const dateProblems = (
  year: string,
  list: string,
  given: readonly string[],
  others: readonly string[],
): readonly CalendarProblem[] =>
  given.flatMap((text, index): readonly CalendarProblem[] => {
    const path = `years.${year}.${list}.${index}`;
    const date = parseLocalDate(text);
    if (date === null) return [{ code: 'no-date', path }];
    if (!text.startsWith(year)) return [{ code: 'other-year', path }];
    if (given.indexOf(text) !== index) return [{ code: 'twice', path }];
    if (list === 'workingWeekends' && weekdayOf(date) < 6) return [{ code: 'no-weekend', path }];
    return others.includes(text) ? [{ code: 'day-off-and-worked', path }] : [];
  });

const readJson = (text: string): { readonly value: unknown } | null => {
  try {
    return { value: JSON.parse(text) as unknown };
  } catch {
    return null;
  }
};

/** Reads a production calendar's file. Never throws for any text; problems in the order of the file. */
export const parseCalendar = (text: string): ParseCalendarResult => {
  const json = readJson(text);
  if (json === null) return { ok: false, problems: [{ code: 'not-json', path: '' }] };
  const shape = calendarFile.safeParse(json.value);
  if (!shape.success)
    return {
      ok: false,
      problems: shape.error.issues.map(({ path }) => ({ code: 'wrong-shape', path: path.join('.') })),
    };
  const problems = Object.entries(shape.data.years).flatMap(
    ([year, { holidays, workingWeekends, shortened }]) => [
      ...dateProblems(year, 'holidays', holidays, workingWeekends),
      ...dateProblems(year, 'workingWeekends', workingWeekends, []),
      ...dateProblems(year, 'shortened', shortened, holidays),
    ],
  );
  return problems.length > 0 ? { ok: false, problems } : { ok: true, calendar: shape.data };
};
