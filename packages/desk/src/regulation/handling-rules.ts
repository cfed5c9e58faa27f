import type { Condition } from './condition.ts';
import type { ChannelId, ClauseId, PackageId, ScheduleId, Text } from './regulation.ts';

/** What happens to a ticket besides its clocks. */

export interface NamedThing {
  readonly id: string;
  readonly name: Text;
  readonly definition: Text | null;
  readonly clause: ClauseId;
}

/** A standing that companies have with the vendor. */
export interface CompanyRole extends NamedThing {
  /** The clause that offers such companies to customers; null: they are not offered. */
  readonly offeredBy: ClauseId | null;
}

export interface Term {
  readonly id: string;
  readonly name: Text;
  readonly definition: Text;
  readonly clause: ClauseId;
}

export interface SupportLine {
  readonly id: string;
  readonly name: Text;
  readonly does: Text;
  readonly clause: ClauseId;
}

/** Never done, whatever was bought: cited by staff in one step. */
export interface Exclusion {
  readonly id: string;
  readonly name: Text;
  /** null: under every package. */
  readonly packages: readonly PackageId[] | null;
  /** Id of the service whose refusal this is; null: no service of the matrix. */
  readonly service: string | null;
  /** null: always. */
  readonly when: Condition | null;
  /** What the customer can do instead. */
  readonly instead: Text | null;
  /** Where `instead` comes from; null: from `clause`, as all of it. */
  readonly insteadClause: ClauseId | null;
  readonly clause: ClauseId;
}

export interface HandOver {
  readonly from: string;
  readonly to: string;
  /** What the next line must be given. */
  readonly needs: readonly Text[];
  readonly clause: ClauseId;
}

export interface Routing {
  /** Of several the first that holds; empty: the regulation knows no lines. */
  readonly lines: readonly {
    readonly when: Condition | null;
    readonly line: string;
    readonly clause: ClauseId;
  }[];
  /** To whom a new ticket goes: the id of a named person; the first that holds. */
  readonly people: readonly {
    readonly when: Condition | null;
    readonly to: string;
    readonly clause: ClauseId;
  }[];
  readonly handOvers: readonly HandOver[];
}

export type QueueOrder = 'entitled-first' | 'priority' | 'deadline' | 'received';

export interface QueueRule {
  readonly order: readonly QueueOrder[];
  readonly clause: ClauseId;
}

/** What amending the text, or a calendar, does to what exists (R43). */
export interface VersionRules {
  readonly tickets: 'at-registration' | 'current';
  readonly certificates: 'at-purchase' | 'current';
  readonly calendars: 'open-tickets' | 'new-tickets';
  readonly customersTold: boolean;
  readonly clause: ClauseId;
}

/** When a resolved ticket closes by itself. */
export interface AutoClose {
  /**
   * `calendar-days`: at 24:00 local time of that calendar day after the resolution (R7); `elapsed`: so many milliseconds
   * after it.
   */
  readonly after:
    | { readonly kind: 'calendar-days'; readonly days: number }
    | { readonly kind: 'elapsed'; readonly ms: number };
  /** The customer is warned so many days before: at 00:00 of a day, or to the minute where `after` is elapsed time. */
  readonly warnDaysBefore: number;
  /** What stops the count: any message of a person, or only a confirmation or an objection (R22). */
  readonly stoppedBy: 'any-message' | 'confirmation-or-objection';
  /** The last day falls on a day off: it stays, or the next working day takes its place (R39). */
  readonly dayOff: 'stays' | 'next-working-day';
  readonly clause: ClauseId;
}

export interface Lifecycle {
  /** How the number is told; null: the file does not say, it is told over the channel of arrival. */
  readonly acknowledgement: { readonly over: 'arrival-channel' | 'email'; readonly clause: ClauseId } | null;
  readonly objectionNeedsReason: boolean;
  readonly confirmationClause: ClauseId;
  /** null: a resolved ticket waits until the customer's word is known. */
  readonly autoClose: AutoClose | null;
  /** A customer writes to a closed ticket; days null: a new, linked ticket, else it opens again within so many days (R21). */
  readonly afterClosing: { readonly reopensWithinDays: number | null; readonly clause: ClauseId | null };
  /** The certificate ends while a ticket is open (R38). */
  readonly afterExpiry: { readonly ticket: 'served-to-its-end' | 'stops'; readonly clause: ClauseId | null };
  /** null: the file does not speak of a second problem in one ticket. */
  readonly split: { readonly clocks: 'own' | 'inherited'; readonly clause: ClauseId } | null;
  /** Two tickets about one problem become one; null: the file does not speak of it. */
  readonly merge: { readonly clocks: 'of-the-kept' | 'due-first'; readonly clause: ClauseId } | null;
  readonly answersBy: { readonly means: readonly string[]; readonly clause: ClauseId } | null;
  /** What a resolution may turn out to have been; empty: nothing to choose. */
  readonly outcomes: readonly NamedThing[];
}

export interface EntitlementRules {
  /** A sender whose company is not known: served under this package meanwhile, or without a promise (null). */
  readonly unknownSenderPackage: PackageId | null;
  /** A known company that holds nothing in force: served under this package, or not entitled (null). */
  readonly uncoveredPackage: PackageId | null;
  readonly clause: ClauseId;
  /** Cited to an unknown sender instead of `clause`, where the document has a rule of its own for them (CN-L4). */
  readonly unknownSenderClause?: ClauseId;
  /** Of several certificates in force: the package of the best rank, or the one that promises the shortest time (SH-ACCESS). */
  readonly ofSeveral: 'best-rank' | 'shortest-target';
  /**
   * A request over a channel the package lacks. `as`: judged as if it had come over that channel (FL-CHAN); `from`: only
   * what came over these, null: over any; the others have no promise.
   */
  readonly otherChannel:
    | { readonly kind: 'no-promise' }
    | { readonly kind: 'served' }
    | { readonly kind: 'as'; readonly channel: ChannelId; readonly from: readonly ChannelId[] | null };
  readonly contacts: 'company' | 'listed';
  readonly contactsClause: ClauseId | null;
  /** Whose standing counts when a partner asks for its customer (R27). */
  readonly standingOf: 'requester' | 'end-customer';
  readonly abuse: {
    readonly stoppedBy: 'engineer' | 'lead';
    readonly reversedBy: 'engineer' | 'lead';
    readonly clause: ClauseId;
  } | null;
  /** What to do to be covered again, told in the letter. */
  readonly wayBack: Text;
}

export interface RemoteSessionRule {
  readonly service: string | null;
  readonly decidedBy: 'staff' | 'customer';
  readonly needs: readonly ('access-from-customer' | 'consent')[];
  /** Names of the programs allowed; empty: any. */
  readonly tools: readonly string[];
  readonly clause: ClauseId;
}

export interface VisitRule {
  readonly service: string | null;
  /** Hours in which a visit must lie. */
  readonly hours: ScheduleId;
  readonly cities: readonly string[];
  readonly reach: 'city' | 'region';
  readonly elsewhere: 'separate-agreement' | 'refused' | 'allowed';
  /** Visits for one ticket; `as-contracted`: the certificate names the figure. */
  readonly perTicket: 'as-contracted' | 'unlimited' | number;
  readonly when: Condition | null;
  readonly clause: ClauseId;
}

/** Work beyond letters; null: the file does not speak of it. */
export interface Works {
  readonly remoteSession: RemoteSessionRule | null;
  readonly visit: VisitRule | null;
  readonly liveSystem: {
    readonly consent: 'named-contact' | 'not-needed';
    readonly says: Text;
    readonly clause: ClauseId;
  } | null;
  readonly testBench: { readonly accessUntil: 'stated' | 'open'; readonly clause: ClauseId } | null;
  readonly information: { readonly checklist: readonly Text[]; readonly clause: ClauseId } | null;
  readonly estimate: {
    readonly types: readonly string[];
    readonly holds: readonly ('specification' | 'hours' | 'price')[];
    readonly acceptedBy: 'customer' | 'not-needed';
    readonly clause: ClauseId;
  } | null;
  readonly defect: {
    /** null: under every package. */
    readonly packages: readonly PackageId[] | null;
    readonly tellCustomer: boolean;
    readonly clause: ClauseId;
  } | null;
}
