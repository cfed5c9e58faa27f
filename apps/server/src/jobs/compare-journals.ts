import type { CertificateId, DeskId, InquiryId, TicketId } from '@reglament/desk';
import { insertAudit } from '../store/audit.ts';
import type { Queries } from '../store/database.ts';
import { certificateRowsAfter } from '../store/queries/certificate-rows.ts';
import { inquiryRowsAfter } from '../store/queries/inquiry-rows.ts';
import { ticketRowsAfter } from '../store/queries/ticket-rows.ts';
import { compareCertificate } from '../use-cases/compare-certificate.ts';
import { compareInquiry } from '../use-cases/compare-inquiry.ts';
import { compareJournal, type Drift } from '../use-cases/compare-journal.ts';
import type { Context } from '../use-cases/context.ts';

/** A row that its journal does not explain: somebody or something wrote past the decider. */
export class JournalDrift extends Error {
  readonly drift: Drift;
  constructor(drift: Drift) {
    super(
      `${drift.of} ${drift.number} of desk ${drift.deskId} differs from its journal in ${drift.columns.join(', ')}`,
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
    target: `desk ${drift.deskId} ${drift.of} ${drift.number}`,
    clientAddress: '',
    requestId: null,
  });
};

/** Rows of one kind, a page after another, each beside its journal. */
interface Kind<Row, Id> {
  readonly page: (q: Queries, deskId: DeskId, after: Id | null) => Promise<readonly Row[]>;
  readonly idOf: (row: Row) => Id;
  readonly compare: (q: Queries, deskId: DeskId, row: Row) => Promise<Drift | null>;
}

const compareDesk = async <Row, Id>(
  context: Context,
  deskId: DeskId,
  { page, idOf, compare }: Kind<Row, Id>,
  onError: (error: unknown) => void,
): Promise<number> => {
  let after: Id | null = null;
  let found = 0;
  for (;;) {
    const from: Id | null = after;
    const rows: readonly Row[] = await context.db.inDesk(deskId, (q) => page(q, deskId, from));
    for (const row of rows) {
      const drift = await context.db.inDesk(deskId, (q) => compare(q, deskId, row));
      if (drift === null) continue;
      found += 1;
      await report(context, drift, onError);
    }
    const last = rows.at(-1);
    if (last === undefined || rows.length < PAGE) return found;
    after = idOf(last);
  }
};

/** Folds the journal of every ticket, certificate and inquiry, counts deadlines anew and compares all with the rows; differences are told to the people who run the server and kept. Returns how many. */
export const compareJournals = async (
  context: Context,
  deskIds: readonly DeskId[],
  onError: (error: unknown) => void,
): Promise<number> => {
  let found = 0;
  for (const deskId of deskIds) {
    const tickets = await compareDesk(
      context,
      deskId,
      {
        page: (q, desk, after: TicketId | null) => ticketRowsAfter(q, desk, after, PAGE),
        idOf: ({ ticketId }) => ticketId,
        compare: (q, desk, row) => compareJournal(context, q, desk, row),
      },
      onError,
    );
    const certificates = await compareDesk(
      context,
      deskId,
      {
        page: (q, desk, after: CertificateId | null) => certificateRowsAfter(q, desk, after, PAGE),
        idOf: ({ certificateId }) => certificateId,
        compare: compareCertificate,
      },
      onError,
    );
    const inquiries = await compareDesk(
      context,
      deskId,
      {
        page: (q, desk, after: InquiryId | null) => inquiryRowsAfter(q, desk, after, PAGE),
        idOf: ({ inquiryId }) => inquiryId,
        compare: compareInquiry,
      },
      onError,
    );
    found += tickets + certificates + inquiries;
  }
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
