import type { Instant } from '@reglament/working-time';
import type { Regulation } from '../regulation/regulation.ts';
import { byPreference } from './choose-certificate.ts';
import type {
  AgreedTerms,
  Certificate,
  Coverage,
  EntitlementQuestion,
  NotEntitledReason,
  RestrictedBy,
} from './coverage.ts';
import type { CertificateTried, ChannelTried, EntitlementTrail, RuleTried } from './entitlement-trail.ts';
import { judgeChannel, packageOf, takesChannel, throughChannel } from './judge-channel.ts';
import { judgeHeld } from './judge-held.ts';
import { nextStepOf } from './next-step.ts';

export type * from './coverage.ts';
export type * from './entitlement-trail.ts';

/** Who may have what, and every rule that was tried to find that out. */
export interface Entitlement {
  readonly coverage: Coverage;
  readonly trail: EntitlementTrail;
}

/** Certificates that a trail tells one by one. */
const MOST_TOLD = 20;

interface Judged {
  readonly certificate: Certificate;
  readonly rules: readonly RuleTried[];
  readonly failed: RuleTried | null;
  readonly channel: ChannelTried | null;
}

const judge = (regulation: Regulation, certificate: Certificate, question: EntitlementQuestion): Judged => {
  const rules = judgeHeld(regulation, certificate, question);
  const failed = rules.find(({ outcome }) => outcome === 'fails') ?? null;
  const p = packageOf(regulation, certificate.packageId);
  const channel = failed !== null || p === undefined ? null : judgeChannel(regulation, p, question);
  return { certificate, rules, failed, channel };
};

/** No company yet: the meanwhile package, if its channels allow; else no promise. */
const ofStranger = (
  regulation: Regulation,
  question: EntitlementQuestion,
): { readonly coverage: Coverage; readonly channel: ChannelTried | null } => {
  const { unknownSenderPackage: packageId, unknownSenderClause, clause: usual } = regulation.entitlement;
  const served = { kind: 'unidentified', packageId, clause: unknownSenderClause ?? usual } as const;
  const { channel, priority } = question;
  const anyTakes = regulation.packages.some((p) => takesChannel(p, channel, priority));
  const held =
    packageId !== null ? packageOf(regulation, packageId) : anyTakes ? undefined : regulation.packages[0];
  if (held === undefined) return { coverage: served, channel: null };
  const tried = judgeChannel(regulation, held, question);
  return { coverage: throughChannel(served, tried), channel: tried };
};

/** A failure of time is judged by the certificate that ends last; one of a forgotten package is as good as none. */
const reasonOfTime = ({ failed }: Judged): NotEntitledReason => {
  const time = failed?.time;
  return time === undefined || time === 'in-force' || time === 'begins' || time === 'loyalty' ? 'none' : time;
};

/** A restriction that keeps a certificate in force from serving; null: it has another failure. */
const restrictionOf = ({ failed }: Judged): RestrictedBy | null =>
  failed === null || failed.rule === 'package' || failed.rule === 'time' ? null : failed.rule;

/** Why nothing serves: told by the certificate that came nearest, of those by the one that ends last. */
const notEntitled = (regulation: Regulation, judged: readonly Judged[]): Coverage => {
  const byEnd = judged.toSorted((a, b) => b.certificate.endsAt - a.certificate.endsAt);
  const near = byEnd
    .filter((one) => restrictionOf(one) !== null)
    .toSorted((a, b) => b.rules.length - a.rules.length)[0];
  const last = near ?? byEnd[0];
  const restriction = near === undefined ? null : restrictionOf(near);
  return {
    kind: 'not-entitled',
    reason: restriction ?? (last === undefined ? 'none' : reasonOfTime(last)),
    packageId: null,
    certificateId: last?.certificate.certificateId ?? null,
    clause: near?.failed?.clause ?? regulation.entitlement.clause,
  };
};

/** What the certificate says of its own, where it does. */
const agreedTerms = ({
  number,
  figures,
  bought,
  people,
  installationType = null,
}: Certificate): { readonly agreed?: AgreedTerms } => {
  const own = installationType === null ? {} : { installationType };
  return figures === undefined && bought === undefined && people === undefined && installationType === null
    ? {}
    : { agreed: { number, figures: figures ?? {}, bought: bought ?? [], people: people ?? {}, ...own } };
};

const coveredBy = (regulation: Regulation, { certificate, rules, channel }: Judged): Coverage => {
  const { packageId, certificateId, endsAt: end, loyalty } = certificate;
  const time = rules.find(({ rule }) => rule === 'time')?.time;
  const endsAt: Instant = time === 'loyalty' ? (loyalty?.until ?? end) : end;
  const covered = {
    kind: 'covered',
    packageId,
    certificateId,
    clause: packageOf(regulation, packageId)?.clause ?? regulation.entitlement.clause,
    ...(time === 'loyalty' ? { loyalty: true as const } : time === 'begins' ? { begins: true as const } : {}),
    ...(regulation.lifecycle.afterExpiry.ticket === 'stops' ? { endsAt } : {}),
    ...agreedTerms(certificate),
  } as const;
  return channel === null ? covered : throughChannel(covered, channel);
};

const told = ({ certificate, rules, channel, failed }: Judged, serving: Judged | null): CertificateTried => ({
  certificateId: certificate.certificateId,
  number: certificate.number,
  packageId: certificate.packageId,
  rules,
  channel,
  result:
    failed !== null
      ? 'no'
      : channel?.outcome === 'not-taken'
        ? 'channel'
        : certificate === serving?.certificate
          ? 'serves'
          : 'other',
});

/** Those that could serve, in order of preference; a package that takes this way of asking comes before one that does not. */
const inOrder = (
  regulation: Regulation,
  judged: readonly Judged[],
  question: EntitlementQuestion,
): readonly Judged[] => {
  const able = judged.filter(({ failed }) => failed === null);
  const of = new Map(able.map((one) => [one.certificate, one]));
  const ordered = byPreference(regulation, [...of.keys()], question).flatMap((c) => of.get(c) ?? []);
  const isTaken = ({ channel }: Judged): boolean => channel?.outcome !== 'not-taken';
  return [...ordered.filter(isTaken), ...ordered.filter((one) => !isTaken(one))];
};

type Without = NonNullable<EntitlementTrail['without']>;

/** The company holds nothing that serves: what everybody gets, or the reason why nothing. */
const ofCompanyWithout = (
  regulation: Regulation,
  judged: readonly Judged[],
  question: EntitlementQuestion,
): { readonly coverage: Coverage; readonly without: Without } => {
  const { uncoveredPackage, clause } = regulation.entitlement;
  const without: Without = { why: 'without-package', packageId: uncoveredPackage, clause, channel: null };
  if (uncoveredPackage === null) return { coverage: notEntitled(regulation, judged), without };
  const served = { kind: 'fallback', packageId: uncoveredPackage, clause } as const;
  const p = packageOf(regulation, uncoveredPackage);
  if (p === undefined) return { coverage: served, without };
  const channel = judgeChannel(regulation, p, question);
  return { coverage: throughChannel(served, channel), without: { ...without, channel } };
};

/** Service was stopped for the person, and the regulation lets it be (CN-L5); null: it does not. */
const ofStopped = ({
  entitlement: { abuse },
}: Regulation): Extract<Coverage, { readonly kind: 'not-entitled' }> | null =>
  abuse === null
    ? null
    : {
        kind: 'not-entitled',
        reason: 'stopped',
        packageId: null,
        certificateId: null,
        clause: abuse.clause,
      };

/** The decision with every rule that was tried, for engineers and customers to read. */
export const explainEntitlement = (regulation: Regulation, question: EntitlementQuestion): Entitlement => {
  const { at, channel, priority, certificates } = question;
  const asked = { at, channel, priority };
  const nothing = { certificates: [], further: 0, chosenBy: null };
  const stopped = question.isStopped === true ? ofStopped(regulation) : null;
  if (stopped !== null)
    return {
      coverage: stopped,
      trail: {
        ...asked,
        ...nothing,
        without: { why: 'service-stopped', packageId: null, clause: stopped.clause, channel: null },
        next: nextStepOf(stopped, regulation),
      },
    };
  if (!question.companyKnown) {
    const { coverage, channel: tried } = ofStranger(regulation, question);
    const { unknownSenderPackage: packageId, unknownSenderClause, clause } = regulation.entitlement;
    const without: Without = {
      why: 'unknown-sender',
      packageId,
      clause: unknownSenderClause ?? clause,
      channel: tried,
    };
    return { coverage, trail: { ...asked, ...nothing, without, next: nextStepOf(coverage, regulation) } };
  }
  const judged = certificates.map((c) => judge(regulation, c, question));
  const able = inOrder(regulation, judged, question);
  const serving = able[0] ?? null;
  const found =
    serving === null
      ? ofCompanyWithout(regulation, judged, question)
      : { coverage: coveredBy(regulation, serving), without: null };
  const failed = judged.filter((one) => one.failed !== null);
  const all = [...able, ...failed.toSorted((a, b) => b.certificate.endsAt - a.certificate.endsAt)];
  const { ofSeveral, clause } = regulation.entitlement;
  return {
    coverage: found.coverage,
    trail: {
      ...asked,
      certificates: all.slice(0, MOST_TOLD).map((one) => told(one, serving)),
      further: Math.max(0, all.length - MOST_TOLD),
      chosenBy: able.length < 2 ? null : { rule: ofSeveral, clause },
      without: found.without,
      next: nextStepOf(found.coverage, regulation),
    },
  };
};

/** Who may have what: decided on every channel with the clause that stands behind it. */
export const entitle = (regulation: Regulation, question: EntitlementQuestion): Coverage =>
  explainEntitlement(regulation, question).coverage;
