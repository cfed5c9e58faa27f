import { Skeleton } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { usePortal } from '../portal/index.ts';
import { Box } from './box.tsx';
import shared from './certificates.module.css';
import classes from './inquiries-section.module.css';
import { usePortalInquiries } from './use-portal-certificates.ts';
import { useCertificateWords } from './use-words.ts';

/** What the customer asked of sales. */
export function InquiriesSection() {
  const { inquiries: w } = useCertificateWords();
  const { slug, dates } = usePortal();
  const { data, error, refetch } = usePortalInquiries(slug);
  return (
    <Box title={w.title}>
      {data === undefined && error === null && <Skeleton height={44} />}
      {data === undefined && error !== null && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      {data?.inquiries.length === 0 && <p className={shared.dim}>{w.empty}</p>}
      {data !== undefined && data.inquiries.length > 0 && (
        <ul className={classes.inquiries}>
          {data.inquiries.map(({ number, subject, state, lastMessageAt }) => (
            <li key={number}>
              <Link
                to="/p/$desk/certificates/inquiries/$inquiryNumber"
                params={{ desk: slug, inquiryNumber: String(number) }}
                className={classes.inquiry}
              >
                <span>
                  <b>{w.number(number)}</b> {subject}
                </span>
                <span className={shared.dim}>
                  {w.states[state]} · {dates.full(lastMessageAt)}
                </span>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </Box>
  );
}
