import type { DeskId, MomentEvent, Ticket } from '@reglament/desk';
import { lockCertificate } from '../store/certificates.ts';
import type { Queries } from '../store/database.ts';
import { applyToCertificate } from './command-certificate.ts';
import type { Context } from './context.ts';

/** Whether this very request begins the certificate that covers it. */
export const beginsCertificate = ({ coverage }: Ticket): boolean =>
  coverage.kind === 'covered' && coverage.begins === true;

const REQUESTS: readonly MomentEvent[] = ['first-covered-request', 'first-contact'];

/**
 * The first request that a certificate covers begins it, at registration, in the same transaction (AO-3.1, R40). Of two at
 * once the second finds it begun.
 */
export const beginCertificate = async (
  context: Context,
  q: Queries,
  deskId: DeskId,
  ticket: Ticket,
): Promise<void> => {
  if (ticket.coverage.kind !== 'covered' || !beginsCertificate(ticket)) return;
  const locked = await lockCertificate(q, deskId, ticket.coverage.certificateId);
  const event = REQUESTS.find((one) => locked?.certificate.beginsOn.includes(one) === true);
  if (locked === null || event === undefined || locked.certificate.dates[event] !== undefined) return;
  await applyToCertificate(context, q, locked, { type: 'RecordDate', event, at: ticket.registeredAt }, null);
};
