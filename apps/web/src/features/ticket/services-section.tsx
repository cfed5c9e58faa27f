import type { TicketPage } from '@reglament/contract';
import { useI18n } from '../../i18n/i18n.tsx';
import classes from './details.module.css';
import { Section } from './section.tsx';

export function ServicesSection({ services }: { readonly services: TicketPage['services'] }) {
  const { m, say } = useI18n();
  if (services.length === 0) return null;
  return (
    <Section title={m.services.title} folded>
      <ul className={classes.list}>
        {services.map((one) => (
          <li key={one.name.ru} className={classes.line}>
            <span>{say(one.name)}</span>
            <span className={classes.level} data-level={one.level}>
              {m.services.level[one.level]}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
