import type { DeskId } from '@reglament/desk';
import type { Queries } from '../database.ts';

/** Bytes of a file that are read at a time. */
const CHUNK = 1024 * 1024;

export interface StoredFile {
  readonly attachmentId: string;
  readonly name: string;
  readonly type: string;
  /** Bytes. */
  readonly size: number;
  /** Its first mebibyte: all of a smaller file. */
  readonly head: Buffer;
}

/** Columns of a StoredFile, of `attachment a`. */
export const storedFileColumns = `a.attachment_id as "attachmentId", a.name, a.type, a.size, substring(a.content from 1 for ${CHUNK}) as head`;

/** A file that staff may download: of any ticket of the desk, or their own upload. */
export const attachmentForStaff = async (
  q: Queries,
  deskId: DeskId,
  attachmentId: string,
  personId: string,
): Promise<StoredFile | null> => {
  const [row] = await q.query<StoredFile & Record<string, unknown>>(
    'attachment-for-staff',
    `select ${storedFileColumns} from attachment a where a.desk_id = $1 and a.attachment_id = $2 and (a.message_id is not null or a.inquiry_message_id is not null or a.uploaded_by = $3)`,
    [deskId, attachmentId, personId],
  );
  return row ?? null;
};

/** The bytes of a file from an offset, a mebibyte at most; null when the file is gone. Who may read it was asked before. */
export const attachmentChunk = async (
  q: Queries,
  deskId: DeskId,
  attachmentId: string,
  offset: number,
): Promise<Buffer | null> => {
  const [row] = await q.query<{ chunk: Buffer }>(
    'attachment-chunk',
    `select substring(content from $3::int + 1 for ${CHUNK}) as chunk from attachment where desk_id = $1 and attachment_id = $2`,
    [deskId, attachmentId, offset],
  );
  return row?.chunk ?? null;
};
