import type { CertificatePage } from '@reglament/contract';
import { ClauseMark } from '../../desk/clause-mark.tsx';
import { useDesk } from '../../desk/desk-context.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { details, Section } from '../ticket/index.ts';
import classes from './certificates.module.css';

/** What happened to it, newest first, with who, why, and the clause. */
export function CertificateHistory({ history }: Pick<CertificatePage, 'history'>) {
  const { m, say } = useI18n();
  const { dates } = useDesk();
  return (
    <Section title={m.certificates.page.history}>
      <ol className={`${details.list} ${details.history}`}>
        {history.map((entry) => (
          <li key={entry.seq}>
            {say(entry.says)}
            {entry.reason !== null && (
              <span className={classes.reason}>{m.certificates.page.reason(entry.reason)}</span>
            )}
            <span className={details.small}>
              {entry.actor ?? m.history.system} · {dates.full(entry.at)}
            </span>
            {entry.clause !== null && <ClauseMark id={entry.clause} />}
          </li>
        ))}
      </ol>
    </Section>
  );
}
