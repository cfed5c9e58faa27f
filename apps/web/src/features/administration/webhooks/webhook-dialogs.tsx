import { Checkbox, TextInput } from '@mantine/core';
import type { Webhook } from '@reglament/contract';
import { parseTimeZone, toInstant, parseLocalDate } from '@reglament/working-time';
import { useState } from 'react';
import { useDesk } from '../../../desk/desk-context.tsx';
import { toast } from '../../../ui/toast.ts';
import { CommandDialog } from '../../ticket/index.ts';
import { useOutsideWords } from '../../../desk/use-outside-words.ts';
import { useDeleteWebhook, useReplay, useRotateSecret } from './use-webhooks.ts';

interface Props {
  readonly hook: Webhook;
  readonly onClose: () => void;
}

export function RotateDialog({
  hook,
  onMade,
  onClose,
}: Props & { readonly onMade: (secret: string | null) => void }) {
  const { hooks: w } = useOutsideWords();
  const rotate = useRotateSecret(hook.webhookId);
  return (
    <CommandDialog
      title={w.rotate}
      about={w.rotateAbout}
      submit={w.rotate}
      isPending={rotate.isPending}
      error={rotate.error}
      onSubmit={() => rotate.mutate(undefined, { onSuccess: ({ secret }) => onMade(secret) })}
      onClose={onClose}
    />
  );
}

export function RemoveDialog({ hook, onGone, onClose }: Props & { readonly onGone: () => void }) {
  const { hooks: w } = useOutsideWords();
  const remove = useDeleteWebhook(hook.webhookId);
  const done = () => {
    toast(w.removed);
    onGone();
  };
  return (
    <CommandDialog
      title={w.remove}
      about={w.removeAbout}
      submit={w.remove}
      isPending={remove.isPending}
      error={remove.error}
      onSubmit={() => remove.mutate(undefined, { onSuccess: done })}
      onClose={onClose}
    />
  );
}

/** `2026-11-21T09:30` of the desk's wall clock as an instant; null: it is not one. */
const instantOf = (typed: string, zone: string): string | null => {
  const match = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})$/.exec(typed);
  const known = parseTimeZone(zone);
  const day = parseLocalDate(match?.[1] ?? '');
  if (match === null || known === null || day === null) return null;
  const minutes = Number(match[2]) * 60 + Number(match[3]);
  return new Date(toInstant(known, day, minutes)).toISOString();
};

/** Everything since a moment, sent again. */
export function ReplayDialog({ hook, onClose }: Props) {
  const { hooks: w } = useOutsideWords();
  const { zone } = useDesk();
  const replay = useReplay(hook.webhookId);
  const [from, setFrom] = useState('');
  const [all, setAll] = useState(false);
  const [isChecked, setIsChecked] = useState(false);
  const since = instantOf(from, zone);
  const handleSubmit = () => {
    setIsChecked(true);
    if (since === null) return;
    replay.mutate(
      { what: 'since', since, all },
      {
        onSuccess: ({ queued }) => {
          toast(queued === 0 ? w.nothingToSend : w.sentAgain(queued));
          onClose();
        },
      },
    );
  };
  return (
    <CommandDialog
      title={w.sendAgain}
      about={w.replayAbout}
      submit={w.sendAgain}
      isPending={replay.isPending}
      error={replay.error}
      onSubmit={handleSubmit}
      onClose={onClose}
    >
      <TextInput
        data-autofocus
        required
        type="datetime-local"
        label={w.replayFrom}
        value={from}
        error={isChecked && since === null && w.replayFromMissing}
        onChange={(event) => setFrom(event.currentTarget.value)}
      />
      <Checkbox label={w.replayAll} checked={all} onChange={(event) => setAll(event.currentTarget.checked)} />
    </CommandDialog>
  );
}
