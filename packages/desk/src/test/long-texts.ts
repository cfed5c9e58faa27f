import { MAX_BYTES, MAX_LINES } from '../regulation/read-yaml.ts';
import { shippedText } from './shipped-regulations.ts';

/** As often as fits into a file behind what stands before it. */
const filled = (before: string, part: string, after = ''): string => {
  const bytes = (text: string): number => Buffer.byteLength(text);
  const room = MAX_BYTES - bytes(before) - bytes(after);
  const times = Math.floor(room / bytes(part));
  const lines = part.split('\n').length - 1;
  const most = lines === 0 ? times : Math.floor((MAX_LINES - before.split('\n').length - 2) / lines);
  return before + part.repeat(Math.min(times, most)) + after;
};

const keys = (count: number): string => Array.from({ length: count }, (_, at) => `k${at}: {}\n`).join('');

/** Texts as long as a file may be, of everything that takes long to read. */
export const LONG_TEXTS: Readonly<Record<string, () => string>> = {
  'a long comment behind a regulation': () => filled(`${shippedText('flat')}\n# `, 'а'),
  'comments behind a regulation': () => filled(`${shippedText('flat')}\n`, '# слово слово\n'),
  'a plain text of many lines': () => filled('a: x\n', '  b\n'),
  'empty lines in a plain text': () => filled('a: x\n', '\n', '  y\n'),
  'a block of short lines': () => filled('a: |\n', '  x\n'),
  'empty lines in a block': () => filled('a: |\n  x\n', '\n', '  y\n'),
  'a folded block of two depths': () => filled('a: >\n', '  x\n   y\n'),
  'one long text in quotes': () => filled('a: "', 'b', '"'),
  'one long text in escapes': () => filled('a: "', String.raw`\u0041`, '"'),
  'quotes of many lines': () => filled('a: "', 'b\n  ', '"'),
  'quotes that are never closed': () => filled('a: "', 'b\n  '),
  'two apostrophes, many times': () => filled("a: '", "b''", "'"),
  'a list in brackets': () => filled('a: [', '1,', ']'),
  'dashes in a row': () => filled('', '- '),
  'a key without an end': () => filled('', 'k', ': 1'),
  'blanks before a comment': () => filled('a: b', ' ', '#1'),
  colons: () => filled('', ':'),
  'tabs in a block': () => filled('a: |\n', ' \t\n'),
  'keys of many letters': () =>
    Array.from({ length: 3000 }, (_, at) => `k${at}: ${'x'.repeat(160)}\n`).join(''),
  'many keys behind a regulation': () => `${shippedText('flat')}\n${keys(6000)}`,
  'a name of many letters': () =>
    shippedText('flat').replace(/^product: .*$/mu, () => `product: {ru: ${'ы'.repeat(220_000)}, en: x}`),
};
