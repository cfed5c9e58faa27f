import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useI18n } from '../../i18n/i18n.tsx';
import type { DialogProps } from './action-dialog.tsx';
import { CommandDialog } from './command-dialog.tsx';
import { useDialogCommand } from './use-dialog-command.ts';

export function ConfirmationDialog({ page, onClose }: DialogProps) {
  const { m } = useI18n();
  const { send, ...state } = useDialogCommand(page, onClose);
  const [who, setWho] = useState(page.ticket.requester.name);
  const [isChecked, setIsChecked] = useState(false);
  const handleSubmit = () => {
    setIsChecked(true);
    if (who.trim() !== '') send({ command: 'record-confirmation', who: who.trim() });
  };
  return (
    <CommandDialog
      title={m.ticket.command['record-confirmation']}
      about={m.forms.confirmationAbout}
      submit={m.forms.record}
      onSubmit={handleSubmit}
      onClose={onClose}
      {...state}
    >
      <TextInput
        data-autofocus
        label={m.forms.who}
        description={m.forms.whoHint}
        value={who}
        maxLength={200}
        onChange={(event) => setWho(event.currentTarget.value)}
        error={isChecked && who.trim() === '' && m.forms.whoMissing}
      />
    </CommandDialog>
  );
}
