import type { TicketPage } from '@reglament/contract';
import { ActionIcon, Tooltip } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useNavigate, useRouter } from '@tanstack/react-router';
import { useDesk } from '../../desk/desk-context.tsx';
import { PriorityMark } from '../../desk/priority-mark.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { Initials } from '../../ui/initials.tsx';
import { StateLabel } from '../../ui/state-label.tsx';
import { useShortcuts } from '../../ui/use-shortcuts.ts';
import { FollowersButton, SnoozedMark, TagEditor } from '../ticket-extras/index.ts';
import { Actions } from './actions.tsx';
import { PrintButton } from './print-button.tsx';
import classes from './ticket-header.module.css';

export function TicketHeader({ page }: { readonly page: TicketPage }) {
  const { m, say } = useI18n();
  const { dates } = useDesk();
  const { ticket } = page;
  return (
    <header className={classes.header}>
      <Back />
      <div className={classes.names}>
        <h1 className={classes.title}>
          <span className={classes.number}>{m.common.number(ticket.number)}</span>
          {ticket.subject || m.queue.noSubject}
        </h1>
        <div className={classes.facts}>
          <StateLabel state={ticket.state} />
          <PriorityMark priority={ticket.priority} withName />
          {ticket.assignee === null ? (
            <span className={classes.dim}>{m.queue.unassigned}</span>
          ) : (
            <span className={classes.assignee}>
              <Initials name={ticket.assignee.name} small />
              {ticket.assignee.name}
            </span>
          )}
          {ticket.line !== null && <span className={classes.dim}>{say(ticket.line.name)}</span>}
          {ticket.outcome?.kind === 'declined' && <span>{m.ended.declined(say(ticket.outcome.name))}</span>}
          {ticket.state === 'resolved' && ticket.closesAt !== null && (
            <span className={classes.dim}>{m.ticket.closesAt(dates.short(ticket.closesAt))}</span>
          )}
          <SnoozedMark page={page} />
          <TagEditor page={page} />
        </div>
      </div>
      <div className={classes.actions} role="group" aria-label={m.ticket.actions}>
        <Actions page={page} />
        <FollowersButton page={page} />
        <PrintButton number={ticket.number} />
      </div>
    </header>
  );
}

function Back() {
  const { m } = useI18n();
  const { slug } = useDesk();
  const router = useRouter();
  const navigate = useNavigate();
  // The list as it was left, when there is one to go back to.
  const handleBack = () => {
    if (router.history.canGoBack()) router.history.back();
    else void navigate({ to: '/d/$desk', params: { desk: slug }, search: { view: 'open' } });
  };
  useShortcuts({ KeyU: handleBack });
  return (
    <Tooltip label={m.ticket.back}>
      <ActionIcon size="lg" className={classes.back} aria-label={m.ticket.back} onClick={handleBack}>
        <IconArrowLeft size={18} stroke={1.7} />
      </ActionIcon>
    </Tooltip>
  );
}
