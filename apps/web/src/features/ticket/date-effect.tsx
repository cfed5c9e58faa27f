import type { ClockView, TicketPage } from '@reglament/contract';
import { ClauseMark } from '../../desk/clause-mark.tsx';
import { useDesk } from '../../desk/desk-context.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { dateText } from '../../ui/date-text.ts';
import classes from './date-effect.module.css';

interface Props {
  readonly offer: TicketPage['agreeable'][number];
  /** The clock of the ticket that the date is for; null: it begins with the agreement. */
  readonly clock: ClockView | null;
  /** As typed: `2026-11-23T12:00`, on the desk's wall clock; empty while nothing is typed. */
  readonly date: string;
}

/** What an agreed date would change, before anything is sent: the deadline now and then, and what a pause would do to it. */
export function DateEffect({ offer, clock, date }: Props) {
  const { m, say, language } = useI18n();
  const { dates } = useDesk();
  // The wall clock's own figures, whatever the zone: read and written in the same one.
  const then = date === '' ? '—' : m.agree.due(dateText(language, 'UTC').full(`${date}:00Z`));
  const now = offer.dueAt === null ? m.agree.noDue : m.agree.due(dates.full(offer.dueAt));
  return (
    <dl className={classes.effect}>
      <div>
        <dt>{say(offer.name)}</dt>
        <dd>
          {clock?.status === 'paused' ? m.clocks.status.paused : now}
          <span aria-hidden> → </span>
          <b>{then}</b>
        </dd>
      </div>
      <p>
        {offer.pausesMoveIt ? m.agree.moves : m.agree.leaves} <ClauseMark id={offer.clause.id} />
      </p>
    </dl>
  );
}
