import type { Instant } from '@reglament/working-time';
import type { Regulation } from '../regulation/regulation.ts';
import { agreeableClocks } from './decide/agreed-date.ts';
import { declinableGrounds } from './decide/grounds.ts';
import { handOversOf } from './decide/lines.ts';
import { reopens } from './decide/reopen.ts';
import type { Ticket } from './ticket.ts';

/** What staff can do to a ticket, by the names of the API. */
export type StaffAction =
  | 'take'
  | 'assign'
  | 'classify'
  | 'propose-priority'
  | 'request-information'
  | 'add-note'
  | 'reply'
  | 'resolve'
  | 'decline'
  | 'hand-over'
  | 'split'
  | 'merge'
  | 'record-confirmation'
  | 'record-objection'
  | 'identify'
  | 'name-site'
  | 'name-product'
  | 'accept-uncovered'
  | 'record-call'
  | 'agree-date'
  | 'record-date-answer';

/** The buttons of a ticket: actions that the rules would not refuse for its state. Without `now` none that hangs on the moment. */
export const allowedActions = (
  ticket: Ticket,
  regulation: Regulation,
  now?: Instant,
): readonly StaffAction[] => {
  // Asked where it decides whose clock counts (R37).
  const site: readonly StaffAction[] = regulation.localTime === 'site' ? ['name-site'] : [];
  const unknown = ticket.companyId === null;
  const identify: readonly StaffAction[] = [...(unknown ? (['identify'] as const) : site), 'name-product'];
  const split: readonly StaffAction[] = regulation.lifecycle.split === null ? [] : ['split'];
  switch (ticket.state) {
    case 'closed':
      // Said by phone as well as written (R21).
      return now !== undefined && reopens(ticket, regulation, now)
        ? ['record-objection', 'add-note']
        : ['add-note'];
    case 'not-entitled':
      return [...identify, 'accept-uncovered', 'reply', ...split, 'merge', 'add-note', 'record-call'];
    case 'resolved':
      return [
        ...identify,
        'record-confirmation',
        'record-objection',
        'reply',
        'take',
        'assign',
        ...split,
        'merge',
        'add-note',
        'record-call',
      ];
    case 'new':
    case 'in-progress':
    case 'waiting-for-customer': {
      // A vendor may know neither types nor priorities: nothing is there to choose then.
      const classify: readonly StaffAction[] = regulation.ticketTypes.length > 0 ? ['classify'] : [];
      const propose: readonly StaffAction[] =
        regulation.priorityRules?.staffChange === 'with-consent' && ticket.proposal === null
          ? ['propose-priority']
          : [];
      const agree: readonly StaffAction[] =
        agreeableClocks(ticket, regulation).length > 0 ? ['agree-date'] : [];
      const answer: readonly StaffAction[] =
        (ticket.dateProposal ?? null) === null ? [] : ['record-date-answer'];
      const decline: readonly StaffAction[] =
        declinableGrounds(ticket, regulation).length > 0 ? ['decline'] : [];
      const handOver: readonly StaffAction[] =
        handOversOf(ticket, regulation).length > 0 ? ['hand-over'] : [];
      return [
        ...identify,
        'take',
        'assign',
        ...classify,
        ...propose,
        ...agree,
        ...answer,
        'reply',
        'request-information',
        'resolve',
        ...decline,
        ...handOver,
        ...split,
        'merge',
        'add-note',
        'record-call',
      ];
    }
  }
};
