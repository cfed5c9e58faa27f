import type { ReplyTemplate } from '@reglament/contract';
import { parseTemplate, type TemplateFault } from '@reglament/desk';
import type { NewTemplate } from './use-keep-template.ts';

/** A template as its form has it. */
export interface TemplateForm {
  readonly personal: boolean;
  readonly name: string;
  readonly text: string;
  readonly say: NonNullable<ReplyTemplate['say']> | 'insert';
  readonly takes: boolean;
  readonly tags: readonly string[];
  /** null: none is proposed. */
  readonly priority: string | null;
  readonly reason: string;
}

export const formOf = (template: ReplyTemplate | null): TemplateForm => {
  const actions = template?.actions ?? [];
  const proposed = actions.find((one) => one.kind === 'propose-priority');
  return {
    personal: template?.personal ?? true,
    name: template?.name ?? '',
    text: template?.text ?? '',
    say: template?.say ?? 'insert',
    takes: actions.some(({ kind }) => kind === 'take'),
    tags: actions.flatMap((one) => (one.kind === 'tag' ? [one.tagId] : [])),
    priority: proposed?.priority ?? null,
    reason: proposed?.reason ?? '',
  };
};

export const templateOf = (form: TemplateForm): NewTemplate => ({
  personal: form.personal,
  name: form.name.trim(),
  text: form.text,
  say: form.say === 'insert' ? null : form.say,
  actions: [
    ...(form.takes ? [{ kind: 'take' } as const] : []),
    ...form.tags.map((tagId) => ({ kind: 'tag', tagId }) as const),
    ...(form.priority === null
      ? []
      : [{ kind: 'propose-priority', priority: form.priority, reason: form.reason.trim() } as const]),
  ],
});

export interface FormFaults {
  readonly name: boolean;
  readonly text: TemplateFault | 'empty' | null;
  readonly reason: boolean;
}

/** What is wrong with the form; the server judges it the same way. */
export const faultsOf = (form: TemplateForm): FormFaults => {
  const parsed = parseTemplate(form.text);
  const doesNothing = !form.takes && form.tags.length === 0 && form.priority === null;
  const isEmpty = form.text.trim() === '' && (form.say !== 'insert' || doesNothing);
  return {
    name: form.name.trim() === '',
    text: parsed.ok ? (isEmpty ? 'empty' : null) : parsed.fault,
    reason: form.priority !== null && form.reason.trim() === '',
  };
};
