import type { CertificateSummary } from '@reglament/contract';
import {
  IconCircleCheck,
  IconCircleDashed,
  IconCircleOff,
  IconHeartHandshake,
  IconPlayerPause,
  IconBan,
  type Icon,
} from '@tabler/icons-react';
import { useI18n } from '../../i18n/i18n.tsx';
import classes from './certificates.module.css';

const icons: Readonly<Record<CertificateSummary['state'], Icon>> = {
  'not-begun': IconCircleDashed,
  'in-force': IconCircleCheck,
  loyalty: IconHeartHandshake,
  ended: IconCircleOff,
  suspended: IconPlayerPause,
  revoked: IconBan,
};

/** What a certificate is worth now. */
export function CertificateState({ state }: { readonly state: CertificateSummary['state'] }) {
  const { m } = useI18n();
  const Shape = icons[state];
  return (
    <span className={classes.state} data-state={state}>
      <Shape size={15} stroke={2} aria-hidden />
      <span>{m.certificates.state[state]}</span>
    </span>
  );
}
