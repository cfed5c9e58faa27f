import type { TicketPage } from '@reglament/contract';
import { ClauseMark } from '../../desk/clause-mark.tsx';
import { useDesk } from '../../desk/desk-context.tsx';
import { PriorityMark } from '../../desk/priority-mark.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import classes from './details.module.css';
import { ProductFact } from './product-fact.tsx';
import { Section } from './section.tsx';

export function FactsSection({ page }: { readonly page: TicketPage }) {
  const { m, say } = useI18n();
  const { dates } = useDesk();
  const { ticket } = page;
  return (
    <Section title={m.facts.title} folded={false}>
      <dl className={classes.facts}>
        <dt>{m.who.type}</dt>
        <dd>
          {ticket.type === null ? (
            <span className={classes.dim}>{m.who.unclassified}</span>
          ) : (
            say(ticket.type.name)
          )}
        </dd>
        <dt>{m.who.priority}</dt>
        <dd>
          <PriorityMark priority={ticket.priority} withName />
        </dd>
        <ProductFact product={ticket.product} />
        {ticket.line !== null && (
          <>
            <dt>{m.ended.line}</dt>
            <dd>
              {say(ticket.line.name)} <ClauseMark id={ticket.line.clause} />
            </dd>
          </>
        )}
        <Outcome outcome={ticket.outcome} />
        <dt>{m.who.channel}</dt>
        <dd>{m.channel[ticket.channel]}</dd>
        <dt>{m.who.received}</dt>
        <dd className={classes.mono}>{dates.full(ticket.receivedAt)}</dd>
        <dt>{m.who.registered}</dt>
        <dd className={classes.mono}>{dates.full(ticket.registeredAt)}</dd>
        <LocalTime page={page} />
        <dt>{m.who.edition}</dt>
        <dd>{ticket.edition}</dd>
      </dl>
    </Section>
  );
}

/** Whose wall clock the deadlines go by, where the regulation leaves that to the customer. */
function LocalTime({ page }: { readonly page: TicketPage }) {
  const { m } = useI18n();
  const { site, localZone } = page.ticket;
  return (
    <>
      {site !== null && (
        <>
          <dt>{m.place.site}</dt>
          <dd>{site.name}</dd>
        </>
      )}
      {localZone !== null && (
        <>
          <dt>{m.place.localTime}</dt>
          <dd>{localZone}</dd>
        </>
      )}
    </>
  );
}

/** What it turned out to be and how it was answered; or why it was declined and what is offered instead. */
function Outcome({ outcome }: { readonly outcome: TicketPage['ticket']['outcome'] }) {
  const { m, say } = useI18n();
  if (outcome === null) return null;
  if (outcome.kind === 'declined')
    return (
      <>
        <dt>{m.ended.outcome}</dt>
        <dd>
          {m.ended.declined(say(outcome.name))} <ClauseMark id={outcome.clause} />
        </dd>
        {outcome.instead !== null && (
          <>
            <dt>{m.ended.instead}</dt>
            <dd>{say(outcome.instead)}</dd>
          </>
        )}
      </>
    );
  return (
    <>
      {outcome.name !== null && (
        <>
          <dt>{m.ended.outcome}</dt>
          <dd>{say(outcome.name)}</dd>
        </>
      )}
      {outcome.means !== null && (
        <>
          <dt>{m.answer.means}</dt>
          <dd>{m.answer.meansName[outcome.means]}</dd>
        </>
      )}
    </>
  );
}
