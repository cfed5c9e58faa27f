import type { TicketPage } from '@reglament/contract';

/** Open tickets that staff see beside this one, each once, as a line to choose. */
export const nearTickets = ({ related }: TicketPage): readonly string[] => {
  const open = related.filter(({ state }) => state !== 'closed' && state !== 'resolved');
  return [...new Set(open.map(({ number, subject }) => `№ ${number} ${subject}`))];
};
