import type { CertificateWorld } from '@reglament/desk';
import { regulationAt, workingDaysOf } from '@reglament/desk/certificate';
import type { Instant, TimeZoneId } from '@reglament/working-time';
import { serverNow } from '../../api/server-clock.ts';
import { useDesk } from '../../desk/desk-context.tsx';

/**
 * What the rules of certificates may know, as the server would tell them; null until the regulation has loaded.
 *
 * @param zone on whose wall clock (R37); null: the desk's.
 */
export const useWorld = (zone: TimeZoneId | null = null): CertificateWorld | null => {
  const { regulation, calendarOf } = useDesk();
  if (regulation === null) return null;
  const calendars = { get: (id: string) => calendarOf(id) ?? undefined };
  return {
    now: serverNow() as Instant,
    regulation: zone === null ? regulation : regulationAt(regulation, zone),
    isWorkingDay: workingDaysOf(regulation, calendars),
  };
};
