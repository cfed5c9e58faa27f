import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useDesk } from '../../desk/desk-context.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { Choices } from '../../ui/choices.tsx';
import type { DialogProps } from './action-dialog.tsx';
import { CommandDialog } from './command-dialog.tsx';
import { useDialogCommand } from './use-dialog-command.ts';

/** The customer's word about a proposed date, taken by phone. */
export function DateAnswerDialog({ page, onClose }: DialogProps) {
  const { m, say } = useI18n();
  const { dates } = useDesk();
  const { send, ...state } = useDialogCommand(page, onClose);
  const [answer, setAnswer] = useState<string | null>(null);
  const [who, setWho] = useState(page.ticket.requester.name);
  const [isChecked, setIsChecked] = useState(false);
  const proposal = page.ticket.dateProposal;
  const handleSubmit = () => {
    setIsChecked(true);
    if (proposal === null || answer === null || who.trim() === '') return;
    send({
      command: 'record-date-answer',
      proposalId: proposal.proposalId,
      accepted: answer === 'yes',
      who: who.trim(),
    });
  };
  return (
    <CommandDialog
      title={m.ticket.command['record-date-answer']}
      {...(proposal === null ? {} : { about: m.agree.asked(say(proposal.name), dates.full(proposal.date)) })}
      submit={m.forms.record}
      onSubmit={handleSubmit}
      onClose={onClose}
      {...state}
    >
      <Choices
        isFirst
        legend={m.agree.answer}
        choices={[
          { id: 'yes', name: m.agree.yes, definition: m.agree.yesHint },
          { id: 'no', name: m.agree.no, definition: m.agree.noHint },
        ]}
        value={answer}
        onChange={setAnswer}
        error={isChecked && answer === null && m.agree.answerMissing}
      />
      <TextInput
        label={m.forms.who}
        description={m.forms.whoHint}
        value={who}
        maxLength={200}
        onChange={(event) => setWho(event.currentTarget.value)}
        error={isChecked && who.trim() === '' && m.forms.whoMissing}
      />
    </CommandDialog>
  );
}
