import type { CompanyId, ContactId, Regulation } from '@reglament/desk';
import type { Customership } from '../store/queries/customerships.ts';

/** Which tickets a customer may see, as their companies' rules and the regulation say. */
export interface PortalSight {
  readonly contactId: ContactId;
  /** Companies whose tickets they see when they asked themselves. */
  readonly own: readonly CompanyId[];
  /** Companies all of whose tickets they see. */
  readonly all: readonly CompanyId[];
}

/**
 * What a customer sees. A company's rule: none, one's own, supervisors all and others their own, or everybody all. Where the
 * regulation lets only listed people ask (AO-1.4), nobody else sees what a colleague asked. A ticket without a company is its
 * requester's; one of a company for which they do not speak (any more) is nobody's of theirs.
 */
export const sightOf = (
  { contactId, companies }: Pick<Customership, 'contactId' | 'companies'>,
  { entitlement }: Regulation,
): PortalSight => {
  const shown = companies.filter(({ visibility }) => visibility !== 'none');
  const colleagues = shown.filter(
    ({ visibility, role, listed }) =>
      (listed || entitlement.contacts !== 'listed') &&
      (visibility === 'all' || (visibility === 'by-role' && role === 'supervisor')),
  );
  const idOf = ({ companyId }: { readonly companyId: CompanyId }): CompanyId => companyId;
  return { contactId, own: shown.map(idOf), all: colleagues.map(idOf) };
};

/** Whether a ticket is among what a customer sees. */
export const isInSight = (
  { contactId, own, all }: PortalSight,
  ticket: { readonly contactId: ContactId; readonly companyId: CompanyId | null },
): boolean => {
  const { companyId } = ticket;
  if (companyId !== null && all.includes(companyId)) return true;
  return ticket.contactId === contactId && (companyId === null || own.includes(companyId));
};
