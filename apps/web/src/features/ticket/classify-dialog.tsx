import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { useDesk } from '../../desk/desk-context.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { Choices } from '../../ui/choices.tsx';
import type { DialogProps } from './action-dialog.tsx';
import { isFixed, wayToPriority } from './classification.ts';
import classes from './command-dialog.module.css';
import { CommandDialog } from './command-dialog.tsx';
import { useDialogCommand } from './use-dialog-command.ts';

/** Type and priority by the regulation's definitions; another priority as the regulation lets staff change it. */
export function ClassifyDialog({ page, onClose }: DialogProps) {
  const { m, say } = useI18n();
  const { regulation } = useDesk();
  const { send, ...state } = useDialogCommand(page, onClose);
  const current = page.ticket.priority;
  const [type, setType] = useState<string | null>(page.ticket.type?.id ?? null);
  const [priority, setPriority] = useState<string | null>(current?.id ?? page.ticket.supposedPriority);
  const [reason, setReason] = useState('');
  const [isChecked, setIsChecked] = useState(false);

  const staffChange = regulation?.priorityRules?.staffChange ?? 'free';
  const way = wayToPriority({ current, chosen: priority, staffChange });
  const isCustomers = isFixed({ current, staffChange });
  const typeError = type === null && way !== 'propose' ? m.classify.typeMissing : null;
  const reasonError = way !== 'set' && reason.trim() === '' ? m.classify.reasonMissing : null;

  const handleSubmit = () => {
    setIsChecked(true);
    if (typeError !== null || reasonError !== null) return;
    if (way === 'propose' && priority !== null)
      send({ command: 'propose-priority', priority, reason: reason.trim() });
    else if (type !== null) {
      send({
        command: 'classify',
        type,
        priority,
        ...(way === 'set-with-reason' ? { reason: reason.trim() } : {}),
      });
    }
  };

  return (
    <CommandDialog
      title={m.classify.title}
      submit={way === 'propose' ? m.classify.propose : m.classify.save}
      onSubmit={handleSubmit}
      onClose={onClose}
      wide
      {...state}
    >
      {way !== 'propose' && (
        <Choices
          isFirst
          legend={m.classify.type}
          choices={(regulation?.ticketTypes ?? []).map((one) => ({
            id: one.id,
            name: say(one.name),
            definition: say(one.definition),
          }))}
          value={type}
          onChange={setType}
          error={isChecked && typeError}
        />
      )}
      {isCustomers && <p className={classes.about}>{m.classify.customersOnly}</p>}
      {(regulation?.priorities.length ?? 0) > 0 && !isCustomers && (
        <Choices
          legend={m.classify.priority}
          choices={(regulation?.priorities ?? []).map((one) => ({
            id: one.id,
            name: say(one.name),
            definition: say(one.definition),
            tag: one.id !== current?.id ? null : current.supposed ? m.priority.supposed : m.classify.current,
          }))}
          value={priority}
          onChange={setPriority}
        />
      )}
      {way !== 'set' && (
        <Textarea
          label={way === 'propose' ? m.classify.proposeReason : m.classify.reason}
          description={way === 'propose' ? m.classify.consent : m.classify.reasonWhy}
          autosize
          minRows={2}
          maxRows={8}
          maxLength={2000}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          error={isChecked && reasonError}
        />
      )}
    </CommandDialog>
  );
}
