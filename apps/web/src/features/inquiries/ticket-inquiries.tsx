import { Link } from '@tanstack/react-router';
import { useDesk } from '../../desk/desk-context.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { inquiryMark } from '../../ui/inquiry-mark.ts';
import { details, Section } from '../ticket/index.ts';
import classes from './inquiries.module.css';
import { useInquiries } from './use-inquiries.ts';

/** Purchase inquiries that came of a ticket, or that it was before; nothing where there are none. */
export function TicketInquiries({ ticketNumber }: { readonly ticketNumber: number }) {
  const { m } = useI18n();
  const { slug } = useDesk();
  const query = useInquiries(slug, { view: 'all', ticket: ticketNumber });
  const inquiries = query.data?.pages.flatMap((page) => page.inquiries) ?? [];
  if (inquiries.length === 0) return null;
  return (
    <Section title={m.inquiries.title}>
      <ul className={details.list}>
        {inquiries.map(({ number, subject, state }) => (
          <li key={number}>
            <Link
              className={classes.link}
              to="/d/$desk/inquiries/$number"
              params={{ desk: slug, number: String(number) }}
            >
              {inquiryMark(number)} {subject}
            </Link>
            <span className={details.small}>{m.inquiries.state[state]}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
