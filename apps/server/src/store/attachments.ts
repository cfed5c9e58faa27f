import type { DeskId, PersonId } from '@reglament/desk';
import type { Instant } from '@reglament/working-time';
import { type Queries, toTimestamp } from './database.ts';
import { AttachmentMissing } from './tickets.ts';

export interface NewAttachment {
  readonly deskId: DeskId;
  readonly attachmentId: string;
  readonly uploadedBy: PersonId | null;
  readonly name: string;
  readonly originalName: string;
  readonly type: string;
  readonly sha256: string;
  readonly content: Uint8Array;
  readonly at: Instant;
}

/** Keeps a file; it belongs to no message until a command names it. */
export const insertAttachment = async (q: Queries, a: NewAttachment): Promise<void> => {
  await q.query(
    'attachment-insert',
    `insert into attachment (desk_id, attachment_id, uploaded_by, name, original_name, type, size, sha256, content, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      a.deskId,
      a.attachmentId,
      a.uploadedBy,
      a.name,
      a.originalName,
      a.type,
      a.content.byteLength,
      a.sha256,
      Buffer.from(a.content),
      toTimestamp(a.at),
    ],
  );
};

/** Uploads that were never sent with anything, older than `before`. */
export const forgetUploads = async (q: Queries, before: Instant): Promise<void> => {
  await q.query(
    'attachment-forget',
    'delete from attachment where message_id is null and inquiry_message_id is null and created_at < $1',
    [toTimestamp(before)],
  );
};

/**
 * Takes files that somebody has uploaded for a message that no member of staff writes. Throws AttachmentMissing where one is not
 * theirs, or is used already.
 */
export const claimUploads = async (
  q: Queries,
  of: { readonly deskId: DeskId; readonly personId: PersonId; readonly attachmentIds: readonly string[] },
): Promise<void> => {
  if (of.attachmentIds.length === 0) return;
  const claimed = await q.query(
    'attachment-claim',
    `update attachment set uploaded_by = null where desk_id = $1 and attachment_id = any($2::uuid[]) and uploaded_by = $3
       and message_id is null and inquiry_message_id is null returning attachment_id`,
    [of.deskId, of.attachmentIds, of.personId],
  );
  if (claimed.length !== new Set(of.attachmentIds).size)
    throw new AttachmentMissing('a file was not found or is used already');
};
