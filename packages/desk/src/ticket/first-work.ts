import type { Regulation } from '../regulation/regulation.ts';
import { waitsForClassification } from '../regulation/waits-for-classification.ts';
import { missingFields } from './decide/missing-fields.ts';
import type { Ticket } from './ticket.ts';

/**
 * What whoever receives tickets has still to do with one. `classification`: a clock waits for it, type and priority are told
 * with it. `type`, `priority`: asked for by the regulation and not set. `company`: nobody knows whose it is. `fields`:
 * answers that the regulation wants are not there.
 */
export type FirstWork = 'classification' | 'type' | 'priority' | 'company' | 'fields';

const lacksType = (ticket: Ticket, regulation: Regulation): boolean => {
  if (ticket.type !== null) return false;
  const asked = missingFields(regulation, { type: null, packageId: ticket.coverage.packageId }, []);
  return regulation.intake.some(({ id, source }) => source === 'type' && asked.includes(id));
};

/** One that is assumed is left to the customer (R35); one that is only supposed waits for the desk's word (R20). */
const lacksPriority = (ticket: Ticket, { priorityRules }: Regulation): boolean =>
  priorityRules !== null && ticket.priority === null && ticket.prioritySource !== 'default';

const toClassify = (ticket: Ticket, regulation: Regulation): readonly FirstWork[] => {
  if (waitsForClassification(regulation)) return ticket.classifiedAt === null ? ['classification'] : [];
  return [
    ...(lacksType(ticket, regulation) ? (['type'] as const) : []),
    ...(lacksPriority(ticket, regulation) ? (['priority'] as const) : []),
  ];
};

/** Answers that only the customer can give; the others are first work of their own, or are known. */
const lacksAnswers = ({ missingFields: missing }: Ticket, { intake }: Regulation): boolean =>
  intake.some(
    ({ id, source }) =>
      missing.includes(id) && source !== 'type' && source !== 'priority' && source !== 'company',
  );

/**
 * The dispatcher's part that is still undone, in the order in which it is done (OW-T-dispatcher); empty: nothing, or the
 * ticket is over. Missing answers are the dispatcher's until the ticket is classified or somebody works on it.
 */
export const firstWorkOf = (ticket: Ticket, regulation: Regulation): readonly FirstWork[] => {
  const { state, companyId, classifiedAt } = ticket;
  if (state === 'closed' || state === 'resolved') return [];
  const company: readonly FirstWork[] = companyId === null ? ['company'] : [];
  // Nothing is promised: whose it is may change that, the rest may not.
  if (state === 'not-entitled') return company;
  const isNobodys = state === 'new' && classifiedAt === null;
  return [
    ...company,
    ...toClassify(ticket, regulation),
    ...(isNobodys && lacksAnswers(ticket, regulation) ? (['fields'] as const) : []),
  ];
};
