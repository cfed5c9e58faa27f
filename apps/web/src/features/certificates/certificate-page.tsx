import type { CertificatePage as Page } from '@reglament/contract';
import { Button, Skeleton } from '@mantine/core';
import { IconCertificateOff } from '@tabler/icons-react';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useDesk } from '../../desk/desk-context.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { FoundOrNot } from '../../ui/found-or-not.tsx';
import { HeadButtons, PageHead } from '../../ui/page-head.tsx';
import { PageScroll } from '../../ui/page-scroll.tsx';
import { ScreenState } from '../../ui/screen-state.tsx';
import { usePageTitle } from '../../ui/use-page-title.ts';
import { Waiting } from '../../ui/waiting.tsx';
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
  return (
    <FoundOrNot query={query} failed={m.certificates.page.failed} waiting={<Loading />} missing={<NoSuch />}>
      {(page) => <Loaded key={certificateId} page={page} />}
    </FoundOrNot>
  );
}

function Loaded({ page }: { readonly page: Page }) {
  const { certificate } = page;
  return (
    <>
      <PageHead title={certificate.number} isNumber>
        <CertificateState state={certificate.state} />
        <HeadButtons>
          <CertificateActions page={page} />
        </HeadButtons>
      </PageHead>
      <PageScroll>
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
      </PageScroll>
    </>
  );
}

function Loading() {
  return (
    <Waiting>
      <Skeleton height={18} width="40%" />
      <Skeleton height={90} />
      <Skeleton height={120} width="85%" />
    </Waiting>
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
