import type { CompanyId, DeskId } from '@reglament/desk';
import { companyCertificates, type ContactWithCertificates } from '../store/contacts.ts';
import type { Queries } from '../store/database.ts';
import { companyName } from '../store/queries/company-name.ts';

/** A contact of several companies, asking for one of them; null: for the first. */
export const onBehalfOf = async (
  q: Queries,
  deskId: DeskId,
  contact: ContactWithCertificates,
  companyId: CompanyId | null,
): Promise<ContactWithCertificates> => {
  if (companyId === null || companyId === contact.companyId) return contact;
  const certificates = await companyCertificates(q, deskId, companyId);
  if (certificates === null) return contact;
  return { ...contact, companyId, companyName: await companyName(q, deskId, companyId), certificates };
};
