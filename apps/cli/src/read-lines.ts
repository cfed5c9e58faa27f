import { isUtf8 } from 'node:buffer';

/** Longest line read, in bytes without its end; of a longer one no more than this is ever held. */
export const LONGEST_LINE = 4 * 1024 * 1024;

/** Why there is no text of a line. */
export interface UnreadLine {
  readonly unread: 'line-too-long' | 'invalid-utf8';
}

const NEW_LINE = 0x0a;
const BYTE_ORDER_MARK = '\uFEFF';
const TOO_LONG: UnreadLine = { unread: 'line-too-long' };
const NOT_TEXT: UnreadLine = { unread: 'invalid-utf8' };

const textOf = (line: Buffer): string | UnreadLine => (isUtf8(line) ? line.toString('utf8') : NOT_TEXT);

const shortened = (line: string | UnreadLine): string | UnreadLine =>
  typeof line === 'string' && Buffer.byteLength(line) > LONGEST_LINE ? TOO_LONG : line;

/** Whole lines. As a rule all are sound, so they are checked and decoded at once. */
const linesOf = (bytes: Buffer): readonly (string | UnreadLine)[] => {
  if (isUtf8(bytes)) {
    const sound = bytes.toString('utf8').split('\n');
    return bytes.length > LONGEST_LINE ? sound.map(shortened) : sound;
  }
  const lines: (string | UnreadLine)[] = [];
  let from = 0;
  for (let to = bytes.indexOf(NEW_LINE); to >= 0; to = bytes.indexOf(NEW_LINE, from)) {
    lines.push(textOf(bytes.subarray(from, to)));
    from = to + 1;
  }
  lines.push(textOf(bytes.subarray(from)));
  return lines.map(shortened);
};

/** The bytes of a line whose end has not come yet; once it is too long only that is remembered. */
const unfinished = () => {
  let parts: Buffer[] = [];
  let bytes = 0;
  return {
    add: (part: Buffer): void => {
      bytes += part.length;
      if (bytes <= LONGEST_LINE) parts.push(part);
      else parts = [];
    },
    /** The line, or null when there is none at all. */
    take: (): string | UnreadLine | null => {
      const line = bytes === 0 ? null : bytes > LONGEST_LINE ? TOO_LONG : textOf(Buffer.concat(parts));
      parts = [];
      bytes = 0;
      return line;
    },
  };
};

/**
 * The lines of a stream of bytes, some at a time, without their '\n' (a '\r' before it stays). A byte order mark at the
 * very beginning is left out. What can't be read is one `UnreadLine`; the lines after it are read.
 */
export async function* readLines(
  input: AsyncIterable<Buffer>,
): AsyncGenerator<readonly (string | UnreadLine)[]> {
  const rest = unfinished();
  let first = true;
  const begin = (lines: (string | UnreadLine)[]): readonly (string | UnreadLine)[] => {
    const [line] = lines;
    if (first && typeof line === 'string' && line.startsWith(BYTE_ORDER_MARK)) lines[0] = line.slice(1);
    first = false;
    return lines;
  };
  for await (const chunk of input) {
    const firstEnd = chunk.indexOf(NEW_LINE);
    const lastEnd = chunk.lastIndexOf(NEW_LINE);
    if (firstEnd < 0) {
      rest.add(chunk);
      continue;
    }
    rest.add(chunk.subarray(0, firstEnd));
    const lines = [rest.take() ?? ''];
    if (lastEnd > firstEnd) lines.push(...linesOf(chunk.subarray(firstEnd + 1, lastEnd)));
    rest.add(chunk.subarray(lastEnd + 1));
    yield begin(lines);
  }
  const last = rest.take();
  if (last !== null) yield begin([last]);
}
