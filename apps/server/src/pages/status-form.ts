import {
  type IntakeField,
  type Language,
  type ProposalId,
  type Refusal,
  type Regulation,
  refusalTexts,
  takesCalls,
} from '@reglament/desk';
import type { StatusTicket } from '../store/queries/status-page.ts';
import { callbackWish } from '../text/callback-wish.ts';
import { missingIntake } from '../text/missing-words.ts';
import type { CustomerAction, CustomerActionOutcome } from '../use-cases/customer-action.ts';
import type { ReadForm } from './read-form.ts';
import type { Draft } from './status-view.ts';
import { fieldInput, mayStatePriority, PRIORITY_INPUT } from './status/missing.ts';
import type { PageDone, PageProblem } from './words.ts';

export type FormName = Draft['form'];
export const formNames: readonly FormName[] = [
  'answer',
  'object',
  'fields',
  'callback',
  'proposal',
  'date',
  'confirm',
];

type Understood = { readonly action: CustomerAction } | { readonly problem: PageProblem };

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** What was typed for a field, and for the priority that may still be named. */
interface TypedAnswers {
  readonly of: (field: IntakeField) => string;
  readonly priority: string | undefined;
}

/** Answers as lines of the conversation, by the names that the regulation gives them. */
export const statedAnswers = (
  typed: TypedAnswers,
  { ticket }: Pick<StatusTicket, 'ticket'>,
  regulation: Regulation,
): Understood => {
  const answered = missingIntake(ticket, regulation).flatMap((field) => {
    const value = typed.of(field);
    if (value === '') return [];
    const list =
      field.source === 'priority'
        ? regulation.priorities
        : field.source === 'type'
          ? regulation.ticketTypes
          : null;
    const chosen = list === null ? value : list.find(({ id }) => id === value)?.name.ru;
    return chosen === undefined ? [] : [{ id: field.id, name: field.name.ru, value: chosen }];
  });
  const priority = mayStatePriority(ticket, regulation)
    ? (regulation.priorities.find(({ id }) => id === typed.priority) ?? null)
    : null;
  const asked = regulation.intake.find(({ source }) => source === 'priority');
  const named =
    priority !== null && !answered.some(({ id }) => id === asked?.id)
      ? [{ id: asked?.id ?? null, name: asked?.name.ru ?? 'Приоритет', value: priority.name.ru }]
      : [];
  const told = [...answered, ...named];
  if (told.length === 0) return { problem: 'no-fields' };
  const text = told.map(({ name, value }) => `${name}: ${value}`).join('\n');
  const fields = Object.fromEntries(
    told.flatMap(({ id, value }) => (id === null ? [] : [[id, value] as const])),
  );
  return { action: { kind: 'state-fields', text, fields, priority: priority?.id ?? null } };
};

/** What a form asks for, or why it can't be done as it stands. */
export const understandForm = (
  name: FormName,
  form: ReadForm,
  found: StatusTicket,
  regulation: Regulation,
  language: Language,
): Understood => {
  if (form.problem !== null) return { problem: form.problem };
  switch (name) {
    case 'answer':
      return form.text.trim() === '' && form.files.length === 0
        ? { problem: 'empty-answer' }
        : { action: { kind: 'answer', text: form.text, files: form.files } };
    case 'object':
      if (regulation.lifecycle.objectionNeedsReason && form.text.trim() === '')
        return { problem: 'objection-reason' };
      return { action: { kind: 'object', text: form.text, files: form.files } };
    case 'confirm':
      return { action: { kind: 'confirm' } };
    case 'proposal':
    case 'date': {
      const { proposal = '', choice } = form.fields;
      if (!uuid.test(proposal) || (choice !== 'accept' && choice !== 'decline'))
        return { problem: 'no-choice' };
      return {
        action: {
          kind: name === 'date' ? 'answer-date' : 'answer-proposal',
          proposalId: proposal as ProposalId,
          accepted: choice === 'accept',
        },
      };
    }
    case 'callback': {
      // Shown to nobody else; whoever sends it all the same is told why nobody will call.
      if (!takesCalls(found.ticket, regulation)) return { problem: 'callback-not-given' };
      const wish = callbackWish(form.fields['phone'] ?? '', language);
      if (wish === null) return { problem: 'callback-number' };
      return { action: { kind: 'answer', text: wish.says, files: [], callback: wish.phone } };
    }
    case 'fields':
      return statedAnswers(
        {
          of: (field) => form.fields[fieldInput(field)] ?? '',
          priority: form.fields[PRIORITY_INPUT],
        },
        found,
        regulation,
      );
  }
};

const refusalWords = (refusal: Refusal, language: Language): string => {
  const says = refusalTexts[refusal.code][language];
  if (refusal.clause === null) return says;
  return language === 'ru' ? `${says} (правило ${refusal.clause})` : `${says} (rule ${refusal.clause})`;
};

/** What the page says when a form did not pass: never loses a word that was typed. */
export const draftAfter = (name: FormName, form: ReadForm, problem: Draft['problem']): Draft => ({
  form: name,
  text: form.text,
  fields: form.fields,
  problem,
  hadFiles: form.hadFiles,
});

/** Null: it was done. */
export const problemOf = (outcome: CustomerActionOutcome, language: Language): Draft['problem'] | null => {
  switch (outcome.kind) {
    case 'refused':
      return { says: refusalWords(outcome.refusal, language) };
    case 'mismatch':
      return 'mismatch';
    case 'done':
    case 'continued':
    case 'not-found':
    case 'unknown-attachment':
      return null;
  }
};

const DONE: Readonly<Record<CustomerAction['kind'], PageDone>> = {
  answer: 'answer',
  confirm: 'confirm',
  object: 'object',
  'answer-proposal': 'accepted',
  'answer-date': 'date-accepted',
  'state-fields': 'fields',
};

export const doneCode = (action: CustomerAction): PageDone => {
  if (action.kind === 'answer' && action.callback !== undefined) return 'callback';
  if (action.kind === 'answer-proposal' && !action.accepted) return 'declined';
  if (action.kind === 'answer-date' && !action.accepted) return 'date-declined';
  return DONE[action.kind];
};
