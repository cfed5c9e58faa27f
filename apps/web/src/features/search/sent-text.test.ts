import { addressOf, endpoints } from '@reglament/contract';
import { describe, expect, it } from 'vitest';
import { sentText } from './sent-text.ts';

const addressFor = (typed: string): string =>
  addressOf(endpoints.search, { desk: 'd'.repeat(40) }, { q: sentText(typed), limit: 20 });

describe('what is sent of a question', () => {
  it('is all of it up to 500 characters, without the spaces around', () => {
    expect(sentText(`  ${'я'.repeat(500)}\n`)).toBe('я'.repeat(500));
  });

  it('is one character more of a longer one, so that the answer says that it was cut', () => {
    expect(sentText('я'.repeat(12_000))).toHaveLength(501);
    expect(sentText('🙂'.repeat(6000))).toBe(`${'🙂'.repeat(250)}.`);
  });

  it.each(['x', 'ошибка ', '🙂', '漢', '%', '\uD800'])('fits into an address, of %j repeated', (piece) => {
    expect(addressFor(piece.repeat(12_000)).length).toBeLessThan(8 * 1024);
  });
});
