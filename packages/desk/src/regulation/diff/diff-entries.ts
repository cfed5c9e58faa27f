import { pointer } from '../problem.ts';
import type { Text } from '../regulation.ts';
import { both, type Difference, type DifferenceKind } from './difference.ts';
import { choiceWords, sectionWords } from './section-words.ts';
import { isMap, isText, nameOf, quoted, valueWords } from './value-words.ts';

type Path = readonly (string | number)[];

/** What a walk through two files carries with it. */
interface Place {
  readonly path: Path;
  /** The words of the steps that led here, in both languages. */
  readonly words: readonly ((language: 'ru' | 'en') => string)[];
  /** The clause of the nearest rule above. */
  readonly clause: string | null;
  /** Places that a table has told already. */
  readonly told: ReadonlySet<string>;
  /** The name of what a value refers to; null: it refers to nothing. */
  readonly names: (path: Path, value: unknown) => Text | null;
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

const KIND_OF_SECTION: Readonly<Record<string, DifferenceKind>> = {
  schedules: 'hours',
  addresses: 'channels',
  services: 'services',
  exclusions: 'services',
  releases: 'services',
  clauses: 'wording',
  terms: 'wording',
  examples: 'wording',
  accepted: 'wording',
  edition: 'wording',
  name: 'wording',
  product: 'wording',
};

const kindOf = (path: Path, before: unknown, after: unknown): DifferenceKind =>
  // Other words for the same rule: a name, a definition, a hint; or another clause cited for it.
  (isText(before) && isText(after)) || /(?:^|-)clause$/u.test(String(path.at(-1)))
    ? 'wording'
    : (KIND_OF_SECTION[String(path[0])] ?? 'rules');

const whereWords = ({ words }: Place, language: 'ru' | 'en'): string =>
  words
    .map((step) => step(language))
    .filter((step) => step !== '')
    .join(', ');

const say = (place: Place, before: unknown, after: unknown): Difference => ({
  kind: kindOf(place.path, before, after),
  path: pointer(place.path),
  clause: place.clause,
  says: both((language) => {
    const where = whereWords(place, language);
    const key = (step: string): string => sectionWords([...place.path, step], language) || step;
    const told = (value: unknown): string =>
      choiceWords(place.path, value, language) ??
      place.names(place.path, value)?.[language] ??
      valueWords(value, language, key);
    return `${where}: ${told(before)} → ${told(after)}`;
  }),
});

const clauseOf = (before: unknown, after: unknown, above: string | null): string | null => {
  for (const value of [after, before])
    if (isMap(value) && typeof value['clause'] === 'string') return value['clause'];
  return above;
};

/** A thing with a name of its own: a package, a service, a clock. */
const isEntry = (value: unknown): boolean => nameOf(value, 'ru') !== null;

const isEntries = (value: unknown): boolean =>
  isMap(value) && Object.values(value).length > 0 && Object.values(value).every(isEntry);

const cameOrWent = (place: Place, before: unknown, after: unknown): Difference => ({
  kind: kindOf(place.path, null, null),
  path: pointer(place.path),
  clause: clauseOf(before, after, place.clause),
  says: both((language) => {
    const where = whereWords(place, language);
    const verb = before === undefined ? { ru: 'добавлено', en: 'added' } : { ru: 'убрано', en: 'removed' };
    return `${where}: ${verb[language]}`;
  }),
});

const stepInto = (place: Place, key: string | number, before: unknown, after: unknown): Place => {
  const value = after ?? before;
  const path = [...place.path, key];
  return {
    path,
    words: [
      ...place.words,
      (language) => {
        const name = nameOf(value, language);
        return name === null ? sectionWords(path, language) : quoted(name, language);
      },
    ],
    clause: clauseOf(before, after, place.clause),
    told: place.told,
    names: place.names,
  };
};

const keysOf = (before: Readonly<Record<string, unknown>>, after: Readonly<Record<string, unknown>>) => [
  ...Object.keys(after),
  ...Object.keys(before).filter((key) => !Object.hasOwn(after, key)),
];

/** Items of two lists, those that are equal left out: [before, after, place in its list]. */
const unpaired = (
  before: readonly unknown[],
  after: readonly unknown[],
): readonly (readonly [unknown, unknown, number])[] => {
  const old = before.filter((one) => !after.some((other) => same(one, other)));
  const now = after.flatMap((one, index) =>
    before.some((other) => same(one, other)) ? [] : [{ one, index }],
  );
  const rows = Math.max(old.length, now.length);
  return Array.from(
    { length: rows },
    (_, row) => [old[row], now[row]?.one, now[row]?.index ?? before.indexOf(old[row])] as const,
  );
};

const diffLists = (
  place: Place,
  before: readonly unknown[],
  after: readonly unknown[],
): readonly Difference[] => {
  if (![...before, ...after].every(isMap)) return [say(place, before, after)];
  const pairs = unpaired(before, after);
  // The same items in another order: where the first that holds counts, order is a rule.
  if (pairs.length === 0)
    return [
      {
        ...say(place, before, after),
        says: both((language) => {
          const where = whereWords(place, language);
          return `${where}: ${{ ru: 'другой порядок', en: 'another order' }[language]}`;
        }),
      },
    ];
  return pairs.flatMap(([old, now, index]) =>
    old === undefined || now === undefined
      ? [say({ ...stepInto(place, index, old, now), words: place.words }, old, now)]
      : walk({ ...stepInto(place, index, old, now), words: place.words }, old, now),
  );
};

const walk = (place: Place, before: unknown, after: unknown): readonly Difference[] => {
  if (same(before, after)) return [];
  if (place.told.has(pointer(place.path))) return [];
  if (Array.isArray(before) && Array.isArray(after)) return diffLists(place, before, after);
  // A part that is new, or gone, is told thing by thing where it is made of things with names.
  if (before === undefined && isEntries(after)) return walk(place, {}, after);
  if (after === undefined && isEntries(before)) return walk(place, before, {});
  if (isMap(before) && isMap(after) && !isText(before) && !isText(after))
    return keysOf(before, after).flatMap((key) => {
      const at = stepInto(place, key, before[key], after[key]);
      const [old, now] = [before[key], after[key]];
      if ((old === undefined || now === undefined) && isEntry(old ?? now)) return [cameOrWent(at, old, now)];
      return walk(at, old, now);
    });
  return [say(place, before, after)];
};

/** What each key refers to: the section whose ids it holds. */
const SECTIONS: Readonly<Record<string, string>> = {
  'unknown-sender': 'packages',
  'without-package': 'packages',
  packages: 'packages',
  hours: 'schedules',
  line: 'lines',
  service: 'services',
  bought: 'services',
  to: 'named-people',
  types: 'types',
  'only-for': 'types',
  default: 'priorities',
  priorities: 'priorities',
  'only-from': 'company-roles',
  'company-is': 'company-roles',
  'installation-types': 'installation-types',
};

const entryIn = (file: object, section: string, id: string): unknown => {
  const entries = (file as Readonly<Record<string, unknown>>)[section];
  return isMap(entries) ? entries[id] : undefined;
};

/** Names of things by the ids that keys refer to them by; the later file's name first. */
const namesIn =
  (before: object, after: object) =>
  (path: Path, value: unknown): Text | null => {
    const section = SECTIONS[String(path.at(-1))];
    if (section === undefined || typeof value !== 'string') return null;
    const entry = entryIn(after, section, value) ?? entryIn(before, section, value);
    const [ru, en] = [nameOf(entry, 'ru'), nameOf(entry, 'en')];
    return ru === null || en === null ? null : { ru: quoted(ru, 'ru'), en: quoted(en, 'en') };
  };

/** Everything that differs between two files and is not told by a table: each in one line, none left out. */
export const diffEntries = (
  before: object,
  after: object,
  told: ReadonlySet<string>,
): readonly Difference[] =>
  walk({ path: [], words: [], clause: null, told, names: namesIn(before, after) }, before, after);
