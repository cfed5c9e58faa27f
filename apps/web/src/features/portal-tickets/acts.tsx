import type { PortalTicket } from '@reglament/contract';
import { ProposalCard } from './proposal-card.tsx';
import { QuestionCard } from './question-card.tsx';
import { SolutionCard } from './solution-card.tsx';

/** What waits for the customer's yes or no. */
export function Acts({ ticket }: { readonly ticket: PortalTicket }) {
  return (
    <>
      {ticket.state === 'waiting-for-customer' && <QuestionCard ticket={ticket} />}
      {ticket.priorityProposal !== null && (
        <ProposalCard ticket={ticket} kind="answer-proposal" effect={ticket.priorityProposal} />
      )}
      {ticket.dateProposal !== null && (
        <ProposalCard ticket={ticket} kind="answer-date" effect={ticket.dateProposal} />
      )}
      {ticket.solution !== null && <SolutionCard ticket={ticket} solution={ticket.solution} />}
    </>
  );
}
