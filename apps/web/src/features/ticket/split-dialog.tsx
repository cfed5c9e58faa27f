import { Select, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useDesk } from '../../desk/desk-context.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import type { DialogProps } from './action-dialog.tsx';
import { CommandDialog } from './command-dialog.tsx';
import { useSplit } from './use-split.ts';

/** One ticket, one problem: the second one gets a number, deadlines and a letter of its own. */
export function SplitDialog({ page, onClose }: DialogProps) {
  const { m, say } = useI18n();
  const { regulation } = useDesk();
  const { send, ...state } = useSplit(page, onClose);
  const [subject, setSubject] = useState('');
  const [text, setText] = useState('');
  const [type, setType] = useState<string | null>(null);
  const [priority, setPriority] = useState<string | null>(null);
  const [isChecked, setIsChecked] = useState(false);
  const named = (list: readonly { readonly id: string; readonly name: Parameters<typeof say>[0] }[]) =>
    list.map((one) => ({ value: one.id, label: say(one.name) }));

  const handleSubmit = () => {
    setIsChecked(true);
    if (subject.trim() === '' || text.trim() === '') return;
    send({ subject: subject.trim(), text: text.trim(), type, priority });
  };

  return (
    <CommandDialog
      title={m.ticket.command.split}
      about={m.split.about[page.split?.clocks ?? 'own']}
      submit={m.split.send}
      onSubmit={handleSubmit}
      onClose={onClose}
      wide
      {...state}
    >
      <TextInput
        data-autofocus
        label={m.register.subject}
        maxLength={300}
        value={subject}
        onChange={(event) => setSubject(event.currentTarget.value)}
        error={isChecked && subject.trim() === '' && m.register.subjectMissing}
      />
      <Textarea
        label={m.split.text}
        autosize
        minRows={3}
        maxRows={12}
        maxLength={100_000}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        error={isChecked && text.trim() === '' && m.split.textMissing}
      />
      {(regulation?.ticketTypes.length ?? 0) > 0 && (
        <Select
          label={m.register.type}
          data={named(regulation?.ticketTypes ?? [])}
          placeholder={m.answer.notNamed}
          clearable
          clearButtonProps={{ 'aria-label': m.common.dismiss }}
          value={type}
          onChange={setType}
        />
      )}
      {(regulation?.priorities.length ?? 0) > 0 && (
        <Select
          label={m.register.priority}
          data={named(regulation?.priorities ?? [])}
          placeholder={m.register.priorityNone}
          clearable
          clearButtonProps={{ 'aria-label': m.common.dismiss }}
          value={priority}
          onChange={setPriority}
        />
      )}
    </CommandDialog>
  );
}
