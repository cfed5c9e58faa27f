import type { QueueTicket } from '@reglament/contract';

/** What the address may ask tickets of a view for besides, as words with commas between them. */
export const filterKeys = [
  'state',
  'priority',
  'type',
  'channel',
  'package',
  'assignee',
  'company',
  'tag',
  'turn',
  'late',
] as const;
export type FilterKey = (typeof filterKeys)[number];

/** As the server is asked. */
export type QueueFilter = Readonly<Partial<Record<FilterKey, string>>>;

/** As the address says it: `priority=2` stands there for "2", so it may have been read as a number. */
export type FilterSearch = Readonly<Partial<Record<FilterKey, string | number>>>;

const isSaid = (value: unknown): value is string | number =>
  (typeof value === 'string' && value !== '') || typeof value === 'number';

/** What an address may say of a filter; everything else in it is left alone. */
export const readFilterSearch = (search: Readonly<Record<string, unknown>>): FilterSearch =>
  Object.fromEntries(filterKeys.flatMap((key) => (isSaid(search[key]) ? [[key, search[key]]] : [])));

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;
const LONGEST_WORD = 60;
const MOST_WORDS = 40;

const states: readonly string[] = [
  'new',
  'in-progress',
  'waiting-for-customer',
  'resolved',
  'closed',
  'not-entitled',
] satisfies QueueTicket['state'][];
const channels: Readonly<Record<QueueTicket['channel'], true>> = {
  email: true,
  phone: true,
  portal: true,
  messenger: true,
  social: true,
  'web-form': true,
};

// Of the regulation's own ids only the regulation knows which there are: one that it has not finds nothing.
const isRegulations = (word: string): boolean => /^[^\p{Cc}]+$/u.test(word) && word.length <= LONGEST_WORD;
const isOneOf =
  (...known: readonly string[]) =>
  (word: string): boolean =>
    known.includes(word);

/** Which words of a condition mean something. */
const means: Readonly<Record<FilterKey, (word: string) => boolean>> = {
  state: isOneOf(...states),
  priority: isRegulations,
  type: isRegulations,
  channel: (word) => Object.hasOwn(channels, word),
  package: isRegulations,
  assignee: (word) => word === 'me' || word === 'none' || UUID.test(word),
  company: (word) => UUID.test(word),
  tag: (word) => UUID.test(word),
  turn: isOneOf('customer', 'us'),
  late: isOneOf('overdue', 'soon'),
};
/** Conditions of one word; others are any of several. */
const single: readonly FilterKey[] = ['company', 'turn', 'late'];

/** A word of the address that means nothing. */
export interface Meaningless {
  readonly key: FilterKey;
  readonly word: string;
}

const read = (search: FilterSearch): { readonly filter: QueueFilter; readonly ignored: Meaningless[] } => {
  const filter: Partial<Record<FilterKey, string>> = {};
  const ignored: Meaningless[] = [];
  for (const key of filterKeys) {
    const said = search[key];
    if (said === undefined) continue;
    const most = single.includes(key) ? 1 : MOST_WORDS;
    const kept: string[] = [];
    for (const word of String(said).split(',')) {
      if (means[key](word) && kept.length < most) kept.push(word);
      else ignored.push({ key, word });
    }
    if (kept.length > 0) filter[key] = kept.join(',');
  }
  return { filter, ignored };
};

/** What an address asks for; what means nothing in it is left out. */
export const filterOfSearch = (search: FilterSearch): QueueFilter => read(search).filter;

/** What of an address had to be left out. */
export const meaninglessIn = (search: FilterSearch): readonly Meaningless[] => read(search).ignored;

/** A filter as the address carries it. */
export const filterSearch = (filter: QueueFilter): FilterSearch =>
  Object.fromEntries(
    Object.entries(filter).map(([key, value]) => [
      key,
      String(Number(value)) === value ? Number(value) : value,
    ]),
  );
