import { Autocomplete } from '@mantine/core';
import { useState } from 'react';
import { useI18n } from '../../i18n/i18n.tsx';
import type { DialogProps } from './action-dialog.tsx';
import { CommandDialog } from './command-dialog.tsx';
import { nearTickets } from './near-tickets.ts';
import { typedNumber } from './typed-number.ts';
import { useMerge } from './use-merge.ts';

/** Two tickets of one person about one problem: this one closes, the other goes on for both. */
export function MergeDialog({ page, onClose }: DialogProps) {
  const { m } = useI18n();
  const { send, ...state } = useMerge(page, onClose);
  const [typed, setTyped] = useState('');
  const [isChecked, setIsChecked] = useState(false);
  const number = typedNumber(typed);
  const problem =
    number === null ? m.merge.numberMissing : number === page.ticket.number ? m.merge.itself : null;

  const handleSubmit = () => {
    setIsChecked(true);
    if (number !== null && problem === null) send({ into: number });
  };

  return (
    <CommandDialog
      title={m.ticket.command.merge}
      about={m.merge.about[page.merge.clocks]}
      submit={m.merge.send}
      onSubmit={handleSubmit}
      onClose={onClose}
      {...state}
    >
      <Autocomplete
        data-autofocus
        label={m.merge.into}
        description={m.merge.intoHint}
        data={[...nearTickets(page)]}
        maxLength={320}
        value={typed}
        onChange={setTyped}
        error={isChecked && problem}
      />
    </CommandDialog>
  );
}
