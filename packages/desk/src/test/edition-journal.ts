import type { Regulation } from '../regulation/index.ts';
import { type Edition, editionOf, whenUnder } from './edition-story.ts';
import { variant } from './shipped-regulations.ts';
import { given, type Story } from './ticket-story.ts';

const sooner = (r: Regulation): Regulation => ({
  ...r,
  clocks: r.clocks.map((clock) => ({
    ...clock,
    targets: clock.targets.map((row) =>
      row.within?.kind === 'working-time'
        ? { ...row, within: { ...row.within, ms: row.within.ms / 2 } }
        : row,
    ),
  })),
});

/** An open ticket that could not go over to one edition, and went over to the next. */
export const editionJournal = (): Story => {
  const editions: readonly Edition[] = [
    { version: 'version-1', desk: 'centaur', from: '2020-01-01 00:00' },
    editionOf('centaur', 'version-2', '2025-02-07 12:00', (r) => ({
      ...r,
      packages: r.packages.filter(({ id }) => id !== 'extended'),
    })),
    editionOf('centaur', 'version-3', '2025-02-07 14:00', sooner),
  ];
  const follow = { type: 'FollowEditions' } as const;
  const begun = given('centaur', { at: '2025-02-07 10:00', holds: 'extended', priority: 'low' });
  const kept = whenUnder(editions, begun, '2025-02-07 12:30', follow).story;
  return whenUnder(editions, kept, '2025-02-07 14:30', follow).story;
};

/** A call of somebody without an address, where the number always goes by letter. */
export const unreachableStory = (): Story => {
  const desk = variant('centaur', 'the number by letter', (r) => ({
    ...r,
    lifecycle: { ...r.lifecycle, acknowledgement: { over: 'email', clause: 'CN-REACT' } },
  }));
  const beginning = { at: '2025-02-07 10:00', holds: 'extended', channel: 'phone' } as const;
  return { ...given(desk, { ...beginning, hasAddress: false }), desk: 'centaur' };
};
