import { Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useDesk } from '../../desk/desk-context.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import type { DialogProps } from './action-dialog.tsx';
import { CommandDialog } from './command-dialog.tsx';
import { useDialogCommand } from './use-dialog-command.ts';

export function ObjectionDialog({ page, onClose }: DialogProps) {
  const { m } = useI18n();
  const { regulation } = useDesk();
  const { send, ...state } = useDialogCommand(page, onClose);
  const [who, setWho] = useState(page.ticket.requester.name);
  const [reason, setReason] = useState('');
  const [isChecked, setIsChecked] = useState(false);
  const needsReason = regulation?.lifecycle.objectionNeedsReason ?? false;
  const whoError = who.trim() === '' ? m.forms.whoMissing : null;
  const reasonError = needsReason && reason.trim() === '' ? m.forms.objectionReasonMissing : null;
  const handleSubmit = () => {
    setIsChecked(true);
    if (whoError === null && reasonError === null)
      send({ command: 'record-objection', who: who.trim(), reason: reason.trim() });
  };
  return (
    <CommandDialog
      title={m.ticket.command['record-objection']}
      about={m.forms.objectionAbout}
      submit={m.forms.record}
      onSubmit={handleSubmit}
      onClose={onClose}
      {...state}
    >
      <TextInput
        label={m.forms.who}
        description={m.forms.whoHint}
        value={who}
        maxLength={200}
        onChange={(event) => setWho(event.currentTarget.value)}
        error={isChecked && whoError}
      />
      <Textarea
        data-autofocus
        label={m.forms.objectionReason}
        autosize
        minRows={3}
        maxRows={10}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        error={isChecked && reasonError}
      />
    </CommandDialog>
  );
}
