import type { Instant } from '@reglament/working-time';
import { armClock, findRule, type Calendars } from '../clock/index.ts';
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
  /** The end of all instants where it has not begun and nobody knows when it will. */
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  /** The time after its end in which it goes on serving (R11). */
  readonly loyalty?: { readonly from: Instant; readonly until: Instant };
  /** Not begun: the first request that it covers begins it, and is covered itself (R40). */
  readonly beginsWithRequest?: true;
  /** Serves nothing from this moment, whatever its dates say. */
  readonly stopped?: { readonly at: Instant; readonly why: 'suspended' | 'revoked' };
}

/** A request over a channel that the package lacks is handled as if it had come over this one (FL-CHAN). */
export interface TreatedAs {
  readonly channel: ChannelId;
  readonly clause: ClauseId;
}

/** Why nothing that the company holds serves a request. */
export type NotEntitledReason = 'none' | 'expired' | 'not-started' | 'suspended' | 'revoked';

/** Whether a request is served, by what, and the clause that says so. */
export type Coverage =
  | {
      readonly kind: 'covered';
      readonly packageId: PackageId;
      readonly certificateId: CertificateId;
      readonly clause: ClauseId;
      readonly treatedAs?: TreatedAs;
      /** Present when its certificate has ended and goes on in loyalty. */
      readonly loyalty?: true;
      /** Present when this very request begins its certificate. */
      readonly begins?: true;
      /** Present where an open ticket is served no longer than its certificate (R38). */
      readonly endsAt?: Instant;
    }
  /** The company holds nothing in force and the regulation serves it all the same. */
  | {
      readonly kind: 'fallback';
      readonly packageId: PackageId;
      readonly clause: ClauseId;
      readonly treatedAs?: TreatedAs;
    }
  /** Nobody knows yet whose request it is; packageId null: without a promise. */
  | {
      readonly kind: 'unidentified';
      readonly packageId: PackageId | null;
      readonly clause: ClauseId;
      readonly treatedAs?: TreatedAs;
    }
  | {
      readonly kind: 'not-entitled';
      readonly reason: NotEntitledReason;
      readonly packageId: null;
      readonly certificateId: CertificateId | null;
      readonly clause: ClauseId;
      /** The certificate ended in mid-ticket, at this moment (R38). */
      readonly endedAt?: Instant;
    }
  /** The package does not take requests over this channel (for this priority). */
  | {
      readonly kind: 'channel';
      readonly packageId: PackageId;
      readonly certificateId: CertificateId | null;
      readonly clause: ClauseId;
      /** As above. */
      readonly endedAt?: Instant;
    }
  /** Staff decided to serve it all the same. */
  | { readonly kind: 'lifted'; readonly packageId: PackageId; readonly clause: null };

export interface EntitlementQuestion {
  readonly companyKnown: boolean;
  /** All certificates of the company, in any order. */
  readonly certificates: readonly Certificate[];
  readonly channel: ChannelId;
  readonly priority: PriorityId | null;
  /** null, absent: the ticket has no type yet. */
  readonly ticketType?: string | null;
  readonly at: Instant;
  /** Of this regulation: where the shortest promise serves, it is the one that is due first. */
  readonly calendars: Calendars;
}

const packageOf = (regulation: Regulation, id: PackageId): Package | undefined =>
  regulation.packages.find((p) => p.id === id);

const takesChannel = (p: Package, channel: ChannelId, priority: PriorityId | null): boolean =>
  p.channels.some(
    (c) =>
      c.channel === channel &&
      (c.priorities === null || (priority !== null && c.priorities.includes(priority))),
  );

/** How a certificate serves at an instant; null: it does not. */
const servesAs = (c: Certificate, at: Instant): 'in-force' | 'begins' | 'loyalty' | null => {
  if (c.stopped !== undefined && c.stopped.at <= at) return null;
  if (c.startsAt <= at && at < c.endsAt) return 'in-force';
  if (at < c.startsAt) return c.beginsWithRequest === true ? 'begins' : null;
  return c.loyalty !== undefined && c.loyalty.from <= at && at < c.loyalty.until ? 'loyalty' : null;
};

/** When the regulation's first clock would be due under a package; what promises nothing is due after everything else. */
const firstDue = (regulation: Regulation, packageId: PackageId, question: EntitlementQuestion): number => {
  const [clock] = regulation.clocks;
  const { priority, ticketType: type = null } = question;
  const rule =
    clock === undefined ? null : findRule(regulation, { clock: clock.id, packageId, priority, type });
  const due = rule === null ? null : armClock(rule, question.at, question.calendars).dueAt;
  return due ?? Number.POSITIVE_INFINITY;
};

/**
 * The certificate in force that serves: that of the highest rank, or of the promise that is due first (SH-ACCESS); of equals
 * the one of the higher rank, of those the one that ends last.
 */
const servingOf = (regulation: Regulation, question: EntitlementQuestion): Certificate | undefined => {
  const { certificates, at } = question;
  const rank = (c: Certificate) => packageOf(regulation, c.packageId)?.rank ?? -1;
  const byRank = certificates
    .filter((c) => servesAs(c, at) !== null && rank(c) >= 0)
    .toSorted((a, b) => rank(b) - rank(a) || b.endsAt - a.endsAt);
  if (regulation.entitlement.ofSeveral === 'best-rank') return byRank[0];
  const due = new Map(byRank.map((c) => [c, firstDue(regulation, c.packageId, question)]));
  const dueOf = (c: Certificate): number => due.get(c) ?? Number.POSITIVE_INFINITY;
  // Compared, not subtracted: two that promise nothing are equal.
  return byRank.toSorted((a, b) => (dueOf(a) < dueOf(b) ? -1 : dueOf(a) > dueOf(b) ? 1 : 0))[0];
};

type Served = Extract<Coverage, { readonly treatedAs?: TreatedAs }>;

/** What becomes of a request over a channel that the package lacks. */
const overOtherChannel = (
  regulation: Regulation,
  served: Served,
  p: Package,
  { channel, priority }: EntitlementQuestion,
): Coverage => {
  const { otherChannel } = regulation.entitlement;
  if (otherChannel.kind === 'served') return served;
  if (
    otherChannel.kind === 'as' &&
    (otherChannel.from === null || otherChannel.from.includes(channel)) &&
    takesChannel(p, otherChannel.channel, priority)
  )
    return { ...served, treatedAs: { channel: otherChannel.channel, clause: p.channelsClause } };
  const certificateId = served.kind === 'covered' ? served.certificateId : null;
  return { kind: 'channel', packageId: p.id, certificateId, clause: p.channelsClause };
};

const behindChannel = (
  regulation: Regulation,
  served: Served & { readonly packageId: PackageId },
  question: EntitlementQuestion,
): Coverage => {
  const p = packageOf(regulation, served.packageId);
  if (p === undefined || takesChannel(p, question.channel, question.priority)) return served;
  return overOtherChannel(regulation, served, p, question);
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
  const { channel, priority } = question;
  const served: Coverage = { kind: 'unidentified', packageId: null, clause };
  const first = regulation.packages[0];
  if (first === undefined || regulation.packages.some((p) => takesChannel(p, channel, priority)))
    return served;
  return overOtherChannel(regulation, served, first, question);
};

/** Why nothing serves: judged by the certificate that ends last; one of a forgotten package is as good as none. */
const whyNot = (last: Certificate | undefined, at: Instant): NotEntitledReason => {
  if (last === undefined) return 'none';
  if (last.stopped !== undefined && last.stopped.at <= at) return last.stopped.why;
  if (last.startsAt > at) return 'not-started';
  return last.endsAt <= at ? 'expired' : 'none';
};

/** Who may have what: decided on every channel with the clause that stands behind it. */
export const entitle = (regulation: Regulation, question: EntitlementQuestion): Coverage => {
  if (!question.companyKnown) return unidentified(regulation, question);
  const serving = servingOf(regulation, question);
  if (serving !== undefined) {
    const { packageId, certificateId } = serving;
    const as = servesAs(serving, question.at);
    const endsAt = as === 'loyalty' ? (serving.loyalty?.until ?? serving.endsAt) : serving.endsAt;
    const remark =
      as === 'loyalty' ? { loyalty: true as const } : as === 'begins' ? { begins: true as const } : {};
    const clause = packageOf(regulation, packageId)?.clause ?? regulation.entitlement.clause;
    const untilEnd = regulation.lifecycle.afterExpiry.ticket === 'stops' ? { endsAt } : {};
    return behindChannel(
      regulation,
      { kind: 'covered', packageId, certificateId, clause, ...remark, ...untilEnd },
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
