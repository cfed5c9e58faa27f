import {
  type CertificateId,
  certificateOfNote,
  type CommissioningNote,
  commissioningNote,
  type DeskId,
  type Regulation,
  suiteOf,
  type Ticket,
} from '@reglament/desk';
import { type Instant, localDateOf } from '@reglament/working-time';
import type { Queries } from '../store/database.ts';
import { commissioningOnRecord, type WaitingInstance } from '../store/queries/commissioning.ts';

/** The note, and what it takes to record what it asks for. */
export interface NotCommissioned {
  readonly note: CommissioningNote;
  readonly certificateId: CertificateId;
  /** What it would be an installation of; null: not known. */
  readonly product: string | null;
  /** On record without a commissioning; empty: nothing is on record at all. */
  readonly waiting: readonly WaitingInstance[];
}

/** All products together are no product that is installed. */
const productOf = ({ about }: Ticket, regulation: Regulation): string | null =>
  about === undefined || about.name === suiteOf(regulation) ? null : about.name;

/** What a new installation would be of, where nobody named it. */
const onlyProduct = ({ products: [only, second] }: Regulation): string | null =>
  second === undefined ? (only ?? null) : null;

/** The regulation's note on what was never commissioned, while nothing else is on record (FL-NOTE); null: no note. */
export const noteCommissioning = async (
  q: Queries,
  deskId: DeskId,
  ticket: Ticket,
  regulation: Regulation,
  now: Instant,
): Promise<NotCommissioned | null> => {
  const note = commissioningNote(regulation, ticket);
  const certificateId = certificateOfNote(ticket);
  const { companyId } = ticket;
  if (note === null || certificateId === null || companyId === null) return null;
  const product = productOf(ticket, regulation);
  const day = localDateOf(regulation.zone, now);
  const found = await commissioningOnRecord(q, deskId, { companyId, certificateId, product, day });
  return found.isCommissioned
    ? null
    : { note, certificateId, product: product ?? onlyProduct(regulation), waiting: found.waiting };
};
