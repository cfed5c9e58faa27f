import type { TicketPage } from '@reglament/contract';
import { Autocomplete } from '@mantine/core';
import { useState } from 'react';
import { useI18n } from '../../i18n/i18n.tsx';
import { Choices } from '../../ui/choices.tsx';
import { toast } from '../../ui/toast.ts';
import { CommandDialog, nearTickets, typedNumber } from '../ticket/index.ts';
import { useLink } from './use-extras.ts';

const relations = ['related', 'duplicate', 'caused-by'] as const;

/** Links the ticket with another one of the desk. */
export function LinkDialog({ page, onClose }: { readonly page: TicketPage; readonly onClose: () => void }) {
  const { m } = useI18n();
  const link = useLink(page.ticket.number);
  const [typed, setTyped] = useState('');
  const [relation, setRelation] = useState<(typeof relations)[number]>('related');
  const [isChecked, setIsChecked] = useState(false);
  const number = typedNumber(typed);
  const problem =
    number === null ? m.links.numberMissing : number === page.ticket.number ? m.links.itself : null;
  const handleSubmit = () => {
    setIsChecked(true);
    if (number === null || problem !== null) return;
    link.mutate(
      { to: number, relation },
      {
        onSuccess: () => {
          toast(m.links.done(number));
          onClose();
        },
      },
    );
  };
  return (
    <CommandDialog
      title={m.links.title}
      about={m.links.about}
      submit={m.links.send}
      isPending={link.isPending}
      error={link.error}
      onSubmit={handleSubmit}
      onClose={onClose}
    >
      <Autocomplete
        data-autofocus
        label={m.links.to}
        placeholder={m.links.toHint}
        data={[...nearTickets(page)]}
        maxLength={320}
        value={typed}
        error={isChecked && problem}
        onChange={setTyped}
      />
      <Choices
        legend={m.links.relation}
        choices={relations.map((one) => ({ id: one, name: m.links.kind[one] }))}
        value={relation}
        onChange={(value) => setRelation(value as typeof relation)}
      />
    </CommandDialog>
  );
}
