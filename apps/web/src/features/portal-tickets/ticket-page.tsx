import { ProblemError, type PortalTicket } from '@reglament/contract';
import { Button } from '@mantine/core';
import { IconFileOff } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useI18n } from '../../i18n/i18n.tsx';
import { ScreenFailure, ScreenState } from '../../ui/screen-state.tsx';
import { PortalScreen, usePortal } from '../portal/index.ts';
import { AboutCard } from './about-card.tsx';
import { Acts } from './acts.tsx';
import { AnswerForm } from './answer-form.tsx';
import { CallbackForm } from './callback-form.tsx';
import { Conversation } from './conversation.tsx';
import { DeadlinesCard } from './deadlines-card.tsx';
import { MissingCard } from './missing-card.tsx';
import { portalTicketQuery } from './portal-ticket-queries.ts';
import { PrintButton } from './print-button.tsx';
import { RatingCard } from './rating-card.tsx';
import { StandingMark } from './standing-mark.tsx';
import classes from './ticket-page.module.css';
import { useTicketWords } from './use-words.ts';

/** One ticket: how it stands, what is asked of the customer, deadlines with their reasons, the conversation. */
export function TicketPage() {
  const { page: w } = useTicketWords();
  const { m } = useI18n();
  const { slug } = usePortal();
  const { number: typed } = useParams({ from: '/signed-in/p/$desk/t/$number' });
  const number = /^[1-9]\d{0,14}$/.test(typed) ? Number(typed) : 0;
  const found = useQuery(portalTicketQuery(slug, number));
  const isMissing =
    number === 0 || (found.error instanceof ProblemError && found.error.problem.status === 404);
  if (isMissing)
    return (
      <ScreenState isPage icon={IconFileOff} title={w.missing} hint={w.missingHint}>
        <Button
          variant="default"
          renderRoot={(props) => <Link to="/p/$desk" params={{ desk: slug }} {...props} />}
        >
          {w.toTickets}
        </Button>
      </ScreenState>
    );
  if (found.data !== undefined) return <Ticket key={number} ticket={found.data} />;
  return found.error === null ? (
    <PortalScreen title={m.common.number(number)} hasBack>
      <div className={classes.ghost} aria-busy="true" aria-label={m.common.loading} />
    </PortalScreen>
  ) : (
    <ScreenFailure isPage title={w.failed} error={found.error} onRetry={() => void found.refetch()} />
  );
}

function Ticket({ ticket }: { readonly ticket: PortalTicket }) {
  // What is missing hinders work; once there is a solution it can wait.
  const isOver = ticket.state === 'resolved' || ticket.state === 'closed';
  return (
    <PortalScreen
      title={ticket.subject}
      hasBack
      about={<Standing ticket={ticket} />}
      actions={<PrintButton number={ticket.number} />}
    >
      <div className={classes.columns}>
        <div className={classes.acts}>
          <Acts ticket={ticket} />
          <RatingCard ticket={ticket} />
          <Notices ticket={ticket} />
        </div>
        <div className={classes.side}>
          <DeadlinesCard ticket={ticket} />
          <AboutCard ticket={ticket} />
        </div>
        <div className={classes.talk}>
          {!isOver && <MissingCard ticket={ticket} />}
          <Conversation ticket={ticket} />
          <AnswerForm ticket={ticket} />
          {ticket.answer === 'answer' && ticket.takesCalls && <CallbackForm ticket={ticket} />}
          {isOver && <MissingCard ticket={ticket} />}
        </div>
      </div>
    </PortalScreen>
  );
}

/** State, whose turn it is, and where the work goes on if elsewhere. */
function Standing({ ticket }: { readonly ticket: PortalTicket }) {
  const { page: w } = useTicketWords();
  const { m, say } = useI18n();
  const { slug, dates } = usePortal();
  const { mergedInto } = ticket;
  return (
    <>
      <p className={classes.line}>
        <StandingMark standing={ticket.standing} />
        <span>{m.common.number(ticket.number)}</span>
        <span>{w.registered(dates.short(ticket.registeredAt))}</span>
      </p>
      <p className={classes.turn}>
        {mergedInto === null ? (
          say(ticket.standing.turn)
        ) : (
          <>
            {w.merged}{' '}
            <Link to="/p/$desk/t/$number" params={{ desk: slug, number: String(mergedInto) }}>
              {m.common.number(mergedInto)}
            </Link>
          </>
        )}
      </p>
    </>
  );
}

/** What stands in the way of service, or how it is served for now. */
function Notices({ ticket }: { readonly ticket: PortalTicket }) {
  const { say } = useI18n();
  return ticket.notices.map((notice) => (
    <section key={notice.title.ru} className={classes.card} data-tone="warn">
      <h2 className={classes.cardTitle}>{say(notice.title)}</h2>
      {notice.sentences.map((sentence) => (
        <p key={sentence.ru} className={classes.sentence}>
          {say(sentence)}
        </p>
      ))}
      {notice.ways.length > 0 && (
        <ul className={classes.ways}>
          {notice.ways.map((way) => (
            <li key={way.ru}>{say(way)}</li>
          ))}
        </ul>
      )}
    </section>
  ));
}
