import { Select, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useDesk } from '../../desk/desk-context.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { CompanyChoice, MakeCompany, useCompanyChoice } from '../companies/index.ts';
import { CommandDialog } from '../ticket/index.ts';
import type { DialogProps } from './inquiry-actions.tsx';
import { TopicField } from './topic-field.tsx';
import { useInquiryCommand } from './use-inquiry-command.ts';

/** To another person of the desk, with a note for them. */
export function HandOverDialog({ page, onClose }: DialogProps) {
  const { m } = useI18n();
  const { send, ...state } = useInquiryCommand(page, onClose);
  const [personId, setPersonId] = useState<string | null>(null);
  const [text, setText] = useState('');
  const [isChecked, setIsChecked] = useState(false);
  const people = page.staff.filter((one) => one.personId !== page.inquiry.owner?.personId);
  return (
    <CommandDialog
      title={m.inquiries.command['hand-over']}
      submit={m.inquiries.command['hand-over']}
      onSubmit={() => {
        setIsChecked(true);
        if (personId !== null) send({ command: 'hand-over', personId, text: text.trim() });
      }}
      onClose={onClose}
      {...state}
    >
      <Select
        data-autofocus
        label={m.inquiries.page.owner}
        data={people.map((one) => ({ value: one.personId, label: one.name }))}
        value={personId}
        onChange={setPersonId}
        error={isChecked && personId === null && m.inquiries.form.ownerMissing}
      />
      <Textarea
        label={m.inquiries.form.note}
        autosize
        minRows={2}
        maxRows={8}
        maxLength={10_000}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
    </CommandDialog>
  );
}

/** Whose inquiry it is: its district decides where it goes. */
export function NameCompanyDialog({ page, onClose }: DialogProps) {
  const { m } = useI18n();
  const { send, ...state } = useInquiryCommand(page, onClose);
  const choice = useCompanyChoice();
  const { companyId } = choice;
  const [isChecked, setIsChecked] = useState(false);
  if (choice.isMaking) return <MakeCompany choice={choice} />;
  return (
    <CommandDialog
      title={m.inquiries.command['name-company']}
      about={m.inquiries.form.companyAbout}
      submit={m.inquiries.form.save}
      onSubmit={() => {
        setIsChecked(true);
        if (companyId !== null) send({ command: 'name-company', companyId });
      }}
      onClose={onClose}
      {...state}
    >
      <CompanyChoice
        choice={choice}
        label={m.inquiries.columns.company}
        error={isChecked && companyId === null && m.certificates.form.companyMissing}
      />
    </CommandDialog>
  );
}

/** What a letter turned out to be about. */
export function TopicDialog({ page, onClose }: DialogProps) {
  const { m } = useI18n();
  const { send, ...state } = useInquiryCommand(page, onClose);
  const [topic, setTopic] = useState(page.inquiry.topic);
  return (
    <CommandDialog
      title={m.inquiries.command['name-topic']}
      submit={m.inquiries.form.save}
      onSubmit={() => send({ command: 'name-topic', topic })}
      onClose={onClose}
      {...state}
    >
      <TopicField value={topic} onChange={setTopic} />
    </CommandDialog>
  );
}

/** No sale, and why. */
export function LostDialog({ page, onClose }: DialogProps) {
  const { m } = useI18n();
  const { send, ...state } = useInquiryCommand(page, onClose);
  const [reason, setReason] = useState('');
  const [isChecked, setIsChecked] = useState(false);
  return (
    <CommandDialog
      title={m.inquiries.command['close-lost']}
      about={m.inquiries.form.lostAbout}
      submit={m.inquiries.command['close-lost']}
      onSubmit={() => {
        setIsChecked(true);
        if (reason.trim() !== '') send({ command: 'close-lost', reason: reason.trim() });
      }}
      onClose={onClose}
      {...state}
    >
      <Textarea
        data-autofocus
        label={m.inquiries.form.reason}
        autosize
        minRows={2}
        maxRows={8}
        maxLength={10_000}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        error={isChecked && reason.trim() === '' && m.inquiries.form.reasonMissing}
      />
    </CommandDialog>
  );
}

/** It is a request for support after all. */
export function BecomeTicketDialog({ page, onClose }: DialogProps) {
  const { m, say } = useI18n();
  const { regulation } = useDesk();
  const { send, ...state } = useInquiryCommand(page, onClose);
  const [priority, setPriority] = useState<string | null>(null);
  const priorities = regulation?.priorities ?? [];
  return (
    <CommandDialog
      title={m.inquiries.command['become-ticket']}
      about={m.inquiries.form.ticketAbout}
      submit={m.inquiries.form.makeTicket}
      onSubmit={() => send({ command: 'become-ticket', priority })}
      onClose={onClose}
      {...state}
    >
      {priorities.length > 0 && (
        <Select
          label={m.register.priority}
          data={priorities.map((one) => ({ value: one.id, label: say(one.name) }))}
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
