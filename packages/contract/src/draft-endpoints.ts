import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { deskSlug, id, instantText, typedText } from './schemas.ts';

const inDesk = z.object({ desk: deskSlug });

/** Which form it is written in: words of the program between dots, `ticket.12.reply`. */
const about = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]*(\.[a-z0-9-]+)*$/)
  .max(80);

/** What was typed: the words, at most as long as a message, and what the form keeps beside them. */
export const draftContent = z.strictObject({ text: typedText(100_000), rest: typedText(50_000) });
export type DraftContent = z.infer<typeof draftContent>;

export const keptDraft = z.object({
  about,
  ...draftContent.shape,
  /** Another one with every keeping. */
  revision: id,
  savedAt: instantText,
});
export type KeptDraft = z.infer<typeof keptDraft>;

/** Who writes: in a browser where somebody else has signed in meanwhile, neither reads nor keeps what the other wrote. */
const writer = id;

const query = z.strictObject({
  writer,
  /** The draft itself, and those whose name goes on after it: `ticket.12` has `ticket.12.reply`. */
  about,
});
const drafts = z.object({ drafts: z.array(keptDraft) });

const keeping = z.strictObject({
  writer,
  about,
  /** null: nothing is written there any more. */
  content: draftContent.nullable(),
  /** The revision that it was written over; null: over none. */
  base: id.nullable(),
});
const kept = z.object({
  /** false: another device has kept something else since `base`; nothing was changed. */
  kept: z.boolean(),
  /** What is kept now; null: nothing. */
  draft: keptDraft.nullable(),
});
export type DraftKept = z.infer<typeof kept>;

/** What somebody writes and has not sent goes with them from device to device; nobody else ever reads it. */
export const draftEndpoints = {
  getDrafts: endpoint({
    id: 'getDrafts',
    method: 'GET',
    path: '/api/desks/{desk}/drafts',
    permission: 'staff',
    params: inDesk,
    query,
    summary: 'What the person who asks was writing somewhere and has not sent: their own drafts alone.',
    reply: drafts,
  }),
  keepDraft: endpoint({
    id: 'keepDraft',
    method: 'POST',
    path: '/api/desks/{desk}/drafts',
    permission: 'staff',
    params: inDesk,
    body: keeping,
    summary:
      'Keep what one is writing, or nothing more of it. What another device kept meanwhile is not written over, it is answered.',
    reply: kept,
  }),
  getPortalDrafts: endpoint({
    id: 'getPortalDrafts',
    method: 'GET',
    path: '/api/portal/{desk}/drafts',
    permission: 'customer',
    params: inDesk,
    query,
    summary: 'What the customer was writing somewhere and has not sent: their own drafts alone.',
    reply: drafts,
  }),
  keepPortalDraft: endpoint({
    id: 'keepPortalDraft',
    method: 'POST',
    path: '/api/portal/{desk}/drafts',
    permission: 'customer',
    params: inDesk,
    body: keeping,
    summary:
      'Keep what one is writing, or nothing more of it. What another device kept meanwhile is not written over, it is answered.',
    reply: kept,
  }),
};
