import type { PortalCertificate } from '@reglament/contract';
import {
  IconBan,
  IconCircleCheck,
  IconCircleDashed,
  IconCircleOff,
  IconHeartHandshake,
  IconPlayerPause,
  type Icon,
} from '@tabler/icons-react';
import { useI18n } from '../../i18n/i18n.tsx';
import { dateText, type DateText } from '../../ui/date-text.ts';
import { lastDay } from '../../ui/last-day.ts';
import { usePortal } from '../portal/index.ts';
import classes from './certificate-standing.module.css';
import { useCertificateWords } from './use-words.ts';

type Standing = Pick<
  PortalCertificate,
  'state' | 'startsAt' | 'endsAt' | 'loyaltyUntil' | 'daysLeft' | 'isRenewed' | 'zone'
>;

const icons: Readonly<Record<PortalCertificate['state'], Icon>> = {
  'not-begun': IconCircleDashed,
  'in-force': IconCircleCheck,
  loyalty: IconHeartHandshake,
  ended: IconCircleOff,
  suspended: IconPlayerPause,
  revoked: IconBan,
};

/** What a certificate is worth now. */
export function CertificateTag({ certificate }: { readonly certificate: Standing }) {
  const w = useCertificateWords();
  const { state } = certificate;
  const Shape = icons[state];
  return (
    <span className={classes.tag} data-state={state}>
      <Shape size={14} stroke={2} aria-hidden />
      {w.state[state]}
    </span>
  );
}

/** Dates of a certificate are those of the wall clock that it goes by. */
export const useDatesOf = (zone: string | null): DateText => {
  const { language } = useI18n();
  const portal = usePortal();
  return dateText(language, zone ?? portal.overview.regulation.zone);
};

/** From this many days on it is time to think of what comes next. */
export const SOON_DAYS = 30;

/** Until when, and how long still, in a sentence. */
export function CertificateStanding({ certificate }: { readonly certificate: Standing }) {
  const w = useCertificateWords();
  const dates = useDatesOf(certificate.zone);
  const { daysLeft } = certificate;
  return (
    <span className={classes.standing}>
      {sentence(certificate, dates, w)}
      {certificate.isRenewed && `. ${w.isRenewed}`}
      {daysLeft !== null && !certificate.isRenewed && (
        <b data-tone={daysLeft <= SOON_DAYS ? 'warn' : undefined}>{w.left(daysLeft)}</b>
      )}
    </span>
  );
}

const sentence = (
  { state, startsAt, endsAt, loyaltyUntil }: Standing,
  dates: DateText,
  { standing }: ReturnType<typeof useCertificateWords>,
): string => {
  switch (state) {
    case 'not-begun':
      return startsAt === null ? standing.waits : standing.begins(dates.date(startsAt));
    case 'in-force':
      return endsAt === null ? standing.endless : standing.until(dates.date(lastDay(endsAt)));
    case 'loyalty':
      return loyaltyUntil === null ? standing.endless : standing.loyalty(dates.date(lastDay(loyaltyUntil)));
    case 'ended':
      return endsAt === null ? '' : standing.ended(dates.date(lastDay(endsAt)));
    case 'suspended':
      return standing.suspended;
    case 'revoked':
      return standing.revoked;
  }
};
