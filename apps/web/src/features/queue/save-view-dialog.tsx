import { Checkbox, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useDesk } from '../../desk/desk-context.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { toast } from '../../ui/toast.ts';
import { CommandDialog } from '../ticket/index.ts';
import { type NewView, useKeepViews } from '../../desk/use-views.ts';

interface Props {
  readonly query: NewView['query'];
  readonly onClose: () => void;
}

/** Keeps what the queue is asked for, under a name; leads may share it. */
export function SaveViewDialog({ query, onClose }: Props) {
  const { m } = useI18n();
  const { role } = useDesk().summary;
  const { create } = useKeepViews();
  const [name, setName] = useState('');
  const [shared, setShared] = useState(false);
  const [isChecked, setIsChecked] = useState(false);
  const isMissing = name.trim() === '';
  const handleDone = () => {
    toast(m.savedViews.saved);
    onClose();
  };
  const handleSubmit = () => {
    setIsChecked(true);
    if (!isMissing) create.mutate({ name, shared, query }, { onSuccess: handleDone });
  };
  return (
    <CommandDialog
      title={m.savedViews.save}
      about={m.savedViews.about}
      submit={m.savedViews.submit}
      onSubmit={handleSubmit}
      onClose={onClose}
      isPending={create.isPending}
      error={create.error}
    >
      <TextInput
        data-autofocus
        label={m.savedViews.name}
        required
        maxLength={60}
        autoComplete="off"
        value={name}
        error={isChecked && isMissing && m.savedViews.nameMissing}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      {(role === 'lead' || role === 'administrator') && (
        <Checkbox
          mt="md"
          label={m.savedViews.shared}
          checked={shared}
          onChange={(event) => setShared(event.currentTarget.checked)}
        />
      )}
    </CommandDialog>
  );
}
