import {
  parseLocalDate,
  toInstant,
  type Instant,
  type LocalDate,
  type TimeZoneId,
} from '@reglament/working-time';
import type { CalendarEdition } from '../calendar-edition.ts';
import { nearest } from '../check/nearest.ts';
import type { Path, ProblemList } from '../problem.ts';
import type { RegulationFile } from '../file/regulation-file.ts';
import type { ClauseId, PackageId, PriorityId, ScheduleId, Text } from '../regulation.ts';

/** What the parts of a regulation need to know of the whole while they are read. */
export interface BuildContext {
  readonly file: RegulationFile;
  readonly zone: TimeZoneId;
  readonly calendars: Readonly<Record<string, CalendarEdition>>;
  readonly problems: ProblemList;
}

/** A term marked in a text, `[word](#term-id)`: letters and screens show the word. */
const MARKED = /\[(?<word>[^\]\n]+)\]\(#[a-z0-9-]+\)/gu;
const plain = (text: string): string => text.replaceAll(MARKED, '$<word>');

/** A text as people read it, in both languages. */
export const textOf = (text: string | Text): Text =>
  typeof text === 'string'
    ? { ru: plain(text), en: plain(text) }
    : { ru: plain(text.ru), en: plain(text.en) };

export const keysOf = (record: object): readonly string[] => Object.keys(record);

/** So many names are told; of a longer list its beginning. */
const MOST_NAMES = 12;

export const namesOf = (known: readonly string[]): string =>
  known.length <= MOST_NAMES ? known.join(', ') : `${known.slice(0, MOST_NAMES).join(', ')}, …`;

/** What a name in a file may refer to. */
export type ReferenceKind =
  | 'schedule'
  | 'package'
  | 'priority'
  | 'clause'
  | 'type'
  | 'clock'
  | 'calendar'
  | 'service'
  | 'company-role'
  | 'installation-type'
  | 'channel'
  | 'line'
  | 'named-person';

/** Reports a reference to something the file doesn't have; the value is returned so that reading goes on. */
export const checkReference = (
  { problems }: BuildContext,
  kind: ReferenceKind,
  value: string,
  known: readonly string[],
  path: Path,
): string => {
  if (!known.includes(value))
    problems.add(`unknown-${kind}`, path, { value, near: nearest(value, known), known: namesOf(known) });
  return value;
};

export const clauseAt = (context: BuildContext, value: string, path: Path): ClauseId =>
  Object.hasOwn(context.file.clauses, value)
    ? value
    : checkReference(context, 'clause', value, keysOf(context.file.clauses), path);

/** The clause of one part of a rule, where the file names one besides the rule's own. */
export const ownClauseAt = (context: BuildContext, value: string | undefined, path: Path): ClauseId | null =>
  value === undefined ? null : clauseAt(context, value, path);

export const scheduleAt = (context: BuildContext, value: string, path: Path): ScheduleId =>
  checkReference(context, 'schedule', value, keysOf(context.file.schedules), path);

/** The id of a service, where the file names one. */
export const serviceAt = (context: BuildContext, id: string | undefined, path: Path): string | null =>
  id === undefined ? null : checkReference(context, 'service', id, keysOf(context.file.services), path);

/** A reference as written: one, or several. */
export type IdOrIds = string | number | readonly (string | number)[];

const listOf = (value: IdOrIds): readonly string[] =>
  (typeof value === 'object' ? value : [value]).map((item) => String(item));

/** One id or a list of a kind, each checked; `any` and a missing key are null. */
export const referencesAt = (
  context: BuildContext,
  kind: ReferenceKind,
  value: IdOrIds | undefined,
  known: readonly string[],
  path: Path,
): readonly string[] | null => {
  if (value === undefined) return null;
  const list = listOf(value);
  if (list.length === 1 && list[0] === 'any') return null;
  return list.map((id) => checkReference(context, kind, id, known, path));
};

/** `any` (null), one id, or a list. */
export const packagesAt = (context: BuildContext, value: IdOrIds, path: Path): readonly PackageId[] | null =>
  referencesAt(context, 'package', value, keysOf(context.file.packages), path);

const byRank = (file: RegulationFile): readonly PriorityId[] =>
  Object.entries(file.priorities)
    .sort(([, a], [, b]) => a.rank - b.rank)
    .map(([id]) => id);

/** Both ends of a range, where its hyphen is one of several: ids have hyphens too. */
const endsOf = (item: string): readonly (readonly [string, string])[] =>
  [...item.matchAll(/-/gu)].map(({ index }) => [item.slice(0, index), item.slice(index + 1)]);

/** From one priority to another in the order of ranks; null: no range. Ends are ids, or ranks where no id is a number. */
const rangeOf = (file: RegulationFile, item: string): readonly PriorityId[] | null => {
  const ranked = byRank(file);
  const ranks = ranked.map((id) => String(file.priorities[id]?.rank));
  const names = ranked.some((id) => /^\d+$/u.test(id)) ? [ranked] : [ranked, ranks];
  for (const known of names)
    for (const [from, to] of endsOf(item)) {
      const [first, last] = [known.indexOf(from), known.lastIndexOf(to)];
      if (first >= 0 && last >= first) return ranked.slice(first, last + 1);
    }
  return null;
};

/**
 * `any` (null), an id, a range in the order of ranks (`first-last`, by ranks `1-3`), or a list of these; `none` is a ticket without a priority, where the place
 * knows such tickets.
 */
export const prioritiesAt = (
  context: BuildContext,
  value: IdOrIds,
  path: Path,
  noneAllowed: boolean,
): readonly PriorityId[] | null => {
  const list = listOf(value);
  if (list.length === 1 && list[0] === 'any') return null;
  const ranked = byRank(context.file);
  return list.flatMap((item) => {
    if (ranked.includes(item) || (noneAllowed && item === 'none')) return [item];
    return rangeOf(context.file, item) ?? [checkReference(context, 'priority', item, ranked, path)];
  });
};

/** Dates a regulation may name; far enough from the ends of the known years for any deadline. */
export const isUsualDate = (date: LocalDate): boolean => date >= '1990-01-01' && date < '2150-01-01';

const LOCAL_TIME = /^(?<date>\d{4}-\d{2}-\d{2}) (?:(?<hour>[01]\d|2[0-3]):(?<minute>[0-5]\d)|24:00)$/u;

/** `2025-02-07 16:00` on the wall clock of the regulation's zone, or null; `24:00` is the end of that day. */
export const localTime = (zone: TimeZoneId, text: string): Instant | null => {
  const groups = LOCAL_TIME.exec(text)?.groups;
  const date = parseLocalDate(groups?.['date'] ?? '');
  if (groups === undefined || date === null || !isUsualDate(date)) return null;
  return toInstant(zone, date, Number(groups['hour'] ?? 24) * 60 + Number(groups['minute'] ?? 0));
};
