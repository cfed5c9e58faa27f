import type { Coverage, Language, Regulation, Ticket, TreatedAs } from '@reglament/desk';
import type { CoverageWords } from './coverage-words.ts';
import { channelName, clauseSentence } from './regulation-names.ts';

/** The channel as which a request is handled, where the package lacks the one that it came over; null: as it came. */
export const treatedAsOf = (coverage: Coverage): TreatedAs | null =>
  'treatedAs' in coverage ? (coverage.treatedAs ?? null) : null;

/** Another channel than the package's, and by which rule the request is handled all the same; null: nothing to say. */
export const treatedAsWords = (
  { channel, coverage }: Ticket,
  regulation: Regulation,
  language: Language,
): CoverageWords | null => {
  const treatedAs = treatedAsOf(coverage);
  if (treatedAs === null) return null;
  const came = channelName(channel, language);
  const as = channelName(treatedAs.channel, language);
  return {
    title:
      language === 'ru'
        ? `Ведём как заявку, поданную иначе: ${as}`
        : `Handled as a request made another way: ${as}`,
    sentences: [
      language === 'ru'
        ? `Обращение пришло так: ${came}. Мы зарегистрировали его и ведём по тем же правилам, как если бы оно пришло так: ${as}.`
        : `The request came this way: ${came}. We registered it and handle it by the same rules as if it had come this way: ${as}.`,
      clauseSentence(regulation, treatedAs.clause, language),
    ],
    ways: [],
  };
};
