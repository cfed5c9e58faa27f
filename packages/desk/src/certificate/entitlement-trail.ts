import type { Instant } from '@reglament/working-time';
import type { CertificateId } from '../ids.ts';
import type { ChannelId, ClauseId, PackageId, PriorityId } from '../regulation/regulation.ts';
import type { NotEntitledReason, RestrictedBy } from './coverage.ts';

/** How the time of a certificate stands to a request. */
export type TimeStanding =
  | 'in-force'
  | 'begins'
  | 'loyalty'
  | Exclude<NotEntitledReason, RestrictedBy | 'none' | 'stopped'>;

/**
 * One rule tried on one certificate. `unknown`: the desk does not know enough, which never decides against the customer;
 * `flagged`: broken, but the regulation lets it pass and staff are told.
 */
export interface RuleTried {
  readonly rule: 'package' | 'time' | RestrictedBy;
  readonly outcome: 'holds' | 'fails' | 'unknown' | 'flagged';
  readonly clause: ClauseId;
  /** Of `time`: how it stands, and the moment that says so; absent where no moment is known. */
  readonly time?: TimeStanding;
  readonly moment?: Instant;
  /** What would have been right: standings, products, a type of installation. */
  readonly wanted?: readonly string[];
  /** What it is; absent: not known. */
  readonly found?: readonly string[];
  /** Of a quantity or a quota. */
  readonly counted?: { readonly most: number; readonly used: number };
}

/** What became of one certificate. `other`: it would serve, but another one is chosen. */
export interface CertificateTried {
  readonly certificateId: CertificateId;
  readonly number: string;
  readonly packageId: PackageId;
  readonly rules: readonly RuleTried[];
  /** null: not asked, as a rule before failed. */
  readonly channel: ChannelTried | null;
  readonly result: 'serves' | 'other' | 'channel' | 'no';
}

/** Whether a package takes requests over a channel. */
export interface ChannelTried {
  readonly packageId: PackageId;
  readonly outcome: 'taken' | 'treated-as' | 'not-taken';
  readonly clause: ClauseId;
  /** Present when treated as. */
  readonly as?: ChannelId;
}

export type NextStep =
  | 'identify'
  | 'renew'
  | 'register'
  | 'wait'
  | 'ask-why'
  | 'buy'
  | 'partner'
  | 'listed-contact'
  | 'ask-lead'
  | 'renew-licence'
  | 'other-channel';

/** Every rule that was tried for one request, in order. */
export interface EntitlementTrail {
  readonly at: Instant;
  readonly channel: ChannelId;
  readonly priority: PriorityId | null;
  /** The company's certificates, those that could serve first. */
  readonly certificates: readonly CertificateTried[];
  /** Further certificates of the company, none of which could serve. */
  readonly further: number;
  /** How one of several that could serve was chosen; null: there was nothing to choose from. */
  readonly chosenBy: { readonly rule: 'best-rank' | 'shortest-target'; readonly clause: ClauseId } | null;
  /** What is served without a certificate; null: one serves. `packageId` null: nothing is promised. */
  readonly without: {
    readonly why: 'unknown-sender' | 'without-package' | 'service-stopped';
    readonly packageId: PackageId | null;
    readonly clause: ClauseId;
    readonly channel: ChannelTried | null;
  } | null;
  /** What the customer can do to be served, or served better; null: there is nothing to do. */
  readonly next: NextStep | null;
}
