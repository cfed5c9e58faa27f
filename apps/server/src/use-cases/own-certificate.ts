import type { CertificateId, DeskId } from '@reglament/desk';
import { type LockedCertificate, lockCertificate } from '../store/certificates.ts';
import type { Queries } from '../store/database.ts';
import type { PageContact, SpokenFor } from '../store/queries/support-page.ts';
import type { Context } from './context.ts';
import { visibleCompanies } from './visible-companies.ts';

/** A certificate that the holder of a page may act on. */
export interface OwnCertificate {
  readonly locked: LockedCertificate;
  readonly company: SpokenFor;
}

/** Locks a certificate of the contact's own companies; null for every other, be it somebody else's or nobody's. */
export const lockOwnCertificate = async (
  context: Context,
  q: Queries,
  deskId: DeskId,
  contact: PageContact,
  certificateId: CertificateId,
): Promise<OwnCertificate | null> => {
  const { regulation } = await context.regulations.inForce(deskId, context.now());
  const locked = await lockCertificate(q, deskId, certificateId);
  const company = visibleCompanies(contact, regulation).find(
    ({ companyId }) => companyId === locked?.certificate.companyId,
  );
  return locked === null || company === undefined ? null : { locked, company };
};
