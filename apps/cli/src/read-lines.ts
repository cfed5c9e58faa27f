import { StringDecoder } from 'node:string_decoder';

/** Longest line read, in characters; a longer one comes as null. */
export const LONGEST_LINE = 1_000_000;

/** The lines of a stream, one after another, holding no more than one of them in memory. */
export async function* readLines(
  input: AsyncIterable<Buffer | string>,
): AsyncGenerator<readonly (string | null)[]> {
  const decoder = new StringDecoder('utf8');
  let rest = '';
  let skipping = false;
  for await (const chunk of input) {
    const parts = (rest + (typeof chunk === 'string' ? chunk : decoder.write(chunk))).split('\n');
    rest = parts.pop() ?? '';
    const lines: (string | null)[] = parts;
    if (skipping && lines.length > 0) {
      lines[0] = null;
      skipping = false;
    }
    if (rest.length > LONGEST_LINE) {
      skipping = true;
      rest = '';
    }
    if (lines.length > 0) yield lines;
  }
  const last = rest + decoder.end();
  if (skipping) yield [null];
  else if (last !== '') yield [last];
}
