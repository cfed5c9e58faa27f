import { type Instant, localDateOf, type LocalDate } from '@reglament/working-time';
import type { CertificateRules } from '../../regulation/certificate-rules.ts';
import type { CertificateBook } from './facts.ts';
import { accept, type CertificateDecision, refuse } from './refusals.ts';
import type { SupportCertificate } from './support-certificate.ts';
import { countedAfter } from './term.ts';

/** Where the beginning of a renewal is moved to. */
export interface MovedRenewal {
  readonly startsAt: Instant;
  readonly countsFrom: LocalDate;
}

/** Whether a renewal that begins at the end before it does so by rule, and not because both fell together. */
const followsEnd = ({ renewal, lateReturn }: CertificateRules): boolean =>
  renewal?.starts === 'previous-end' ||
  renewal?.starts === 'later-of-both' ||
  lateReturn?.starts === 'previous-end';

/**
 * What a correction that moves an end does to the renewal that goes on from it (R12): one that begins at the end goes with it, so
 * that no day is lost or given twice; one that begins by itself stays. null: nothing moves.
 *
 * @returns the refusal where the corrected end would come to lie after a beginning that stays, or where there would be none.
 */
export const moveRenewal = (
  before: Pick<SupportCertificate, 'endsAt'>,
  after: Pick<SupportCertificate, 'endsAt'>,
  next: SupportCertificate,
  { rules, terms }: CertificateBook,
): CertificateDecision<MovedRenewal | null> => {
  const { endsAt: was } = before;
  const { endsAt: is } = after;
  const { startsAt: starts } = next;
  if (was === is || starts === null) return accept(null);
  const crossed = refuse('renewal-crossed', rules.renewal?.clause ?? rules.clause, {
    renewal: next.number,
    startsOn: starts,
    endsOn: is,
  });
  if (next.startCause !== 'renewal' || starts !== was || !followsEnd(rules))
    return was !== null && was <= starts && (is === null || is > starts) ? crossed : accept(null);
  if (is === null) return crossed;
  // Where the later of the end and of what was given counts, an earlier end leaves the day of the purchase.
  const least = rules.renewal?.starts === 'later-of-both' ? next.dates.purchase : undefined;
  const startsAt = least === undefined ? is : (Math.max(is, Math.min(starts, least)) as Instant);
  return accept({
    startsAt,
    countsFrom: startsAt === is ? countedAfter(is, terms) : localDateOf(terms.zone, startsAt),
  });
};
