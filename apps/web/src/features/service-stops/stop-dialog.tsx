import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { useI18n } from '../../i18n/i18n.tsx';
import { toast } from '../../ui/toast.ts';
import { CommandDialog } from '../ticket/index.ts';
import { type StopAction, useStopCommand } from './use-service-stops.ts';

interface Props {
  readonly action: StopAction;
  readonly contact: { readonly contactId: string; readonly name: string };
  readonly onClose: () => void;
}

/** Stops service for a contact with what speaks for it, or takes that back with a reason: both stay on record. */
export function StopDialog({ action, contact, onClose }: Props) {
  const { m } = useI18n();
  const words = m.serviceStops[action];
  const command = useStopCommand(action, contact.contactId, () => {
    toast(words.done);
    onClose();
  });
  const [typed, setTyped] = useState('');
  const [isChecked, setIsChecked] = useState(false);
  const handleSubmit = () => {
    setIsChecked(true);
    if (typed.trim() !== '') command.mutate(typed.trim());
  };
  return (
    <CommandDialog
      title={words.title}
      about={words.about(contact.name)}
      submit={words.submit}
      isPending={command.isPending}
      error={command.error}
      onSubmit={handleSubmit}
      onClose={onClose}
    >
      <Textarea
        data-autofocus
        label={words.field}
        description={words.hint}
        autosize
        minRows={3}
        maxRows={10}
        maxLength={4000}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        error={isChecked && typed.trim() === '' && words.missing}
      />
    </CommandDialog>
  );
}
