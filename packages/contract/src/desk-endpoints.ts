import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { deskSlug, email, lineText, text } from './schemas.ts';

const inDesk = z.object({ desk: deskSlug });

/** Marks that turn the direction of what stands around them: a name with one reads as another name. */
const TURNING = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;

/** What a desk may be called: one line, 120 characters, letters that read in the order in which they stand. */
export const deskName = lineText(120).refine((name) => !TURNING.test(name), { error: 'invalid-text' });
const namedDesk = deskName.refine((name) => /[\p{L}\p{N}]/u.test(name), { error: 'required' });

export const deskPage = z.object({
  version: z.number().int(),
  slug: deskSlug,
  name: text,
  /** Where customers write to, and letters come from. */
  mailAddress: z.string(),
  /** The server's configuration names it at each start. */
  mailFixed: z.boolean(),
  /** Letters to it, delivered to the desk's mailbox, are purchase inquiries; null: none besides `<desk>+sales@`. */
  salesAddress: z.string().nullable(),
  salesFixed: z.boolean(),
});
export type DeskPage = z.infer<typeof deskPage>;

export const deskEndpoints = {
  getDesk: endpoint({
    id: 'getDesk',
    method: 'GET',
    path: '/api/desks/{desk}',
    permission: 'lead',
    params: inDesk,
    summary: 'What the desk is called and by which addresses it is reached. The ETag is its version.',
    reply: deskPage,
  }),
  changeDesk: endpoint({
    id: 'changeDesk',
    method: 'PATCH',
    path: '/api/desks/{desk}',
    permission: 'administrator',
    params: inDesk,
    versioned: true,
    summary: 'Give the desk another name or other addresses; letters and screens go by them at once.',
    body: z.strictObject({
      name: z.strictObject({ ru: namedDesk, en: namedDesk }).optional(),
      mailAddress: email.optional(),
      /** null: none besides `<desk>+sales@`. */
      salesAddress: email.nullable().optional(),
    }),
    reply: deskPage,
  }),
} as const;
