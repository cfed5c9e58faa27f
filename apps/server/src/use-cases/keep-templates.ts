import { type DeskId, parseTemplate, type PersonId, type TemplateFault } from '@reglament/desk';
import type { Queries } from '../store/database.ts';
import { insertResponse } from '../store/idempotency.ts';
import type { TemplateFacts } from '../store/queries/reply-templates.ts';
import {
  countTemplates,
  deleteTemplateRow,
  insertTemplate,
  lockTemplate,
  updateTemplate,
} from '../store/reply-templates.ts';
import { countUsableTags } from '../store/tags.ts';
import type { Context } from './context.ts';
import { areOfDesk } from './tell-mentioned.ts';

/** Templates of one person, or in common of a desk. */
const MOST_TEMPLATES = 300;

export type TemplateOutcome =
  | { readonly kind: 'done'; readonly templateId: string; readonly version: number }
  | { readonly kind: 'fault'; readonly fault: TemplateFault }
  | { readonly kind: 'stale'; readonly version: number }
  | { readonly kind: 'not-found' | 'forbidden' | 'empty' | 'too-many' }
  | { readonly kind: 'unknown-tag' | 'unknown-person' | 'unknown-line' };

interface Asking {
  readonly deskId: DeskId;
  readonly personId: PersonId;
  /** Leads, and administrators in their place: they keep the desk's. */
  readonly isLead: boolean;
}

/** Whom an action names and the desk does not have now; null: it has all of them. */
const judgeNames = async (
  context: Context,
  q: Queries,
  deskId: DeskId,
  actions: TemplateFacts['actions'],
): Promise<TemplateOutcome | null> => {
  const tags = [...new Set(actions.flatMap((one) => (one.kind === 'tag' ? [one.tagId] : [])))];
  if (tags.length > 0 && (await countUsableTags(q, deskId, tags)) < tags.length)
    return { kind: 'unknown-tag' };
  const people = actions.flatMap((one) =>
    one.kind === 'assign' && one.personId !== null ? [one.personId] : [],
  );
  if (!(await areOfDesk(q, deskId, people))) return { kind: 'unknown-person' };
  const lines = actions.flatMap((one) => (one.kind === 'hand-over' ? [one.toLine] : []));
  if (lines.length === 0) return null;
  const { regulation } = await context.regulations.inForce(deskId, context.now());
  const isKnown = lines.every((line) => regulation.lines.some(({ id }) => id === line));
  return isKnown ? null : { kind: 'unknown-line' };
};

/** What is wrong with the facts themselves; null: nothing. */
const judge = async (
  context: Context,
  q: Queries,
  deskId: DeskId,
  { text, actions, say }: TemplateFacts,
): Promise<TemplateOutcome | null> => {
  const parsed = parseTemplate(text);
  if (!parsed.ok) return { kind: 'fault', fault: parsed.fault };
  // What says something needs words; what says nothing needs something to do.
  if (text.trim() === '' && (say !== null || actions.length === 0)) return { kind: 'empty' };
  return judgeNames(context, q, deskId, actions);
};

/** A new template: the person's own, or the desk's. */
export const createTemplate = (
  context: Context,
  asked: Asking & {
    readonly facts: TemplateFacts;
    readonly personal: boolean;
    readonly idempotency: { readonly key: string; readonly requestHash: string };
  },
): Promise<TemplateOutcome> =>
  context.db.inDesk(asked.deskId, async (q): Promise<TemplateOutcome> => {
    const { deskId, facts, personal, idempotency } = asked;
    if (!personal && !asked.isLead) return { kind: 'forbidden' };
    const no = await judge(context, q, deskId, facts);
    if (no !== null) return no;
    const ownerId = personal ? asked.personId : null;
    if ((await countTemplates(q, deskId, ownerId)) >= MOST_TEMPLATES) return { kind: 'too-many' };
    const response = { templateId: context.newId(), version: 1 };
    const at = context.now();
    await insertTemplate(q, deskId, { ...facts, templateId: response.templateId, ownerId, at });
    await insertResponse(q, { deskId, ...idempotency, response, at });
    return { kind: 'done', ...response };
  });

/** Does something to a template that the person may change; another person's own does not exist for them. */
const withTemplate = (
  context: Context,
  asked: Asking & { readonly templateId: string; readonly seenVersion: number },
  work: (q: Queries, version: number) => Promise<TemplateOutcome>,
): Promise<TemplateOutcome> =>
  context.db.inDesk(asked.deskId, async (q): Promise<TemplateOutcome> => {
    const locked = await lockTemplate(q, asked.deskId, asked.templateId);
    if (locked === null || (locked.ownerId !== null && locked.ownerId !== asked.personId))
      return { kind: 'not-found' };
    if (locked.ownerId === null && !asked.isLead) return { kind: 'forbidden' };
    if (locked.version !== asked.seenVersion) return { kind: 'stale', version: locked.version };
    return work(q, locked.version);
  });

/** Writes a template anew. */
export const changeTemplate = (
  context: Context,
  asked: Asking & {
    readonly templateId: string;
    readonly seenVersion: number;
    readonly facts: TemplateFacts;
  },
): Promise<TemplateOutcome> =>
  withTemplate(context, asked, async (q) => {
    const { deskId, templateId, facts } = asked;
    const no = await judge(context, q, deskId, facts);
    if (no !== null) return no;
    const version = await updateTemplate(q, deskId, { ...facts, templateId, at: context.now() });
    return { kind: 'done', templateId, version };
  });

export const deleteTemplate = (
  context: Context,
  asked: Asking & { readonly templateId: string; readonly seenVersion: number },
): Promise<TemplateOutcome> =>
  withTemplate(context, asked, async (q, version) => {
    await deleteTemplateRow(q, asked.deskId, asked.templateId);
    return { kind: 'done', templateId: asked.templateId, version };
  });
