import { createHash } from 'node:crypto';
import type { DeskId, PersonId } from '@reglament/desk';
import { insertAttachment } from '../store/attachments.ts';
import { cleanAttachmentName } from '../text/attachment-name.ts';
import type { Context } from './context.ts';

/** Without parameters, 127 characters at most: what a stranger says of a file and nothing decides by. */
const mediaType = /^(?=.{3,127}$)[\w.+-]+\/[\w.+-]+$/;

export interface Upload {
  readonly deskId: DeskId;
  readonly personId: PersonId;
  readonly fileName: string;
  readonly type: string;
  readonly content: Buffer;
}

/** Keeps a file until a command names it; its name is cleaned for showing, the original kept beside. */
export const uploadAttachment = async (
  context: Context,
  u: Upload,
): Promise<{ attachmentId: string; name: string; type: string; size: number }> => {
  const attachmentId = context.newId();
  const name = cleanAttachmentName(u.fileName, 'file');
  const type = mediaType.test(u.type) ? u.type.toLowerCase() : 'application/octet-stream';
  await context.db.inDesk(u.deskId, (q) =>
    insertAttachment(q, {
      deskId: u.deskId,
      attachmentId,
      uploadedBy: u.personId,
      name,
      originalName: u.fileName.slice(0, 4096).replaceAll('\u0000', ''),
      type,
      sha256: createHash('sha256').update(u.content).digest('hex'),
      content: u.content,
      at: context.now(),
    }),
  );
  return { attachmentId, name, type, size: u.content.byteLength };
};
