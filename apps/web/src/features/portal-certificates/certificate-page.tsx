import type { PortalCertificatePage } from '@reglament/contract';
import { Skeleton } from '@mantine/core';
import { IconCertificateOff } from '@tabler/icons-react';
import { useParams } from '@tanstack/react-router';
import { useI18n } from '../../i18n/i18n.tsx';
import { FoundOrNot } from '../../ui/found-or-not.tsx';
import { Waiting } from '../../ui/waiting.tsx';
import { PortalScreen, usePortal } from '../portal/index.ts';
import { BackToCertificates } from './back-to-certificates.tsx';
import { CertificateStanding, CertificateTag } from './certificate-standing.tsx';
import classes from './certificate-page.module.css';
import shared from './certificates.module.css';
import { Covers, Services } from './covers.tsx';
import { Facts } from './facts.tsx';
import { History, Letters } from './history.tsx';
import { NoneOfYours } from './none-of-yours.tsx';
import { Releases } from './releases.tsx';
import { RenewalSection } from './renewal-section.tsx';
import { usePortalCertificate } from './use-portal-certificates.ts';
import { useCertificateWords } from './use-words.ts';

/** One certificate for whoever holds it. */
export function CertificatePage() {
  const { page: w } = useCertificateWords();
  const { slug } = usePortal();
  const { certificateId } = useParams({ from: '/signed-in/p/$desk/certificates/$certificateId' });
  const query = usePortalCertificate(slug, certificateId);
  return (
    <FoundOrNot
      query={query}
      failed={w.failed}
      waiting={<Loading />}
      missing={<NoneOfYours icon={IconCertificateOff} title={w.notFound} hint={w.notFoundHint} />}
    >
      {(page) => <Loaded key={certificateId} page={page} />}
    </FoundOrNot>
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
          <div className={shared.sections}>
            <RenewalSection page={page} />
            <Covers page={page} />
            <Services page={page} />
            <Releases page={page} />
          </div>
          <div className={shared.sections}>
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
  return (
    <Waiting className={shared.waiting}>
      <Skeleton height={28} width="40%" />
      <Skeleton height={120} radius="md" />
      <Skeleton height={180} radius="md" />
    </Waiting>
  );
}
