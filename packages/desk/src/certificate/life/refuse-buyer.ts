import { localDateOf } from '@reglament/working-time';
import { hasStanding, type Standing } from '../../customer/judge-standings.ts';
import { bookOf, type CertificateWorld } from './facts.ts';
import { type CertificateDecision, refuse } from './refusals.ts';

/** Whether a package is sold to a company by what it stands as today (FL-K5, SH-ACCESS); null: it is. */
export const refuseBuyer = (
  packageId: string,
  standings: readonly Standing[],
  world: CertificateWorld,
): CertificateDecision<never> | null => {
  const { regulation, now } = world;
  const offer = bookOf(world, packageId)?.offer;
  const wanted = offer?.soldTo ?? null;
  if (offer === undefined || wanted === null) return null;
  const today = localDateOf(regulation.zone, now);
  if (standings.some((one) => wanted.includes(one.role) && hasStanding(one, today))) return null;
  const named = regulation.companyRoles.filter(({ id }) => wanted.includes(id));
  return refuse('not-sold-to', offer.clause, { standings: named.map(({ name }) => name) });
};
