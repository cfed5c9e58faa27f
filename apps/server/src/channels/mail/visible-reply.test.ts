import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { REPLIES, WHOLE_LETTERS } from '../../testing/letters/russian-replies.ts';
import { ownTime } from '../../testing/own-time.ts';
import { splitReply } from './visible-reply.ts';

describe('the visible part of a reply', () => {
  test.each(REPLIES)('$name', ({ visible, quoted }) => {
    expect(splitReply(visible + quoted)).toEqual({ visible, quoted });
  });

  test.each(WHOLE_LETTERS)('hides nothing: %s', (_, text) => {
    expect(splitReply(text)).toEqual({ visible: text, quoted: '' });
  });

  test('loses nothing of any text', () => {
    const line = fc.constantFrom(
      '',
      '> а',
      'текст',
      'От: а',
      'Дата: б',
      'Кому: в',
      'Тема: г',
      '-- ',
      '-----Original Message-----',
      '20.11.2026 12:05, Пётр пишет:',
      '____________',
      'On 1.1.2026 10:00 a@b.example',
      'wrote:',
      '\r',
      ' ',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(line, fc.string()), { maxLength: 40 }), (lines) => {
        const text = lines.join('\n');
        const { visible, quoted } = splitReply(text);
        expect(visible + quoted).toBe(text);
        if (text.trim() !== '') expect(visible.trim()).not.toBe('');
      }),
      { numRuns: 500 },
    );
  });

  test('takes time in proportion to the text', () => {
    const best = (lines: number): number => {
      const text = '20.11.2026 12:05,\nот\n'.repeat(lines);
      return Math.min(...[1, 2, 3].map(() => ownTime(() => void splitReply(text))));
    };
    // Quadratic would be 64 times.
    expect(best(80_000)).toBeLessThan(24 * best(10_000));
  });
});
