import type { Instant, LocalDate, TimeZoneId, Schedule } from '@reglament/working-time';
import type { ScheduleCalendar } from './calendar-edition.ts';

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
  | { readonly kind: 'elapsed'; readonly ms: number; readonly outsideHours: 'next-opening' | 'keep' }
  | { readonly kind: 'working-days'; readonly days: number; readonly mode: 'end' | 'sameTime' }
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
  /** null: nothing is promised in this case, and the file says so. */
  readonly within: Target | null;
  /** null: the package's hours for that priority. */
  readonly schedule: ScheduleId | null;
  readonly clause: ClauseId;
}

/** What can stop a clock. */
export type StopCause =
  | 'registration-notice' // the notice with the number was accepted by the receiving server, or told by phone
  | 'public-reply' // a human answer the customer sees
  | 'information-request'
  | 'classification' // told to the customer
  | 'refusal'
  | 'resolution'
  | 'callback' // the customer was reached by phone; an attempt that reached nobody stops nothing (R28)
  | 'agreement'; // a date was agreed that has a clock of its own (R23)

/** `agreement`: the clock begins when a date is agreed, and runs to it. */
/** A time before the deadline: the hours of the clock's own calendar, or plain. */
export interface WarningOffset {
  readonly ms: number;
  readonly measure: 'working-time' | 'elapsed';
}

/** When people are warned of a deadline: at a share of the target used up, in (0, 1), or so long before it. */
export type WarningMark =
  | { readonly fraction: number; readonly before?: never }
  | { readonly before: WarningOffset; readonly fraction?: never };

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
  /** After an objection to the resolution: count on from what had elapsed (R21), or leave the outcome. */
  readonly onObjection: 'resume' | 'leave';
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
  readonly staffChange: 'free' | 'with-reason' | 'with-consent';
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
  readonly clause: ClauseId;
  readonly channelsClause: ClauseId;
}

export type ServiceLevel = 'yes' | 'no' | 'paid' | 'agreement' | 'conditional';

export interface Service {
  readonly id: string;
  readonly name: Text;
  readonly packages: Readonly<Record<PackageId, ServiceLevel>>;
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
  readonly source: IntakeSource | null;
  /** Labels of a "Label: value" line in a letter, lower case. */
  readonly labels: readonly string[];
  readonly clause: ClauseId;
}

export interface AutoClose {
  /** Closes at 24:00 local time of this calendar day after the resolution (R7). */
  readonly afterCalendarDays: number;
  /** The customer is warned at 00:00 this many days before the closing day ends. */
  readonly warnDaysBefore: number;
  readonly clause: ClauseId;
}

export interface Lifecycle {
  readonly objectionNeedsReason: boolean;
  readonly confirmationClause: ClauseId;
  /** null: a resolved ticket waits until the customer's word is known. */
  readonly autoClose: AutoClose | null;
}

export interface EntitlementRules {
  /** A sender whose company is not known: served under this package meanwhile, or without a promise (null). */
  readonly unknownSenderPackage: PackageId | null;
  /** A known company that holds nothing in force: served under this package, or not entitled (null). */
  readonly uncoveredPackage: PackageId | null;
  readonly clause: ClauseId;
  /** Cited to an unknown sender instead of `clause`, where the document has a rule of its own for them (CN-L4). */
  readonly unknownSenderClause?: ClauseId;
  /** What to do to be covered again, told in the letter. */
  readonly wayBack: Text;
}

/** Published addresses of the support service: stand on pages and letters, never written to by a demo. */
export interface PublishedAddress {
  readonly channel: ChannelId;
  readonly purpose: 'support' | 'sales' | 'office';
  readonly value: string;
  /** null: for everything. */
  readonly note: Text | null;
}

export interface RegulationSchedule {
  readonly id: ScheduleId;
  readonly name: Text;
  /** Windows and dated exceptions, the production calendar already applied. */
  readonly schedule: Schedule;
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
  readonly edition: { readonly label: string; readonly date: LocalDate; readonly effectiveFrom: Instant };
  readonly zone: TimeZoneId;
  readonly products: readonly string[];
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
  readonly clauses: readonly Clause[];
}
