import { ProblemError, type PortalCertificatePage } from '@reglament/contract';
import { Button, Skeleton, VisuallyHidden } from '@mantine/core';
import { IconCertificateOff, IconChevronLeft } from '@tabler/icons-react';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useI18n } from '../../i18n/i18n.tsx';
import { ScreenFailure, ScreenState } from '../../ui/screen-state.tsx';
import { PortalScreen, usePortal } from '../portal/index.ts';
import { CertificateStanding, CertificateTag } from './certificate-standing.tsx';
import classes from './certificates.module.css';
import { Covers, Services } from './covers.tsx';
import { Facts } from './facts.tsx';
import { History, Letters } from './history.tsx';
import { Releases } from './releases.tsx';
import { RenewalSection } from './renewal-section.tsx';
import { usePortalCertificate } from './use-portal-certificates.ts';
import { useCertificateWords } from './use-words.ts';

/** One certificate for whoever holds it. */
export function CertificatePage() {
  const { page: w } = useCertificateWords();
  const { slug } = usePortal();
  const { certificateId } = useParams({ from: '/signed-in/p/$desk/certificates/$certificateId' });
  const { data, error, refetch } = usePortalCertificate(slug, certificateId);
  if (data !== undefined) return <Loaded key={certificateId} page={data} />;
  if (error === null) return <Loading />;
  if (error instanceof ProblemError && error.problem.status === 404) return <NoSuch />;
  return <ScreenFailure isPage title={w.failed} error={error} onRetry={() => void refetch()} />;
}

export function BackToCertificates() {
  const { page: w } = useCertificateWords();
  const { slug } = usePortal();
  return (
    <div className={classes.backRow}>
      <Link to="/p/$desk/certificates" params={{ desk: slug }} className={classes.back}>
        <IconChevronLeft size={16} stroke={1.8} aria-hidden />
        {w.back}
      </Link>
    </div>
  );
}

function Loaded({ page }: { readonly page: PortalCertificatePage }) {
  const w = useCertificateWords();
  const { say } = useI18n();
  const { certificate } = page;
  return (
    <>
      <BackToCertificates />
      <PortalScreen
        title={say(certificate.package.name)}
        about={
          <span className={classes.under}>
            <CertificateTag certificate={certificate} />
            <span>
              {w.number(certificate.number)} · {certificate.company.name}
            </span>
            <CertificateStanding certificate={certificate} />
          </span>
        }
      >
        <div className={classes.columns}>
          <div className={classes.sections}>
            <RenewalSection page={page} />
            <Covers page={page} />
            <Services page={page} />
            <Releases page={page} />
          </div>
          <div className={classes.sections}>
            <Facts page={page} />
            <History page={page} />
            <Letters page={page} />
          </div>
        </div>
      </PortalScreen>
    </>
  );
}

function Loading() {
  const { m } = useI18n();
  return (
    <div className={classes.waiting} role="status">
      <VisuallyHidden>{m.common.loading}</VisuallyHidden>
      <Skeleton height={28} width="40%" />
      <Skeleton height={120} radius="md" />
      <Skeleton height={180} radius="md" />
    </div>
  );
}

function NoSuch() {
  const { page: w } = useCertificateWords();
  const { slug } = usePortal();
  const navigate = useNavigate();
  return (
    <ScreenState isPage icon={IconCertificateOff} title={w.notFound} hint={w.notFoundHint}>
      <Button
        variant="default"
        onClick={() => void navigate({ to: '/p/$desk/certificates', params: { desk: slug } })}
      >
        {w.back}
      </Button>
    </ScreenState>
  );
}
