import type { TicketPage } from '@reglament/contract';
import { agreeableClocks, type ClockId, type Regulation, type Text, type Ticket } from '@reglament/desk';
import { presentClause } from './present-clause.ts';
import { iso } from './iso.ts';

const nameOf = (regulation: Regulation, id: ClockId): Text =>
  regulation.clocks.find((c) => c.id === id)?.name ?? { ru: id, en: id };

/** The date that waits for the customer's word. */
export const presentDateProposal = (
  { dateProposal }: Ticket,
  regulation: Regulation,
): TicketPage['ticket']['dateProposal'] => {
  if (dateProposal === undefined || dateProposal === null) return null;
  const { proposalId, clock, date, at } = dateProposal;
  return { proposalId, clock, name: nameOf(regulation, clock), date: iso(date), proposedAt: iso(at) };
};

/** What the regulation lets be agreed on this ticket now, so that a form can say it before it is sent. */
export const presentAgreeable = (ticket: Ticket, regulation: Regulation): TicketPage['agreeable'] =>
  agreeableClocks(ticket, regulation).map(({ rule, agreedDate, clock }) => {
    const hours = regulation.schedules.find(({ id }) => id === agreedDate.hours);
    return {
      clock: rule.id,
      name: rule.name,
      dueAt: clock === null || clock.dueAt === null ? null : iso(clock.dueAt),
      needsConsent: agreedDate.consent === 'customer',
      pausesMoveIt: agreedDate.pausesMoveIt,
      hours: hours?.name ?? null,
      clause: presentClause(regulation, agreedDate.clause),
    };
  });
