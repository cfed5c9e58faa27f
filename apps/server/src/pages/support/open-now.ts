import { calendarOf } from '@reglament/desk';
import { isOpen, nextOpening } from '@reglament/working-time';
import { momentWords } from '../../text/moment-words.ts';
import type { SupportView } from './support-view.ts';

/**
 * Whether support of a package works at this minute and when it opens next, by the text in force: a request that is sent now
 * goes by it. One line for each schedule; none where the text in force has no such package.
 */
export const openNow = (view: SupportView, packageId: string): readonly string[] => {
  const { regulation, calendars, words, language, now } = view;
  const held = regulation.packages.find(({ id }) => id === packageId);
  return (held?.hours ?? []).map(({ schedule, priorities }) => {
    const calendar = calendarOf(calendars, schedule);
    const opens = isOpen(calendar, now) ? null : nextOpening(calendar, now);
    const state = isOpen(calendar, now)
      ? words.openNow
      : opens === null
        ? words.closedNow
        : `${words.closedNow}, ${words.opensAt} ${momentWords(regulation.zone, opens, language)}`;
    const names = priorities?.map(
      (id) => regulation.priorities.find((one) => one.id === id)?.name[language] ?? id,
    );
    return names === undefined ? state : `${state} (${words.onlyFor} ${names.join(', ')})`;
  });
};
