import type { TicketPage } from '@reglament/contract';
import { Link } from '@tanstack/react-router';
import { useDesk } from '../../desk/desk-context.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { LinkButton, UnlinkButton } from '../ticket-extras/index.ts';
import classes from './details.module.css';
import { Section } from './section.tsx';

/** Tickets that this one has to do with, and the way to say of another. */
export function RelatedSection({ page }: { readonly page: TicketPage }) {
  const { m } = useI18n();
  const { slug } = useDesk();
  const { related } = page;
  return (
    <Section title={m.related.title} folded={related.length === 0}>
      {related.length === 0 && <p className={classes.small}>{m.related.empty}</p>}
      <ul className={classes.list}>
        {related.map((one) => (
          <li key={`${one.number} ${one.relation}`}>
            <Link to="/d/$desk/t/$number" params={{ desk: slug, number: String(one.number) }}>
              {m.common.number(one.number)} {one.subject}
            </Link>
            <span className={classes.small}>
              {m.related.relation[one.relation]} · {m.state[one.state].toLowerCase()}{' '}
              <UnlinkButton number={page.ticket.number} other={one} />
            </span>
          </li>
        ))}
      </ul>
      <LinkButton page={page} />
    </Section>
  );
}
