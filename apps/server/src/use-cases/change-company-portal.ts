import type { CompanyId, ContactId, DeskId } from '@reglament/desk';
import { updateCompanyPortal } from '../store/company-portal.ts';
import { companyPortalRow, type CompanyPortalRow } from '../store/queries/company-portal.ts';
import type { TicketVisibility } from '../store/queries/customerships.ts';
import type { Context } from './context.ts';

export interface ChangeCompanyPortal {
  readonly deskId: DeskId;
  readonly companyId: CompanyId;
  readonly visibility: TicketVisibility;
  readonly supervisors: readonly ContactId[];
}

/** What a company's people see from now on, as it then stands; an unknown supervisor; null: the desk has no such company. */
export const changeCompanyPortal = (
  { db }: Context,
  { deskId, companyId, ...set }: ChangeCompanyPortal,
): Promise<CompanyPortalRow | 'unknown-person' | null> =>
  db.inDesk(deskId, async (q) => {
    const before = await companyPortalRow(q, deskId, companyId);
    if (before === null) return null;
    const known = new Set(before.people.map(({ contactId }) => contactId));
    if (set.supervisors.some((contactId) => !known.has(contactId))) return 'unknown-person';
    await updateCompanyPortal(q, deskId, companyId, set);
    return companyPortalRow(q, deskId, companyId);
  });
