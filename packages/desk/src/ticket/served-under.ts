import type { PackageId } from '../regulation/regulation.ts';
import type { Ticket } from './ticket.ts';

/** The package that the ticket is served under; null: nothing is promised. */
export const servedUnder = (ticket: Ticket): PackageId | null => {
  const { kind, packageId } = ticket.coverage;
  return kind === 'not-entitled' || kind === 'channel' ? null : packageId;
};
