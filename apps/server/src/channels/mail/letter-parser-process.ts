import { readSync, writeSync } from 'node:fs';
import { encodeFrame, frameReader, type LetterFrame } from './letter-frame.ts';
import { parseLetter, type ParseLetterOptions } from './parse-letter.ts';

// Started by startLetterParser: letters come in on standard input, what they say goes out on standard
// output. The only state is the letter in hand, so the process can be killed at any moment. Reading and
// writing block on purpose: streams would hold a large letter in memory a second time.

const STANDARD_INPUT = 0;
const STANDARD_OUTPUT = 1;
const CHUNK_BYTES = 256 * 1024;

const nap = new Int32Array(new SharedArrayBuffer(4));

/** A pipe may be set not to block, by the loader for one; then it is asked again after a millisecond. */
const patiently = (attempt: () => number): number => {
  for (;;) {
    try {
      return attempt();
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') throw error;
      Atomics.wait(nap, 0, 0, 1);
    }
  }
};

const write = (head: unknown, bodies: readonly Uint8Array[] = []): void => {
  for (const piece of encodeFrame({ head, bodies })) {
    for (let written = 0; written < piece.byteLength;) {
      const from = written;
      written += patiently(() => writeSync(STANDARD_OUTPUT, piece, from, piece.byteLength - from));
    }
  }
};

const answer = async ({ head, bodies }: LetterFrame): Promise<void> => {
  const result = await parseLetter(bodies[0] ?? new Uint8Array(), head as ParseLetterOptions);
  if (!result.ok) return write(result);
  const attachments = result.letter.attachments.map(({ content: _, ...rest }) => rest);
  return write(
    { ok: true, letter: { ...result.letter, attachments } },
    result.letter.attachments.map((attachment) => attachment.content),
  );
};

const serve = async (): Promise<void> => {
  const frames: LetterFrame[] = [];
  const feed = frameReader((frame) => frames.push(frame));
  const chunk = Buffer.alloc(CHUNK_BYTES);
  write('ready');
  for (;;) {
    const size = patiently(() => readSync(STANDARD_INPUT, chunk, 0, CHUNK_BYTES, null));
    if (size === 0) return;
    feed(chunk.subarray(0, size));
    for (let frame = frames.shift(); frame !== undefined; frame = frames.shift()) {
      write('received');
      await answer(frame);
    }
  }
};

await serve();
