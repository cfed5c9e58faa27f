import type { CertificateWorld } from '@reglament/desk';
import { workingDaysOf } from '@reglament/desk/certificate';
import type { Instant } from '@reglament/working-time';
import { serverNow } from '../../api/server-clock.ts';
import { useDesk } from '../../desk/desk-context.tsx';

/** What the rules of certificates may know, as the server would tell them; null until the regulation has loaded. */
export const useWorld = (): CertificateWorld | null => {
  const { regulation, calendarOf } = useDesk();
  if (regulation === null) return null;
  const calendars = { get: (id: string) => calendarOf(id) ?? undefined };
  return {
    now: serverNow() as Instant,
    regulation,
    isWorkingDay: workingDaysOf(regulation, calendars),
  };
};
