import type { Instant } from '@reglament/working-time';
import type { CertificateId } from '../ids.ts';
import type {
  ChannelId,
  ClauseId,
  Package,
  PackageId,
  PriorityId,
  Regulation,
} from '../regulation/regulation.ts';

/** A support certificate as far as coverage asks. In force in [startsAt, endsAt). */
export interface Certificate {
  readonly certificateId: CertificateId;
  readonly number: string;
  readonly packageId: PackageId;
  readonly startsAt: Instant;
  readonly endsAt: Instant;
}

/** Whether a request is served, by what, and the clause that says so. */
export type Coverage =
  | {
      readonly kind: 'covered';
      readonly packageId: PackageId;
      readonly certificateId: CertificateId;
      readonly clause: ClauseId;
    }
  /** The company holds nothing in force and the regulation serves it all the same. */
  | { readonly kind: 'fallback'; readonly packageId: PackageId; readonly clause: ClauseId }
  /** Nobody knows yet whose request it is; packageId null: without a promise. */
  | { readonly kind: 'unidentified'; readonly packageId: PackageId | null; readonly clause: ClauseId }
  | {
      readonly kind: 'not-entitled';
      readonly reason: 'none' | 'expired' | 'not-started';
      readonly packageId: null;
      readonly certificateId: CertificateId | null;
      readonly clause: ClauseId;
    }
  /** The package does not take requests over this channel (for this priority). */
  | {
      readonly kind: 'channel';
      readonly packageId: PackageId;
      readonly certificateId: CertificateId | null;
      readonly clause: ClauseId;
    }
  /** Staff decided to serve it all the same. */
  | { readonly kind: 'lifted'; readonly packageId: PackageId; readonly clause: null };

export interface EntitlementQuestion {
  readonly companyKnown: boolean;
  /** All certificates of the company, in any order. */
  readonly certificates: readonly Certificate[];
  readonly channel: ChannelId;
  readonly priority: PriorityId | null;
  readonly at: Instant;
}

const packageOf = (regulation: Regulation, id: PackageId): Package | undefined =>
  regulation.packages.find((p) => p.id === id);

const takesChannel = (p: Package, channel: ChannelId, priority: PriorityId | null): boolean =>
  p.channels.some(
    (c) =>
      c.channel === channel &&
      (c.priorities === null || (priority !== null && c.priorities.includes(priority))),
  );

/** The certificate in force whose package ranks highest; of equals the one that ends last. */
const bestInForce = (
  regulation: Regulation,
  certificates: readonly Certificate[],
  at: Instant,
): Certificate | undefined => {
  const rank = (c: Certificate) => packageOf(regulation, c.packageId)?.rank ?? -1;
  return certificates
    .filter((c) => c.startsAt <= at && at < c.endsAt && rank(c) >= 0)
    .toSorted((a, b) => rank(b) - rank(a) || b.endsAt - a.endsAt)[0];
};

const behindChannel = (
  regulation: Regulation,
  served: Coverage & { readonly packageId: PackageId },
  question: EntitlementQuestion,
): Coverage => {
  const p = packageOf(regulation, served.packageId);
  if (p === undefined || takesChannel(p, question.channel, question.priority)) return served;
  const certificateId = served.kind === 'covered' ? served.certificateId : null;
  return { kind: 'channel', packageId: p.id, certificateId, clause: p.channelsClause };
};

/** No company yet: the meanwhile package, if its channels allow; else no promise. */
const unidentified = (regulation: Regulation, question: EntitlementQuestion): Coverage => {
  const { unknownSenderPackage } = regulation.entitlement;
  const clause = regulation.entitlement.unknownSenderClause ?? regulation.entitlement.clause;
  if (unknownSenderPackage !== null)
    return behindChannel(
      regulation,
      { kind: 'unidentified', packageId: unknownSenderPackage, clause },
      question,
    );
  const anyTakes = regulation.packages.filter((p) => takesChannel(p, question.channel, question.priority));
  const first = regulation.packages[0];
  if (anyTakes.length === 0 && first !== undefined)
    return { kind: 'channel', packageId: first.id, certificateId: null, clause: first.channelsClause };
  return { kind: 'unidentified', packageId: null, clause };
};

/** Why nothing serves: judged by the certificate that ends last; one of a forgotten package is as good as none. */
const whyNot = (last: Certificate | undefined, at: Instant): 'none' | 'expired' | 'not-started' => {
  if (last === undefined) return 'none';
  if (last.startsAt > at) return 'not-started';
  return last.endsAt <= at ? 'expired' : 'none';
};

/** Who may have what: decided on every channel with the clause that stands behind it. */
export const entitle = (regulation: Regulation, question: EntitlementQuestion): Coverage => {
  if (!question.companyKnown) return unidentified(regulation, question);
  const best = bestInForce(regulation, question.certificates, question.at);
  if (best !== undefined) {
    const clause = packageOf(regulation, best.packageId)?.clause ?? regulation.entitlement.clause;
    return behindChannel(
      regulation,
      { kind: 'covered', packageId: best.packageId, certificateId: best.certificateId, clause },
      question,
    );
  }
  const { uncoveredPackage, clause } = regulation.entitlement;
  if (uncoveredPackage !== null)
    return behindChannel(regulation, { kind: 'fallback', packageId: uncoveredPackage, clause }, question);
  const last = question.certificates.toSorted((a, b) => b.endsAt - a.endsAt)[0];
  return {
    kind: 'not-entitled',
    reason: whyNot(last, question.at),
    packageId: null,
    certificateId: last?.certificateId ?? null,
    clause,
  };
};
