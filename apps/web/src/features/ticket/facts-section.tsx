import type { TicketPage } from '@reglament/contract';
import { useDesk } from '../../desk/desk-context.tsx';
import { PriorityMark } from '../../desk/priority-mark.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import classes from './details.module.css';
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
        <dt>{m.who.channel}</dt>
        <dd>{m.channel[ticket.channel]}</dd>
        <dt>{m.who.received}</dt>
        <dd className={classes.mono}>{dates.full(ticket.receivedAt)}</dd>
        <dt>{m.who.registered}</dt>
        <dd className={classes.mono}>{dates.full(ticket.registeredAt)}</dd>
        <dt>{m.who.edition}</dt>
        <dd>{ticket.edition}</dd>
      </dl>
    </Section>
  );
}
