import type { CertificateState } from '../certificate/life/support-certificate.ts';
import type { ReleaseKind, ReleaseRule } from '../regulation/certificate-rules.ts';
import type { Condition } from '../regulation/condition.ts';
import { type ConditionFacts, type ConditionKey, judgeCondition } from '../regulation/judge-condition.ts';
import type { ClauseId, PackageId, Regulation, Text } from '../regulation/regulation.ts';
import { compareVersions, firstNumbers } from './version-number.ts';

/** What a release is asked of. */
export interface ReleaseQuestion {
  readonly packageId: PackageId;
  readonly state: CertificateState;
  /** Number of the version that was bought; null: not known, which never decides against the customer. */
  readonly bought: string | null;
  /** Whether its installation is on record as commissioned; absent: nobody knows. */
  readonly isCommissioned?: boolean;
  /** Whether it has worked at least once; whether it works at this moment is never known to the desk. */
  readonly hasWorked?: boolean;
}

export type ReleaseRefusal =
  /** The certificate does not serve now. */
  | { readonly why: 'not-in-force'; readonly state: CertificateState }
  | { readonly why: 'withheld'; readonly kind: ReleaseKind }
  | { readonly why: 'not-given'; readonly kind: ReleaseKind }
  | { readonly why: 'outside'; readonly within: ReleaseRule['within']; readonly bought: string }
  /** A condition of the rule does not hold; `exclusion`: the regulation's own words for it, with the way on. */
  | {
      readonly why: 'condition';
      readonly fact: ConditionKey;
      readonly exclusion: { readonly name: Text; readonly instead: Text | null } | null;
    };

export type ReleaseAnswer =
  | {
      readonly outcome: 'allowed';
      readonly clause: ClauseId;
      readonly within: ReleaseRule['within'];
      readonly bought: string | null;
    }
  | {
      readonly outcome: 'unknown';
      readonly clause: ClauseId;
      readonly missing: readonly (ConditionKey | 'bought-version')[];
    }
  | { readonly outcome: 'refused'; readonly clause: ClauseId; readonly refusal: ReleaseRefusal };

/** Who may serve releases by its state; in loyalty some kinds are withheld. */
const SERVING: ReadonlySet<CertificateState> = new Set(['in-force', 'loyalty']);

/** Whether a number stays within what was bought; null: what was bought is not known. */
const staysWithin = (
  within: ReleaseRule['within'],
  bought: string | null,
  offered: string,
): boolean | null => {
  if (within === 'any') return true;
  if (bought === null) return null;
  const count = within === 'bought-major' ? 1 : 2;
  return firstNumbers(bought, count) === firstNumbers(offered, count);
};

/** What is known of the installation, for one condition: who has worked once may or may not be working now. */
const factsOf = (
  { packageId, isCommissioned, hasWorked }: ReleaseQuestion,
  when: Condition | null,
): ConditionFacts => {
  const working =
    hasWorked === false
      ? 'never'
      : hasWorked === true && when?.facts.working?.includes('once')
        ? 'once'
        : null;
  return {
    package: packageId,
    facts: {
      ...(isCommissioned === undefined ? {} : { commissioned: isCommissioned ? 'yes' : 'no' }),
      ...(working === null ? {} : { working }),
    },
  };
};

/** The exclusion that says no to the same: its words and its clause are what the customer is told. */
const exclusionFor = (regulation: Regulation, facts: ConditionFacts, fact: ConditionKey) =>
  regulation.exclusions.find(
    ({ when }) => when !== null && fact in when.facts && judgeCondition(when, facts).kind === 'holds',
  );

const byRule = (
  regulation: Regulation,
  rule: ReleaseRule,
  question: ReleaseQuestion,
  offered: string | null,
): ReleaseAnswer => {
  const { clause, within, when } = rule;
  const { bought } = question;
  const stays = offered === null ? true : staysWithin(within, bought, offered);
  if (stays === false && bought !== null)
    return { outcome: 'refused', clause, refusal: { why: 'outside', within, bought } };
  const facts = factsOf(question, when);
  const judged = judgeCondition(when, facts);
  if (judged.kind === 'fails') {
    const { fact } = judged;
    const exclusion = exclusionFor(regulation, facts, fact);
    const words = exclusion === undefined ? null : { name: exclusion.name, instead: exclusion.instead };
    return {
      outcome: 'refused',
      clause: exclusion?.clause ?? clause,
      refusal: { why: 'condition', fact, exclusion: words },
    };
  }
  const missing = [
    ...(stays === null ? (['bought-version'] as const) : []),
    ...(judged.kind === 'unknown' ? judged.facts : []),
  ];
  return missing.length > 0
    ? { outcome: 'unknown', clause, missing }
    : { outcome: 'allowed', clause, within, bought };
};

const RANK = { allowed: 0, unknown: 1, refused: 2 } as const;

/** The answer that is best for the customer; of equals the first. */
const bestOf = (answers: readonly ReleaseAnswer[]): ReleaseAnswer | undefined =>
  answers.toSorted((a, b) => RANK[a.outcome] - RANK[b.outcome])[0];

/**
 * Whether a certificate opens a release of this kind, with the clause that says so.
 *
 * @param offered number of the release; null: the kind at large.
 */
export const releaseAllowed = (
  regulation: Regulation,
  kind: ReleaseKind,
  question: ReleaseQuestion,
  offered: string | null = null,
): ReleaseAnswer => {
  const { entitlement, releases, certificates } = regulation;
  const { state, packageId } = question;
  if (!SERVING.has(state))
    return { outcome: 'refused', clause: entitlement.clause, refusal: { why: 'not-in-force', state } };
  const loyalty = state === 'loyalty' ? (certificates?.loyalty ?? null) : null;
  if (loyalty !== null && loyalty.withholds.includes(kind))
    return { outcome: 'refused', clause: loyalty.clause, refusal: { why: 'withheld', kind } };
  const rules = releases.filter(
    (rule) => rule.kind === kind && (rule.packages === null || rule.packages.includes(packageId)),
  );
  return (
    bestOf(rules.map((rule) => byRule(regulation, rule, question, offered))) ?? {
      outcome: 'refused',
      clause: releases[0]?.clause ?? entitlement.clause,
      refusal: { why: 'not-given', kind },
    }
  );
};

/** What a version may be to somebody, most particular first; upgrade licences are no versions. */
const VERSION_KINDS = ['hotfixes', 'updates', 'major-versions'] as const;

/**
 * What a version of the catalogue is to somebody who bought `bought`: of a new major number a major version, of the same two
 * first numbers a hotfix, else an update. A kind that the regulation never speaks of is an update there.
 */
export const releaseKindsOf = (
  { releases, certificates }: Regulation,
  bought: string | null,
  offered: string,
): readonly ReleaseKind[] => {
  const withheld = certificates?.loyalty?.withholds ?? [];
  const spokenOf = (kind: ReleaseKind): boolean =>
    kind === 'updates' || withheld.includes(kind) || releases.some((rule) => rule.kind === kind);
  if (bought === null) return VERSION_KINDS.filter(spokenOf);
  const isNewMajor =
    compareVersions(offered, bought) > 0 && firstNumbers(offered, 1) !== firstNumbers(bought, 1);
  const kind = isNewMajor
    ? 'major-versions'
    : firstNumbers(offered, 2) === firstNumbers(bought, 2)
      ? 'hotfixes'
      : 'updates';
  return [spokenOf(kind) ? kind : 'updates'];
};

/**
 * Whether a certificate opens a version of the catalogue. While the bought version is not known, neither is what kind of
 * release this one would be: unless every kind has the same answer, it is not known.
 */
export const versionAllowed = (
  regulation: Regulation,
  question: ReleaseQuestion,
  offered: string,
): ReleaseAnswer => {
  const answers = releaseKindsOf(regulation, question.bought, offered).map((kind) =>
    releaseAllowed(regulation, kind, question, offered),
  );
  const [first] = answers;
  if (first === undefined) throw new Error('a release of no kind');
  if (answers.every(({ outcome }) => outcome === first.outcome)) return first;
  const open = answers.find(({ outcome }) => outcome === 'unknown') ?? first;
  return open.outcome === 'unknown'
    ? open
    : { outcome: 'unknown', clause: open.clause, missing: ['bought-version'] };
};
