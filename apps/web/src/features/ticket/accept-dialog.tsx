import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { useI18n } from '../../i18n/i18n.tsx';
import type { DialogProps } from './action-dialog.tsx';
import { CommandDialog } from './command-dialog.tsx';
import { useDialogCommand } from './use-dialog-command.ts';

export function AcceptDialog({ page, onClose }: DialogProps) {
  const { m } = useI18n();
  const { send, ...state } = useDialogCommand(page, onClose);
  const [reason, setReason] = useState('');
  const [isChecked, setIsChecked] = useState(false);
  const handleSubmit = () => {
    setIsChecked(true);
    if (reason.trim() !== '') send({ command: 'accept-uncovered', reason: reason.trim() });
  };
  return (
    <CommandDialog
      title={m.ticket.command['accept-uncovered']}
      about={m.forms.uncoveredAbout}
      submit={m.forms.accept}
      onSubmit={handleSubmit}
      onClose={onClose}
      {...state}
    >
      <Textarea
        data-autofocus
        label={m.forms.uncoveredReason}
        autosize
        minRows={3}
        maxRows={10}
        maxLength={2000}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        error={isChecked && reason.trim() === '' && m.classify.reasonMissing}
      />
    </CommandDialog>
  );
}
