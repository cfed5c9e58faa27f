import { readdir, readFile } from 'node:fs/promises';
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
