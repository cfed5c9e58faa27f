import type { Certificate, CompanyId, ContactId, DeskId, Regulation, RequestFacts } from '@reglament/desk';
import { staffOf } from '../store/alarms.ts';
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

/** Certificates with the people whom they name as far as these are on the desk's staff: nobody else is given a ticket. */
export const namingStaff = async (
  q: Queries,
  deskId: DeskId,
  certificates: readonly Certificate[],
): Promise<readonly Certificate[]> => {
  if (certificates.every(({ people }) => people === undefined)) return certificates;
  const staff = new Set((await staffOf(q, [deskId])).map(({ personId }) => personId));
  return certificates.map((one) =>
    one.people === undefined
      ? one
      : { ...one, people: Object.fromEntries(Object.entries(one.people).filter(([, id]) => staff.has(id))) },
  );
};
