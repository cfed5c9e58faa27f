import { Checkbox, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useDesk } from '../../desk/desk-context.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { Choices } from '../../ui/choices.tsx';
import type { DialogProps } from './action-dialog.tsx';
import { CommandDialog } from './command-dialog.tsx';
import { useDialogCommand } from './use-dialog-command.ts';

/** A call to the customer, reached or not: what a talk would stop is said before it is recorded. */
export function CallDialog({ page, onClose }: DialogProps) {
  const { m, say } = useI18n();
  const { regulation, dates } = useDesk();
  const { send, ...state } = useDialogCommand(page, onClose);
  const [who, setWho] = useState(page.ticket.requester.name);
  const [text, setText] = useState('');
  const [outcome, setOutcome] = useState<string | null>(null);
  const [toldNumber, setToldNumber] = useState(false);
  const [isChecked, setIsChecked] = useState(false);
  const owed = page.clocks.filter(
    ({ clock, status }) =>
      status !== 'stopped' &&
      regulation?.clocks.some(({ id, stops }) => id === clock && stops.includes('callback')),
  );
  const owedWords = owed
    .map(({ name, dueAt }) => (dueAt === null ? say(name) : m.call.dueBy(say(name), dates.short(dueAt))))
    .join('; ');
  const reached = outcome === 'reached';

  const handleSubmit = () => {
    setIsChecked(true);
    if (who.trim() === '' || outcome === null) return;
    const told = reached && toldNumber;
    send({ command: 'record-call', who: who.trim(), reached, toldNumber: told, text: text.trim() });
  };

  return (
    <CommandDialog
      title={m.ticket.command['record-call']}
      {...(owedWords === '' ? {} : { about: m.call.owed(owedWords) })}
      submit={m.forms.record}
      onSubmit={handleSubmit}
      onClose={onClose}
      {...state}
    >
      <Choices
        isFirst
        legend={m.call.outcome}
        choices={[
          {
            id: 'reached',
            name: m.call.reached,
            ...(owed.length === 0 ? {} : { definition: m.call.reachedHint }),
          },
          {
            id: 'missed',
            name: m.call.missed,
            definition: owed.length === 0 ? m.call.keptHint : m.call.missedHint,
          },
        ]}
        value={outcome}
        onChange={setOutcome}
        error={isChecked && outcome === null && m.call.outcomeMissing}
      />
      <TextInput
        label={outcome === 'missed' ? m.call.whom : m.call.who}
        description={outcome === 'missed' ? undefined : m.forms.whoHint}
        value={who}
        maxLength={200}
        onChange={(event) => setWho(event.currentTarget.value)}
        error={isChecked && who.trim() === '' && m.call.whoMissing}
      />
      <Textarea
        label={outcome === 'missed' ? m.call.note : m.forms.callText}
        autosize
        minRows={2}
        maxRows={10}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      {outcome !== 'missed' && (
        <Checkbox
          label={m.forms.toldNumber}
          description={m.forms.toldNumberHint}
          checked={toldNumber}
          onChange={(event) => setToldNumber(event.currentTarget.checked)}
        />
      )}
    </CommandDialog>
  );
}
