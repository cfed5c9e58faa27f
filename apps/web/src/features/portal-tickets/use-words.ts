import { portalTickets as en } from '../../i18n/en/portal-tickets.ts';
import { portalTickets as ru, type PortalTicketWords } from '../../i18n/ru/portal-tickets.ts';
import { useI18n } from '../../i18n/i18n.tsx';

const catalogues = { ru, en } as const;

/** Words about a customer's tickets in the language of the screen. */
export const useTicketWords = (): PortalTicketWords => catalogues[useI18n().language];
