import type { PortalTicketWords } from '../../i18n/ru/portal-tickets.ts';
import { useWordsOf } from '../../i18n/use-words-of.ts';
import { wordsOf } from '../../i18n/words-of.ts';

const words = wordsOf<PortalTicketWords>({
  ru: async () => (await import('../../i18n/ru/portal-tickets.ts')).portalTickets,
  en: async () => (await import('../../i18n/en/portal-tickets.ts')).portalTickets,
});

/** Words about a customer's tickets in the language of the screen. */
export const useTicketWords = (): PortalTicketWords => useWordsOf(words);
