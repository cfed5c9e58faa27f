import { type InquiryPage as Page, ProblemError } from '@reglament/contract';
import { ActionIcon, Button, Skeleton, VisuallyHidden } from '@mantine/core';
import { IconArrowLeft, IconShoppingBagX } from '@tabler/icons-react';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useDesk } from '../../desk/desk-context.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { inquiryMark } from '../../ui/inquiry-mark.ts';
import { ScreenFailure, ScreenState } from '../../ui/screen-state.tsx';
import { usePageTitle } from '../../ui/use-page-title.ts';
import classes from './inquiries.module.css';
import { InquiryActions } from './inquiry-actions.tsx';
import { InquiryFacts } from './inquiry-facts.tsx';
import { InquiryHistory } from './inquiry-history.tsx';
import { InquiryState } from './inquiry-state.tsx';
import { InquiryTalk } from './inquiry-talk.tsx';
import { useInquiry } from './use-inquiries.ts';

/** One purchase inquiry: the talk, whose it is, where it goes. */
export function InquiryPage() {
  const { m } = useI18n();
  const { slug } = useDesk();
  const { number: text } = useParams({ from: '/signed-in/d/$desk/inquiries/$number' });
  const number = Number(text);
  const query = useInquiry(slug, number);
  usePageTitle(`${inquiryMark(number)} ${query.data?.inquiry.subject ?? ''}`.trim());
  if (query.data !== undefined) return <Loaded key={number} page={query.data} />;
  if (query.error === null) return <Loading />;
  if (query.error instanceof ProblemError && query.error.problem.status === 404) return <NoSuch />;
  return (
    <ScreenFailure
      isPage
      title={m.inquiries.page.failed}
      error={query.error}
      onRetry={() => void query.refetch()}
    />
  );
}

function Loaded({ page }: { readonly page: Page }) {
  const { m, say } = useI18n();
  const { slug } = useDesk();
  const { inquiry } = page;
  return (
    <>
      <header className={classes.header}>
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={m.inquiries.page.toList}
          renderRoot={(props) => (
            <Link to="/d/$desk/inquiries" params={{ desk: slug }} search={{ view: 'open' }} {...props} />
          )}
        >
          <IconArrowLeft size={17} stroke={1.8} aria-hidden />
        </ActionIcon>
        <h1 className={classes.title}>
          <span className={classes.mark}>{inquiryMark(inquiry.number)}</span> {inquiry.subject}
        </h1>
        <InquiryState state={inquiry.state} />
        <div className={classes.buttons}>
          <InquiryActions page={page} />
        </div>
      </header>
      {inquiry.unrouted !== null && inquiry.state !== 'won' && inquiry.state !== 'lost' && (
        <p className={classes.unrouted} role="status">
          {say(inquiry.unrouted.says)}
        </p>
      )}
      <div className={classes.columns}>
        <InquiryTalk page={page} />
        <aside className={classes.details} aria-label={m.ticket.details}>
          <InquiryFacts page={page} />
          <InquiryHistory history={page.history} />
        </aside>
      </div>
    </>
  );
}

function Loading() {
  const { m } = useI18n();
  return (
    <div className={classes.waiting} role="status">
      <VisuallyHidden>{m.common.loading}</VisuallyHidden>
      <Skeleton height={18} width="50%" />
      <Skeleton height={100} />
      <Skeleton height={80} width="85%" />
    </div>
  );
}

function NoSuch() {
  const { m } = useI18n();
  const { slug } = useDesk();
  const navigate = useNavigate();
  return (
    <ScreenState
      isPage
      icon={IconShoppingBagX}
      title={m.inquiries.page.notFound}
      hint={m.inquiries.page.notFoundHint}
    >
      <Button
        variant="default"
        onClick={() =>
          void navigate({ to: '/d/$desk/inquiries', params: { desk: slug }, search: { view: 'open' } })
        }
      >
        {m.inquiries.page.toList}
      </Button>
    </ScreenState>
  );
}
