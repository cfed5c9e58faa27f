import type { CompanyId, ContactId, DeskId, Regulation, RequestFacts } from '@reglament/desk';
import type { Queries } from '../store/database.ts';
import { recordedFacts } from '../store/queries/request-facts.ts';

/** Whether the regulation asks who it is that asks: else nobody is looked up. */
const asksWho = ({ entitlement, packages }: Regulation): boolean =>
  entitlement.contacts === 'listed' || packages.some(({ onlyFrom }) => onlyFrom !== null);

/** What is known of who asks, as far as this regulation decides by it. */
export const requestFactsOf = async (
  q: Queries,
  deskId: DeskId,
  regulation: Regulation,
  requester: { readonly contactId: ContactId; readonly companyId: CompanyId | null },
): Promise<RequestFacts> =>
  requester.companyId === null || !asksWho(regulation)
    ? {}
    : recordedFacts(q, deskId, requester.contactId, requester.companyId);
