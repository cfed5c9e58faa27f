import type { DeskId, TicketId } from '@reglament/desk';
import { insertAudit } from '../store/audit.ts';
import { type StoredRow, ticketRowsAfter } from '../store/queries/ticket-rows.ts';
import { compareJournal, type Drift } from '../use-cases/compare-journal.ts';
import type { Context } from '../use-cases/context.ts';

/** A row that its journal does not explain: somebody or something wrote past the decider. */
export class JournalDrift extends Error {
  readonly drift: Drift;
  constructor(drift: Drift) {
    super(
      `ticket ${drift.number} of desk ${drift.deskId} differs from its journal in ${drift.columns.join(', ')}`,
    );
    this.drift = drift;
  }
}

const PAGE = 100;

const report = async (context: Context, drift: Drift, onError: (error: unknown) => void): Promise<void> => {
  onError(new JournalDrift(drift));
  await insertAudit(context.db.plain, {
    auditId: context.newId(),
    at: context.now(),
    action: 'journal-drift',
    outcome: drift.columns.join(' '),
    personId: null,
    target: `desk ${drift.deskId} ticket ${drift.number}`,
    clientAddress: '',
    requestId: null,
  });
};

const compareDesk = async (
  context: Context,
  deskId: DeskId,
  onError: (error: unknown) => void,
): Promise<number> => {
  let after: TicketId | null = null;
  let found = 0;
  for (;;) {
    const from: TicketId | null = after;
    const page: readonly StoredRow[] = await context.db.inDesk(deskId, (q) =>
      ticketRowsAfter(q, deskId, from, PAGE),
    );
    for (const row of page) {
      const drift = await context.db.inDesk(deskId, (q) => compareJournal(context, q, deskId, row));
      if (drift === null) continue;
      found += 1;
      await report(context, drift, onError);
    }
    after = page.at(-1)?.ticketId ?? null;
    if (page.length < PAGE) return found;
  }
};

/** Folds every ticket's journal, counts its deadlines anew and compares both with the row; differences are told to the people who run the server and kept. Returns how many. */
export const compareJournals = async (
  context: Context,
  deskIds: readonly DeskId[],
  onError: (error: unknown) => void,
): Promise<number> => {
  let found = 0;
  for (const deskId of deskIds) found += await compareDesk(context, deskId, onError);
  return found;
};

const DAY_MS = 86_400_000;

/**
 * A round for a loop: compares once a night, when the day changes in UTC (three in the morning in Moscow), and in its
 * first round when the schema has just changed.
 *
 * @param run the comparison itself.
 */
export const nightly = (options: {
  readonly now: () => number;
  readonly atOnce: boolean;
  readonly run: () => Promise<unknown>;
}): (() => Promise<boolean>) => {
  let pending = options.atOnce;
  let lastDay = Math.floor(options.now() / DAY_MS);
  return async () => {
    const day = Math.floor(options.now() / DAY_MS);
    if (!pending && day === lastDay) return false;
    pending = false;
    lastDay = day;
    await options.run();
    return false;
  };
};
