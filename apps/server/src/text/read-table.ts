import { parse } from 'csv-parse/sync';

export const MAX_TABLE_ROWS = 10_000;
export const MAX_CELL = 300;

/** The bytes as text: UTF-16 and UTF-8 by what they are, windows-1251 otherwise, as spreadsheets save. */
const decode = (bytes: Uint8Array): string => {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1251').decode(bytes);
  }
};

/** Of the separators that spreadsheets use the one that parts most of the headings. */
const separatorOf = (text: string): string => {
  const [first = ''] = text.split(/\r?\n/, 1);
  const count = (separator: string): number => first.split(separator).length;
  return [';', ',', '\t'].reduce((best, one) => (count(one) > count(best) ? one : best));
};

/** A heading as headings are compared: small letters without punctuation. */
export const plainHeading = (heading: string): string =>
  heading
    .toLowerCase()
    .replaceAll('ё', 'е')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .join(' ');

/** What a cell holds: a formula stays the text that it is; what wraps a number or a formula to keep it text goes. null: nothing. */
export const cellText = (cell: string | undefined): string | null => {
  const value = (cell ?? '')
    .replace(/^="(.*)"$/s, '$1')
    .replace(/^'(?=\s*[=+\-@\t\r])/, '')
    .replaceAll(/\s+/g, ' ')
    .trim();
  return value === '' ? null : value.slice(0, MAX_CELL);
};

/** A line of the table with the number of its line in the file. */
export interface TableLine {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

/** The lines of a table (CSV), headings first, one more than it may have; null: it can't be read. */
export const readTable = (bytes: Uint8Array): readonly TableLine[] | null => {
  const text = decode(bytes);
  try {
    return parse(text, {
      delimiter: separatorOf(text),
      bom: true,
      info: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
      max_record_size: 64 * 1024,
      to: MAX_TABLE_ROWS + 2,
    }) as unknown as readonly TableLine[];
  } catch {
    return null;
  }
};
