import type { PortalTicketForm } from '@reglament/contract';
import { useI18n } from '../../i18n/i18n.tsx';
import classes from './ticket-page.module.css';

const MAIL = /[\w.+-]+@[\w.-]+\.[a-z]{2,}/iu;

/** Ways to ask, each on its line; an address of mail can be written to at once. */
export function WaysList({ ways }: { readonly ways: PortalTicketForm['companies'][number]['ways'] }) {
  const { say } = useI18n();
  if (ways.length === 0) return null;
  return (
    <ul className={classes.ways}>
      {ways.map((way) => {
        const text = say(way);
        const mail = MAIL.exec(text)?.[0];
        if (mail === undefined) return <li key={way.ru}>{text}</li>;
        const [before = '', after = ''] = text.split(mail, 2);
        return (
          <li key={way.ru}>
            {before}
            <a href={`mailto:${mail}`}>{mail}</a>
            {after}
          </li>
        );
      })}
    </ul>
  );
}
