import type { InquiryPage as Page } from '@reglament/contract';
import { Button, Skeleton } from '@mantine/core';
import { IconShoppingBagX } from '@tabler/icons-react';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useDesk } from '../../desk/desk-context.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { FoundOrNot } from '../../ui/found-or-not.tsx';
import { inquiryMark } from '../../ui/inquiry-mark.ts';
import { BackArrow, HeadButtons, PageHead } from '../../ui/page-head.tsx';
import { ScreenState } from '../../ui/screen-state.tsx';
import { usePageTitle } from '../../ui/use-page-title.ts';
import { Waiting } from '../../ui/waiting.tsx';
import classes from './inquiry-page.module.css';
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
  return (
    <FoundOrNot query={query} failed={m.inquiries.page.failed} waiting={<Loading />} missing={<NoSuch />}>
      {(page) => <Loaded key={number} page={page} />}
    </FoundOrNot>
  );
}

function Loaded({ page }: { readonly page: Page }) {
  const { m, say } = useI18n();
  const { slug } = useDesk();
  const { inquiry } = page;
  return (
    <>
      <PageHead
        back={
          <BackArrow
            label={m.inquiries.page.toList}
            renderLink={(props) => (
              <Link to="/d/$desk/inquiries" params={{ desk: slug }} search={{ view: 'open' }} {...props} />
            )}
          />
        }
        title={
          <>
            <span className={classes.mark}>{inquiryMark(inquiry.number)}</span> {inquiry.subject}
          </>
        }
      >
        <InquiryState state={inquiry.state} />
        <HeadButtons>
          <InquiryActions page={page} />
        </HeadButtons>
      </PageHead>
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
  return (
    <Waiting>
      <Skeleton height={18} width="50%" />
      <Skeleton height={100} />
      <Skeleton height={80} width="85%" />
    </Waiting>
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
