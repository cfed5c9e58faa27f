import { readdir, readFile } from 'node:fs/promises';
import { parseCalendar } from '@reglament/desk';
import { BadCalendar, type CalendarSource } from './use-cases/keep-calendars.ts';

const folder = new URL('../../../regulations/', import.meta.url);

export interface RegulationFile {
  /** Name of the file without its ending: the desk's slug. */
  readonly slug: string;
  readonly source: string;
}

/** The regulations that lie in the project, in the order of their names. */
export const readRegulationFiles = async (): Promise<readonly RegulationFile[]> => {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.yaml')).toSorted();
  return Promise.all(
    names.map(async (name) => ({
      slug: name.slice(0, -'.yaml'.length),
      source: await readFile(new URL(name, folder), 'utf8'),
    })),
  );
};

/** The production calendars that lie in the project. */
export const readProductionCalendars = async (): Promise<readonly CalendarSource[]> => {
  const calendars = new URL('calendars/', folder);
  const names = (await readdir(calendars)).filter((name) => name.endsWith('.json')).toSorted();
  return Promise.all(
    names.map(async (name) => {
      const parsed = parseCalendar(await readFile(new URL(name, calendars), 'utf8'));
      if (parsed.ok) return parsed.calendar;
      const [first] = parsed.problems;
      throw new BadCalendar(
        `production calendar ${name}: ${first?.code ?? ''} at ${first?.path || 'its beginning'}`,
      );
    }),
  );
};
