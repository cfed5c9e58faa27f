import type { Callers } from '@reglament/contract';
import { Button } from '@mantine/core';
import { useEffect, useRef, useState, type FormEvent } from 'react';
import { useDesk } from '../../desk/desk-context.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { IntakeFields, RequestFields } from '../register/index.ts';
import classes from './call-page.module.css';
import { CallbackFields } from './callback-fields.tsx';
import { CallerFields } from './caller-fields.tsx';
import type { DraftProps } from './draft-props.ts';
import { useCallKeys } from './use-call-keys.ts';
import { useSaveCall } from './use-save-call.ts';

interface Props extends DraftProps {
  readonly facts: Callers | undefined;
}

/** Who calls and what they want; goes all by keys. */
export function CallForm({ draft, onChange, onForm, facts }: Props) {
  const { m } = useI18n();
  const w = m.calls;
  const { regulation } = useDesk();
  const { form, contactId } = draft;
  const formRef = useRef<HTMLFormElement>(null);
  const numberRef = useRef<HTMLInputElement>(null);
  const [isChecked, setIsChecked] = useState(false);
  const save = useSaveCall(draft, (number) => onChange({ done: { number, isNew: true } }));
  const focusOn = (selector: string) => formRef.current?.querySelector<HTMLElement>(selector)?.focus();

  const errors = {
    name: contactId === null && form.name.trim() === '' ? w.nameMissing : null,
    subject: form.subject.trim() === '' ? m.register.subjectMissing : null,
  };
  const handleSubmit = (event: FormEvent) => {
    event.preventDefault();
    setIsChecked(true);
    if (errors.name === null && errors.subject === null && !save.isPending) save.mutate();
    else focusOn('[aria-invalid="true"]');
  };

  useEffect(() => {
    if (numberRef.current?.disabled === false) numberRef.current.focus();
  }, []);
  useCallKeys({
    submit: () => formRef.current?.requestSubmit(),
    withhold: () => {
      onChange({ isWithheld: !draft.isWithheld, contactId: null });
      window.setTimeout(() => (draft.isWithheld ? numberRef.current?.focus() : focusOn('[data-call-name]')));
    },
    priority: (index) => {
      const one = regulation?.priorities[index];
      if (one !== undefined) onForm({ priority: one.id });
    },
  });

  return (
    <form ref={formRef} className={classes.form} onSubmit={handleSubmit} noValidate>
      <CallerFields
        {...{ draft, onChange, onForm, numberRef, facts }}
        nameError={isChecked ? errors.name : null}
        onReady={() => focusOn(contactId === null ? '[data-call-name]' : '[data-call-request] input')}
      />
      <div data-call-request>
        <RequestFields
          form={form}
          onChange={onForm}
          errors={{ subject: isChecked ? errors.subject : null }}
        />
      </div>
      <IntakeFields form={form} onChange={onForm} />
      <CallbackFields draft={draft} onChange={onChange} />
      {save.error !== null && <ProblemNotice error={save.error} onRetry={() => save.mutate()} />}
      <div className={classes.bottom}>
        <Button type="submit" loading={save.isPending}>
          {w.save}
          <kbd className={classes.kbd} data-on="button">
            Ctrl ↵
          </kbd>
        </Button>
        <span className={classes.dim}>{w.kept}</span>
      </div>
    </form>
  );
}
