import { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';
import { sendFile } from './send-file.ts';

/** A file whose text is made while it goes out: no more of it is in memory than one part. */
export const sendText = (
  reply: FastifyReply,
  file: { readonly name: string; readonly type: string; readonly parts: AsyncIterable<string> },
): void => {
  const content = Readable.from(file.parts, { objectMode: false, highWaterMark: 64 * 1024 });
  sendFile(reply, { name: file.name, type: file.type, content });
};
