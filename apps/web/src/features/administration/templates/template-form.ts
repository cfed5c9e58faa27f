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
  /** An id, `nobody`; null: whose the ticket is stays so. */
  readonly assignee: string | null;
  /** The line that it is handed over to; null: none. */
  readonly line: string | null;
}

/** Whose a ticket becomes when it is taken from whoever has it. */
export const NOBODY = 'nobody';

export const formOf = (template: ReplyTemplate | null): TemplateForm => {
  const actions = template?.actions ?? [];
  const proposed = actions.find((one) => one.kind === 'propose-priority');
  const given = actions.find((one) => one.kind === 'assign');
  return {
    personal: template?.personal ?? true,
    name: template?.name ?? '',
    text: template?.text ?? '',
    say: template?.say ?? 'insert',
    takes: actions.some(({ kind }) => kind === 'take'),
    tags: actions.flatMap((one) => (one.kind === 'tag' ? [one.tagId] : [])),
    priority: proposed?.priority ?? null,
    reason: proposed?.reason ?? '',
    assignee: given === undefined ? null : (given.personId ?? NOBODY),
    line: actions.find((one) => one.kind === 'hand-over')?.toLine ?? null,
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
    ...(form.line === null ? [] : [{ kind: 'hand-over', toLine: form.line } as const]),
    ...(form.assignee === null
      ? []
      : [{ kind: 'assign', personId: form.assignee === NOBODY ? null : form.assignee } as const]),
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
  const doesNothing = templateOf(form).actions.length === 0;
  const isEmpty = form.text.trim() === '' && (form.say !== 'insert' || doesNothing);
  return {
    name: form.name.trim() === '',
    text: parsed.ok ? (isEmpty ? 'empty' : null) : parsed.fault,
    reason: form.priority !== null && form.reason.trim() === '',
  };
};
