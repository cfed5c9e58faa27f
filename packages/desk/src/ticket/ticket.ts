import type { Instant, TimeZoneId } from '@reglament/working-time';
import type { Coverage } from '../certificate/entitle.ts';
import type { Clock } from '../clock/clock.ts';
import type {
  CompanyId,
  ContactId,
  PersonId,
  ProposalId,
  RegulationVersionId,
  SiteId,
  TicketId,
} from '../ids.ts';
import type { NamedProduct } from '../product/named-product.ts';
import type { CalendarPin } from '../regulation/calendar-edition.ts';
import type { ChannelId, ClauseId, ClockId, PriorityId, WarningMark } from '../regulation/regulation.ts';
import type { TicketOutcome } from './outcome.ts';
import type { Past } from './past.ts';

export type TicketState =
  | 'new'
  | 'in-progress'
  | 'waiting-for-customer'
  | 'resolved'
  | 'closed'
  | 'not-entitled';

/** A warning that has not rung yet. */
export type PendingWarning = WarningMark & {
  readonly clock: ClockId;
  readonly at: Instant;
};

export interface Resolution {
  readonly at: Instant;
  /** null: waits for the customer without limit, or the customer's message cancelled the count (R22). */
  readonly closesAt: Instant | null;
  readonly warnAt: Instant | null;
}

export interface PriorityProposal {
  readonly proposalId: ProposalId;
  readonly priority: PriorityId;
  readonly at: Instant;
}

/** A date that waits for the customer's word. */
export interface DateProposal {
  readonly proposalId: ProposalId;
  readonly clock: ClockId;
  readonly date: Instant;
  readonly at: Instant;
}

/** The line of support that has the ticket, and the rule that gave it. */
export interface TicketLine {
  readonly id: string;
  /** `rule`: where it began; `hand`: a person handed it over. */
  readonly by: 'rule' | 'hand';
  readonly clause: ClauseId;
}

/** What the decider knows of a ticket. No personal data: only ids. */
export interface Ticket {
  readonly ticketId: TicketId;
  readonly state: TicketState;
  readonly channel: ChannelId;
  readonly type: string | null;
  /** Stated by the customer or assumed by the regulation; kept beside the one in force. */
  readonly supposedPriority: PriorityId | null;
  /** In force. */
  readonly priority: PriorityId | null;
  readonly prioritySource: 'stated' | 'default' | 'set' | null;
  readonly coverage: Coverage;
  readonly companyId: CompanyId | null;
  readonly contactId: ContactId;
  readonly regulationVersionId: RegulationVersionId;
  /** The customer's site that it is about; absent: none was named. */
  readonly siteId?: SiteId;
  /** The product that it is about, of the catalogue; absent: not known. */
  readonly about?: NamedProduct;
  /** Whose wall clock it goes by, where its regulation leaves that to the customer (R37); absent: the desk's. */
  readonly zone?: TimeZoneId;
  /** The editions of production calendars that it was registered with, where it keeps them; absent: it follows later ones. */
  readonly calendars?: readonly CalendarPin[];
  readonly receivedAt: Instant;
  readonly registeredAt: Instant;
  readonly classifiedAt: Instant | null;
  readonly assigneeId: PersonId | null;
  /** The rule that named the assignee; absent: nobody has it, or somebody took it. */
  readonly assignedBy?: ClauseId;
  /** Staff meant it for the assignee, who has not taken it into work yet; absent otherwise. */
  readonly given?: true;
  readonly clocks: readonly Clock[];
  readonly warnings: readonly PendingWarning[];
  /** Ids of intake fields that are known, and required ones that are not. */
  readonly statedFields: readonly string[];
  readonly missingFields: readonly string[];
  readonly resolution: Resolution | null;
  readonly proposal: PriorityProposal | null;
  readonly closedAt: Instant | null;
  /** Absent until a date is proposed; null once it was answered or is past asking. */
  readonly dateProposal?: DateProposal | null;
  /** Absent until it ended with something to tell: declined, or resolved with an outcome or a means; null after an objection. */
  readonly outcome?: TicketOutcome | null;
  /** Absent where the regulation knows no lines, or none was found. */
  readonly line?: TicketLine;
  /** The ticket that goes on for it; absent: it was not merged. */
  readonly mergedInto?: TicketId;
  /** Absent until there is something to know. */
  readonly past?: Past;
  /** Editions that it went by before, the first one first; absent: it never left one. */
  readonly left?: readonly RegulationVersionId[];
  /** The latest edition in force that it could not go over to; absent: none. */
  readonly notFollowed?: RegulationVersionId;
}
