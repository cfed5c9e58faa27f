import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { deskSlug, id, lineText, typedText } from './schemas.ts';

const inDesk = z.object({ desk: deskSlug });
const ofTemplate = inDesk.extend({ templateId: id });

/** What a macro does besides its text; each is the ordinary command of that name. */
export const macroAction = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('take') }),
  z.strictObject({ kind: z.literal('tag'), tagId: id }),
  z.strictObject({
    kind: z.literal('propose-priority'),
    priority: lineText(60, 1),
    reason: typedText(2000, 1),
  }),
  /** Whose the ticket is to be; null: nobody's. */
  z.strictObject({ kind: z.literal('assign'), personId: id.nullable() }),
  /** To another line; what that line must be given is ticked off as the macro is run. */
  z.strictObject({ kind: z.literal('hand-over'), toLine: lineText(60, 1) }),
]);
export type MacroAction = z.infer<typeof macroAction>;

/** The command that a macro's text is said by. */
export const macroSay = z.enum(['reply', 'request-information', 'add-note', 'resolve']);

const facts = {
  name: lineText(80, 1),
  /** Markdown with `{{variables}}`; an unknown one is refused with its place. */
  text: typedText(20_000),
  /** null: the text is put into what is being written, nothing is sent. */
  say: macroSay.nullable(),
  actions: z.array(macroAction).max(10),
};

export const replyTemplate = z.object({
  templateId: id,
  /** Only whoever made it sees it. */
  personal: z.boolean(),
  ...facts,
  version: z.number().int(),
  /** Whether the person who asks may change it. */
  mayChange: z.boolean(),
});
export type ReplyTemplate = z.infer<typeof replyTemplate>;

const changed = z.object({ templateId: id, version: z.number().int() });

/** Texts said again and again, and macros. */
export const templateEndpoints = {
  getTemplates: endpoint({
    id: 'getTemplates',
    method: 'GET',
    path: '/api/desks/{desk}/templates',
    permission: 'staff',
    params: inDesk,
    summary: 'Templates and macros of the desk, and those of the person who asks, by name.',
    reply: z.object({ templates: z.array(replyTemplate) }),
  }),
  createTemplate: endpoint({
    id: 'createTemplate',
    method: 'POST',
    path: '/api/desks/{desk}/templates',
    permission: 'support',
    params: inDesk,
    idempotent: true,
    status: 201,
    summary: 'Add a template or a macro: one’s own, or (leads and administrators) the desk’s.',
    body: z.strictObject({ personal: z.boolean(), ...facts }),
    reply: changed,
  }),
  changeTemplate: endpoint({
    id: 'changeTemplate',
    method: 'PATCH',
    path: '/api/desks/{desk}/templates/{templateId}',
    permission: 'support',
    params: ofTemplate,
    versioned: true,
    summary: 'Write a template anew.',
    body: z.strictObject(facts),
    reply: changed,
  }),
  deleteTemplate: endpoint({
    id: 'deleteTemplate',
    method: 'DELETE',
    path: '/api/desks/{desk}/templates/{templateId}',
    permission: 'support',
    params: ofTemplate,
    versioned: true,
    summary: 'Delete a template.',
    reply: z.null(),
    status: 204,
  }),
} as const;
