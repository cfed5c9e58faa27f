import { Checkbox, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useI18n } from '../../i18n/i18n.tsx';
import type { DialogProps } from './action-dialog.tsx';
import { CommandDialog } from './command-dialog.tsx';
import { useDialogCommand } from './use-dialog-command.ts';

export function CallDialog({ page, onClose }: DialogProps) {
  const { m } = useI18n();
  const { send, ...state } = useDialogCommand(page, onClose);
  const [who, setWho] = useState(page.ticket.requester.name);
  const [text, setText] = useState('');
  const [toldNumber, setToldNumber] = useState(false);
  const [isChecked, setIsChecked] = useState(false);
  const handleSubmit = () => {
    setIsChecked(true);
    if (who.trim() !== '') send({ command: 'record-call', who: who.trim(), toldNumber, text: text.trim() });
  };
  return (
    <CommandDialog
      title={m.ticket.command['record-call']}
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
        error={isChecked && who.trim() === '' && m.forms.whoMissing}
      />
      <Textarea
        data-autofocus
        label={m.forms.callText}
        autosize
        minRows={3}
        maxRows={10}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <Checkbox
        label={m.forms.toldNumber}
        description={m.forms.toldNumberHint}
        checked={toldNumber}
        onChange={(event) => setToldNumber(event.currentTarget.checked)}
      />
    </CommandDialog>
  );
}
