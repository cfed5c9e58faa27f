/** Spreadsheets take a cell that begins so for a formula. */
const FORMULA = /^\s*[=+\-@\t\r]/;
const PLAIN_NUMBER = /^-?\d+(?:[.,]\d+)?$/;
/** A program that was not told how cells are parted may part them at commas and tabs: what stands after one would begin a cell. */
const QUOTED = /[",;\t\r\n]/;

/** So that Excel reads UTF-8. */
export const TABLE_START = '\uFEFF';

/**
 * One cell. What a spreadsheet would run as a formula gets an apostrophe before it, which makes it text there and which our own
 * import takes off again.
 */
const cellOf = (value: string | number | boolean | null): string => {
  if (value === null) return '';
  if (typeof value !== 'string') return String(value);
  const text = FORMULA.test(value) && !PLAIN_NUMBER.test(value) ? `'${value}` : value;
  return QUOTED.test(text) || text !== text.trim() ? `"${text.replaceAll('"', '""')}"` : text;
};

/** A line of a table with its end. Semicolons part the cells: that is what a Russian spreadsheet opens by itself. */
export const tableLine = (cells: readonly (string | number | boolean | null)[]): string =>
  `${cells.map(cellOf).join(';')}\r\n`;
