import type { PortalCertificate } from '@reglament/contract';
import { IconChevronRight } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useI18n } from '../../i18n/i18n.tsx';
import { usePortal } from '../portal/index.ts';
import { CertificateStanding, CertificateTag, SOON_DAYS } from './certificate-standing.tsx';
import classes from './certificate-card.module.css';
import openMark from './open-mark.module.css';
import { useCertificateWords } from './use-words.ts';

interface Props {
  readonly certificate: PortalCertificate;
  /** Whose it is, where the customer speaks for several. */
  readonly hasCompany: boolean;
}

/** A certificate in the list: what, whose, how long, and what to do next. */
export function CertificateCard({ certificate, hasCompany }: Props) {
  const w = useCertificateWords();
  const { say } = useI18n();
  const { slug } = usePortal();
  const { certificateId, number, company } = certificate;
  return (
    <li>
      <Link
        to="/p/$desk/certificates/$certificateId"
        params={{ desk: slug, certificateId }}
        className={classes.card}
      >
        <span className={classes.cardHead}>
          <span className={classes.cardTitle}>{say(certificate.package.name)}</span>
          <CertificateTag certificate={certificate} />
        </span>
        <span className={classes.cardNumber}>
          {w.number(number)}
          {hasCompany && ` · ${company.name}`}
        </span>
        <CertificateStanding certificate={certificate} />
        <TermBar certificate={certificate} />
        <Marks certificate={certificate} />
        <NextStep certificate={certificate} />
        <IconChevronRight size={18} stroke={1.7} className={classes.cardArrow} aria-hidden />
      </Link>
    </li>
  );
}

/** The part of the term that is over, for the eye; its numbers stand above. */
function TermBar({ certificate }: Pick<Props, 'certificate'>) {
  const { state, startsAt, endsAt, loyaltyUntil, daysLeft } = certificate;
  const until = state === 'loyalty' ? loyaltyUntil : endsAt;
  const from = state === 'loyalty' ? endsAt : startsAt;
  if (until === null || from === null || daysLeft === null || state === 'not-begun') return null;
  const whole = Date.parse(until) - Date.parse(from);
  const left = Math.max(0, Math.min(1, (daysLeft * 86_400_000) / Math.max(1, whole)));
  return (
    <span className={classes.bar} aria-hidden>
      <span
        style={{ width: `${Math.max(2, left * 100)}%` }}
        data-tone={state === 'loyalty' || daysLeft <= SOON_DAYS ? 'warn' : undefined}
      />
    </span>
  );
}

function Marks({ certificate }: Pick<Props, 'certificate'>) {
  const w = useCertificateWords();
  const { isOpenNow, quantity, inUse, actWaits } = certificate;
  const isOver = quantity !== null && inUse !== null && inUse > quantity;
  const used = quantity === null ? null : inUse === null ? w.bought(quantity) : w.used(inUse, quantity);
  if (isOpenNow === null && used === null && !actWaits) return null;
  return (
    <span className={classes.marks}>
      {isOpenNow !== null && (
        <span className={openMark.openMark} data-open={isOpenNow}>
          {isOpenNow ? w.openNow : w.closedNow}
        </span>
      )}
      {used !== null && (
        <span data-tone={isOver ? 'warn' : undefined}>
          {used}
          {isOver && `: ${w.overused}`}
        </span>
      )}
      {actWaits && <span data-tone="accent">{w.actWaits}</span>}
    </span>
  );
}

function NextStep({ certificate }: Pick<Props, 'certificate'>) {
  const w = useCertificateWords();
  const { state, daysLeft, isRenewed } = certificate;
  if (isRenewed) return null;
  if (state === 'ended' || state === 'loyalty' || state === 'suspended')
    return <span className={classes.next}>{w.next[state]}</span>;
  if (daysLeft !== null && daysLeft <= SOON_DAYS) return <span className={classes.next}>{w.next.soon}</span>;
  return null;
}
