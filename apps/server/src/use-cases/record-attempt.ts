import { type DeskAuditEntry, insertDeskAudit } from '../store/desk-audit.ts';
import type { Context } from './context.ts';

/** Writes into a desk's audit log who tried what, and how it ended. */
export const recordAttempt = async (
  context: Context,
  entry: Omit<DeskAuditEntry, 'auditId' | 'at'>,
): Promise<void> => {
  await context.db.inDesk(entry.deskId, (q) =>
    insertDeskAudit(q, { ...entry, auditId: context.newId(), at: context.now() }),
  );
};
