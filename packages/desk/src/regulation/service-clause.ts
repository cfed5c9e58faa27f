import type { ClauseId, Package, Regulation, Service } from './regulation.ts';

/**
 * The clause behind what a package gives of a service: where it gives nothing, that of the exclusion which says so of this very
 * package; where it gives something though the service's own clause only excludes it from another package, the package's own.
 */
export const serviceClause = (
  { exclusions }: Pick<Regulation, 'exclusions'>,
  { id, packages, clause }: Service,
  held: Pick<Package, 'id' | 'clause'>,
): ClauseId => {
  const about = exclusions.filter(({ service }) => service === id);
  if ((packages[held.id] ?? 'no') === 'no')
    return (
      about.find((one) => one.packages?.includes(held.id) ?? false)?.clause ??
      about.find((one) => one.packages === null)?.clause ??
      clause
    );
  return about.some((one) => one.clause === clause) ? held.clause : clause;
};
