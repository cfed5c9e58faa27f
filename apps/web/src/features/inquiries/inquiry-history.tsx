import type { InquiryPage } from '@reglament/contract';
import { ClauseMark } from '../../desk/clause-mark.tsx';
import { useDesk } from '../../desk/desk-context.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { details, Section } from '../ticket/index.ts';

/** What happened to it, newest first. */
export function InquiryHistory({ history }: Pick<InquiryPage, 'history'>) {
  const { m, say } = useI18n();
  const { dates } = useDesk();
  return (
    <Section title={m.history.title}>
      <ol className={`${details.list} ${details.history}`}>
        {history.map((entry) => (
          <li key={entry.seq}>
            {say(entry.says)}
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
