import type { DeskId, PersonId } from '@reglament/desk';
import type { Instant } from '@reglament/working-time';
import { type Queries, toTimestamp } from './database.ts';

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
