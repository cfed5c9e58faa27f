import type { CertificateSummary } from '@reglament/contract';
import { useI18n } from '../../i18n/i18n.tsx';
import classes from './certificate-table.module.css';
import shared from './certificates.module.css';

/** From this many days on it is time to talk. */
const SOON_DAYS = 30;

/** Days that are left of a certificate, or of its loyalty. */
export function DaysLeft({ certificate }: { readonly certificate: CertificateSummary }) {
  const { m } = useI18n();
  const { daysLeft, isRenewed } = certificate;
  if (isRenewed) return <span className={shared.dim}>{m.certificates.renewed}</span>;
  if (daysLeft === null) return <span className={shared.dim}>{m.common.none}</span>;
  return (
    <span className={classes.left} data-tone={daysLeft <= SOON_DAYS ? 'warn' : undefined}>
      {daysLeft === 0 ? m.certificates.lastDay : m.certificates.days(daysLeft)}
    </span>
  );
}
