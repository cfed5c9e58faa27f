import type { Certificate, CompanyId, ContactId, DeskId, Regulation, RequestFacts } from '@reglament/desk';
import { staffOf } from '../store/alarms.ts';
import type { Queries } from '../store/database.ts';
import { stopThatHolds } from '../store/queries/service-stops.ts';
import { recordedFacts } from '../store/queries/request-facts.ts';
import { type AboutRequest, useOf } from './recorded-use.ts';

/** Whether the regulation asks who it is that asks: else nobody is looked up. */
const asksWho = ({ entitlement, packages }: Regulation): boolean =>
  entitlement.contacts === 'listed' || packages.some(({ onlyFrom }) => onlyFrom !== null);

/** What is known of who asks, as far as this regulation decides by it. */
const requestFactsOf = async (
  q: Queries,
  deskId: DeskId,
  regulation: Regulation,
  requester: { readonly contactId: ContactId; readonly companyId: CompanyId | null },
): Promise<RequestFacts> => ({
  ...(requester.companyId === null || !asksWho(regulation)
    ? {}
    : await recordedFacts(q, deskId, requester.contactId, requester.companyId)),
  ...(regulation.entitlement.abuse !== null && (await stopThatHolds(q, deskId, requester.contactId)) !== null
    ? { isStopped: true as const }
    : {}),
});

/** Certificates with the people whom they name as far as these are on the desk's staff: nobody else is given a ticket. */
const namingStaff = async (
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

/** Everything that a decision on a request needs to know, as far as this regulation decides by it; certificates as they are used. */
export const factsOfRequest = async (
  q: Queries,
  deskId: DeskId,
  regulation: Regulation,
  requester: Parameters<typeof requestFactsOf>[3] & { readonly certificates: readonly Certificate[] },
  about: AboutRequest,
): Promise<{ readonly known: RequestFacts; readonly certificates: readonly Certificate[] }> => {
  const who = await requestFactsOf(q, deskId, regulation, requester);
  const use = await useOf(q, deskId, regulation, requester, about);
  return {
    known: { ...who, ...use.known },
    certificates: await namingStaff(q, deskId, use.certificates),
  };
};
