import type { Instant } from '@reglament/working-time';
import type { Calendars } from '../clock/index.ts';
import type { Standing } from '../customer/judge-standings.ts';
import type { CertificateId, PersonId } from '../ids.ts';
import type { ChannelId, ClauseId, ClockId, PackageId, PriorityId } from '../regulation/regulation.ts';

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
  /** When it was sold: no request from before begins it (AO-3.2); absent: not known. */
  readonly soldAt?: Instant;
  /** Serves nothing from this moment, whatever its dates say. */
  readonly stopped?: { readonly at: Instant; readonly why: 'suspended' | 'revoked' };
  /** Products that it is for; null, absent: every one. */
  readonly products?: readonly string[] | null;
  /** null, absent: every type of installation. */
  readonly installationType?: string | null;
  /** Instances or licences that it is for; null, absent: not counted. */
  readonly quantity?: number | null;
  /** Figures agreed for it alone, as in `AgreedTerms`; absent: none. */
  readonly figures?: AgreedTerms['figures'];
  /** Absent: none is known of. */
  readonly bought?: AgreedTerms['bought'];
  /** Absent: it names nobody. */
  readonly people?: AgreedTerms['people'];
  /** Instances or licences in use under it; absent: not known. */
  readonly inUse?: number;
  /** Tickets that its package has given already in the time of the quota; absent: not known. */
  readonly ticketsUsed?: number;
}

/** What a certificate says of its own beside its package (R3), kept by the tickets that it serves. */
export interface AgreedTerms {
  readonly number: string;
  /** Milliseconds of the target's own measure, by clock. */
  readonly figures: Readonly<Record<ClockId, number>>;
  /** Ids of paid services bought with it. */
  readonly bought: readonly string[];
  /** Roles of the regulation's named people, filled. */
  readonly people: Readonly<Record<string, PersonId>>;
  /** The type of installation that it is for; absent: every one, or not known. */
  readonly installationType?: string;
}

/** A request over a channel that the package lacks is handled as if it had come over this one (FL-CHAN). */
export interface TreatedAs {
  readonly channel: ChannelId;
  readonly clause: ClauseId;
}

/** Why nothing that the company holds serves a request. */
export type NotEntitledReason =
  | 'none'
  /** Service was stopped for the person who asks, whatever their company holds (CN-L5). */
  | 'stopped'
  | 'expired'
  | 'not-started'
  | 'suspended'
  | 'revoked'
  /** In force, but a rule of the regulation keeps it from serving this very request. */
  | RestrictedBy;

/** What a certificate in force may be refused by. */
export type RestrictedBy =
  | 'only-from'
  | 'contact'
  | 'key'
  | 'product'
  | 'installation-type'
  | 'licence-agreement'
  | 'quantity'
  | 'quota';

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
      /** Present where the certificate says something of its own. */
      readonly agreed?: AgreedTerms;
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

/** What is known of who asks and what about. An absent fact is not known, and speaks against nobody. */
export interface RequestFacts {
  /** Whether the person is named among those who may ask for the company; absent: not known. */
  readonly isListed?: boolean;
  /** Present while service is stopped for the person. */
  readonly isStopped?: true;
  /** Standings with the vendor, past ones too: those of the day of the request count; absent: not known. */
  readonly standings?: {
    readonly requester: readonly Standing[];
    /** Of the company that the requester asks for; absent: not known. */
    readonly endCustomer?: readonly Standing[];
  };
  /** The protection key that the request names, as it is compared: one of the company's own. */
  readonly key?: string;
  /** The product that the request is about. */
  readonly product?: string;
  readonly installationType?: string;
  /** Whether the product is used under a licence agreement in force. */
  readonly isLicensed?: boolean;
}

export interface EntitlementQuestion extends RequestFacts {
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
