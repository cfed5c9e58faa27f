import { ProblemError, type TicketPage as Page } from '@reglament/contract';
import { Button, Skeleton, Tabs, VisuallyHidden } from '@mantine/core';
import { IconTicketOff } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { ticketQuery } from '../../api/queries.ts';
import { useDesk } from '../../desk/desk-context.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { ScreenFailure, ScreenState } from '../../ui/screen-state.tsx';
import { useNarrow } from '../../ui/use-narrow.ts';
import { usePageTitle } from '../../ui/use-page-title.ts';
import { PresenceNotice } from '../ticket-extras/index.ts';
import { Composer } from './composer.tsx';
import { Conversation } from './conversation.tsx';
import { Details } from './details.tsx';
import { TicketHeader } from './ticket-header.tsx';
import classes from './ticket-page.module.css';

export function TicketPage() {
  const { m } = useI18n();
  const { slug } = useDesk();
  const { number: text } = useParams({ from: '/signed-in/d/$desk/t/$number' });
  const number = Number(text);
  const query = useQuery(ticketQuery(slug, number));
  usePageTitle(query.data === undefined ? m.common.number(number) : `${number} ${query.data.ticket.subject}`);

  if (query.data !== undefined) return <Loaded key={number} page={query.data} />;
  if (query.error === null) return <Loading />;
  if (query.error instanceof ProblemError && query.error.problem.status === 404) return <NoSuchTicket />;
  return (
    <ScreenFailure isPage title={m.ticket.failed} error={query.error} onRetry={() => void query.refetch()} />
  );
}

function Loaded({ page }: { readonly page: Page }) {
  const { m } = useI18n();
  const isNarrow = useNarrow();
  if (!isNarrow) {
    return (
      <div className={classes.page}>
        <div className={classes.header}>
          <TicketHeader page={page} />
          <PresenceNotice number={page.ticket.number} />
        </div>
        <div className={classes.talk}>
          <Conversation page={page} />
          <Composer page={page} />
        </div>
        <aside className={classes.details} aria-label={m.ticket.details}>
          <Details page={page} />
        </aside>
      </div>
    );
  }
  return (
    <div className={classes.narrow}>
      <TicketHeader page={page} />
      <PresenceNotice number={page.ticket.number} />
      <Tabs defaultValue="conversation" className={classes.tabs}>
        <Tabs.List grow aria-label={m.ticket.sections}>
          <Tabs.Tab value="conversation">{m.ticket.conversation}</Tabs.Tab>
          <Tabs.Tab value="details">{m.ticket.details}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="conversation" className={classes.panel}>
          <Conversation page={page} />
          <Composer page={page} />
        </Tabs.Panel>
        <Tabs.Panel value="details" className={classes.panel}>
          <div className={classes.scrolling}>
            <Details page={page} />
          </div>
        </Tabs.Panel>
      </Tabs>
    </div>
  );
}

function Loading() {
  const { m } = useI18n();
  return (
    <div className={classes.skeleton} role="status">
      <VisuallyHidden>{m.common.loading}</VisuallyHidden>
      <Skeleton height={18} width="60%" />
      <Skeleton height={12} width="35%" />
      <Skeleton height={96} />
      <Skeleton height={64} width="85%" />
      <Skeleton height={120} />
    </div>
  );
}

function NoSuchTicket() {
  const { m } = useI18n();
  const { slug } = useDesk();
  const navigate = useNavigate();
  return (
    <ScreenState isPage icon={IconTicketOff} title={m.ticket.notFound} hint={m.ticket.notFoundHint}>
      <Button
        variant="default"
        onClick={() => void navigate({ to: '/d/$desk', params: { desk: slug }, search: { view: 'open' } })}
      >
        {m.workspace.toQueue}
      </Button>
    </ScreenState>
  );
}
