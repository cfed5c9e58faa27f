import type { Condition, FactId } from './condition.ts';
import type { ChannelId, PackageId, PriorityId } from './regulation.ts';

/** A fact by the key that asks for it in the file. */
export type ConditionKey =
  | 'packages'
  | 'types'
  | 'priorities'
  | 'channels'
  | 'bought'
  | 'company-is'
  | 'installation-types'
  | 'site-in'
  | 'interest'
  | FactId;

/** What is known of a request; an absent fact is not known. */
export interface ConditionFacts {
  /** null: it is known to be served under none. */
  readonly package?: PackageId | null;
  readonly type?: string;
  /** null: it has none. */
  readonly priority?: PriorityId | null;
  readonly channel?: ChannelId;
  /** Ids of all paid services bought. */
  readonly bought?: readonly string[];
  /** All standings of the company. */
  readonly companyIs?: readonly string[];
  readonly installationType?: string;
  readonly siteIn?: string;
  readonly interest?: { readonly customers: number; readonly licences: number };
  readonly facts?: Readonly<Partial<Record<FactId, string>>>;
}

export type Judgement =
  | { readonly kind: 'holds' }
  /** `fact`: the first that is known to be otherwise. */
  | { readonly kind: 'fails'; readonly fact: ConditionKey }
  /** Nothing known speaks against it, but these are not known. */
  | { readonly kind: 'unknown'; readonly facts: readonly ConditionKey[] };

/** true, false, or null: not known. */
type Answer = boolean | null;

const oneOf = (wanted: readonly string[], fact: string | undefined): Answer =>
  fact === undefined ? null : wanted.includes(fact);

const anyOf = (wanted: readonly string[], facts: readonly string[] | undefined): Answer =>
  facts === undefined ? null : facts.some((fact) => wanted.includes(fact));

const ofPackage = (wanted: readonly string[], fact: PackageId | null | undefined): Answer =>
  fact === undefined ? null : fact !== null && wanted.includes(fact);

const ofPriority = (wanted: readonly string[], fact: PriorityId | null | undefined): Answer =>
  oneOf(wanted, fact === null ? 'none' : fact);

const ofInterest = (
  { customers, licences }: NonNullable<Condition['interest']>,
  fact: ConditionFacts['interest'],
): Answer =>
  fact === undefined
    ? null
    : (customers !== null && fact.customers >= customers) || (licences !== null && fact.licences >= licences);

/** Each fact that the condition names, in the order of the file's keys, with its answer. */
const answersTo = (
  condition: Condition,
  facts: ConditionFacts,
): readonly (readonly [ConditionKey, Answer])[] => {
  const { packages, types, priorities, channels, bought, companyIs, installationTypes, siteIn, interest } =
    condition;
  const named: readonly (readonly [ConditionKey, Answer] | null)[] = [
    packages && ['packages', ofPackage(packages, facts.package)],
    types && ['types', oneOf(types, facts.type)],
    priorities && ['priorities', ofPriority(priorities, facts.priority)],
    channels && ['channels', oneOf(channels, facts.channel)],
    bought && ['bought', anyOf(bought, facts.bought)],
    companyIs && ['company-is', anyOf(companyIs, facts.companyIs)],
    installationTypes && ['installation-types', oneOf(installationTypes, facts.installationType)],
    siteIn && ['site-in', oneOf(siteIn, facts.siteIn)],
    interest && ['interest', ofInterest(interest, facts.interest)],
  ];
  const single = (Object.entries(condition.facts) as [FactId, readonly string[]][]).map(
    ([id, values]) => [id, oneOf(values, facts.facts?.[id])] as const,
  );
  return [...named.filter((one) => one !== null), ...single];
};

/**
 * Whether a rule holds: one fact known to be otherwise is enough against it, whatever else is not known. A rule without a
 * condition (null) always holds.
 */
export const judgeCondition = (condition: Condition | null, facts: ConditionFacts): Judgement => {
  if (condition === null) return { kind: 'holds' };
  const answers = answersTo(condition, facts);
  const against = answers.find(([, answer]) => answer === false);
  if (against !== undefined) return { kind: 'fails', fact: against[0] };
  const unknown = answers.filter(([, answer]) => answer === null).map(([key]) => key);
  return unknown.length === 0 ? { kind: 'holds' } : { kind: 'unknown', facts: unknown };
};
