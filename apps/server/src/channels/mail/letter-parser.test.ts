import { createHash, randomBytes } from 'node:crypto';
import { afterEach, describe, expect, test } from 'vitest';
import { multipart, ordinaryHeaders, rawLetter } from '../../testing/letters/raw-letter.ts';
import { startLetterParser, startLimitedLetterParser, type LetterParserLimits } from './letter-parser.ts';
import { parseLetter, type ParseLetterOptions, type ParseLetterResult } from './parse-letter.ts';

const OPTIONS: ParseLetterOptions = { trustedAuthserv: null, ownAddresses: [] };
const GENEROUS: LetterParserLimits = { milliseconds: 30_000, bytes: 256 * 1024 * 1024 };
const ORDINARY = rawLetter(ordinaryHeaders(), 'Не печатает');
// 100,000 tags that are never closed: the sanitiser needs far more than two seconds.
const SLOW = rawLetter(ordinaryHeaders({ 'Content-Type': 'text/html' }), '<div>'.repeat(150_000));

const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

const start = (limits?: LetterParserLimits) => {
  const parser = limits === undefined ? startLetterParser() : startLimitedLetterParser(limits);
  stops.push(parser.stop);
  return parser;
};

/** In a word: a failed comparison of whole letters of 50 MiB would take the test runner with it. */
const outcome = (result: ParseLetterResult): string =>
  result.ok ? `read ${result.letter.attachments.map(({ sha256 }) => sha256).join(' ')}` : result.reason;

describe('reading letters in a process of its own', () => {
  test('gives the same as reading them here', async () => {
    const raw = rawLetter(
      ordinaryHeaders({ 'Content-Type': 'multipart/mixed; boundary=x' }),
      multipart('x', [
        ['Content-Type: text/plain; charset=utf-8', 'текст'],
        ['Content-Type: image/png; name=a.png', randomBytes(70_000)],
        ['Content-Type: text/csv; name=empty.csv', ''],
      ]),
    );
    const { parse } = start();
    expect(await parse(raw, OPTIONS)).toEqual(await parseLetter(raw, OPTIONS));
  });

  test('kills what takes too long and reads the next letter', async () => {
    const { parse } = start();
    const startedAt = Date.now();
    const [slow, next] = await Promise.all([parse(SLOW, OPTIONS), parse(ORDINARY, OPTIONS)]);
    expect(slow).toEqual({ ok: false, reason: 'timeout' });
    expect(Date.now() - startedAt).toBeGreaterThan(1_900);
    expect(next).toMatchObject({ ok: true, letter: { text: 'Не печатает' } });
  });

  test('kills what takes too much memory and reads the next letter', async () => {
    const { parse } = start({ milliseconds: 30_000, bytes: 120 * 1024 * 1024 });
    const large = rawLetter(
      ordinaryHeaders({ 'Content-Type': 'application/zip', 'Content-Transfer-Encoding': 'binary' }),
      Buffer.alloc(49 * 1024 * 1024, 'abc\n'),
    );
    expect(outcome(await parse(large, OPTIONS))).toBe('memory');
    expect(await parse(ORDINARY, OPTIONS)).toMatchObject({ ok: true });
  });

  test('reads a letter of nearly 50 MiB within the memory limit, and refuses a larger one unread', async () => {
    const content = randomBytes(36 * 1024 * 1024);
    const raw = rawLetter(
      ordinaryHeaders({ 'Content-Type': 'multipart/mixed; boundary=x' }),
      multipart('x', [
        [
          'Content-Type: application/zip; name=a.zip\nContent-Transfer-Encoding: base64',
          content.toString('base64').replace(/(.{76})/g, '$1\r\n'),
        ],
      ]),
    );
    // Time is another test's: this one runs beside others.
    const { parse } = start(GENEROUS);
    const expected = createHash('sha256').update(content).digest('hex');
    expect(outcome(await parse(raw, OPTIONS))).toBe(`read ${expected}`);
    expect(await parse(new Uint8Array(50 * 1024 * 1024 + 1), OPTIONS)).toEqual({
      ok: false,
      reason: 'too-large',
    });
  });

  test('stops after the letter in hand, and more than once', async () => {
    const parser = start();
    const last = parser.parse(ORDINARY, OPTIONS);
    await parser.stop();
    expect(await last).toMatchObject({ ok: true });
    await parser.stop();
  });
});
