import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  compileCalendars,
  parseRegulation,
  type Calendars,
  type ParseRegulationResult,
  type Regulation,
  type RegulationProblem,
} from '@reglament/desk';
import type { ProductionCalendar } from '@reglament/working-time';

export const ownRegulations = fileURLToPath(new URL('../../../regulations', import.meta.url));

const namesIn = (folder: string, ending: string): readonly string[] =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => name.endsWith(ending))
        .map((name) => basename(name, ending))
        .sort()
    : [];

const calendarsIn = (folder: string): Readonly<Record<string, ProductionCalendar>> => {
  const calendars = join(folder, 'calendars');
  return Object.fromEntries(
    namesIn(calendars, '.json').map((name) => [
      name,
      JSON.parse(readFileSync(join(calendars, `${name}.json`), 'utf8')) as ProductionCalendar,
    ]),
  );
};

/** Production calendars by id: those kept beside the regulations, besides them those that come with the product. */
export const loadCalendars = (folder: string): Readonly<Record<string, ProductionCalendar>> => ({
  ...calendarsIn(ownRegulations),
  ...calendarsIn(folder),
});

export interface LoadedRegulation {
  readonly regulation: Regulation;
  readonly calendars: Calendars;
}

export type RegulationLookup =
  | { readonly ok: true; readonly loaded: LoadedRegulation }
  | { readonly ok: false; readonly code: 'unknown-regulation'; readonly known: readonly string[] }
  | { readonly ok: false; readonly code: 'bad-regulation'; readonly problems: readonly RegulationProblem[] };

export interface RegulationLibrary {
  readonly folder: string;
  readonly known: readonly string[];
  readonly find: (id: string) => RegulationLookup;
}

/** Where a regulation and the calendars it may follow lie. */
export const placesOf = ({ folder }: Pick<RegulationLibrary, 'folder'>, id: string) => ({
  file: join(folder, `${id}.yaml`),
  calendarsFolder: join(folder, 'calendars'),
});

/** Regulations of a folder by id (the file's name), each read and compiled when first asked for. */
export const openLibrary = (folder: string): RegulationLibrary => {
  const known = namesIn(folder, '.yaml');
  const found = new Map<string, RegulationLookup>();
  const productionCalendars = loadCalendars(folder);
  const read = (id: string): RegulationLookup => {
    if (!known.includes(id)) return { ok: false, code: 'unknown-regulation', known };
    const parsed: ParseRegulationResult = parseRegulation(
      readFileSync(placesOf({ folder }, id).file, 'utf8'),
      productionCalendars,
    );
    if (!parsed.ok) return { ok: false, code: 'bad-regulation', problems: parsed.problems };
    const { regulation } = parsed;
    return { ok: true, loaded: { regulation, calendars: compileCalendars(regulation) } };
  };
  return {
    folder,
    known,
    find: (id) => {
      const before = found.get(id);
      if (before !== undefined) return before;
      const lookup = read(id);
      // Unknown ids are not kept: a long batch may name any number of them.
      if (lookup.ok) found.set(id, lookup);
      return lookup;
    },
  };
};
