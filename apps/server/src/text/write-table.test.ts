import { describe, expect, it } from 'vitest';
import { cellText, readTable } from './read-table.ts';
import { TABLE_START, tableLine } from './write-table.ts';

const written = (cell: string): string => tableLine([cell]).trimEnd();

describe('a table', () => {
  it.each(['=1+1', '+7 (900) 123', '-cmd', '@sum', '  =1', '\t=1', '\r=1'])(
    'gives %j as text, not as a formula (R7)',
    (cell) => {
      expect(written(cell).replace(/^"/, '').startsWith("'")).toBe(true);
    },
  );

  it.each(['привет,=1+1', 'привет\t=1+1'])(
    'keeps %j together for programs that part cells there too (R7)',
    (cell) => {
      expect(tableLine(['x', cell])).toBe(`x;"${cell}"\r\n`);
    },
  );

  it('leaves numbers numbers, the negative too', () => {
    expect(tableLine([-5, '-5', '1,5', true, null, 'x'])).toBe('-5;-5;"1,5";true;;x\r\n');
  });

  it.each([
    '=HYPERLINK("https://x.example";"y")',
    '-cmd',
    '@a;b',
    'кавычки "и" ; точка',
    'две\nстроки',
    "'сам с апострофом",
  ])('read by our own import is what it was: %j', (cell) => {
    const lines = readTable(Buffer.from(TABLE_START + tableLine(['a', 'b']) + tableLine([cell, 'x'])));
    expect(cellText(lines?.[1]?.record[0])).toBe(cell.replace('\n', ' '));
  });
});
