import {
  type CompanyRefusal,
  type FederalDistrict,
  type ImportedRow,
  type ImportedSite,
  type ImportedStanding,
  refuseCompany,
} from '@reglament/desk';
import { parseTimeZone, type TimeZoneId } from '@reglament/working-time';
import { cleanName } from './clean-text.ts';
import { readPhone } from './phone.ts';
import { readDate } from './read-date.ts';
import { cellText, MAX_CELL, MAX_TABLE_ROWS, plainHeading, readTable } from './read-table.ts';

type Column =
  | 'name'
  | 'inn'
  | 'kpp'
  | 'ogrn'
  | 'district'
  | 'city'
  | 'zone'
  | 'person'
  | 'email'
  | 'phone'
  | 'site'
  | 'siteCity'
  | 'siteRegion'
  | 'siteZone'
  | 'standing'
  | 'standingFrom'
  | 'standingUntil';

/** Headings as people write them, in small letters without punctuation. */
const headings: Readonly<Record<Column, readonly string[]>> = {
  name: ['название', 'наименование', 'компания', 'организация', 'клиент', 'name', 'company', 'company name'],
  inn: ['инн', 'inn', 'tax id'],
  kpp: ['кпп', 'kpp'],
  ogrn: ['огрн', 'огрнип', 'огрн огрнип', 'ogrn'],
  district: ['федеральный округ', 'округ', 'фо', 'federal district', 'district'],
  city: ['город', 'city'],
  zone: ['часовой пояс', 'пояс', 'time zone', 'timezone', 'zone'],
  person: ['контакт', 'контактное лицо', 'имя', 'фио', 'contact', 'contact name', 'contact person', 'person'],
  email: ['почта', 'эл почта', 'электронная почта', 'e mail', 'email', 'mail'],
  phone: ['телефон', 'тел', 'phone', 'telephone'],
  site: ['площадка', 'объект', 'филиал', 'site', 'site name'],
  siteCity: ['город площадки', 'адрес площадки', 'site city', 'site address'],
  siteRegion: ['регион площадки', 'область площадки', 'site region'],
  siteZone: ['пояс площадки', 'часовой пояс площадки', 'site time zone', 'site zone'],
  standing: ['статус', 'статус партнера', 'партнерский статус', 'standing', 'partner status', 'partner'],
  standingFrom: ['статус с', 'статус начало', 'standing from', 'partner from'],
  standingUntil: ['статус по', 'статус окончание', 'standing until', 'partner until'],
};

const columnOf = new Map(
  (Object.keys(headings) as readonly Column[]).flatMap((column) =>
    headings[column].map((heading) => [heading, column] as const),
  ),
);

/** How districts begin, in both languages. */
const districts: readonly (readonly [string, FederalDistrict])[] = [
  ['центр', 'central'],
  ['central', 'central'],
  ['цфо', 'central'],
  ['северо-зап', 'north-west'],
  ['north-west', 'north-west'],
  ['сзфо', 'north-west'],
  ['северо-кав', 'north-caucasus'],
  ['north-cauc', 'north-caucasus'],
  ['скфо', 'north-caucasus'],
  ['южн', 'south'],
  ['south', 'south'],
  ['юфо', 'south'],
  ['привол', 'volga'],
  ['volga', 'volga'],
  ['пфо', 'volga'],
  ['урал', 'ural'],
  ['ural', 'ural'],
  ['урфо', 'ural'],
  ['сиб', 'siberia'],
  ['siber', 'siberia'],
  ['сфо', 'siberia'],
  ['дальн', 'far-east'],
  ['far-east', 'far-east'],
  ['дфо', 'far-east'],
];

/** A number that a spreadsheet took for a quantity has lost its leading zero. */
const withZero = (digits: string, lengths: readonly number[]): string =>
  lengths.includes(digits.length + 1) && /^\d+$/.test(digits) ? `0${digits}` : digits;

type Cells = Readonly<Partial<Record<Column, string>>>;

/** A cell with what could not be read of it put among the row's faults. */
interface Cell {
  readonly text: (column: Column) => string | null;
  readonly zone: (column: Column) => TimeZoneId | null;
  readonly date: (column: Column) => string | null;
}

const cellsOf = (cells: Cells, faults: CompanyRefusal[]): Cell => {
  const text = (column: Column): string | null => cellText(cells[column]);
  const readAs = <Value>(
    column: Column,
    read: (typed: string) => Value | null,
    refusal: (typed: string) => CompanyRefusal,
  ): Value | null => {
    const typed = text(column);
    const value = typed === null ? null : read(typed);
    if (typed !== null && value === null) faults.push(refusal(typed));
    return value;
  };
  return {
    text,
    zone: (column) => readAs(column, parseTimeZone, (zone) => refuseCompany('unknown-zone', { zone })),
    date: (column) => readAs(column, readDate, (date) => refuseCompany('date-unreadable', { date })),
  };
};

const orNull = <Part extends object>(part: Part): Part | null =>
  Object.values(part).every((value) => value === null) ? null : part;

const siteOf = ({ text, zone }: Cell): ImportedSite | null =>
  orNull({ name: text('site'), city: text('siteCity'), region: text('siteRegion'), zone: zone('siteZone') });

const standingOf = ({ text, date }: Cell): ImportedStanding | null =>
  orNull({ role: text('standing'), from: date('standingFrom'), until: date('standingUntil') });

const read = (cells: Cells, line: number): ImportedRow => {
  const faults: CompanyRefusal[] = [];
  const from = cellsOf(cells, faults);
  const { text: cell } = from;
  const number = (column: Column, lengths: readonly number[]): string | null => {
    const value =
      cell(column)
        ?.replaceAll(/[\s'’]/g, '')
        .toUpperCase() ?? null;
    return value === null ? null : withZero(value, lengths);
  };
  const typedDistrict = cell('district');
  const folded = typedDistrict?.toLowerCase().replaceAll(/[\s–—]+/g, '-') ?? '';
  const district = districts.find(([begin]) => folded.startsWith(begin))?.[1] ?? null;
  if (typedDistrict !== null && district === null)
    faults.push(refuseCompany('district-unknown', { district: typedDistrict }));
  const zone = from.zone('zone');
  const person = cell('person');
  const email = cell('email')?.toLowerCase() ?? null;
  if (email !== null && !/^[^\s@<>,;]+@[^\s@<>,;]+\.[^\s@<>,;]+$/.test(email))
    faults.push(refuseCompany('email-unreadable', { email }));
  const typedPhone = cell('phone');
  const phone = typedPhone === null ? null : readPhone(typedPhone);
  if (typedPhone !== null && phone === null)
    faults.push(refuseCompany('phone-unreadable', { phone: typedPhone }));
  return {
    line,
    name: cell('name') ?? '',
    inn: number('inn', [10, 12]),
    kpp: number('kpp', [9]),
    ogrn: number('ogrn', []),
    district,
    city: cell('city'),
    zone,
    person: orNull({ name: person === null ? null : cleanName(person), email, phone }),
    site: siteOf(from),
    standing: standingOf(from),
    faults,
  };
};

export type CompanyTable =
  | { readonly kind: 'table'; readonly rows: readonly ImportedRow[]; readonly ignored: readonly string[] }
  | { readonly kind: 'refused'; readonly refusal: CompanyRefusal };

/**
 * Reads a table of companies and contacts (CSV) with headings in Russian or English, whatever their order. What a cell holds is
 * text, never a formula.
 */
export const readCompanyTable = (bytes: Uint8Array): CompanyTable => {
  const refused = (...refusal: Parameters<typeof refuseCompany>): CompanyTable => ({
    kind: 'refused',
    refusal: refuseCompany(...refusal),
  });
  const parsed = readTable(bytes);
  if (parsed === null) return refused('table-unreadable');
  const [head, ...rest] = parsed;
  const named = (head?.record ?? []).map((heading) => columnOf.get(plainHeading(heading)) ?? null);
  // The first column of a meaning speaks: a second one (a city and an address of a site) is told as not read.
  const columns = named.map((column, index) => (named.indexOf(column) === index ? column : null));
  if (!columns.includes('name')) return refused('table-without-names');
  if (rest.length > MAX_TABLE_ROWS) return refused('table-too-long', { most: String(MAX_TABLE_ROWS) });
  const rows = rest.map(({ record, info }) => {
    const cells: Partial<Record<Column, string>> = {};
    for (const [index, column] of columns.entries()) if (column !== null) cells[column] = record[index] ?? '';
    return read(cells, info.lines);
  });
  const ignored = (head?.record ?? []).filter(
    (heading, index) => columns[index] === null && heading.trim() !== '',
  );
  return { kind: 'table', rows, ignored: ignored.map((heading) => heading.slice(0, MAX_CELL)) };
};
