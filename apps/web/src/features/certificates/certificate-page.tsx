import { ProblemError, type CertificatePage as Page } from '@reglament/contract';
import { Button, Skeleton, VisuallyHidden } from '@mantine/core';
import { IconCertificateOff } from '@tabler/icons-react';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useDesk } from '../../desk/desk-context.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { ScreenFailure, ScreenState } from '../../ui/screen-state.tsx';
import { usePageTitle } from '../../ui/use-page-title.ts';
import { CertificateActions } from './certificate-actions.tsx';
import { CoversSection, ServicesOfCertificate } from './covers-section.tsx';
import { CertificateLettersSection } from './certificate-letters.tsx';
import { CertificateState } from './certificate-state.tsx';
import classes from './certificates.module.css';
import { DatesSection, FactsSection, RenewalSection } from './facts-sections.tsx';
import { ComplianceSection } from './compliance-section.tsx';
import { CertificateHistory } from './certificate-history.tsx';
import { ReleasesSection } from './releases-section.tsx';
import { useCertificate } from './use-certificates.ts';
import { WhoMayAsk } from './who-may-ask.tsx';

/** Everything about one certificate. */
export function CertificatePage() {
  const { m } = useI18n();
  const { slug } = useDesk();
  const { certificateId } = useParams({ from: '/signed-in/d/$desk/certificates/$certificateId' });
  const query = useCertificate(slug, certificateId);
  usePageTitle(query.data?.certificate.number ?? m.certificates.title);
  if (query.data !== undefined) return <Loaded key={certificateId} page={query.data} />;
  if (query.error === null) return <Loading />;
  if (query.error instanceof ProblemError && query.error.problem.status === 404) return <NoSuch />;
  return (
    <ScreenFailure
      isPage
      title={m.certificates.page.failed}
      error={query.error}
      onRetry={() => void query.refetch()}
    />
  );
}

function Loaded({ page }: { readonly page: Page }) {
  const { certificate } = page;
  return (
    <>
      <header className={classes.header}>
        <h1 className={classes.title}>{certificate.number}</h1>
        <CertificateState state={certificate.state} />
        <div className={classes.buttons}>
          <CertificateActions page={page} />
        </div>
      </header>
      <div className={classes.scroll}>
        <div className={classes.columns}>
          <div>
            <DatesSection page={page} />
            <FactsSection page={page} />
            <WhoMayAsk companyId={certificate.company.companyId} />
            <RenewalSection page={page} />
            <ComplianceSection page={page} />
            <CertificateLettersSection
              certificateId={certificate.certificateId}
              companyId={certificate.company.companyId}
            />
          </div>
          <div>
            <CoversSection page={page} />
            <ReleasesSection page={page} />
            <ServicesOfCertificate page={page} />
            <CertificateHistory history={page.history} />
          </div>
        </div>
      </div>
    </>
  );
}

function Loading() {
  const { m } = useI18n();
  return (
    <div className={classes.waiting} role="status">
      <VisuallyHidden>{m.common.loading}</VisuallyHidden>
      <Skeleton height={18} width="40%" />
      <Skeleton height={90} />
      <Skeleton height={120} width="85%" />
    </div>
  );
}

function NoSuch() {
  const { m } = useI18n();
  const { slug } = useDesk();
  const navigate = useNavigate();
  const handleBack = () =>
    void navigate({ to: '/d/$desk/certificates', params: { desk: slug }, search: { view: 'all' } });
  return (
    <ScreenState
      isPage
      icon={IconCertificateOff}
      title={m.certificates.page.notFound}
      hint={m.certificates.page.notFoundHint}
    >
      <Button variant="default" onClick={handleBack}>
        {m.certificates.page.toList}
      </Button>
    </ScreenState>
  );
}
