import { type Instant, localDateOf, type TimeZoneId } from '@reglament/working-time';
import type { CertificateOffer, MomentEvent } from '../../regulation/certificate-rules.ts';
import type { Text } from '../../regulation/regulation.ts';
import { momentNames, startCauseNames } from './certificate-words.ts';
import { type CertificateDecision, refuse } from './refusals.ts';
import type { CertificateFacts } from './support-certificate.ts';

/** Something with a day of its own, as people call it. */
export interface Dated {
  readonly name: Text;
  readonly at: Instant;
}

/** Two dates of which the second lies before the first, though it can only come after it: by days, not by instants. */
export const refuseCrossed = (
  earlier: Dated,
  later: Dated,
  zone: TimeZoneId,
): CertificateDecision<never> | null =>
  localDateOf(zone, later.at) < localDateOf(zone, earlier.at)
    ? refuse('dates-crossed', null, {
        earlier: earlier.name,
        earlierOn: earlier.at,
        later: later.name,
        laterOn: later.at,
      })
    : null;

/** What sells a certificate, and what can't have been before it. A contract or a key may be older than the purchase. */
const SOLD: readonly MomentEvent[] = ['sale', 'purchase'];
const AFTER_SALE: readonly MomentEvent[] = [
  'commissioning',
  'activation',
  'first-covered-request',
  'first-contact',
];

const datedOf = (dates: CertificateFacts['dates'], events: readonly MomentEvent[]): readonly Dated[] =>
  events.flatMap((event) => {
    const at = dates[event];
    return at === undefined ? [] : [{ name: momentNames[event], at }];
  });

/** Whether something of an order lies before its own sale; null: nothing does. A date that the regulation ignores does not count. */
export const refuseBeforeSale = (
  { dates, namedStart }: Pick<CertificateFacts, 'dates' | 'namedStart'>,
  { begins }: CertificateOffer,
  zone: TimeZoneId,
): CertificateDecision<never> | null => {
  const named: readonly Dated[] =
    namedStart === null || begins.namedDate === 'ignored'
      ? []
      : [{ name: startCauseNames['named-date'], at: namedStart }];
  for (const sold of datedOf(dates, SOLD))
    for (const later of [...datedOf(dates, AFTER_SALE), ...named]) {
      const no = refuseCrossed(sold, later, zone);
      if (no !== null) return no;
    }
  return null;
};
