import { ticketPrint as en } from '../../i18n/en/ticket-print.ts';
import { useI18n } from '../../i18n/i18n.tsx';
import { ticketPrint as ru, type TicketPrintWords } from '../../i18n/ru/ticket-print.ts';

const catalogues = { ru, en } as const;

/** Words of the printed page in the language of the screen. */
export const usePrintWords = (): TicketPrintWords => catalogues[useI18n().language];
