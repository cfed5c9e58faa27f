import type { DeskId, LetterId } from '@reglament/desk';
import { releaseLetter } from '../store/letters.ts';
import { reviveOutbox } from '../store/outbox.ts';
import type { Context } from './context.ts';

/** A quarantined letter is read again, a failed one sent again; false when it is neither. */
export const retryLetter = (context: Context, deskId: DeskId, letterId: LetterId): Promise<boolean> =>
  context.db.inDesk(
    deskId,
    async (q) =>
      (await releaseLetter(q, deskId, letterId)) || reviveOutbox(q, deskId, letterId, context.now()),
  );
