import type { TicketPage } from '@reglament/contract';
import { useDesk } from '../../desk/desk-context.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { CommissioningNote } from './commissioning-note.tsx';
import { ClocksSection } from './clocks-section.tsx';
import classes from './details.module.css';
import { FactsSection } from './facts-section.tsx';
import { TicketInquiries } from '../inquiries/index.ts';
import { FieldsSection } from './fields-section.tsx';
import { HistorySection } from './history-section.tsx';
import { RatingFact } from './rating-fact.tsx';
import { RelatedSection } from './related-section.tsx';
import { ServicesSection } from './services-section.tsx';
import { TimeSection } from '../ticket-extras/index.ts';
import { WhoSection } from './who-section.tsx';

/** Everything about the ticket beside its conversation. */
export function Details({ page }: { readonly page: TicketPage }) {
  return (
    <div className={classes.details}>
      <Proposal page={page} />
      <DateProposal page={page} />
      <CommissioningNote page={page} />
      {page.ticket.state === 'closed' && <RatingFact number={page.ticket.number} />}
      <ClocksSection page={page} />
      <WhoSection page={page} />
      <FieldsSection fields={page.ticket.fields} />
      <FactsSection page={page} />
      <RelatedSection page={page} />
      <TimeSection page={page} />
      <TicketInquiries ticketNumber={page.ticket.number} />
      <ServicesSection services={page.services} />
      <HistorySection history={page.history} />
    </div>
  );
}

function Proposal({ page }: { readonly page: TicketPage }) {
  const { m, say } = useI18n();
  const { regulation, dates } = useDesk();
  const { proposal } = page.ticket;
  if (proposal === null) return null;
  const priority = regulation?.priorities.find((one) => one.id === proposal.priority);
  const name = priority === undefined ? proposal.priority : say(priority.name);
  return <p className={classes.proposal}>{m.ticket.proposal(name, dates.short(proposal.proposedAt))}</p>;
}

function DateProposal({ page }: { readonly page: TicketPage }) {
  const { m, say } = useI18n();
  const { dates } = useDesk();
  const { dateProposal } = page.ticket;
  if (dateProposal === null) return null;
  const date = dates.full(dateProposal.date);
  return <p className={classes.proposal}>{m.agree.waiting(say(dateProposal.name), date)}</p>;
}
