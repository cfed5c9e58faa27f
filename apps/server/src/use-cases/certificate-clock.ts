import { type CertificateFacts, type CompanyId, type DeskId, inZone, localZone } from '@reglament/desk';
import type { TimeZoneId } from '@reglament/working-time';
import type { Queries } from '../store/database.ts';
import { customerPlace } from '../store/queries/customer-place.ts';
import type { Context, RegulationInForce } from './context.ts';

/** A version of the regulation on the wall clock that is pinned on a certificate; on the desk's where none is. */
export const onClockOf = (
  inForce: RegulationInForce,
  { zone }: Pick<CertificateFacts, 'zone'>,
): RegulationInForce => (zone === undefined ? inForce : { ...inForce, ...inZone(inForce, zone) });

/**
 * The regulation in force as it sells to a company: where its text leaves local time to customer or site, dates of what is
 * sold are those of the company's own wall clock (R37).
 */
export const inForceForBuyer = async (
  context: Context,
  q: Queries,
  deskId: DeskId,
  companyId: CompanyId,
): Promise<RegulationInForce> => {
  const inForce = await context.regulations.inForce(deskId, context.now());
  if (inForce.regulation.localTime === 'desk') return inForce;
  const zone = localZone({ localTime: 'customer' }, await customerPlace(q, deskId, companyId), null);
  return onClockOf(inForce, zone === null ? {} : { zone });
};

/** What a certificate that is sold by it says of its wall clock. */
export const pinnedClock = ({
  regulation: { localTime, zone },
}: RegulationInForce): { readonly zone?: TimeZoneId } => (localTime === 'desk' ? {} : { zone });
