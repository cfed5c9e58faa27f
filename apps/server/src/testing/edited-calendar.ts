import { readProductionCalendars } from '../regulation-files.ts';
import type { Context } from '../use-cases/context.ts';
import { type CalendarSource, keepCalendars } from '../use-cases/keep-calendars.ts';

/** The product's calendar with dates that are days off from now on if they weren't, and the other way round. */
export const editedCalendar = async (edition: string, dates: readonly string[]): Promise<CalendarSource> => {
  const [ru] = (await readProductionCalendars()).filter(({ id }) => id === 'ru');
  if (ru === undefined) throw new Error('no calendar ru');
  const years = Object.entries(ru.years).map(([year, listed]) => {
    const own = dates.filter((date) => date.startsWith(year));
    const kept = listed.holidays.filter((date) => !own.includes(date));
    const added = own.filter((date) => !listed.holidays.includes(date));
    return [year, { ...listed, holidays: [...kept, ...added] }] as const;
  });
  return { ...ru, edition, years: Object.fromEntries(years) };
};

/** The calendar's file is edited, and the server has seen it. */
export const editCalendar = async (
  context: Context,
  edition: string,
  dates: readonly string[],
): Promise<readonly string[]> => {
  const kept = await keepCalendars(context.db, [await editedCalendar(edition, dates)], context.now());
  context.regulations.forgetCalendars();
  return kept;
};
