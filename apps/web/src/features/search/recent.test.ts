import { describe, expect, it } from 'vitest';
import { withRecent, type Recent } from './recent.ts';

const opened = (n: number): Recent => ({ place: `/d/optima/t/${n}`, title: `Заявка ${n}`, note: '' });

describe('what was opened last', () => {
  it('stands first, and only once', () => {
    const kept = [opened(1), opened(2), opened(3)];
    expect(withRecent(kept, opened(2)).map(({ place }) => place)).toEqual([
      '/d/optima/t/2',
      '/d/optima/t/1',
      '/d/optima/t/3',
    ]);
  });

  it('is six things at most', () => {
    const kept = Array.from({ length: 6 }, (_, n) => opened(n));
    expect(withRecent(kept, opened(9))).toHaveLength(6);
  });
});
