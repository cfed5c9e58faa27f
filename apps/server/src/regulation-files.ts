import { readdir, readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseCalendar } from '@reglament/desk';
import { BadSetting } from './config.ts';
import { BadCalendar, type CalendarSource } from './use-cases/keep-calendars.ts';

const folder = new URL('../../../regulations/', import.meta.url);

/** As a desk's slug stands in addresses. */
const SLUG = /^[a-z0-9][a-z0-9-]{0,39}$/;
const ENDING = '.yaml';

export interface RegulationFile {
  /** Name of the file without its ending: the desk's slug. */
  readonly slug: string;
  readonly source: string;
}

export interface RegulationFolder {
  readonly files: readonly RegulationFile[];
  /** Files that make no desk: sentences that say which and why. */
  readonly leftOut: readonly string[];
}

/**
 * The regulations of a folder, in the order of their names; those of the project unless said. One file that can't be read
 * keeps none of the others from being read.
 *
 * @throws {BadSetting} when the folder itself can't be read.
 */
export const readRegulationFolder = async (path?: string): Promise<RegulationFolder> => {
  const from = path === undefined ? folder : pathToFileURL(`${path}/`);
  const names = await readdir(from).catch((error: unknown) => {
    throw new BadSetting(`The regulations can't be read: ${String(error)}`);
  });
  const files: RegulationFile[] = [];
  const leftOut: string[] = [];
  for (const name of names.filter((one) => /\.ya?ml$/i.test(one)).toSorted()) {
    const slug = name.slice(0, -ENDING.length);
    if (!name.endsWith(ENDING) || !SLUG.test(slug)) {
      leftOut.push(`${name}: a regulation's file is named as its desk: a-z, 0-9, "-", then .yaml`);
      continue;
    }
    try {
      files.push({ slug, source: await readFile(new URL(name, from), 'utf8') });
    } catch (error) {
      leftOut.push(`${name}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  return { files, leftOut };
};

/** The regulations that lie in the project, in the order of their names. */
export const readRegulationFiles = async (): Promise<readonly RegulationFile[]> =>
  (await readRegulationFolder()).files;

const readCalendar = async (url: URL): Promise<CalendarSource> => {
  const parsed = parseCalendar(await readFile(url, 'utf8'));
  if (parsed.ok) return parsed.calendar;
  const [first] = parsed.problems;
  throw new BadCalendar(
    `production calendar ${basename(url.pathname)}: ${first?.code ?? ''} at ${first?.path || 'its beginning'}`,
  );
};

const calendarsIn = async (calendars: URL): Promise<readonly CalendarSource[]> => {
  const names = (await readdir(calendars)).filter((name) => name.endsWith('.json')).toSorted();
  return Promise.all(names.map((name) => readCalendar(new URL(name, calendars))));
};

const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ENOENT';

/**
 * The production calendars that lie in the project; those beside the regulations of a folder besides them, and in the place
 * of those of the same id.
 */
export const readProductionCalendars = async (path?: string): Promise<readonly CalendarSource[]> => {
  const own = await calendarsIn(new URL('calendars/', folder));
  const beside =
    path === undefined
      ? []
      : await calendarsIn(pathToFileURL(`${path}/calendars/`)).catch((error: unknown) => {
          if (isMissing(error)) return [];
          throw error;
        });
  return [...new Map([...own, ...beside].map((one) => [one.id, one])).values()];
};
