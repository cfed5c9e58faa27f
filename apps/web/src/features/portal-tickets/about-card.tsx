import type { PortalTicket } from '@reglament/contract';
import { useI18n } from '../../i18n/i18n.tsx';
import { usePortal } from '../portal/index.ts';
import classes from './ticket-page.module.css';
import { useTicketWords } from './use-words.ts';

/** Facts of the ticket, and why it is served so. */
export function AboutCard({ ticket }: { readonly ticket: PortalTicket }) {
  const { about: w } = useTicketWords();
  const { say } = useI18n();
  const { clause } = usePortal();
  return (
    <section className={classes.card}>
      <h2 className={classes.cardTitle}>{w.title}</h2>
      <dl className={classes.facts}>
        <dt>{w.requester}</dt>
        <dd>{ticket.isOwn ? w.you : ticket.requester || '—'}</dd>
        {ticket.about.map(({ name, value }) => (
          <Fact key={name.ru} name={say(name)} value={say(value)} />
        ))}
      </dl>
      {ticket.why.length > 0 && (
        <details className={classes.why}>
          <summary>{w.why}</summary>
          <ol>
            {ticket.why.map(({ says, clause: id }) => (
              <li key={says.ru}>
                {say(says)}
                {id !== null && clause(id) !== null && <span className={classes.place}> {w.rule(id)}</span>}
              </li>
            ))}
          </ol>
        </details>
      )}
    </section>
  );
}

function Fact({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </>
  );
}
