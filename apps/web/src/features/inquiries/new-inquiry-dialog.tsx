import type { InquiryTopicName, NewInquiryBody } from '@reglament/contract';
import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { CompanySelect } from '../../desk/company-select.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { CommandDialog } from '../ticket/index.ts';
import classes from './inquiries.module.css';
import { TopicField } from './topic-field.tsx';
import { useNewInquiry } from './use-inquiry-command.ts';

interface Props {
  /** null: it is named in the form. */
  readonly company: { readonly companyId: string; readonly name: string } | null;
  readonly onClose: () => void;
}

const channels: readonly NewInquiryBody['channel'][] = [
  'phone',
  'messenger',
  'social',
  'web-form',
  'portal',
  'email',
];

interface Form {
  readonly channel: NewInquiryBody['channel'];
  readonly topic: InquiryTopicName;
  readonly name: string;
  readonly phone: string;
  readonly email: string;
  readonly companyId: string | null;
  readonly subject: string;
  readonly text: string;
}

/** A call or a message to sales, put down by whoever took it. */
export function NewInquiryDialog({ company, onClose }: Props) {
  const { m } = useI18n();
  const { send, ...state } = useNewInquiry(onClose);
  const [isChecked, setIsChecked] = useState(false);
  const [form, setForm] = useState<Form>({
    channel: 'phone',
    topic: 'support',
    name: '',
    phone: '',
    email: '',
    companyId: company?.companyId ?? null,
    subject: '',
    text: '',
  });
  const change = (part: Partial<Form>) => setForm((before) => ({ ...before, ...part }));
  const errors = {
    name: form.name.trim() === '' ? m.register.nameMissing : null,
    email: form.email.trim() === '' || /^\S+@\S+$/.test(form.email.trim()) ? null : m.signIn.emailBroken,
    subject: form.subject.trim() === '' ? m.register.subjectMissing : null,
  };
  const handleSubmit = () => {
    setIsChecked(true);
    if (Object.values(errors).some((error) => error !== null)) return;
    send({
      channel: form.channel,
      topic: form.topic,
      requesterEmail: form.email.trim() === '' ? null : form.email.trim(),
      requesterName: form.name.trim(),
      requesterPhone: form.phone.trim(),
      companyId: form.companyId,
      district: null,
      subject: form.subject.trim(),
      text: form.text,
    });
  };
  return (
    <CommandDialog
      title={company === null ? m.inquiries.open : m.inquiries.openFor(company.name)}
      about={m.inquiries.openAbout}
      submit={m.inquiries.keep}
      onSubmit={handleSubmit}
      onClose={onClose}
      wide
      {...state}
    >
      <TopicField value={form.topic} onChange={(topic) => change({ topic })} />
      <div className={classes.pair}>
        <NativeSelect
          label={m.register.channel}
          data={channels.map((value) => ({ value, label: m.channel[value] }))}
          value={form.channel}
          onChange={(event) => change({ channel: event.currentTarget.value as Form['channel'] })}
        />
        <TextInput
          data-autofocus
          label={m.register.name}
          required
          maxLength={200}
          value={form.name}
          onChange={(event) => change({ name: event.currentTarget.value })}
          error={isChecked && errors.name}
        />
      </div>
      <div className={classes.pair}>
        <TextInput
          label={m.register.phone}
          type="tel"
          maxLength={40}
          value={form.phone}
          onChange={(event) => change({ phone: event.currentTarget.value })}
        />
        <TextInput
          label={m.register.email}
          type="email"
          maxLength={254}
          value={form.email}
          onChange={(event) => change({ email: event.currentTarget.value })}
          error={isChecked && errors.email}
        />
      </div>
      {company === null && (
        <CompanySelect
          label={m.register.company}
          description={m.inquiries.companyHint}
          value={form.companyId}
          onChange={(companyId) => change({ companyId })}
        />
      )}
      <TextInput
        label={m.register.subject}
        required
        maxLength={300}
        value={form.subject}
        onChange={(event) => change({ subject: event.currentTarget.value })}
        error={isChecked && errors.subject}
      />
      <Textarea
        label={m.inquiries.text}
        autosize
        minRows={3}
        maxRows={10}
        maxLength={100_000}
        value={form.text}
        onChange={(event) => change({ text: event.currentTarget.value })}
      />
    </CommandDialog>
  );
}
