import { armClock, findRule } from '../clock/index.ts';
import type { Regulation } from '../regulation/regulation.ts';
import type { Certificate, EntitlementQuestion } from './coverage.ts';
import { packageOf } from './judge-channel.ts';

/** When the regulation's first clock would be due under a certificate; what promises nothing is due after everything else. */
const firstDue = (
  regulation: Regulation,
  { packageId, number, figures }: Certificate,
  question: EntitlementQuestion,
): number => {
  const [clock] = regulation.clocks;
  const { priority, ticketType: type = null } = question;
  const rule =
    clock === undefined
      ? null
      : findRule(regulation, {
          clock: clock.id,
          packageId,
          priority,
          type,
          ...(figures === undefined ? {} : { byCertificate: { number, figures } }),
        });
  const due = rule === null ? null : armClock(rule, question.at, question.calendars).dueAt;
  return due ?? Number.POSITIVE_INFINITY;
};

/**
 * Certificates that could serve, the one that does first: that of the highest rank, or of the promise that is due first
 * (SH-ACCESS); of equals the one of the higher rank, of those the one that ends last.
 */
export const byPreference = (
  regulation: Regulation,
  certificates: readonly Certificate[],
  question: EntitlementQuestion,
): readonly Certificate[] => {
  const rank = (c: Certificate) => packageOf(regulation, c.packageId)?.rank ?? -1;
  const byRank = certificates.toSorted((a, b) => rank(b) - rank(a) || b.endsAt - a.endsAt);
  if (regulation.entitlement.ofSeveral === 'best-rank' || byRank.length < 2) return byRank;
  const due = new Map(byRank.map((c) => [c, firstDue(regulation, c, question)]));
  const dueOf = (c: Certificate): number => due.get(c) ?? Number.POSITIVE_INFINITY;
  // Compared, not subtracted: two that promise nothing are equal.
  return byRank.toSorted((a, b) => (dueOf(a) < dueOf(b) ? -1 : dueOf(a) > dueOf(b) ? 1 : 0));
};
