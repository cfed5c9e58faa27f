import { Link } from '@tanstack/react-router';
import { useDesk } from '../../desk/desk-context.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { inquiryMark } from '../../ui/inquiry-mark.ts';
import classes from './inquiries.module.css';
import { InquiryState } from './inquiry-state.tsx';
import { useInquiries } from './use-inquiries.ts';

/** What a company wanted to buy, the latest first. */
export function CompanyInquiries({ companyId }: { readonly companyId: string }) {
  const { m } = useI18n();
  const { slug, dates } = useDesk();
  const query = useInquiries(slug, { view: 'all', companyId });
  const inquiries = query.data?.pages[0]?.inquiries ?? [];
  if (inquiries.length === 0)
    return <p className={classes.dim}>{query.isPending ? m.common.loading : m.inquiries.noneOfCompany}</p>;
  return (
    <ul className={classes.lines}>
      {inquiries.slice(0, 20).map(({ number, subject, state, lastMessageAt }) => (
        <li key={number}>
          <Link
            className={classes.link}
            to="/d/$desk/inquiries/$number"
            params={{ desk: slug, number: String(number) }}
          >
            {inquiryMark(number)} {subject}
          </Link>
          <span className={classes.dim}>{dates.date(lastMessageAt)}</span>
          <InquiryState state={state} />
        </li>
      ))}
    </ul>
  );
}
