import { ProblemError } from '@reglament/contract';
import { Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useDesk } from '../../desk/desk-context.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { Choices } from '../../ui/choices.tsx';
import type { DialogProps } from './action-dialog.tsx';
import { CommandDialog } from './command-dialog.tsx';
import { DateEffect } from './date-effect.tsx';
import { useDialogCommand } from './use-dialog-command.ts';

/** What the server offers where the typed time is skipped, or comes twice. */
const choicesOf = (error: Error | null): readonly string[] =>
  error instanceof ProblemError ? (error.problem.choices ?? []) : [];

/** A date for a clock: by the regulation's rule a proposal to the customer, their word on the phone, or the desk's own. */
export function DateDialog({ page, onClose }: DialogProps) {
  const { m, say } = useI18n();
  const { zone } = useDesk();
  const { send, ...state } = useDialogCommand(page, onClose);
  const [clock, setClock] = useState<string | null>(page.agreeable[0]?.clock ?? null);
  const [date, setDate] = useState('');
  const [exact, setExact] = useState<string | null>(null);
  const [way, setWay] = useState<string>('ask');
  const [who, setWho] = useState(page.ticket.requester.name);
  const [reason, setReason] = useState('');
  const [isChecked, setIsChecked] = useState(false);

  const chosen = page.agreeable.find((one) => one.clock === clock) ?? null;
  const hours = chosen?.hours ?? null;
  const isByPhone = chosen?.needsConsent === true && way === 'phone';
  const missing = {
    date: date === '' ? m.agree.dateMissing : null,
    who: isByPhone && who.trim() === '' ? m.agree.whoMissing : null,
    reason: reason.trim() === '' ? m.agree.reasonMissing : null,
  };
  const moments = choicesOf(state.error);

  const handleDate = (value: string) => {
    setDate(value);
    setExact(null);
  };
  const handleSubmit = () => {
    setIsChecked(true);
    if (chosen === null || Object.values(missing).some((one) => one !== null)) return;
    send({
      command: 'agree-date',
      clock: chosen.clock,
      date: exact ?? date,
      reason: reason.trim(),
      ...(isByPhone ? { agreedBy: who.trim() } : {}),
    });
  };

  return (
    <CommandDialog
      title={m.ticket.command['agree-date']}
      submit={chosen?.needsConsent === true && !isByPhone ? m.agree.propose : m.agree.save}
      onSubmit={handleSubmit}
      onClose={onClose}
      wide
      {...state}
    >
      {page.agreeable.length > 1 && (
        <Choices
          legend={m.agree.clock}
          choices={page.agreeable.map((one) => ({
            id: one.clock,
            name: say(one.name),
            definition: say(one.clause.says),
          }))}
          value={clock}
          onChange={setClock}
        />
      )}
      <TextInput
        data-autofocus
        type="datetime-local"
        label={m.agree.date}
        description={hours === null ? m.agree.zone(zone) : m.agree.zoneHours(zone, say(hours))}
        value={date}
        onChange={(event) => handleDate(event.currentTarget.value)}
        error={isChecked && missing.date}
      />
      {moments.length > 0 && (
        <Choices
          legend={m.agree.moments}
          choices={moments.map((one) => ({
            id: one,
            name: m.agree.moment(one.slice(11, 16), one.slice(16)),
          }))}
          value={exact}
          onChange={setExact}
        />
      )}
      {chosen !== null && (
        <DateEffect
          offer={chosen}
          clock={page.clocks.find((one) => one.clock === chosen.clock) ?? null}
          date={date}
        />
      )}
      {chosen?.needsConsent === true && (
        <Choices
          legend={m.agree.consent}
          choices={[
            { id: 'ask', name: m.agree.ask, definition: m.agree.askHint },
            { id: 'phone', name: m.agree.phone, definition: m.agree.phoneHint },
          ]}
          value={way}
          onChange={setWay}
        />
      )}
      {isByPhone && (
        <TextInput
          label={m.agree.who}
          description={m.forms.whoHint}
          value={who}
          maxLength={200}
          onChange={(event) => setWho(event.currentTarget.value)}
          error={isChecked && missing.who}
        />
      )}
      <Textarea
        label={m.agree.reason}
        description={m.agree.reasonHint}
        autosize
        minRows={2}
        maxRows={8}
        maxLength={2000}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        error={isChecked && missing.reason}
      />
    </CommandDialog>
  );
}
