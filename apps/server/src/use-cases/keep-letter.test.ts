import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { contentKey } from './keep-letter.ts';

const text = (lines: readonly string[]): Buffer => Buffer.from(lines.join('\r\n'), 'latin1');
const sha256 = (said: string): string => createHash('sha256').update(said, 'latin1').digest('hex');

describe('the key of a letter by its content', () => {
  const letter = ['From: a@b.example', 'Subject: x', ' folded', '', 'Hello', '', ''];

  it('is the hash of headers without traces, and of the body from the empty line on, whatever ends its lines', () => {
    const key = sha256('From: a@b.example\nSubject: x\n folded\n\n\n\nHello');
    expect(contentKey(text(letter))).toBe(key);
    expect(contentKey(Buffer.from(letter.join('\n')))).toBe(key);
    const traces = [
      'Received: from x',
      '\tby y',
      'X-Spam: 1',
      ...letter.slice(0, 3),
      'Delivered-To: c@d.example',
    ];
    expect(contentKey(text([...traces, ...letter.slice(3)]))).toBe(key);
  });

  it.each([
    ['another word', ['From: a@b.example', 'Subject: y', ' folded', '', 'Hello', '', '']],
    ['another fold', ['From: a@b.example', 'Subject: x', '', 'Hello', '', '']],
    ['a line less', ['From: a@b.example', 'Subject: x', ' folded', '', '']],
  ])('is another one for %s', (_name, other) => {
    expect(contentKey(text(other))).not.toBe(contentKey(text(letter)));
  });

  it('is the same for a long body, where its pieces meet too', () => {
    const body = `${'x'.repeat(1024 * 1024 - 3)}\r\n`.repeat(3);
    const head = 'From: a@b.example\r\n\r\n';
    const said = `From: a@b.example\n\n\n\n${body.replaceAll('\r\n', '\n').trimEnd()}`;
    for (let shift = 0; shift < 4; shift += 1)
      expect(contentKey(Buffer.from(`${head}${'y'.repeat(shift)}${body}`))).toBe(
        sha256(said.replace('\n\n\n\n', `\n\n\n\n${'y'.repeat(shift)}`)),
      );
  });

  it('is given to bytes that are no letter', () => {
    for (const bytes of ['', '\n', '\r\n\r\n', 'abc', ' abc', '\u0000'])
      expect(contentKey(Buffer.from(bytes))).toMatch(/^[0-9a-f]{64}$/);
  });

  it.each(['a\n', '\n', ' \n', 'a'])('costs little for fifty mebibytes of %j', (letters) => {
    const bomb = Buffer.alloc(50 * 1024 * 1024, letters);
    const before = process.memoryUsage();
    const started = performance.now();
    contentKey(bomb);
    const after = process.memoryUsage();
    expect(after.heapUsed + after.external - before.heapUsed - before.external).toBeLessThan(
      200 * 1024 * 1024,
    );
    expect(performance.now() - started).toBeLessThan(2500);
  });
});
