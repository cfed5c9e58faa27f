import type { ChannelId, PackageId, PriorityId } from './regulation.ts';

/** When a rule holds: every fact named must be so; null: the fact does not matter. */
export interface Condition {
  readonly packages: readonly PackageId[] | null;
  readonly types: readonly string[] | null;
  readonly priorities: readonly PriorityId[] | null;
  readonly channels: readonly ChannelId[] | null;
  /** Ids of paid services that the certificate names as bought; one of them is enough. */
  readonly bought: readonly string[] | null;
  /** The company holds one of these standings. */
  readonly companyIs: readonly string[] | null;
  readonly installationTypes: readonly string[] | null;
  readonly siteIn: readonly string[] | null;
  /** Enough customers or enough licences are interested; null in a figure: it does not count. */
  readonly interest: { readonly customers: number | null; readonly licences: number | null } | null;
  /** Single facts: the values that let the rule hold. */
  readonly facts: Readonly<Partial<Record<FactId, readonly string[]>>>;
}

/** Facts with a few values each, named as in the file. */
export type FactId =
  | 'version'
  | 'platform'
  | 'use'
  | 'work'
  | 'product'
  | 'commissioned'
  | 'working'
  | 'access'
  | 'ticket'
  | 'defect'
  | 'patch'
  | 'agreement'
  | 'notes'
  | 'at-hand'
  | 'feasible'
  | 'staff-agree';
