import { type InstanceRefusal, refuseInstance } from '@reglament/desk';
import type { LocalDate } from '@reglament/working-time';
import { readDate } from './read-date.ts';
import { cellText, MAX_CELL, plainHeading, readTable } from './read-table.ts';

/** Each row looks up its company and certificates: more would keep the person waiting too long. */
export const MAX_INSTANCE_ROWS = 2000;

type Column =
  | 'inn'
  | 'kpp'
  | 'company'
  | 'product'
  | 'version'
  | 'type'
  | 'key'
  | 'registered'
  | 'commissioned'
  | 'activated';

/** Headings as people write them, in small letters without punctuation. */
const headings: Readonly<Record<Column, readonly string[]>> = {
  inn: ['инн', 'inn', 'tax id'],
  kpp: ['кпп', 'kpp'],
  company: ['компания', 'название', 'организация', 'клиент', 'company', 'name'],
  product: ['продукт', 'программа', 'product'],
  version: ['версия', 'version'],
  type: ['тип установки', 'тип', 'installation type', 'type'],
  key: ['ключ', 'ключ защиты', 'серийный номер', 'ключ или серийный номер', 'key', 'serial number', 'serial'],
  registered: [
    'ключ зарегистрирован',
    'дата регистрации',
    'регистрация ключа',
    'key registered',
    'registered',
  ],
  commissioned: ['введена', 'введена в эксплуатацию', 'ввод в эксплуатацию', 'commissioned'],
  activated: ['лицензий', 'активировано лицензий', 'количество', 'licences', 'activated'],
};

const columnOf = new Map(
  (Object.keys(headings) as readonly Column[]).flatMap((column) =>
    headings[column].map((heading) => [heading, column] as const),
  ),
);

/** A row as it was read; null: the cell is empty or missing, what is known stays. */
export interface InstanceTableRow {
  readonly line: number;
  readonly inn: string | null;
  readonly kpp: string | null;
  readonly company: string | null;
  readonly product: string;
  readonly version: string | null;
  /** Id or name, as typed. */
  readonly type: string | null;
  readonly key: string;
  readonly keyRegisteredOn: LocalDate | null;
  readonly commissionedOn: LocalDate | null;
  readonly activated: number | null;
  readonly faults: readonly InstanceRefusal[];
}

type Cells = Readonly<Partial<Record<Column, string>>>;

const read = (cells: Cells, line: number): InstanceTableRow => {
  const faults: InstanceRefusal[] = [];
  const cell = (column: Column): string | null => cellText(cells[column]);
  const needed = (column: 'product' | 'key', name: string): string => {
    const value = cell(column);
    if (value === null) faults.push(refuseInstance('cell-empty', { column: name }));
    return value ?? '';
  };
  const date = (column: Column): LocalDate | null => {
    const typed = cell(column);
    const found = typed === null ? null : readDate(typed);
    if (typed !== null && found === null) faults.push(refuseInstance('date-unreadable', { date: typed }));
    return found;
  };
  const typed = cell('activated');
  const activated = typed !== null && /^\d{1,7}$/.test(typed) ? Number(typed) : null;
  if (typed !== null && activated === null) faults.push(refuseInstance('count-unreadable', { count: typed }));
  const digits = (column: Column): string | null => cell(column)?.replaceAll(/[\s'’]/g, '') ?? null;
  if (cell('inn') === null && cell('company') === null)
    faults.push(refuseInstance('cell-empty', { column: 'ИНН' }));
  return {
    line,
    inn: digits('inn'),
    kpp: digits('kpp'),
    company: cell('company'),
    product: needed('product', 'Продукт'),
    version: cell('version'),
    type: cell('type'),
    key: needed('key', 'Ключ').slice(0, 100),
    keyRegisteredOn: date('registered'),
    commissionedOn: date('commissioned'),
    activated,
    faults,
  };
};

export type InstanceTable =
  | {
      readonly kind: 'table';
      readonly rows: readonly InstanceTableRow[];
      readonly ignored: readonly string[];
    }
  | { readonly kind: 'refused'; readonly refusal: InstanceRefusal };

/** Reads a table of installations (CSV) with headings in Russian or English, whatever their order. */
export const readInstanceTable = (bytes: Uint8Array): InstanceTable => {
  const refused = (...refusal: Parameters<typeof refuseInstance>): InstanceTable => ({
    kind: 'refused',
    refusal: refuseInstance(...refusal),
  });
  const lines = readTable(bytes);
  if (lines === null) return refused('table-unreadable');
  const [head, ...rest] = lines;
  const columns = (head?.record ?? []).map((heading) => columnOf.get(plainHeading(heading)) ?? null);
  if (!columns.includes('product') || !columns.includes('key')) return refused('table-without-keys');
  if (rest.length > MAX_INSTANCE_ROWS) return refused('table-too-long', { most: String(MAX_INSTANCE_ROWS) });
  const rows = rest.map(({ record, info }) => {
    const cells: Partial<Record<Column, string>> = {};
    for (const [index, column] of columns.entries())
      if (column !== null && cells[column] === undefined) cells[column] = record[index] ?? '';
    return read(cells, info.lines);
  });
  const ignored = (head?.record ?? []).filter(
    (heading, index) => columns[index] === null && heading.trim() !== '',
  );
  return { kind: 'table', rows, ignored: ignored.map((heading) => heading.slice(0, MAX_CELL)) };
};
