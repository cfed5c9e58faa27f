import { isUtf8 } from 'node:buffer';
import { chooseCharset } from './letter-charset.ts';

const LINE_FEED = 10;
const DASH = 45;
const BOUNDARY = /boundary\s*=\s*(?:"([^"\r\n]+)"|([^\s;"]+))/gi;
const HEADER_BLOCK_LIMIT_BYTES = 2 * 1024 * 1024;

interface HeaderBlock {
  readonly start: number;
  readonly end: number;
}

const latin1 = (raw: Uint8Array, start: number, end: number): string =>
  Buffer.from(raw.buffer, raw.byteOffset + start, end - start).toString('latin1');

/** End of the header block that starts at `start`: the empty line, or the end of the letter. */
const endOfHeaders = (raw: Uint8Array, start: number): number => {
  let line = start;
  while (line < raw.length) {
    const feed = raw.indexOf(LINE_FEED, line);
    const end = feed < 0 ? raw.length : feed;
    if (end === line || (end === line + 1 && raw[line] === 13)) return line;
    line = end + 1;
  }
  return raw.length;
};

/** Header blocks of the letter and of its parts, found by the boundaries that the headers declare. */
const headerBlocks = (raw: Uint8Array): readonly HeaderBlock[] => {
  const blocks: HeaderBlock[] = [];
  const boundaries = new Set<string>();
  const add = (start: number): number => {
    const end = endOfHeaders(raw, start);
    blocks.push({ start, end });
    const text = latin1(raw, start, Math.min(end, start + HEADER_BLOCK_LIMIT_BYTES));
    for (const match of text.matchAll(BOUNDARY)) boundaries.add(`--${match[1] ?? match[2] ?? ''}`);
    return end;
  };
  let position = add(0);
  while (boundaries.size > 0 && position < raw.length) {
    const feed = raw.indexOf(LINE_FEED, position);
    if (feed < 0) break;
    const isDelimiter =
      raw[position] === DASH &&
      raw[position + 1] === DASH &&
      feed - position < 256 &&
      boundaries.has(latin1(raw, position, feed).trimEnd());
    position = isDelimiter ? add(feed + 1) : feed + 1;
  }
  return blocks;
};

/**
 * The same letter with raw 8-bit headers (names, subjects, file names written in KOI8-R or
 * windows-1251 without any encoding) turned into UTF-8. The parser reads headers as UTF-8 and would
 * lose them. Returns the argument itself when nothing has to change, which is the usual case.
 */
export const recodeHeaders = (raw: Uint8Array): Uint8Array => {
  if (isUtf8(raw)) return raw;
  const pieces: Uint8Array[] = [];
  let copied = 0;
  for (const { start, end } of headerBlocks(raw)) {
    const block = raw.subarray(start, end);
    if (isUtf8(block)) continue;
    const declared = /charset\s*=\s*"?([\w.:-]+)/i.exec(latin1(raw, start, end))?.[1];
    const { charset } = chooseCharset(block, declared);
    pieces.push(
      raw.subarray(copied, start),
      new TextEncoder().encode(new TextDecoder(charset).decode(block)),
    );
    copied = end;
  }
  if (pieces.length === 0) return raw;
  pieces.push(raw.subarray(copied));
  return Buffer.concat(pieces);
};
