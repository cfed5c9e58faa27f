import type { Regulation, TrailNames } from '@reglament/desk';
import { endWords, momentWords } from './moment-words.ts';

/** Names and instants of a trail as people of a desk read them. */
export const trailNames = (regulation: Regulation): TrailNames => {
  const { zone } = regulation;
  return {
    regulation,
    moment: (at) => ({ ru: momentWords(zone, at, 'ru'), en: momentWords(zone, at, 'en') }),
    end: (at) => ({ ru: endWords(zone, at, 'ru'), en: endWords(zone, at, 'en') }),
  };
};
