import type { TicketPage } from '@reglament/contract';
import { useDesk } from '../../desk/desk-context.tsx';
import { ClauseMark } from '../../desk/clause-mark.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import classes from './details.module.css';
import { Section } from './section.tsx';

/** Everything that happened, newest first, with the clause behind it. */
export function HistorySection({ history }: { readonly history: TicketPage['history'] }) {
  const { m, say } = useI18n();
  const { dates } = useDesk();
  return (
    <Section title={m.history.title} extra={m.history.entries(history.length)} folded>
      <ol className={`${classes.list} ${classes.history}`}>
        {history.toReversed().map((entry) => (
          <li key={entry.seq}>
            {say(entry.says)}
            <span className={classes.small}>
              {entry.actor ?? m.history.system} · {dates.full(entry.at)}
            </span>
            {entry.clause !== null && <ClauseMark id={entry.clause} />}
          </li>
        ))}
      </ol>
    </Section>
  );
}
