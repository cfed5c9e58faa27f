import { Button, Skeleton, VisuallyHidden } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useDesk } from '../../desk/desk-context.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import details from '../ticket/details.module.css';
import { Section } from '../ticket/section.tsx';
import { CertificateTable } from './certificate-table.tsx';
import classes from './certificates.module.css';
import { IssueDialog } from './issue-dialog.tsx';
import { mayChange } from './may-change.ts';
import { useCertificates } from './use-certificates.ts';

/** What a company holds and held, on its page. */
export function CertificatesSection({ companyId }: { readonly companyId: string }) {
  const { m } = useI18n();
  const { slug, summary } = useDesk();
  const query = useCertificates(slug, { view: 'all', search: '', companyId });
  const [isIssuing, setIsIssuing] = useState(false);
  const certificates = query.data?.pages.flatMap((page) => page.certificates) ?? [];
  return (
    <Section title={m.certificates.title}>
      {query.isPending && (
        <div role="status">
          <VisuallyHidden>{m.common.loading}</VisuallyHidden>
          <Skeleton height={26} width="70%" />
        </div>
      )}
      {query.error !== null && <ProblemNotice error={query.error} onRetry={() => void query.refetch()} />}
      {certificates.length > 0 && <CertificateTable certificates={certificates} isOfCompany />}
      {query.data !== undefined && certificates.length === 0 && (
        <p className={details.dim}>{m.who.noCertificates}</p>
      )}
      <div className={classes.buttons}>
        {query.hasNextPage && (
          <Button variant="default" size="compact-sm" onClick={() => void query.fetchNextPage()}>
            {m.certificates.more}
          </Button>
        )}
        {mayChange(summary.role) && (
          <Button
            className={classes.issue}
            size="compact-sm"
            variant="default"
            leftSection={<IconPlus size={14} stroke={1.7} />}
            onClick={() => setIsIssuing(true)}
          >
            {m.certificates.issue}
          </Button>
        )}
      </div>
      {isIssuing && <IssueDialog companyId={companyId} onClose={() => setIsIssuing(false)} />}
    </Section>
  );
}
