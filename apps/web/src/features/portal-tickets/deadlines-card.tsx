import type { PortalTicket } from '@reglament/contract';
import type { CountedTrace } from '@reglament/desk/clock';
import { lazy, Suspense } from 'react';
import { useI18n } from '../../i18n/i18n.tsx';
import classes from './ticket-page.module.css';
import { useTicketWords } from './use-words.ts';

const ClockTimeline = lazy(async () => ({
  default: (await import('../../desk/clock-timeline.tsx')).ClockTimeline,
}));

/** Each deadline with its picture and how it came about. */
export function DeadlinesCard({ ticket }: { readonly ticket: PortalTicket }) {
  const { deadlines: w } = useTicketWords();
  const { say } = useI18n();
  return (
    <section className={classes.card}>
      <h2 className={classes.cardTitle}>{w.title}</h2>
      {ticket.noDeadlines !== null && <p className={classes.dim}>{say(ticket.noDeadlines)}</p>}
      {ticket.deadlines.map((deadline) => (
        <Deadline key={deadline.clock} deadline={deadline} />
      ))}
    </section>
  );
}

function Deadline({ deadline }: { readonly deadline: PortalTicket['deadlines'][number] }) {
  const { deadlines: w } = useTicketWords();
  const { say, language, m } = useI18n();
  const { clause } = deadline;
  const summary = deadline.left === null ? '' : say(deadline.left);
  return (
    <div className={classes.clock} data-status={deadline.status}>
      <p className={classes.clockName}>{say(deadline.name)}</p>
      <p className={classes.due}>{say(deadline.says)}</p>
      <Suspense fallback={<p className={classes.dim}>{summary}</p>}>
        <ClockTimeline
          trace={deadline.trace as unknown as CountedTrace}
          name={say(deadline.name)}
          summary={summary}
        />
      </Suspense>
      <details className={classes.why}>
        <summary>{w.why}</summary>
        <ol>
          {deadline.reasons[language].map((reason) => (
            <li key={reason}>{reason}</li>
          ))}
        </ol>
        {clause !== null && (
          <p className={classes.clause}>
            <b>{w.rule(clause.id)}</b>
            {language === 'ru' && <>, {m.common.clause(clause.place)}</>}. {say(clause.says)}
          </p>
        )}
      </details>
    </div>
  );
}
