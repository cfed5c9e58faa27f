import { IconCircleCheck } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { Countdown } from '../../desk/countdown.tsx';
import { useDesk } from '../../desk/desk-context.tsx';
import { PriorityMark } from '../../desk/priority-mark.tsx';
import { queuedTickets } from '../../desk/queued-tickets.ts';
import { useI18n } from '../../i18n/i18n.tsx';
import boardPart from './board-part.module.css';
import { BoardPart } from './board-part.tsx';
import classes from './urgent-part.module.css';
import type { Board } from './use-board.ts';

/** The tickets that press most, the longest late first. */
export function UrgentPart({ board }: { readonly board: Board }) {
  const { m, say } = useI18n();
  const { slug } = useDesk();
  const tickets = useMemo(
    () => queuedTickets([{ tickets: board.urgent, schedules: board.schedules }]),
    [board.urgent, board.schedules],
  );
  const pressing = board.total.late + board.total.soon;
  return (
    <BoardPart
      id="board-urgent"
      title={m.board.urgent}
      aside={
        board.total.late > tickets.length && (
          <Link
            to="/d/$desk"
            params={{ desk: slug }}
            search={{ view: 'open', late: 'overdue' }}
            className={classes.more}
          >
            {m.board.everyLate}
          </Link>
        )
      }
    >
      {pressing === 0 && (
        <p className={boardPart.calm}>
          <IconCircleCheck size={16} stroke={1.8} aria-hidden /> {m.board.urgentEmpty}
        </p>
      )}
      <ul className={classes.list}>
        {tickets.map(({ ticket, calendar }) => (
          <li key={ticket.ticketId} className={classes.urgent}>
            <span className={classes.mark}>
              <PriorityMark priority={ticket.priority} />
            </span>
            <span className={classes.words}>
              <Link
                to="/d/$desk/t/$number"
                params={{ desk: slug, number: String(ticket.number) }}
                className={classes.subject}
              >
                <span className={classes.number}>{ticket.number}</span> {ticket.subject || m.queue.noSubject}
              </Link>
              <span className={classes.who}>
                {ticket.company?.name ?? m.queue.noCompany} · {ticket.assignee?.name ?? m.board.nobody}
              </span>
            </span>
            {ticket.nextDue !== null && (
              <span className={classes.due}>
                <Countdown
                  dueAt={ticket.nextDue.dueAt}
                  schedule={ticket.nextDue.schedule}
                  calendar={calendar}
                />
                <span className={classes.clock}>{say(ticket.nextDue.name)}</span>
              </span>
            )}
          </li>
        ))}
      </ul>
    </BoardPart>
  );
}
