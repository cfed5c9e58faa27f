import { localDateOf, type Instant, type TimeZoneId } from '@reglament/working-time';
import type { CertificateEvent } from './commands.ts';
import { REMINDERS, reminderAt } from './reminders.ts';
import type { CertificateFacts, CertificateTurn } from './support-certificate.ts';

/**
 * A certificate from another system, or from before there were rules, with its dates as they were: in force in
 * [startsAt, endsAt). Turns that lie behind are not told.
 */
export const bringOver = (
  facts: CertificateFacts,
  dates: { readonly startsAt: Instant; readonly endsAt: Instant },
  zone: TimeZoneId,
  now: Instant,
): CertificateEvent => {
  const turns: readonly (readonly [CertificateTurn, Instant])[] = [
    ['began', dates.startsAt],
    ...REMINDERS.map(([turn, days]) => [turn, reminderAt(dates.endsAt, days)] as const),
    ['ended', dates.endsAt],
  ];
  return {
    type: 'CertificateBroughtOver',
    certificate: {
      ...facts,
      ...dates,
      startCause: 'named-date',
      countsFrom: localDateOf(zone, dates.startsAt),
      loyaltyFrom: null,
      loyaltyUntil: null,
      beginsOn: [],
      declaredAt: null,
      renewedBy: null,
      suspendedAt: null,
      revokedAt: null,
      told: turns.filter(([, at]) => at <= now).map(([turn]) => turn),
    },
  };
};
