import type { PortalTicketForm } from '@reglament/contract';
import { Button, Checkbox, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useI18n } from '../../i18n/i18n.tsx';
import { Choices } from '../../ui/choices.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { useNarrow } from '../../ui/use-narrow.ts';
import { usePortal } from '../portal/index.ts';
import { askedFields } from './asked-fields.ts';
import { MessageFiles } from './message-files.tsx';
import { OtherDevice } from './other-device.tsx';
import { PreviewCard } from './preview-card.tsx';
import { ProductFields } from './product-fields.tsx';
import { QuestionField } from './question-field.tsx';
import classes from './ticket-page.module.css';
import { type NewTicket, useNewTicket } from './use-new-ticket.ts';
import { usePreview } from './use-preview.ts';
import { useTicketWords } from './use-words.ts';

const LONGEST_SUBJECT = 300;

/** The request on the left, what it would be on the right. */
export function NewTicketForm({ form }: { readonly form: PortalTicketForm }) {
  const { register: w } = useTicketWords();
  const ticket = useNewTicket(form);
  const { facts, message, change } = ticket;
  const isNarrow = useNarrow();
  const [isChecked, setIsChecked] = useState(false);
  const takesCalls = usePreview(form, ticket).data?.takesCalls === true;
  const faults = {
    subject: facts.subject.trim() === '' ? w.subjectMissing : null,
    text: message.message.text.trim() === '' ? w.textMissing : null,
    priority: form.needsPriority && facts.priority === null ? w.priorityMissing : null,
    callback: takesCalls && facts.callback?.trim() === '' ? w.callbackMissing : null,
  };
  const submit = () => ticket.submit(takesCalls);
  const handleSubmit = (event: FormEvent) => {
    event.preventDefault();
    setIsChecked(true);
    const [first] = (Object.keys(faults) as (keyof typeof faults)[]).filter((id) => faults[id] !== null);
    if (first !== undefined) document.getElementById(`new-${first}`)?.focus();
    else if (!message.isUploading && !ticket.isPending) submit();
  };
  return (
    <div className={classes.columns} data-plain="true">
      <form className={`${classes.talk} ${classes.card}`} onSubmit={handleSubmit} noValidate>
        <OtherDevice other={ticket.other} />
        <CompanyField form={form} ticket={ticket} />
        <TextInput
          id="new-subject"
          label={w.subject}
          placeholder={w.subjectExample}
          withAsterisk
          maxLength={LONGEST_SUBJECT}
          value={facts.subject}
          onChange={(event) => change({ subject: event.currentTarget.value })}
          error={isChecked && faults.subject}
        />
        <Textarea
          id="new-text"
          label={w.text}
          description={w.textHint}
          withAsterisk
          autosize
          minRows={5}
          maxRows={20}
          value={message.message.text}
          onChange={(event) => message.write(event.currentTarget.value)}
          error={isChecked && faults.text}
        />
        <MessageFiles of={message} />
        <ProductFields form={form} ticket={ticket} />
        <Kinds ticket={ticket} priorityError={isChecked ? faults.priority : null} />
        <Questions form={form} ticket={ticket} />
        {takesCalls && <CallbackField ticket={ticket} error={isChecked ? faults.callback : null} />}
        {isNarrow && <PreviewCard form={form} ticket={ticket} />}
        {ticket.error !== null && <ProblemNotice error={ticket.error} onRetry={submit} />}
        <div className={classes.buttons}>
          <Button type="submit" size="md" loading={ticket.isPending} disabled={message.isUploading}>
            {w.send}
          </Button>
        </div>
        <p className={classes.dim}>{w.alwaysKept}</p>
      </form>
      {!isNarrow && (
        <aside className={classes.side}>
          <PreviewCard form={form} ticket={ticket} />
        </aside>
      )}
    </div>
  );
}

interface OfTicket {
  readonly ticket: NewTicket;
}

function CompanyField({ form, ticket }: OfTicket & { readonly form: PortalTicketForm }) {
  const { register: w } = useTicketWords();
  if (form.companies.length < 2) return null;
  return (
    <NativeSelect
      label={w.company}
      value={ticket.facts.companyId}
      onChange={(event) => ticket.change({ companyId: event.currentTarget.value })}
      data={form.companies.map(({ companyId, name }) => ({ value: companyId, label: name }))}
    />
  );
}

/** Type and priority, each with what the regulation says it is. */
function Kinds({ ticket, priorityError }: OfTicket & { readonly priorityError: string | null }) {
  const { register: w } = useTicketWords();
  const { say } = useI18n();
  const { ticketTypes, priorities, intake } = usePortal().overview.regulation;
  const asksType = intake.some(({ source }) => source === 'type');
  const { facts, change } = ticket;
  return (
    <>
      {asksType && ticketTypes.length > 1 && (
        <Choices
          legend={w.type}
          value={facts.type}
          onChange={(type) => change({ type })}
          choices={ticketTypes.map(({ id, name, definition }) => ({
            id,
            name: say(name),
            definition: say(definition),
          }))}
        />
      )}
      {priorities.length > 0 && (
        <Choices
          legend={w.priority}
          value={facts.priority}
          onChange={(priority) => change({ priority })}
          error={priorityError}
          choices={priorities.map(({ id, name, definition }) => ({
            id,
            name: say(name),
            definition: say(definition),
          }))}
        />
      )}
    </>
  );
}

/** Whoever would rather talk leaves a number, that of their profile or another. */
function CallbackField({ ticket, error }: OfTicket & { readonly error: string | null }) {
  const { register: w, callback: words } = useTicketWords();
  const { overview } = usePortal();
  const { facts, change } = ticket;
  const { callback } = facts;
  return (
    <>
      <Checkbox
        label={w.callback}
        description={w.callbackHint}
        checked={callback !== null}
        onChange={(event) =>
          change({ callback: event.currentTarget.checked ? overview.contact.phone : null })
        }
      />
      {callback !== null && (
        <TextInput
          id="new-callback"
          label={words.label}
          type="tel"
          autoComplete="tel"
          maxLength={60}
          placeholder="+7 900 000-00-00"
          value={callback}
          onChange={(event) => change({ callback: event.currentTarget.value })}
          error={error}
        />
      )}
    </>
  );
}

function Questions({ form, ticket }: OfTicket & { readonly form: PortalTicketForm }) {
  const { overview } = usePortal();
  const { facts, change } = ticket;
  const company = form.companies.find(({ companyId }) => companyId === facts.companyId);
  const holdsCertificate = (company?.certificate ?? null) !== null;
  return askedFields(overview.regulation, facts.type, holdsCertificate).map((question) => (
    <QuestionField
      key={question.id}
      question={question}
      isWanted={question.isWanted}
      value={facts.fields[question.id] ?? ''}
      onChange={(value) => change({ fields: { ...facts.fields, [question.id]: value } })}
    />
  ));
}
