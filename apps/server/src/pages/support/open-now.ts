import { openingsOf } from '@reglament/desk';
import { momentWords } from '../../text/moment-words.ts';
import type { SupportView } from './support-view.ts';

/**
 * Whether support of a package works at this minute and when it opens next, by the text in force: a request that is sent now
 * goes by it. One line for each schedule; none where the text in force has no such package.
 */
export const openNow = (view: SupportView, packageId: string): readonly string[] => {
  const { regulation, calendars, words, language, now } = view;
  return openingsOf(regulation, calendars, packageId, now).map(({ isOpen, opensAt, priorities }) => {
    const state = isOpen
      ? words.openNow
      : opensAt === null
        ? words.closedNow
        : `${words.closedNow}, ${words.opensAt} ${momentWords(regulation.zone, opensAt, language)}`;
    const names = priorities?.map(
      (id) => regulation.priorities.find((one) => one.id === id)?.name[language] ?? id,
    );
    return names === undefined ? state : `${state} (${words.onlyFor} ${names.join(', ')})`;
  });
};
