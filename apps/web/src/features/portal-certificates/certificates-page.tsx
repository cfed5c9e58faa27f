import type { PortalCertificates } from '@reglament/contract';
import { Button, Skeleton, VisuallyHidden } from '@mantine/core';
import { IconCertificate, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { ScreenFailure, ScreenState } from '../../ui/screen-state.tsx';
import { PortalScreen, usePortal } from '../portal/index.ts';
import { CabinetNotice, UnlistedNotice } from './cabinet-notice.tsx';
import { CertificateCard } from './certificate-card.tsx';
import classes from './certificates-page.module.css';
import shared from './certificates.module.css';
import { CoverageQuestion } from './coverage-question.tsx';
import { InquiriesSection } from './inquiries-section.tsx';
import { RegisterDialog } from './register-dialog.tsx';
import { SalesDialog } from './sales-dialog.tsx';
import { usePortalCertificates } from './use-portal-certificates.ts';
import { useCertificateWords } from './use-words.ts';

/** Certificates of the customer's companies, and what is asked and done about them. */
export function CertificatesPage() {
  const w = useCertificateWords();
  const { slug, overview } = usePortal();
  const { data, error, refetch } = usePortalCertificates(slug);
  const [dialog, setDialog] = useState<'register' | 'sales' | null>(null);
  const actions = (
    <>
      <Button variant="default" onClick={() => setDialog('sales')}>
        {w.sales.open}
      </Button>
      {data?.cabinet.registers === true && overview.companies.length > 0 && (
        <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setDialog('register')}>
          {w.register.open}
        </Button>
      )}
    </>
  );
  return (
    <PortalScreen
      title={w.title}
      about={overview.companies.map(({ name }) => name).join(', ')}
      actions={actions}
    >
      {data === undefined && error === null && <Loading />}
      {data === undefined && error !== null && (
        <ScreenFailure title={w.failed} error={error} onRetry={() => void refetch()} />
      )}
      {data !== undefined && <Loaded data={data} />}
      {dialog === 'register' && data !== undefined && (
        <RegisterDialog knowsKeys={data.knowsKeys} onClose={() => setDialog(null)} />
      )}
      {dialog === 'sales' && <SalesDialog onClose={() => setDialog(null)} />}
    </PortalScreen>
  );
}

function Loaded({ data }: { readonly data: PortalCertificates }) {
  const w = useCertificateWords();
  const { overview } = usePortal();
  const { certificates, cabinet, unlisted } = data;
  const hasCompany = overview.companies.length > 1;
  const isPast = ({ isRenewed, state }: PortalCertificates['certificates'][number]) =>
    isRenewed || state === 'revoked';
  const current = certificates.filter((one) => !isPast(one));
  const past = certificates.filter(isPast);
  return (
    <div className={shared.sections}>
      {(!cabinet.open || !cabinet.registers) && certificates.length > 0 && (
        <CabinetNotice cabinet={cabinet} />
      )}
      {unlisted.length > 0 && <UnlistedNotice names={unlisted} />}
      {certificates.length === 0 && unlisted.length === 0 && (
        <ScreenState icon={IconCertificate} title={w.empty} hint={w.emptyHint} />
      )}
      {current.length > 0 && (
        <ul className={classes.cards} aria-label={w.title}>
          {current.map((one) => (
            <CertificateCard key={one.certificateId} certificate={one} hasCompany={hasCompany} />
          ))}
        </ul>
      )}
      {past.length > 0 && (
        <details className={classes.past}>
          <summary>{w.past(past.length)}</summary>
          <ul className={classes.cards}>
            {past.map((one) => (
              <CertificateCard key={one.certificateId} certificate={one} hasCompany={hasCompany} />
            ))}
          </ul>
        </details>
      )}
      <div className={classes.pair}>
        {certificates.length > 0 && <CoverageQuestion />}
        <InquiriesSection />
      </div>
    </div>
  );
}

function Loading() {
  const w = useCertificateWords();
  return (
    <div className={classes.cards} role="status">
      <VisuallyHidden>{w.loading}</VisuallyHidden>
      <Skeleton height={148} radius="md" />
      <Skeleton height={148} radius="md" />
    </div>
  );
}
