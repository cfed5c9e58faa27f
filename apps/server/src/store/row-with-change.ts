import { AsyncLocalStorage } from 'node:async_hooks';
import type { DeskId } from '@reglament/desk';
import type { Queries } from './database.ts';

/** One statement that writes a row about a change; called anew for each try of the change's transaction. */
type WriteRow = (q: Queries) => Promise<void>;

/** A row that goes with whatever changes its desk first. */
export interface OwedRow {
  readonly write: WriteRow;
  /** False: another transaction has the row, or it is written. Of two at once one takes it. */
  readonly take: () => boolean;
  /** The transaction that took it was not kept: the next one may. */
  readonly giveBack: () => void;
}

/** Of one request; empty once it is over: loops that it set going keep nothing of it. */
interface Owing {
  readonly deskId: DeskId;
  row: OwedRow | null;
}

const owing = new AsyncLocalStorage<Owing>();

/** The row that the first transaction changing this desk has to write before its commit; null: none is waiting. */
export const owedRow = (deskId: DeskId): OwedRow | null => {
  const found = owing.getStore();
  return found?.deskId === deskId ? found.row : null;
};

/**
 * Runs `work`, whose first transaction that changes the desk writes the row also: both are kept, or neither. `isWritten` is false when
 * nothing of the desk was changed by then; the row is not written later.
 */
export const withRowOfChange = async <T>(
  deskId: DeskId,
  write: WriteRow,
  work: () => Promise<T>,
): Promise<{ readonly value: T; readonly isWritten: boolean }> => {
  let isTaken = false;
  const request: Owing = { deskId, row: null };
  request.row = {
    write,
    take: () => {
      if (isTaken || request.row === null) return false;
      isTaken = true;
      return true;
    },
    giveBack: () => {
      isTaken = false;
    },
  };
  try {
    return { value: await owing.run(request, work), isWritten: isTaken };
  } finally {
    request.row = null;
  }
};

const writing = /\b(?:insert\s+into|merge\s+into|delete\s+from|update\s+\w+(?:\s+as)?(?:\s+\w+)?\s+set)\s/i;

/** Whether a statement can change rows; one that only locks them can't. */
export const canWrite = (statement: string): boolean => writing.test(statement);
