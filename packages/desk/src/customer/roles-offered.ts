import type { CompanyRole } from '../regulation/handling-rules.ts';
import type { ClauseId, Regulation } from '../regulation/regulation.ts';

/** Standings whose companies may be named to customers. */
export const rolesOffered = ({ companyRoles }: Pick<Regulation, 'companyRoles'>): readonly CompanyRole[] =>
  companyRoles.filter(({ offeredBy }) => offeredBy !== null);

/** Whether a rule that ends in this clause sends customers to such companies. */
export const offersCompanies = (
  regulation: Pick<Regulation, 'companyRoles'>,
  insteadClause: ClauseId | null,
): boolean => rolesOffered(regulation).some(({ offeredBy }) => offeredBy === insteadClause);
