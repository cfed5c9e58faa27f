import type { TicketPage } from '@reglament/contract';
import { ClauseMark } from '../../desk/clause-mark.tsx';
import { useDesk } from '../../desk/desk-context.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { dateText } from '../../ui/date-text.ts';
import classes from './date-effect.module.css';

interface Props {
  readonly offer: TicketPage['agreeable'][number];
  /** As typed: `2026-11-23T12:00`, on the desk's wall clock; empty while nothing is typed. */
  readonly date: string;
}

/** What an agreed date would change, before anything is sent: the deadline now and then, and what a pause would do to it. */
export function DateEffect({ offer, date }: Props) {
  const { m, say, language } = useI18n();
  const { dates } = useDesk();
  // The wall clock's own figures, whatever the zone: read and written in the same one.
  const then = date === '' ? '—' : dateText(language, 'UTC').short(`${date}:00Z`);
  return (
    <dl className={classes.effect}>
      <div>
        <dt>{say(offer.name)}</dt>
        <dd>
          {offer.dueAt === null ? m.agree.noDue : m.agree.due(dates.short(offer.dueAt))}
          <span aria-hidden> → </span>
          <b>{m.agree.due(then)}</b>
        </dd>
      </div>
      <p>
        {offer.pausesMoveIt ? m.agree.moves : m.agree.leaves} <ClauseMark id={offer.clause.id} />
      </p>
    </dl>
  );
}
