import { packageOf, takesChannel } from '../certificate/judge-channel.ts';
import type { Regulation } from '../regulation/regulation.ts';
import type { Ticket } from './ticket.ts';

/** Whether who asks may count on a call: a clock of theirs ends by one, or the package that serves them talks by telephone. */
export const takesCalls = (ticket: Ticket, regulation: Regulation): boolean => {
  const owed = ticket.clocks.some(
    ({ id, status }) =>
      status !== 'stopped' &&
      regulation.clocks.find((rule) => rule.id === id)?.stops.every((stop) => stop === 'callback') === true,
  );
  const { packageId } = ticket.coverage;
  const served = packageId === null ? undefined : packageOf(regulation, packageId);
  return (
    owed ||
    (served !== undefined && takesChannel(served, 'phone', ticket.priority ?? ticket.supposedPriority))
  );
};
