import type { TimeZoneId } from '@reglament/working-time';
import type { SiteId } from '../ids.ts';
import type { Regulation } from '../regulation/regulation.ts';

/** Where a company is, as far as its wall clocks go. */
export interface CustomerPlace {
  /** The company's own zone; null: nobody has said. */
  readonly zone: TimeZoneId | null;
  readonly sites: readonly { readonly siteId: SiteId; readonly zone: TimeZoneId }[];
}

/** The company's own zone, else the one that all its sites share; null: neither is known. */
const customerZone = ({ zone, sites }: CustomerPlace): TimeZoneId | null => {
  const [first] = sites;
  if (zone !== null || first === undefined) return zone;
  return sites.every((site) => site.zone === first.zone) ? first.zone : null;
};

/**
 * On whose wall clock a customer is served (R37): the company's, or that of the site a ticket is about. A site that is not
 * known is the only one that there is, else it is the company's. null: by the desk's.
 *
 * @param place null: the company is not known.
 */
export const localZone = (
  { localTime }: Pick<Regulation, 'localTime'>,
  place: CustomerPlace | null,
  siteId: SiteId | null,
): TimeZoneId | null => {
  if (localTime === 'desk' || place === null) return null;
  if (localTime === 'customer') return customerZone(place);
  const site =
    place.sites.find((one) => one.siteId === siteId) ??
    (place.sites.length === 1 ? place.sites[0] : undefined);
  return site?.zone ?? customerZone(place);
};
