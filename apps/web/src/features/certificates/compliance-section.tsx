import type { CertificatePage, ComplianceReport } from '@reglament/contract';
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
          {report.licences.length > 0 && <Licences licences={report.licences} />}
        </>
      )}
    </Section>
  );
}

/** Under which agreements what it covers may be used. */
function Licences({ licences }: { readonly licences: ComplianceReport['licences'] }) {
  const { m } = useI18n();
  const { dates } = useDesk();
  const words = m.installations;
  const day = (date: string): string => dates.date(`${date}T06:00:00Z`);
  return (
    <>
      <h3 className={details.subheading}>{words.licences}</h3>
      <ul className={details.list}>
        {licences.map(({ number, products, from, until, state }) => (
          <li key={number}>
            {number}
            <span className={details.small}>
              {[
                products?.join(', ') ?? words.allProducts,
                until === null ? m.company.since(day(from)) : m.company.period(day(from), day(until)),
                words.states[state],
              ].join(' · ')}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
