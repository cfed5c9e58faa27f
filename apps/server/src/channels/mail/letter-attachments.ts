import { createHash } from 'node:crypto';
import type { Attachment } from 'postal-mime';
import { cleanAttachmentName } from './attachment-name.ts';
import { cleanText, cutText } from './clean-text.ts';
import { decodeHeader } from './header-text.ts';
import type { ParsedAttachment } from './parsed-letter.ts';

const ORIGINAL_NAME_LIMIT = 8192;
const TYPE = /^[a-z0-9][a-z0-9!#$&^_.+-]{0,60}\/[a-z0-9][a-z0-9!#$&^_.+-]{0,60}$/;
const EXTENSIONS: Readonly<Record<string, string>> = {
  'message/rfc822': '.eml',
  'text/calendar': '.ics',
  'text/plain': '.txt',
  'text/html': '.html',
  'image/png': '.png',
  'image/jpeg': '.jpg',
  'image/gif': '.gif',
  'application/pdf': '.pdf',
  'application/pgp-encrypted': '.pgp',
  'application/pkcs7-mime': '.p7m',
  'application/pkcs7-signature': '.p7s',
};

const bytesOf = (content: Attachment['content']): Uint8Array => {
  if (typeof content === 'string') return new TextEncoder().encode(content);
  return content instanceof Uint8Array ? content : new Uint8Array(content);
};

const parsedAttachment = (attachment: Attachment, index: number): ParsedAttachment => {
  const declared = attachment.mimeType.toLowerCase();
  const type = TYPE.test(declared) ? declared : 'application/octet-stream';
  const originalName = cutText(cleanText(decodeHeader(attachment.filename ?? '')), ORIGINAL_NAME_LIMIT);
  const content = bytesOf(attachment.content);
  const contentId = cleanText(attachment.contentId ?? '').replace(/[<>\s]/g, '');
  return {
    name: cleanAttachmentName(originalName, `attachment-${index + 1}${EXTENSIONS[type] ?? '.bin'}`),
    originalName,
    type,
    content,
    sha256: createHash('sha256').update(content).digest('hex'),
    inline:
      attachment.disposition !== 'attachment' &&
      (attachment.disposition === 'inline' || attachment.related === true),
    contentId: contentId === '' ? null : cutText(contentId, 998),
  };
};

/** The files of a letter in their order. */
export const letterAttachments = (attachments: readonly Attachment[]): readonly ParsedAttachment[] =>
  attachments.map(parsedAttachment);
