import type { Regulation } from '@reglament/desk';
import type { PageContact, SpokenFor } from '../store/queries/support-page.ts';

/**
 * Companies whose certificates a contact may see without an account: those that it speaks for, and where the regulation lets
 * only listed people ask (AO-1.4), those that have listed it.
 */
export const visibleCompanies = (
  { companies }: PageContact,
  { entitlement }: Regulation,
): readonly SpokenFor[] =>
  entitlement.contacts === 'listed' ? companies.filter(({ listed }) => listed) : companies;
