import type { Instant } from '@reglament/working-time';
import type { CertificateReminder, SupportCertificate } from './support-certificate.ts';

const HOUR_MS = 3_600_000;
const DAY_HOURS = 24;
const MORNING_HOUR = 9;

/** Reminders in the order in which they come, with the days that the certificate still serves after that day. */
export const REMINDERS: readonly (readonly [reminder: CertificateReminder, days: number])[] = [
  ['ends-in-90', 90],
  ['ends-in-60', 60],
  ['ends-in-30', 30],
];

/**
 * When it is told that an end comes near: 09:00 of the desk so many days before the last one; 08:00 or 10:00 where the clocks
 * turn in between. Hours and no calendar: the day is the same, and neither the row nor an upgrade has to know the zone.
 */
export const reminderAt = (endsAt: Instant, days: number): Instant =>
  (endsAt - (DAY_HOURS * (days + 1) - MORNING_HOUR) * HOUR_MS) as Instant;

/**
 * The next reminder, and when; null: none is due before the end. None is for what is renewed or suspended; one that a short
 * term leaves no room for, or after which a later one was told already, is passed over.
 */
export const nextReminder = (
  certificate: SupportCertificate,
): { readonly turn: CertificateReminder; readonly at: Instant } | null => {
  const { startsAt, endsAt, told, renewedBy, suspendedAt } = certificate;
  if (startsAt === null || endsAt === null || renewedBy !== null || suspendedAt !== null) return null;
  const latest = REMINDERS.findLastIndex(([turn]) => told.includes(turn));
  for (const [turn, days] of REMINDERS.slice(latest + 1)) {
    const at = reminderAt(endsAt, days);
    if (at > startsAt) return { turn, at };
  }
  return null;
};
