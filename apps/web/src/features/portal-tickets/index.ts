export { portalTicketQuery } from './portal-ticket-queries.ts';
export { useTicketWords } from './use-words.ts';
