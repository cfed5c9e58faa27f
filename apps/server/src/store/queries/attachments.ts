import type { DeskId } from '@reglament/desk';
import type { Queries } from '../database.ts';

export interface StoredFile {
  readonly name: string;
  readonly type: string;
  readonly content: Buffer;
}

/** A file that staff may download: of any ticket of the desk, or their own upload. */
export const attachmentForStaff = async (
  q: Queries,
  deskId: DeskId,
  attachmentId: string,
  personId: string,
): Promise<StoredFile | null> => {
  const [row] = await q.query<{ name: string; type: string; content: Buffer }>(
    'attachment-for-staff',
    'select name, type, content from attachment where desk_id = $1 and attachment_id = $2 and (message_id is not null or uploaded_by = $3)',
    [deskId, attachmentId, personId],
  );
  return row ?? null;
};
