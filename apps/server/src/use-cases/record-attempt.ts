import type { DeskId } from '@reglament/desk';
import { type DeskAuditEntry, insertDeskAudit } from '../store/desk-audit.ts';
import { withRowOfChange } from '../store/row-with-change.ts';
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

/**
 * Runs a change whose row in the audit log belongs to the same transaction: both are kept, or neither. A change that leaves the desk's
 * rows as they are (a person's own second factor, a connection tried) is recorded by whoever hears `isRecorded: false`.
 *
 * @param entryOf read when the row is written.
 */
export const recordWithChange = async <T>(
  context: Context,
  entryOf: () => Omit<DeskAuditEntry, 'auditId' | 'at' | 'deskId'>,
  { deskId, work }: { readonly deskId: DeskId; readonly work: () => Promise<T> },
): Promise<{ readonly value: T; readonly isRecorded: boolean }> => {
  const { value, isWritten } = await withRowOfChange(
    deskId,
    (q) => insertDeskAudit(q, { ...entryOf(), deskId, auditId: context.newId(), at: context.now() }),
    work,
  );
  return { value, isRecorded: isWritten };
};
