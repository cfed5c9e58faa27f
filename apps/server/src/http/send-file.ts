import type { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';
import type { ImageType } from './image-type.ts';

/** RFC 6266 with both spellings, so that a Russian name survives every browser. */
export const dispositionOf = (name: string, how: 'attachment' | 'inline' = 'attachment'): string => {
  const ascii = name.replace(/[^\x20-\x7e]/g, '_').replace(/["\\]/g, '_');
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${how}; filename="${ascii}"; filename*=UTF-8''${encoded}`;
};

const files = new WeakSet<FastifyReply>();

/** Whether the reply is a file, which goes out by itself and may take as long as its reader does. */
export const isFileReply = (reply: FastifyReply): boolean => files.has(reply);

/** A stranger's file: always saved, never shown, whatever it says it is. */
export const sendFile = (
  reply: FastifyReply,
  file: { readonly name: string; readonly type: string; readonly content: Buffer | Readable },
): void => {
  files.add(reply);
  reply
    .header('content-disposition', dispositionOf(file.name))
    .header('content-type', /^[\w.+-]+\/[\w.+-]+$/.test(file.type) ? file.type : 'application/octet-stream')
    .header('x-content-type-options', 'nosniff')
    .header('content-security-policy', "sandbox; default-src 'none'")
    .header('cache-control', 'private, no-store')
    .send(file.content);
};

/** A stranger's picture, shown in a page: only what its first bytes say it is, and nothing in it can run. */
export const sendImage = (
  reply: FastifyReply,
  file: { readonly name: string; readonly type: ImageType; readonly content: Buffer | Readable },
): void => {
  files.add(reply);
  reply
    .header('content-disposition', dispositionOf(file.name, 'inline'))
    .header('content-type', file.type)
    .header('x-content-type-options', 'nosniff')
    .header('content-security-policy', "sandbox; default-src 'none'")
    .header('cache-control', 'private, no-store')
    .send(file.content);
};
