import type { NamedThing } from '../../regulation/handling-rules.ts';
import type { PackageId, Regulation } from '../../regulation/regulation.ts';

/** People whom a certificate of a package may name: those to whom its tickets are routed, or of whom no row limits the package. */
export const namedRolesOf = (
  { namedPeople, routing }: Pick<Regulation, 'namedPeople' | 'routing'>,
  packageId: PackageId,
): readonly NamedThing[] =>
  namedPeople.filter(({ id }) => {
    const rows = (routing?.people ?? []).filter(({ to }) => to === id);
    return rows.length === 0 || rows.some(({ when }) => when?.packages?.includes(packageId) ?? true);
  });

/** Whether a certificate of a package names how many visits a ticket has (CN-VISIT). */
export const namesVisits = (
  { works: { visit }, services }: Pick<Regulation, 'works' | 'services'>,
  packageId: PackageId,
): boolean => {
  if (visit === null || visit.perTicket !== 'as-contracted') return false;
  const service = services.find(({ id }) => id === visit.service);
  return service === undefined || (service.packages[packageId] ?? 'no') !== 'no';
};
