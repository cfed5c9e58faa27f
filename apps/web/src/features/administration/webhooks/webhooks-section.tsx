import { Button, Skeleton, VisuallyHidden } from '@mantine/core';
import type { Webhook } from '@reglament/contract';
import { IconChevronRight, IconPlus, IconWebhook } from '@tabler/icons-react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useDesk } from '../../../desk/desk-context.tsx';
import { useI18n } from '../../../i18n/i18n.tsx';
import { ScreenFailure, ScreenState } from '../../../ui/screen-state.tsx';
import { SecretDialog } from '../secret-dialog.tsx';
import { SectionFrame } from '../section-frame.tsx';
import { useOutsideWords } from '../../../desk/use-outside-words.ts';
import { useWebhooks } from './use-webhooks.ts';
import { WebhookCard } from './webhook-card.tsx';
import { CreateWebhook } from './webhook-dialog.tsx';
import { WebhookState } from './webhook-state.tsx';
import classes from './webhooks.module.css';

/** Which webhook is open stands in the address. */
const useOpenWebhook = (): readonly [string | null, (webhookId: string | null) => void] => {
  const { slug } = useDesk();
  const navigate = useNavigate();
  const { webhook } = useSearch({ strict: false }) as Readonly<Record<string, unknown>>;
  const open = (webhookId: string | null) =>
    void navigate({
      to: '/d/$desk/settings/$section',
      params: { desk: slug, section: 'webhooks' },
      search: (webhookId === null ? {} : { webhook: webhookId }) as never,
    });
  return [typeof webhook === 'string' ? webhook : null, open];
};

/** Other systems that are told what happens in the desk. */
export function WebhooksSection() {
  const { hooks: w } = useOutsideWords();
  const [opened, open] = useOpenWebhook();
  const [dialog, setDialog] = useState<'new' | { readonly secret: string | null } | null>(null);
  const close = () => setDialog(null);
  return (
    <SectionFrame
      title={w.title}
      {...(opened === null ? { about: w.about } : {})}
      actions={
        opened === null ? (
          <Button
            leftSection={<IconPlus size={15} stroke={1.7} aria-hidden />}
            onClick={() => setDialog('new')}
          >
            {w.create}
          </Button>
        ) : (
          <Button variant="default" onClick={() => open(null)}>
            {w.back}
          </Button>
        )
      }
    >
      <Webhooks opened={opened} onOpen={open} />
      {dialog === 'new' && <CreateWebhook onMade={(secret) => setDialog({ secret })} onClose={close} />}
      {dialog !== null && typeof dialog === 'object' && (
        <SecretDialog
          title={w.madeTitle}
          about={w.madeAbout}
          secret={dialog.secret}
          repeated={w.repeated}
          onClose={close}
        />
      )}
    </SectionFrame>
  );
}

function Webhooks({
  opened,
  onOpen,
}: {
  readonly opened: string | null;
  readonly onOpen: (webhookId: string | null) => void;
}) {
  const { m } = useI18n();
  const { hooks: w } = useOutsideWords();
  const query = useWebhooks();
  if (query.isPending)
    return (
      <div aria-busy>
        <VisuallyHidden>{m.common.loading}</VisuallyHidden>
        {[64, 48].map((width) => (
          <div key={width} className={classes.row}>
            <Skeleton height={15} width={`${width}%`} />
            <Skeleton height={12} width={`${width - 20}%`} />
          </div>
        ))}
      </div>
    );
  if (query.data === undefined)
    return <ScreenFailure title={w.failed} error={query.error} onRetry={() => void query.refetch()} />;
  const { webhooks } = query.data;
  const found = webhooks.find(({ webhookId }) => webhookId === opened);
  if (found !== undefined)
    return <WebhookCard key={found.webhookId} hook={found} onBack={() => onOpen(null)} />;
  if (webhooks.length === 0) return <ScreenState icon={IconWebhook} title={w.empty} hint={w.emptyHint} />;
  return (
    <ul className={classes.list}>
      {webhooks.map((hook) => (
        <Row key={hook.webhookId} hook={hook} onOpen={() => onOpen(hook.webhookId)} />
      ))}
    </ul>
  );
}

function Row({ hook, onOpen }: { readonly hook: Webhook; readonly onOpen: () => void }) {
  const { hooks: w } = useOutsideWords();
  return (
    <li>
      <button type="button" className={classes.open} onClick={onOpen}>
        <span className={classes.what}>
          <span className={classes.url}>{hook.url}</span>
          <span className={classes.rights}>
            {[hook.about, w.eventCount(hook.types.length)].filter((part) => part !== '').join(' · ')}
          </span>
          <WebhookState hook={hook} />
        </span>
        <IconChevronRight size={16} stroke={1.7} aria-hidden />
      </button>
    </li>
  );
}
