import { describe, expect, it } from 'vitest';
import { readCompanyTable } from './read-company-table.ts';
import { MAX_TABLE_ROWS } from './read-table.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
/** Russian letters as windows-1251 keeps them. */
const cyrillic = (text: string): Uint8Array =>
  Uint8Array.from(text, (c) => {
    const code = c.charCodeAt(0);
    if (code >= 0x410 && code <= 0x44f) return code - 0x350;
    return code === 0x401 ? 0xa8 : code === 0x451 ? 0xb8 : code;
  });

const rowsOf = (bytes: Uint8Array) => {
  const table = readCompanyTable(bytes);
  return table.kind === 'table' ? table.rows : table.refusal.code;
};

const birch = { line: 2, name: 'Берёза', inn: '7707083893', city: 'Омск', faults: [] };

describe('a table', () => {
  it.each([
    ['UTF-8, semicolons', utf8('Название;ИНН;Город\nБерёза;7707083893;Омск\n')],
    ['UTF-8 with a mark, commas', utf8('\uFEFFНаименование,"ИНН",Город\r\n"Берёза",7707083893,Омск\r\n')],
    ['windows-1251', cyrillic('Организация;ИНН;Город\nБерёза;7707083893;Омск')],
    ['English headings, tabs, another order', utf8('City\tTax ID\tCompany\nОмск\t7707083893\tБерёза')],
    [
      'UTF-16 of a spreadsheet',
      new Uint8Array(Buffer.from('\uFEFFНазвание\tИНН\tГород\nБерёза\t7707083893\tОмск', 'utf16le')),
    ],
  ])('in %s is read', (_, bytes) => {
    expect(rowsOf(bytes)).toMatchObject([birch]);
  });

  it('keeps separators and quotes inside a cell, and line numbers past empty lines', () => {
    const rows = rowsOf(utf8('Название;Город\n"Роща; ""Север""";"Омск"\n\nООО "Ель";Томск\n'));
    expect(rows).toMatchObject([
      { line: 2, name: 'Роща; "Север"', city: 'Омск' },
      { line: 4, name: 'ООО "Ель"', city: 'Томск' },
    ]);
  });

  it('reads time zones by their names; another word is told where it stands', () => {
    const rows = rowsOf(utf8('Название;Часовой пояс\nБерёза;Asia/Kamchatka\nЕль;\nРоща;Камчатка\n'));
    expect(rows).toMatchObject([
      { zone: 'Asia/Kamchatka', faults: [] },
      { zone: null, faults: [] },
      { zone: null, faults: [{ code: 'unknown-zone', details: { zone: 'Камчатка' } }] },
    ]);
  });

  it('takes what looks like a formula as text', () => {
    const rows = rowsOf(
      utf8('Название;ИНН;Город\n"=HYPERLINK(""http://link.example"")";="7707083893";+1-1\n'),
    );
    expect(rows).toMatchObject([
      { name: '=HYPERLINK("http://link.example")', inn: '7707083893', city: '+1-1' },
    ]);
  });

  it('gives back the zero that a spreadsheet took from a number', () => {
    expect(rowsOf(utf8('Название;ИНН;КПП\nБерёза;274062111;27701001'))).toMatchObject([
      { inn: '0274062111', kpp: '027701001' },
    ]);
  });

  it('reads the person, the district by its beginning, and the telephone with its country', () => {
    const rows = rowsOf(
      utf8(
        'Название;ФИО;E-mail;Тел.;Федеральный округ\nБерёза;Ан\u202eна;Anna@Birch.example;8 495 123-45-67;Северо-Западный ФО',
      ),
    );
    expect(rows).toMatchObject([
      {
        person: { name: 'Анна', email: 'anna@birch.example', phone: '+74951234567' },
        district: 'north-west',
      },
    ]);
  });

  it('reads a site and a standing with its days, as spreadsheets write them', () => {
    const rows = rowsOf(
      utf8(
        'Название;Площадка;Адрес площадки;Пояс площадки;Статус;Статус с;Статус по\nБерёза;Склад;Омск;Asia/Omsk;Партнёр;01.02.2026;2026-12-31\nЕль;;;;;;\nРоща;;;;Партнёр;вчера;',
      ),
    );
    expect(rows).toMatchObject([
      {
        site: { name: 'Склад', city: 'Омск', region: null, zone: 'Asia/Omsk' },
        standing: { role: 'Партнёр', from: '2026-02-01', until: '2026-12-31' },
      },
      { site: null, standing: null },
      { faults: [{ code: 'date-unreadable', details: { date: 'вчера' } }] },
    ]);
  });

  it('tells each cell that it could not read', () => {
    const rows = rowsOf(utf8('Название;Почта;Телефон;Округ\nБерёза;anna;12;Лунный'));
    expect(typeof rows !== 'string' && rows[0]?.faults.map(({ code }) => code)).toEqual([
      'district-unknown',
      'email-unreadable',
      'phone-unreadable',
    ]);
  });

  it('names the headings that mean nothing', () => {
    expect(readCompanyTable(utf8('Название;Цвет;\nБерёза;белый;'))).toMatchObject({ ignored: ['Цвет'] });
    const sites = 'Название;Площадка;Город площадки;Адрес площадки\nБерёза;Склад;Омск;Садовая, 5';
    expect(readCompanyTable(utf8(sites))).toMatchObject({
      ignored: ['Адрес площадки'],
      rows: [{ site: { name: 'Склад', city: 'Омск' } }],
    });
  });

  it.each([
    ['without names', 'ИНН;Город\n7707083893;Омск', 'table-without-names'],
    ['that is empty', '', 'table-without-names'],
    ['with a quote that never ends', 'Название;Город\n"Берёза;Омск', 'table-unreadable'],
    ['with a cell of a book’s length', `Название\n${'x'.repeat(70_000)}`, 'table-unreadable'],
    ['too long', `Название\n${'x\n'.repeat(MAX_TABLE_ROWS + 1)}`, 'table-too-long'],
  ])('%s is refused', (_, text, code) => {
    expect(rowsOf(utf8(text))).toBe(code);
  });

  it('of the longest kind is read', () => {
    expect(rowsOf(utf8(`Название\n${'x\n'.repeat(MAX_TABLE_ROWS)}`))).toHaveLength(MAX_TABLE_ROWS);
  });
});
