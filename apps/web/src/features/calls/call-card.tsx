import type { QueueTicket } from '@reglament/contract';
import { Button, Checkbox, TextInput } from '@mantine/core';
import { useCallback, useEffect, useRef, useState, type FormEvent } from 'react';
import { useDesk } from '../../desk/desk-context.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { IntakeFields, RequestFields, type RegistrationForm } from '../register/index.ts';
import type { CallActions, CallDraft } from './call-drafts.ts';
import classes from './call-page.module.css';
import { CallerFields } from './caller-fields.tsx';
import { CallerPanel } from './caller-panel.tsx';
import { PreviewPanel } from './preview-panel.tsx';
import { RecordForm } from './record-form.tsx';
import { useCallKeys } from './use-call-keys.ts';
import { useCallerFacts } from './use-callers.ts';
import { useSaveCall } from './use-save-call.ts';

interface Props {
  readonly draft: CallDraft;
  readonly actions: CallActions;
}

/** One call: who it is, what they want, and beside it what has to be known and what becomes of it. */
export function CallCard({ draft, actions }: Props) {
  const { m } = useI18n();
  const w = m.calls;
  const { regulation } = useDesk();
  const { callId, form, contactId } = draft;
  const cardRef = useRef<HTMLDivElement>(null);
  const numberRef = useRef<HTMLInputElement>(null);
  const [isChecked, setIsChecked] = useState(false);
  const [recording, setRecording] = useState<QueueTicket | null>(null);
  const facts = useCallerFacts(contactId, form.companyId);

  const onChange = useCallback((part: Partial<CallDraft>) => actions.change(callId, part), [actions, callId]);
  const onForm = useCallback(
    (part: Partial<RegistrationForm>) => actions.changeForm(callId, part),
    [actions, callId],
  );
  const save = useSaveCall(draft, (number) => onChange({ done: { number, isNew: true } }));

  const errors = {
    name: contactId === null && form.name.trim() === '' ? w.nameMissing : null,
    subject: form.subject.trim() === '' ? m.register.subjectMissing : null,
  };
  const submit = () => {
    setIsChecked(true);
    if (errors.name === null && errors.subject === null && !save.isPending) save.mutate();
    else cardRef.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  };
  const focusName = () => cardRef.current?.querySelector<HTMLElement>('[data-call-name]')?.focus();
  const focusSubject = () =>
    cardRef.current?.querySelector<HTMLElement>('[data-call-request] input')?.focus();

  useEffect(() => {
    if (numberRef.current?.disabled === false) numberRef.current.focus();
  }, []);
  useCallKeys({
    submit: () => cardRef.current?.querySelector('form')?.requestSubmit(),
    withhold: () => {
      onChange({ isWithheld: !draft.isWithheld, contactId: null });
      window.setTimeout(() => (draft.isWithheld ? numberRef.current?.focus() : focusName()));
    },
    priority: (index) => {
      const one = regulation?.priorities[index];
      if (one !== undefined) onForm({ priority: one.id });
    },
  });

  const handleSubmit = (event: FormEvent) => {
    event.preventDefault();
    submit();
  };
  return (
    <div ref={cardRef} className={classes.columns}>
      {recording === null ? (
        <form className={classes.form} onSubmit={handleSubmit} noValidate>
          <CallerFields
            draft={draft}
            onChange={onChange}
            onForm={onForm}
            numberRef={numberRef}
            nameError={isChecked ? errors.name : null}
            facts={facts.data}
            onReady={() => (contactId === null ? focusName() : focusSubject())}
          />
          <div data-call-request>
            <RequestFields
              form={form}
              onChange={onForm}
              errors={{ subject: isChecked ? errors.subject : null }}
            />
          </div>
          <IntakeFields form={form} onChange={onForm} />
          <Callback draft={draft} onChange={onChange} />
          {save.error !== null && <ProblemNotice error={save.error} onRetry={() => save.mutate()} />}
          <div className={classes.bottom}>
            <Button type="submit" loading={save.isPending}>
              {w.save}
              <kbd className={classes.kbd}>Ctrl ↵</kbd>
            </Button>
            <span className={classes.dim}>{w.kept}</span>
          </div>
        </form>
      ) : (
        <RecordForm
          ticket={facts.data?.tickets.find(({ number }) => number === recording.number) ?? recording}
          who={form.name.trim() || m.calls.untitled}
          missedCallId={draft.missedCallId ?? null}
          said={form.text}
          onSaid={(text) => onForm({ text })}
          onBack={() => setRecording(null)}
          onDone={() => onChange({ done: { number: recording.number, isNew: false } })}
        />
      )}
      <div className={classes.side}>
        <CallerPanel
          facts={facts.data}
          isLoading={facts.isFetching && facts.data === undefined}
          companyId={form.companyId}
          onRecord={setRecording}
        />
        <PreviewPanel draft={draft} />
      </div>
    </div>
  );
}

function Callback({
  draft,
  onChange,
}: Pick<Props, 'draft'> & { readonly onChange: (part: Partial<CallDraft>) => void }) {
  const { m } = useI18n();
  const w = m.calls;
  return (
    <div className={classes.pair}>
      <Checkbox
        className={classes.check}
        label={w.callback}
        checked={draft.wantsCallback}
        onChange={(event) => onChange({ wantsCallback: event.currentTarget.checked })}
      />
      {draft.wantsCallback && (
        <TextInput
          label={w.callbackNumber}
          type="tel"
          maxLength={60}
          autoComplete="off"
          placeholder={draft.isWithheld ? '' : draft.form.phone}
          value={draft.callbackPhone}
          onChange={(event) => onChange({ callbackPhone: event.currentTarget.value })}
        />
      )}
    </div>
  );
}
