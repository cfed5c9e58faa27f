import type { Instant, LocalDate, TimeZoneId, Schedule } from '@reglament/working-time';
import type { ScheduleCalendar } from './calendar-edition.ts';
import type { CertificateRules, ReleaseRule, SalesRules } from './certificate-rules.ts';
import type { Condition } from './condition.ts';
import type {
  Exclusion,
  EntitlementRules,
  Lifecycle,
  CompanyRole,
  NamedThing,
  QueueRule,
  Routing,
  SupportLine,
  Term,
  VersionRules,
  Works,
} from './handling-rules.ts';

/** A sentence for people in both languages of the interface. */
export interface Text {
  readonly ru: string;
  readonly en: string;
}

/** Id of a rule in the vendor's document, cited on every deadline, refusal and letter: `CN-TIME`. */
export type ClauseId = string;
/** A commitment that runs on a ticket. The language leaves the list open; the five regulations use four. */
export type ClockId = string;
export type PackageId = string;
export type PriorityId = string;
export type ScheduleId = string;

/** How a request can arrive. */
export type ChannelId = 'email' | 'phone' | 'portal' | 'web-form' | 'messenger' | 'social';

export interface Clause {
  readonly id: ClauseId;
  /** Where it stands in the vendor's document: "4.1", "примечание 3". */
  readonly place: string;
  /** The rule in the desk's own words. */
  readonly says: Text;
}

/** What is promised. All durations in milliseconds; days are whole. */
export type Target =
  | { readonly kind: 'working-time'; readonly ms: number }
  /** Plain hours; a due time outside the service hours may move to the next opening (R1). */
  | {
      readonly kind: 'elapsed';
      readonly ms: number;
      readonly outsideHours: 'next-opening' | 'keep';
      /** Counted from the next opening when it starts outside the hours; absent: from the start itself (R17). */
      readonly from?: 'opening';
    }
  | {
      readonly kind: 'working-days';
      readonly days: number;
      readonly mode: 'end' | 'sameTime';
      /** Counted from the date of the next opening; absent: from the start's own date (R18). */
      readonly from?: 'opening';
      /** Moved by pauses it goes on to closing time of that day; absent: it is due where the pauses moved it (R19). */
      readonly afterPause?: 'closing-time';
    }
  /** Ends at 24:00 of the n-th local date after the start (R7). */
  | { readonly kind: 'calendar-days'; readonly days: number }
  /**
   * A date agreed for one ticket, by a command: no regulation's row promises it. Pauses since the agreement move it by
   * their working time, or not.
   */
  | { readonly kind: 'agreed-date'; readonly at: Instant; readonly pausesMoveIt: boolean };

export interface TargetRow {
  /** null: every package. */
  readonly packages: readonly PackageId[] | null;
  /** null: every priority, also none; the word `none` in the list: a ticket without a priority. */
  readonly priorities: readonly (PriorityId | 'none')[] | null;
  /** null: every type of ticket, also none yet. */
  readonly types: readonly string[] | null;
  /** A certificate may name a shorter figure of its own (R3). */
  readonly shorterByCertificate: boolean;
  /** null: nothing is promised in this case, and the file says so. */
  readonly within: Target | null;
  /** null: the package's hours for that priority. */
  readonly schedule: ScheduleId | null;
  readonly clause: ClauseId;
}

/** What can stop a clock. */
export type StopCause =
  | 'registration-notice' // the notice with the number was accepted by the receiving server, or told by phone
  | 'human-notice' // a person told the number: by phone, or in a reply that carries it (R34)
  | 'taken' // somebody took it into work (R25, R28)
  | 'estimate' // the estimate of work outside the list was delivered (R23)
  | 'public-reply' // a human answer the customer sees
  | 'information-request'
  | 'classification' // told to the customer
  | 'refusal'
  | 'resolution'
  | 'callback' // the customer was reached by phone; an attempt that reached nobody stops nothing (R28)
  | 'agreement'; // a date was agreed that has a clock of its own (R23)

/** A time before the deadline: the hours of the clock's own calendar, or plain. */
export interface WarningOffset {
  readonly ms: number;
  readonly measure: 'working-time' | 'elapsed';
}

/** When people are warned of a deadline: at a share of the target used up, in (0, 1), or so long before it. */
export type WarningMark =
  | { readonly fraction: number; readonly before?: never }
  | { readonly before: WarningOffset; readonly fraction?: never };

/** `agreement`: the clock begins when a date is agreed, and runs to it. */
export type ClockStart = 'receipt' | 'registration' | 'classification' | 'agreement';

/** What suspends a clock: whose turn it is. */
export type PauseCause = 'waiting-for-customer';

/** How a date is agreed for a clock: one that moves its deadline, or one that it begins with. */
export interface AgreedDateRule {
  /** null: every package. The others are refused with `clause`. */
  readonly packages: readonly PackageId[] | null;
  /** null: every type of ticket. */
  readonly types: readonly string[] | null;
  /** `customer`: a proposal until the customer agrees; `not-needed`: staff name it and the customer is told. */
  readonly consent: 'customer' | 'not-needed';
  /** Whether the date moves by the working time of the pauses after the agreement. */
  readonly pausesMoveIt: boolean;
  /** Hours in which the date must lie; null: any moment. */
  readonly hours: ScheduleId | null;
  readonly clause: ClauseId;
}

export interface ClockRule {
  readonly id: ClockId;
  readonly name: Text;
  readonly start: ClockStart;
  readonly stops: readonly StopCause[];
  readonly pauses: readonly PauseCause[];
  /** A deadline in working days moved by a pause: as the pause counts, or on to closing time of that day (R19). */
  readonly afterPause: 'as-counted' | 'closing-time';
  /** Which priority's figure judges it when a classification sets another than the supposed one (R20). */
  readonly figureBy: 'supposed-priority' | 'set-priority';
  /** After an objection to the resolution: count on from what had elapsed, count anew, or leave the outcome (R21). */
  readonly onObjection: 'resume' | 'restart' | 'leave';
  /** A notice that stopped it bounced: counted on from the start, or the stop stays (R34). */
  readonly onBounce: 'count-on' | 'leave';
  /** When people are warned before the deadline: shares ascending, times descending. */
  readonly warnAt: readonly WarningMark[];
  /** Empty where the clock begins with an agreement: the date is what is promised. */
  readonly targets: readonly TargetRow[];
  /** Whether a date may be agreed for it on one ticket; null: the promise is the regulation's alone. */
  readonly agreedDate: AgreedDateRule | null;
  readonly clause: ClauseId;
}

export interface Priority {
  readonly id: PriorityId;
  /** 1 is the most urgent. */
  readonly rank: number;
  readonly name: Text;
  readonly definition: Text;
  /** Other spellings recognised in letters, lower case. */
  readonly aliases: readonly string[];
  readonly clause: ClauseId;
}

export interface PriorityRules {
  /** Assumed, and marked supposed, when the customer states none; null: none is assumed. */
  readonly default: PriorityId | null;
  /** true: the customer's stated value is in force at once; false: it stays supposed until classification. */
  readonly statedCounts: boolean;
  /** What staff may do to a priority in force. */
  readonly staffChange: 'free' | 'with-reason' | 'with-consent' | 'never';
  /** What a change of priority does to the time used up: it stays, or counting begins anew at the change. */
  readonly changeCounts: 'keep-elapsed' | 'from-change';
  readonly clause: ClauseId;
}

export interface PackageHours {
  /** null: every priority not named by another row. */
  readonly priorities: readonly PriorityId[] | null;
  readonly schedule: ScheduleId;
}

export interface PackageChannel {
  readonly channel: ChannelId;
  /** null: for every priority. */
  readonly priorities: readonly PriorityId[] | null;
}

export interface Package {
  readonly id: PackageId;
  readonly name: Text;
  /** Greater is better for the customer; of several in force the greatest serves. */
  readonly rank: number;
  readonly hours: readonly PackageHours[];
  readonly channels: readonly PackageChannel[];
  /** What the figures of a name such as 8*5*4 stand for; null: the name is only a name. */
  readonly code: {
    readonly parts: readonly { readonly figure: number; readonly means: Text }[];
    readonly clause: ClauseId;
  } | null;
  /** Whether its customers have the personal cabinet; null: the file does not say. */
  readonly cabinet: boolean | null;
  /** Where its certificates are registered (R9); null: the file does not say. */
  readonly registeredIn: 'cabinet' | 'page-without-account' | 'desk' | null;
  /** Only companies of these standings are served under it; null: any company. */
  readonly onlyFrom: readonly string[] | null;
  /** How many tickets it has; null: any number. */
  readonly quota: TicketQuota | null;
  readonly clause: ClauseId;
  readonly channelsClause: ClauseId;
}

export interface TicketQuota {
  readonly count: number;
  readonly per: 'month' | 'quarter' | 'year' | 'certificate';
  readonly over: 'no-promise' | 'paid' | 'flag';
  readonly clause: ClauseId;
}

export type ServiceLevel = 'yes' | 'no' | 'paid' | 'agreement' | 'conditional';

export interface Service {
  readonly id: string;
  readonly name: Text;
  readonly packages: Readonly<Record<PackageId, ServiceLevel>>;
  /** When a conditional service is given; null: nothing more is said. */
  readonly when: Condition | null;
  /** What is offered where it is not given. */
  readonly instead: Text | null;
  /** Where `instead` comes from; null: from `clause`, as all of it. */
  readonly insteadClause: ClauseId | null;
  readonly clause: ClauseId;
}

export interface TicketType {
  readonly id: string;
  readonly name: Text;
  readonly definition: Text;
  readonly clause: ClauseId;
}

/** Which fact of the system answers an intake field; null: only the customer can. */
export type IntakeSource =
  | 'company'
  | 'contact-name'
  | 'contact-phone'
  | 'contact-email'
  | 'product'
  | 'version'
  | 'platform'
  | 'certificate'
  | 'description'
  | 'priority'
  | 'type';

export interface IntakeField {
  readonly id: string;
  readonly name: Text;
  readonly hint: Text | null;
  readonly required: boolean;
  /** null: every ticket type. */
  readonly types: readonly string[] | null;
  /** Asked under these packages only; null: under every one, and without any. */
  readonly packages: readonly PackageId[] | null;
  readonly source: IntakeSource | null;
  /** Labels of a "Label: value" line in a letter, lower case. */
  readonly labels: readonly string[];
  readonly clause: ClauseId;
}

/** Published addresses of the support service: stand on pages and letters, never written to by a demo. */
export interface PublishedAddress {
  readonly channel: ChannelId;
  readonly purpose: 'support' | 'sales' | 'office';
  readonly value: string;
  /** null: for everything. */
  readonly note: Text | null;
  readonly clause: ClauseId | null;
}

export interface RegulationSchedule {
  readonly id: ScheduleId;
  readonly name: Text;
  /** Windows and dated exceptions, the production calendar already applied. */
  readonly schedule: Schedule;
  /** It names a zone itself, and keeps it on whatever wall clock the regulation is read; absent: the regulation's. */
  readonly ownZone?: boolean;
  /** Id and range of the production calendar it follows; null: none. */
  readonly productionCalendar: string | null;
  /** The edition of that calendar, and those before it; null: it follows none. */
  readonly calendar: ScheduleCalendar | null;
  readonly clause: ClauseId;
}

/** One version of a vendor's support regulation, parsed and checked. */
export interface Regulation {
  readonly id: string;
  readonly name: Text;
  readonly product: Text;
  readonly edition: {
    readonly label: string;
    readonly date: LocalDate;
    readonly effectiveFrom: Instant;
    readonly clause: ClauseId | null;
  };
  /** On whose wall clock it is read. */
  readonly zone: TimeZoneId;
  /** The file's own zone, where it is read on another wall clock (R37); absent: `zone` is it. */
  readonly deskZone?: TimeZoneId;
  readonly products: readonly string[];
  readonly productsClause: ClauseId | null;
  readonly addresses: readonly PublishedAddress[];
  readonly schedules: readonly RegulationSchedule[];
  readonly ticketTypes: readonly TicketType[];
  readonly priorities: readonly Priority[];
  /** null: the vendor knows no priorities. */
  readonly priorityRules: PriorityRules | null;
  readonly packages: readonly Package[];
  readonly clocks: readonly ClockRule[];
  readonly intake: readonly IntakeField[];
  readonly lifecycle: Lifecycle;
  readonly entitlement: EntitlementRules;
  readonly services: readonly Service[];
  readonly exclusions: readonly Exclusion[];
  /** Whose wall clock "local time" is, where a rule counts in dates (R37). */
  readonly localTime: 'desk' | 'customer' | 'site';
  readonly versions: VersionRules | null;
  readonly installationTypes: readonly NamedThing[];
  readonly companyRoles: readonly CompanyRole[];
  /** People that a certificate names: a dedicated manager, an engineer for the first priority. */
  readonly namedPeople: readonly NamedThing[];
  /** What people of other organisations may do for the desk; null: the file does not say. */
  readonly outsiders: { readonly may: 'assigned-tickets' | 'nothing'; readonly clause: ClauseId } | null;
  /** What customers do in the personal cabinet; null: the file does not speak of one. */
  readonly cabinet: {
    readonly gives: readonly ('certificates' | 'requests' | 'progress')[];
    readonly clause: ClauseId;
  } | null;
  readonly terms: readonly Term[];
  /** Lines of support in the file's order; empty: the regulation knows none. */
  readonly lines: readonly SupportLine[];
  readonly routing: Routing | null;
  readonly queue: QueueRule | null;
  readonly works: Works;
  readonly certificates: CertificateRules | null;
  readonly releases: readonly ReleaseRule[];
  readonly sales: SalesRules | null;
  readonly clauses: readonly Clause[];
}
