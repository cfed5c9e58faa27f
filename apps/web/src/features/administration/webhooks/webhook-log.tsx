import { Button, SegmentedControl, Skeleton, VisuallyHidden } from '@mantine/core';
import type { WebhookDelivery } from '@reglament/contract';
import {
  IconAlertCircle,
  IconChevronRight,
  IconCircleCheck,
  IconClock,
  IconSearch,
  IconWebhook,
} from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useDesk } from '../../../desk/desk-context.tsx';
import { useI18n } from '../../../i18n/i18n.tsx';
import { ScreenFailure, ScreenState } from '../../../ui/screen-state.tsx';
import { toast } from '../../../ui/toast.ts';
import { CommandProblem } from '../../ticket/index.ts';
import { useOutsideWords } from '../../../desk/use-outside-words.ts';
import { useDeliveries, useReplay } from './use-webhooks.ts';
import classes from './webhooks.module.css';

type Shown = WebhookDelivery['state'] | 'all';

/** What was sent to one webhook, with every attempt. */
export function WebhookLog({ webhookId }: { readonly webhookId: string }) {
  const { hooks: w } = useOutsideWords();
  const [state, setState] = useState<Shown>('all');
  return (
    <section aria-label={w.log}>
      <div className={classes.logHead}>
        <h3 className={classes.heading}>{w.log}</h3>
        <SegmentedControl
          size="xs"
          aria-label={w.log}
          value={state}
          onChange={(value) => setState(value as Shown)}
          data={Object.entries(w.states).map(([value, label]) => ({ value, label }))}
        />
      </div>
      <Deliveries webhookId={webhookId} state={state === 'all' ? null : state} />
    </section>
  );
}

function Deliveries({
  webhookId,
  state,
}: {
  readonly webhookId: string;
  readonly state: WebhookDelivery['state'] | null;
}) {
  const { m } = useI18n();
  const { hooks: w } = useOutsideWords();
  const query = useDeliveries(webhookId, state);
  if (query.isPending)
    return (
      <div aria-busy>
        <VisuallyHidden>{m.common.loading}</VisuallyHidden>
        {[70, 62, 74].map((width) => (
          <Skeleton key={width} height={14} width={`${width}%`} my={14} />
        ))}
      </div>
    );
  if (query.data === undefined)
    return <ScreenFailure title={w.logFailed} error={query.error} onRetry={() => void query.refetch()} />;
  const all = query.data.pages.flatMap((page) => page.deliveries);
  if (all.length === 0)
    return state === null ? (
      <ScreenState icon={IconWebhook} title={w.logEmpty} hint={w.logEmptyHint} />
    ) : (
      <ScreenState icon={IconSearch} title={w.logNothing} />
    );
  return (
    <>
      <ul className={classes.list} aria-busy={query.isPlaceholderData}>
        {all.map((delivery) => (
          <Delivery key={delivery.deliveryId} webhookId={webhookId} delivery={delivery} />
        ))}
      </ul>
      {query.hasNextPage && (
        <Button
          variant="default"
          size="compact-sm"
          mt="md"
          loading={query.isFetchingNextPage}
          onClick={() => void query.fetchNextPage()}
        >
          {w.more}
        </Button>
      )}
    </>
  );
}

const icons = { waiting: IconClock, delivered: IconCircleCheck, failed: IconAlertCircle } as const;

/** What it is about, as a link where it has a page of its own. */
function About({ delivery: { type, number } }: { readonly delivery: WebhookDelivery }) {
  const { hooks: w } = useOutsideWords();
  const { slug } = useDesk();
  if (number === null) return null;
  const params = { desk: slug, number: String(number) };
  return type.startsWith('inquiry.') ? (
    <Link to="/d/$desk/inquiries/$number" params={params} className={classes.about}>
      {w.number(number)}
    </Link>
  ) : (
    <Link to="/d/$desk/t/$number" params={params} className={classes.about}>
      {w.number(number)}
    </Link>
  );
}

function Delivery({
  webhookId,
  delivery,
}: {
  readonly webhookId: string;
  readonly delivery: WebhookDelivery;
}) {
  const { hooks: w } = useOutsideWords();
  const { dates } = useDesk();
  const replay = useReplay(webhookId);
  const Shape = icons[delivery.state];
  const handleReplay = () =>
    replay.mutate(
      { what: 'one', deliveryId: delivery.deliveryId },
      { onSuccess: ({ queued }) => toast(w.sentAgain(queued)) },
    );
  return (
    <li className={classes.delivery}>
      <details>
        <summary className={classes.summary}>
          <span className={classes.mark} data-state={delivery.state}>
            <Shape size={16} stroke={1.8} aria-hidden />
            <VisuallyHidden>{w.state[delivery.state]}</VisuallyHidden>
          </span>
          <code className={classes.type}>{delivery.type}</code>
          <About delivery={delivery} />
          <span className={classes.last}>
            {delivery.state === 'waiting' && delivery.nextAt !== null && delivery.attempts.length > 0
              ? w.nextAt(dates.short(delivery.nextAt))
              : delivery.attempts[0] !== undefined && <Answer attempt={delivery.attempts[0]} />}
          </span>
          <time className={classes.at} dateTime={delivery.at}>
            {dates.full(delivery.at)}
          </time>
          <IconChevronRight className={classes.chevron} size={14} stroke={1.8} aria-hidden />
        </summary>
        <div className={classes.attempts}>
          <ol className={classes.list}>
            {delivery.attempts.map((attempt) => (
              <li key={attempt.at} className={classes.attempt}>
                <span>{dates.full(attempt.at)}</span>
                <Answer attempt={attempt} />
                <span>{w.took(attempt.tookMs)}</span>
                {attempt.reply !== '' && <pre className={classes.reply}>{attempt.reply}</pre>}
              </li>
            ))}
          </ol>
          {delivery.state !== 'waiting' && (
            <Button size="compact-sm" variant="default" loading={replay.isPending} onClick={handleReplay}>
              {w.sendAgain}
            </Button>
          )}
          {replay.error !== null && <CommandProblem error={replay.error} onDismiss={replay.reset} />}
        </div>
      </details>
    </li>
  );
}

function Answer({ attempt }: { readonly attempt: WebhookDelivery['attempts'][number] }) {
  const { hooks: w } = useOutsideWords();
  if (attempt.status !== null) return <span>{w.attempt(attempt.status)}</span>;
  return <span>{attempt.fault === null ? w.noAnswer : `${w.noAnswer}: ${attempt.fault}`}</span>;
}
