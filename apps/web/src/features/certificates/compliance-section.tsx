import type { CertificatePage } from '@reglament/contract';
import { Skeleton } from '@mantine/core';
import { ClauseMark } from '../../desk/clause-mark.tsx';
import { useDesk } from '../../desk/desk-context.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { details, Section } from '../ticket/index.ts';
import classes from './certificates.module.css';
import { useCompliance } from './use-certificates.ts';

/** Whether the customer keeps to what was bought, as far as installations and licences on record say. */
export function ComplianceSection({ page }: { readonly page: CertificatePage }) {
  const { m, say } = useI18n();
  const { slug, dates } = useDesk();
  const words = m.certificates.page;
  const query = useCompliance(slug, page.certificate.certificateId);
  const report = query.data;
  if (report !== undefined && !report.isForeseen && report.findings.length === 0) return null;
  return (
    <Section title={words.compliance}>
      {report === undefined ? (
        query.isError ? (
          <ProblemNotice error={query.error} onRetry={() => void query.refetch()} />
        ) : (
          <Skeleton height={40} aria-busy />
        )
      ) : (
        <>
          {report.checkOpenedAt !== null && (
            <p className={classes.checkOpen}>{words.checkOpen(dates.full(report.checkOpenedAt))}</p>
          )}
          {report.findings.length === 0 ? (
            <p className={details.missing}>{words.complianceFine}</p>
          ) : (
            <ul className={details.list}>
              {report.findings.map(({ says, clause }) => (
                <li key={`${clause} ${says.ru}`} className={details.line}>
                  <span>{say(says)}</span>
                  <span className={classes.fixed}>
                    <ClauseMark id={clause} />
                  </span>
                </li>
              ))}
            </ul>
          )}
        </>
      )}
    </Section>
  );
}
