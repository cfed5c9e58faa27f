import { localZone } from '@reglament/desk/certificate';
import type { CustomerPlace } from '@reglament/desk';
import { parseTimeZone, type TimeZoneId } from '@reglament/working-time';
import { useQuery } from '@tanstack/react-query';
import { useDesk } from '../../desk/desk-context.tsx';
import { companyQuery } from '../companies/index.ts';

/** On whose wall clock a company is sold to (R37): asked only where the regulation leaves that to the customer; null: the desk's, or not known yet. */
export const useCompanyClock = (companyId: string | null): TimeZoneId | null => {
  const { slug, regulation } = useDesk();
  const isAsked = companyId !== null && regulation !== null && regulation.localTime !== 'desk';
  const { data } = useQuery({ ...companyQuery(slug, companyId ?? ''), enabled: isAsked });
  if (!isAsked || data === undefined) return null;
  const place: CustomerPlace = {
    zone: parseTimeZone(data.zone ?? ''),
    sites: data.sites.flatMap(({ siteId, zone: typed }) => {
      const zone = parseTimeZone(typed);
      return zone === null ? [] : [{ siteId: siteId as CustomerPlace['sites'][number]['siteId'], zone }];
    }),
  };
  return localZone({ localTime: 'customer' }, place, null);
};
