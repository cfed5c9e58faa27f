import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LONGEST_LINE, readLines, type UnreadLine } from './read-lines.ts';

const linesOf = async (chunks: readonly Uint8Array[]): Promise<readonly (string | UnreadLine)[]> => {
  const lines: (string | UnreadLine)[] = [];
  const input = async function* (): AsyncGenerator<Buffer> {
    for (const chunk of chunks) yield await Promise.resolve(Buffer.from(chunk));
  };
  for await (const some of readLines(input())) lines.push(...some);
  return lines;
};

/** The bytes cut wherever they may be, within a letter too. */
const cutAt = (bytes: Buffer, sizes: readonly number[]): readonly Buffer[] => {
  const chunks: Buffer[] = [];
  let from = 0;
  for (const size of sizes) {
    chunks.push(bytes.subarray(from, from + size));
    from += size;
  }
  return [...chunks, bytes.subarray(from)];
};

describe('the lines of a stream', () => {
  test('are the same however it is cut', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.string({ unit: fc.constantFrom('Ж', 'a', '\r', '"', '😀', '\uFEFF') }), { minLength: 1 }),
        fc.array(fc.nat(7)),
        async (written, sizes) => {
          const text = `.${written.join('\n')}`;
          const expected = text.split('\n');
          if (expected.at(-1) === '') expected.pop();
          expect(await linesOf(cutAt(Buffer.from(text), sizes))).toEqual(expected);
        },
      ),
    );
  });

  test('a mark of byte order is left out at the beginning only', async () => {
    expect(await linesOf([Buffer.from('\uFEFFa\n\uFEFFb')])).toEqual(['a', '\uFEFFb']);
  });

  test('bytes that are no text cost their line only', async () => {
    const bytes = Buffer.concat([
      Buffer.from('a\n'),
      Buffer.of(0x7b, 0xff, 0x7d, 0x0a),
      Buffer.from('Ж\n'),
      Buffer.of(0xed, 0xa0, 0x80, 0x0a),
      Buffer.of(0xd0),
    ]);
    const expected = [
      'a',
      { unread: 'invalid-utf8' },
      'Ж',
      { unread: 'invalid-utf8' },
      { unread: 'invalid-utf8' },
    ];
    expect(await linesOf([bytes])).toEqual(expected);
    expect(await linesOf(cutAt(bytes, [1, 1, 1, 1, 1, 1, 1]))).toEqual(expected);
  });

  test('the longest line is read, a longer one is not, at once or in parts, ended or not', async () => {
    const longest = Buffer.alloc(LONGEST_LINE, 'x');
    const longer = Buffer.alloc(LONGEST_LINE + 1, 'x');
    const end = Buffer.from('\n');
    const text = longest.toString();
    expect(await linesOf([Buffer.concat([end, longest, end, longer, end, longest])])).toEqual([
      '',
      text,
      { unread: 'line-too-long' },
      text,
    ]);
    expect(await linesOf([longer, longer, Buffer.from('\na')])).toEqual([{ unread: 'line-too-long' }, 'a']);
    expect(await linesOf([longer])).toEqual([{ unread: 'line-too-long' }]);
  });

  test('of a line without end no more is held than the longest line has', async () => {
    const [chunks, size] = [128, LONGEST_LINE];
    const before = process.memoryUsage().arrayBuffers;
    let most = 0;
    const input = async function* (): AsyncGenerator<Buffer> {
      for (let n = 0; n < chunks; n += 1) {
        most = Math.max(most, process.memoryUsage().arrayBuffers - before);
        yield await Promise.resolve(Buffer.alloc(size, 'x'));
      }
    };
    for await (const lines of readLines(input())) expect(lines).toEqual([{ unread: 'line-too-long' }]);
    expect(most).toBeLessThan((chunks * size) / 2);
  });
});
