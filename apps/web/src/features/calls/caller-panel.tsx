import type { Callers, QueueTicket } from '@reglament/contract';
import { Button, Skeleton } from '@mantine/core';
import { IconBan } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { ClauseMark } from '../../desk/clause-mark.tsx';
import { Countdown } from '../../desk/countdown.tsx';
import { useDesk } from '../../desk/desk-context.tsx';
import { queuedTickets } from '../../desk/queued-tickets.ts';
import { useI18n } from '../../i18n/i18n.tsx';
import { StateLabel } from '../../ui/state-label.tsx';
import page from './call-page.module.css';
import classes from './side-panels.module.css';

interface Props {
  readonly facts: Callers | undefined;
  readonly isLoading: boolean;
  readonly companyId: string | null;
  readonly onRecord: (ticket: QueueTicket) => void;
}

/** What has to be known of the caller while they talk. */
export function CallerPanel({ facts, isLoading, companyId, onRecord }: Props) {
  const { m } = useI18n();
  const w = m.calls;
  return (
    <section className={classes.card} aria-label={w.about} aria-busy={isLoading}>
      <h2 className={classes.cardTitle}>{w.about}</h2>
      {facts === undefined && !isLoading && <p className={page.dim}>{w.empty}</p>}
      {facts === undefined && isLoading && <Skeleton height={64} />}
      {facts !== undefined && (
        <>
          <Stopped facts={facts} />
          <Company facts={facts} companyId={companyId} />
          <Tickets facts={facts} companyId={companyId} onRecord={onRecord} />
        </>
      )}
    </section>
  );
}

function Stopped({ facts }: Pick<Props, 'facts'>) {
  const { m } = useI18n();
  const { dates } = useDesk();
  const stopped = facts?.callers[0]?.stopped ?? null;
  if (stopped === null) return null;
  return (
    <p className={classes.stopped} role="alert">
      <IconBan size={17} stroke={2} aria-hidden />
      <span>
        {m.calls.stopped}, {dates.date(stopped.at)}. <ClauseMark id={stopped.clause} />
      </span>
    </p>
  );
}

function Company({ facts, companyId }: Pick<Props, 'facts' | 'companyId'>) {
  const { m, say } = useI18n();
  const { slug, dates } = useDesk();
  const w = m.calls;
  const company = facts?.companies.find((one) => one.companyId === companyId);
  if (company === undefined) return <p className={page.dim}>{w.noCompany}</p>;
  const serving = company.certificates.filter(({ state }) => state === 'in-force' || state === 'loyalty');
  const shown = serving.length > 0 ? serving : company.certificates.slice(0, 1);
  return (
    <div className={classes.company}>
      <Link
        to="/d/$desk/companies/$companyId"
        params={{ desk: slug, companyId: company.companyId }}
        className={classes.companyName}
        tabIndex={-1}
      >
        {company.name}
      </Link>
      <span className={page.dim}>{[company.inn, company.city].filter(Boolean).join(' · ')}</span>
      {shown.length === 0 && <p className={classes.bad}>{w.noCertificate}</p>}
      <ul className={classes.plain}>
        {shown.map((one) => (
          <li key={one.certificateId} className={classes.certificate} data-state={one.state}>
            <b>{say(one.packageName)}</b>
            <span>
              {m.company.states[one.state]}
              {one.endsAt !== null && `, ${m.company.untilDate(dates.date(one.endsAt))}`}
              {one.daysLeft !== null && (
                <span className={one.daysLeft <= 30 ? classes.soon : ''}> ({w.left(one.daysLeft)})</span>
              )}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Tickets({ facts, companyId, onRecord }: Pick<Props, 'facts' | 'companyId' | 'onRecord'>) {
  const { m } = useI18n();
  const { slug } = useDesk();
  const w = m.calls;
  const tickets = queuedTickets(facts === undefined ? [] : [facts]).filter(
    ({ ticket }) => ticket.company === null || companyId === null || ticket.company.companyId === companyId,
  );
  return (
    <>
      <h3 className={classes.subTitle}>{w.tickets}</h3>
      {tickets.length === 0 && <p className={page.dim}>{w.noTickets}</p>}
      <ul className={classes.plain}>
        {tickets.map(({ ticket, calendar }) => (
          <li key={ticket.ticketId} className={classes.ticket}>
            <Link
              to="/d/$desk/t/$number"
              params={{ desk: slug, number: String(ticket.number) }}
              className={classes.ticketSubject}
              tabIndex={-1}
            >
              <b>№ {ticket.number}</b> {ticket.subject || m.queue.noSubject}
            </Link>
            <span className={classes.ticketFacts}>
              <StateLabel state={ticket.state} />
              {ticket.nextDue !== null && (
                <Countdown
                  dueAt={ticket.nextDue.dueAt}
                  schedule={ticket.nextDue.schedule}
                  calendar={calendar}
                />
              )}
            </span>
            <Button size="compact-sm" variant="default" onClick={() => onRecord(ticket)}>
              {w.record}
            </Button>
          </li>
        ))}
      </ul>
    </>
  );
}
