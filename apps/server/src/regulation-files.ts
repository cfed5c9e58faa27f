import { readdir, readFile } from 'node:fs/promises';
import type { ProductionCalendar } from '@reglament/working-time';

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

/** Production calendars by id. */
export const readProductionCalendars = async (): Promise<Readonly<Record<string, ProductionCalendar>>> => {
  const calendars = new URL('calendars/', folder);
  const names = (await readdir(calendars)).filter((name) => name.endsWith('.json'));
  const read = await Promise.all(
    names.map(
      async (name) => JSON.parse(await readFile(new URL(name, calendars), 'utf8')) as ProductionCalendar,
    ),
  );
  return Object.fromEntries(read.map((c) => [c.id, c]));
};
