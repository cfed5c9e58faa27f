import { Button, Menu } from '@mantine/core';
import type { Webhook } from '@reglament/contract';
import { IconChevronDown } from '@tabler/icons-react';
import { useState } from 'react';
import { useDesk } from '../../../desk/desk-context.tsx';
import { serverNow } from '../../../api/server-clock.ts';
import { useTicking } from '../../../ui/use-ticking.ts';
import { toast } from '../../../ui/toast.ts';
import { CommandProblem } from '../../ticket/index.ts';
import { SecretDialog } from '../secret-dialog.tsx';
import { useOutsideWords } from '../../../desk/use-outside-words.ts';
import { useChangeWebhook, usePing } from './use-webhooks.ts';
import { EditWebhook } from './webhook-dialog.tsx';
import { RemoveDialog, ReplayDialog, RotateDialog } from './webhook-dialogs.tsx';
import { WebhookLog } from './webhook-log.tsx';
import { WebhookState } from './webhook-state.tsx';
import classes from './webhooks.module.css';

type Open = 'edit' | 'rotate' | 'replay' | 'remove' | { readonly secret: string | null };

interface Props {
  readonly hook: Webhook;
  readonly onBack: () => void;
}

/** One webhook: how it stands, what can be done, what was sent. */
export function WebhookCard({ hook, onBack }: Props) {
  const { hooks: w } = useOutsideWords();
  const { dates } = useDesk();
  const [open, setOpen] = useState<Open | null>(null);
  const change = useChangeWebhook(hook.webhookId, hook.version);
  const ping = usePing(hook.webhookId);
  const close = () => setOpen(null);
  const { previousSecretUntil } = hook;
  const hasTwoSecrets = useTicking(
    () => previousSecretUntil !== null && Date.parse(previousSecretUntil) > serverNow(),
  );
  const isOn = hook.disabled === null;
  const handleTurn = () => change.mutate({ enabled: !isOn }, { onSuccess: () => toast(w.saved) });
  const failure = change.error ?? ping.error;
  return (
    <article className={classes.card}>
      <h3 className={classes.url}>{hook.url}</h3>
      {hook.about !== '' && <p className={classes.rights}>{hook.about}</p>}
      <WebhookState hook={hook} />
      <p className={classes.rights}>
        {hook.types.map((type) => (
          <code key={type} className={classes.chip}>
            {type}
          </code>
        ))}
      </p>
      {hasTwoSecrets && previousSecretUntil !== null && (
        <p className={classes.quiet}>{w.bothUntil(dates.full(previousSecretUntil))}</p>
      )}
      {hook.disabled !== null && (
        <p className={classes.warning}>{hook.disabled.because === 'person' ? w.offByPerson : w.offHint}</p>
      )}
      <div className={classes.buttons}>
        <Button variant={isOn ? 'default' : 'filled'} loading={change.isPending} onClick={handleTurn}>
          {isOn ? w.turnOff : w.turnOn}
        </Button>
        {isOn && (
          <Button
            variant="default"
            loading={ping.isPending}
            onClick={() => ping.mutate(undefined, { onSuccess: () => toast(w.pinged) })}
          >
            {w.tryIt}
          </Button>
        )}
        <Button variant="default" onClick={() => setOpen('edit')}>
          {w.edit}
        </Button>
        <Menu position="bottom-end" withinPortal>
          <Menu.Target>
            <Button variant="default" rightSection={<IconChevronDown size={14} aria-hidden />}>
              {w.actions}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item onClick={() => setOpen('replay')}>{w.replay}</Menu.Item>
            <Menu.Item onClick={() => setOpen('rotate')}>{w.rotate}</Menu.Item>
            <Menu.Item color="red" onClick={() => setOpen('remove')}>
              {w.remove}
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      </div>
      {failure !== null && (
        <CommandProblem
          error={failure}
          onDismiss={() => {
            change.reset();
            ping.reset();
          }}
        />
      )}
      <WebhookLog webhookId={hook.webhookId} />
      {open === 'edit' && <EditWebhook hook={hook} onClose={close} />}
      {open === 'rotate' && (
        <RotateDialog hook={hook} onMade={(secret) => setOpen({ secret })} onClose={close} />
      )}
      {open === 'replay' && <ReplayDialog hook={hook} onClose={close} />}
      {open === 'remove' && <RemoveDialog hook={hook} onGone={onBack} onClose={close} />}
      {open !== null && typeof open === 'object' && (
        <SecretDialog
          title={w.madeTitle}
          about={w.madeAbout}
          secret={open.secret}
          repeated={w.repeated}
          onClose={close}
        />
      )}
    </article>
  );
}
