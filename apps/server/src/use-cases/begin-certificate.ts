import {
  type CompanyId,
  type DeskId,
  type MomentEvent,
  type Regulation,
  stateAt,
  type SupportCertificate,
  type Ticket,
} from '@reglament/desk';
import type { Instant } from '@reglament/working-time';
import { certificatesOfCompany, lockCertificate } from '../store/certificates.ts';
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

/** Whether any contact begins what a company bought, and not only a request that is covered by it (R40). */
export const beginsByContact = ({ certificates }: Regulation): boolean =>
  certificates?.offers.some(({ begins }) =>
    begins.at.some(({ event, after }) => event === 'first-contact' && after === null),
  ) ?? false;

const waitsForContact = (certificate: SupportCertificate, at: Instant): boolean =>
  certificate.beginsOn.includes('first-contact') &&
  certificate.dates['first-contact'] === undefined &&
  stateAt(certificate, at) === 'not-begun';

/**
 * A contact of a company's, be it a request, served or not, or a purchase inquiry, begins each of its certificates that waits
 * for one (R40, its alternative); nothing where the regulation asks for a covered request.
 */
export const beginByContact = async (
  context: Context,
  q: Queries,
  contact: { readonly deskId: DeskId; readonly companyId: CompanyId | null; readonly at: Instant },
  regulation: Regulation,
): Promise<void> => {
  const { deskId, companyId, at } = contact;
  if (companyId === null || !beginsByContact(regulation)) return;
  for (const { certificate } of await certificatesOfCompany(q, deskId, companyId)) {
    if (!waitsForContact(certificate, at)) continue;
    const locked = await lockCertificate(q, deskId, certificate.certificateId);
    if (locked === null || !waitsForContact(locked.certificate, at)) continue;
    await applyToCertificate(context, q, locked, { type: 'RecordDate', event: 'first-contact', at }, null);
  }
};
