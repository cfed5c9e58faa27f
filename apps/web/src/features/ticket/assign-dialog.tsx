import { Select } from '@mantine/core';
import { useState } from 'react';
import { useDesk } from '../../desk/desk-context.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { usePeople } from '../ticket-extras/index.ts';
import type { DialogProps } from './action-dialog.tsx';
import { CommandDialog } from './command-dialog.tsx';
import { useDialogCommand } from './use-dialog-command.ts';

const NOBODY = 'none';
/** Who answers customers comes first. */
const byRole = ['engineer', 'dispatcher', 'lead', 'administrator', 'sales'] as const;

/** Gives the ticket to a colleague, or to nobody: it is theirs then, and taken into work when they take it. */
export function AssignDialog({ page, onClose }: DialogProps) {
  const { m } = useI18n();
  const { session } = useDesk();
  const { send, ...state } = useDialogCommand(page, onClose);
  const people = usePeople();
  const [to, setTo] = useState<string | null>(null);
  const [isChecked, setIsChecked] = useState(false);
  const now = page.ticket.assignee?.personId ?? null;
  const choices = [
    // Giving a ticket back is as common as handing it on: it stands where it is seen.
    ...(now === null ? [] : [{ value: NOBODY, label: m.assign.nobody }]),
    ...byRole.flatMap((role) => {
      const items = people
        .filter((one) => one.role === role && one.personId !== now)
        .map(({ personId, name }) => ({
          value: personId,
          label: personId === session.person.personId ? m.assign.me(name) : name,
        }));
      return items.length === 0 ? [] : [{ group: m.workspace.roles[role], items }];
    }),
  ];
  const handleSubmit = () => {
    setIsChecked(true);
    if (to !== null) send({ command: 'assign', personId: to === NOBODY ? null : to });
  };
  return (
    <CommandDialog
      title={m.ticket.command.assign}
      about={m.assign.about}
      submit={m.assign.submit}
      onSubmit={handleSubmit}
      onClose={onClose}
      {...state}
    >
      <Select
        label={m.assign.to}
        placeholder={page.ticket.assignee?.name ?? m.queue.unassigned}
        data={choices}
        value={to}
        onChange={setTo}
        error={isChecked && to === null && m.assign.missing}
        searchable
        data-autofocus
      />
    </CommandDialog>
  );
}
