import { Readable } from 'node:stream';
import type { DeskId } from '@reglament/desk';
import type { Database } from '../store/database.ts';
import { attachmentChunk, type StoredFile } from '../store/queries/attachments.ts';

async function* chunksOf(db: Database, deskId: DeskId, file: StoredFile): AsyncGenerator<Buffer> {
  let sent = file.head.length;
  yield file.head;
  while (sent < file.size) {
    const offset = sent;
    const chunk = await db.inDesk(deskId, (q) => attachmentChunk(q, deskId, file.attachmentId, offset));
    if (chunk === null || chunk.length === 0) throw new Error('a file ended before its size');
    sent += chunk.length;
    yield chunk;
  }
}

/** A file as a reply's body: read as fast as its reader takes it, a mebibyte in memory whatever its size. */
export const fileBody = (db: Database, deskId: DeskId, file: StoredFile): Buffer | Readable =>
  file.head.length >= file.size
    ? file.head
    : Readable.from(chunksOf(db, deskId, file), { objectMode: false, highWaterMark: 1 });
