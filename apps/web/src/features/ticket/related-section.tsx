import type { TicketPage } from '@reglament/contract';
import { Link } from '@tanstack/react-router';
import { useDesk } from '../../desk/desk-context.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import classes from './details.module.css';
import { Section } from './section.tsx';

export function RelatedSection({ related }: { readonly related: TicketPage['related'] }) {
  const { m } = useI18n();
  const { slug } = useDesk();
  if (related.length === 0) return null;
  return (
    <Section title={m.related.title} folded={false}>
      <ul className={classes.list}>
        {related.map((one) => (
          <li key={one.number}>
            <Link to="/d/$desk/t/$number" params={{ desk: slug, number: String(one.number) }}>
              {m.common.number(one.number)} {one.subject}
            </Link>
            <span className={classes.small}>
              {m.related.relation[one.relation]} · {m.state[one.state].toLowerCase()}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
