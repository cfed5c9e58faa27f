import type { Ticket } from '@reglament/desk';
import type { PageWords } from '../words.ts';

/** How a ticket stands, in the customer's words. */
export interface Standing {
  /** Whose turn it is: `mine` is the customer's. */
  readonly tone: 'mine' | 'theirs' | 'over' | 'off';
  readonly name: string;
  readonly turn: string;
}

const toneOf = ({ state }: Ticket): Standing['tone'] => {
  switch (state) {
    case 'new':
    case 'in-progress':
      return 'theirs';
    case 'waiting-for-customer':
    case 'resolved':
      return 'mine';
    case 'closed':
      return 'over';
    case 'not-entitled':
      return 'off';
  }
};

/** The state by name and whose turn it is: a proposal that waits for an answer comes before everything else. */
export const standingOf = (ticket: Ticket, words: PageWords): Standing => {
  if (ticket.proposal !== null || (ticket.dateProposal ?? null) !== null)
    return { tone: 'mine', name: words.states['waiting-for-customer'], turn: words.proposalTurn };
  if (ticket.state === 'resolved' && ticket.outcome?.kind === 'declined')
    return { tone: 'mine', name: words.declinedState, turn: words.declinedTurn };
  return { tone: toneOf(ticket), name: words.states[ticket.state], turn: words.turns[ticket.state] };
};
