import type { PortalCertificates } from '@reglament/contract';
import { useI18n } from '../../i18n/i18n.tsx';
import { usePortal } from '../portal/index.ts';
import classes from './cabinet-notice.module.css';
import { ClauseNote } from './clause-note.tsx';
import { useCertificateWords } from './use-words.ts';

/** The package has no cabinet (AO-4.1-cabinet), or does not register in it: what to do instead. */
export function CabinetNotice({ cabinet }: Pick<PortalCertificates, 'cabinet'>) {
  const w = useCertificateWords();
  const { say, language } = useI18n();
  const { slug } = usePortal();
  const names = cabinet.packages.map(say).join(', ');
  const query = language === 'ru' ? '' : `?lang=${language}`;
  return (
    <section className={classes.notice}>
      <h2>{cabinet.open ? w.cabinet.noRegistration : w.cabinet.title}</h2>
      {!cabinet.open && (
        <p>
          {names !== '' && `${w.cabinet.packages(names)} `}
          {w.cabinet.hint} <ClauseNote id={cabinet.clause} />
        </p>
      )}
      <a href={`/c/${slug}${query}`}>{w.cabinet.page}</a>
    </section>
  );
}

/** Certificates are shown to those whom the company has listed (AO-1.4). */
export function UnlistedNotice({ names }: { readonly names: readonly string[] }) {
  const w = useCertificateWords();
  return (
    <section className={classes.notice}>
      <h2>{w.unlisted(names.join(', '))}</h2>
      <p>{w.unlistedHint}</p>
    </section>
  );
}
