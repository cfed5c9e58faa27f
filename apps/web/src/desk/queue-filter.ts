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

/** What an address asks for. */
export const filterOfSearch = (search: FilterSearch): QueueFilter =>
  Object.fromEntries(
    filterKeys.flatMap((key) => (search[key] === undefined ? [] : [[key, String(search[key])]])),
  );

/** A filter as the address carries it. */
export const filterSearch = (filter: QueueFilter): FilterSearch =>
  Object.fromEntries(
    Object.entries(filter).map(([key, value]) => [
      key,
      String(Number(value)) === value ? Number(value) : value,
    ]),
  );
