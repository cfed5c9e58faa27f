import type { ReplyTemplate } from '@reglament/contract';
import { fillTemplate, parseTemplate, templateFaultWords, templateVariables } from '@reglament/desk';
import { Select, Textarea, TextInput } from '@mantine/core';
import { useRef, useState } from 'react';
import { useDesk } from '../../../desk/desk-context.tsx';
import { useI18n } from '../../../i18n/i18n.tsx';
import { Choices } from '../../../ui/choices.tsx';
import { Markdown } from '../../../ui/markdown.tsx';
import { toast } from '../../../ui/toast.ts';
import { CommandDialog } from '../../ticket/index.ts';
import { TemplateActions } from './template-actions.tsx';
import { faultsOf, formOf, templateOf, type TemplateForm } from './template-form.ts';
import classes from './templates.module.css';
import { useKeepTemplate } from './use-keep-template.ts';

interface Props {
  /** null: a new one. */
  readonly template: ReplyTemplate | null;
  readonly onClose: () => void;
}

const says = ['insert', 'reply', 'request-information', 'add-note', 'resolve'] as const;

/** A template or a macro, with what it becomes shown beside. */
export function TemplateDialog({ template, onClose }: Props) {
  const { m, say } = useI18n();
  const { summary } = useDesk();
  const keep = useKeepTemplate(template);
  const [form, setForm] = useState(() => formOf(template));
  const [isChecked, setIsChecked] = useState(false);
  const faults = faultsOf(form);
  const set = (part: Partial<TemplateForm>) => setForm((old) => ({ ...old, ...part }));
  const mayShare = summary.role === 'lead' || summary.role === 'administrator';
  const handleSubmit = () => {
    setIsChecked(true);
    if (faults.name || faults.text !== null || faults.reason) return;
    keep.mutate(templateOf(form), {
      onSuccess: () => {
        toast(m.templates.saved);
        onClose();
      },
    });
  };
  const textError =
    faults.text === null || faults.text === 'empty'
      ? isChecked && faults.text === 'empty' && m.templates.empty
      : say(templateFaultWords(faults.text));
  return (
    <CommandDialog
      title={template === null ? m.templates.create : m.templates.editOne(template.name)}
      submit={m.templates.save}
      isPending={keep.isPending}
      error={keep.error}
      onSubmit={handleSubmit}
      onClose={onClose}
      wide
    >
      <TextInput
        data-autofocus
        required
        label={m.templates.name}
        description={m.templates.nameHint}
        maxLength={80}
        autoComplete="off"
        value={form.name}
        error={isChecked && faults.name && m.templates.nameMissing}
        onChange={(event) => set({ name: event.currentTarget.value })}
      />
      {template === null && mayShare && (
        <Choices
          legend={m.templates.whose}
          choices={(['common', 'own'] as const).map((one) => ({
            id: one,
            name: m.templates.whoseKind[one],
          }))}
          value={form.personal ? 'own' : 'common'}
          onChange={(value) => set({ personal: value === 'own' })}
        />
      )}
      <TextField form={form} set={set} error={textError} />
      <Select
        label={m.templates.say}
        allowDeselect={false}
        data={says.map((one) => ({ value: one, label: m.templates.sayKind[one] }))}
        value={form.say}
        onChange={(value) => set({ say: (value ?? 'insert') as TemplateForm['say'] })}
      />
      <TemplateActions form={form} set={set} isReasonMissing={isChecked && faults.reason} />
    </CommandDialog>
  );
}

interface FieldProps {
  readonly form: TemplateForm;
  readonly set: (part: Partial<TemplateForm>) => void;
  readonly error: string | false;
}

/** The text with the values it may name, and what it becomes. */
function TextField({ form, set, error }: FieldProps) {
  const { m, say, language } = useI18n();
  const { session, summary } = useDesk();
  const field = useRef<HTMLTextAreaElement>(null);
  const parsed = parseTemplate(form.text);
  const values = {
    ...m.templates.sample,
    'me.name': session.person.name,
    'desk.name': say(summary.name),
  };
  const handleVariable = (name: string) => {
    const at = field.current?.selectionStart ?? form.text.length;
    const put = `{{${name}}}`;
    set({ text: `${form.text.slice(0, at)}${put}${form.text.slice(at)}` });
    requestAnimationFrame(() => {
      field.current?.focus();
      field.current?.setSelectionRange(at + put.length, at + put.length);
    });
  };
  return (
    <div>
      <Textarea
        ref={field}
        label={m.templates.text}
        autosize
        minRows={4}
        maxRows={12}
        maxLength={20_000}
        value={form.text}
        error={error}
        onChange={(event) => set({ text: event.currentTarget.value })}
      />
      <div className={classes.variables} role="group" aria-label={m.templates.variables}>
        {Object.entries(templateVariables).map(([name, called]) => (
          <button key={name} type="button" onClick={() => handleVariable(name)}>
            {say(called)}
          </button>
        ))}
      </div>
      {parsed.ok && form.text.trim() !== '' && (
        <section className={classes.preview} aria-label={m.templates.preview}>
          <h3>{m.templates.preview}</h3>
          <Markdown text={fillTemplate(parsed.parts, values, language).text} />
        </section>
      )}
    </div>
  );
}
