import type { Instant } from '@reglament/working-time';
import type { Certificate, RequestFacts } from '../certificate/coverage.ts';
import type { CustomerPlace } from '../customer/local-zone.ts';
import type {
  CompanyId,
  ContactId,
  LetterId,
  MessageId,
  PersonId,
  ProposalId,
  RegulationVersionId,
  SiteId,
  TicketId,
} from '../ids.ts';
import type { NamedProduct } from '../product/named-product.ts';
import type { ChannelId, ClockId, PriorityId, WarningMark } from '../regulation/regulation.ts';
import type { Means } from './events.ts';
import type { AnswerMeans, DeclineGround } from './outcome.ts';
import type { Ticket } from './ticket.ts';

/** A request reached the desk. All ids are minted by the caller. */
export interface RegisterTicket {
  readonly ticketId: TicketId;
  readonly regulationVersionId: RegulationVersionId;
  readonly channel: ChannelId;
  readonly contactId: ContactId;
  readonly companyId: CompanyId | null;
  readonly certificates: readonly Certificate[];
  /** Absent: nothing more is known of the requester. */
  readonly known?: RequestFacts;
  /** Where the company is; absent: not known, or the regulation does not ask (R37). */
  readonly place?: CustomerPlace;
  /** Absent: no site was named. */
  readonly siteId?: SiteId;
  /** The product that it is about; absent: not known. */
  readonly about?: NamedProduct;
  /** When the mail server, or the person on the phone, had it. Never later than now. */
  readonly receivedAt: Instant;
  /** Whether the requester can be written to; absent: yes. */
  readonly hasAddress?: boolean;
  readonly messageId: MessageId;
  readonly letterId: LetterId | null;
  readonly ticketType: string | null;
  readonly priority: PriorityId | null;
  /** Ids of intake fields whose answer is known. */
  readonly statedFields: readonly string[];
  /** No report of a problem: nothing of what the regulation asks about one is missing. */
  readonly asksNothing?: boolean;
  readonly links: readonly {
    readonly relation: 'possibly-related' | 'follows' | 'split-from';
    readonly ticketId: TicketId;
  }[];
}

/** What can be asked of a ticket in being. `by` is a member of staff, `contactId` a customer. */
export type TicketCommand =
  | { readonly type: 'Take'; readonly by: PersonId }
  /** `to` null: nobody has it any more. */
  | { readonly type: 'Assign'; readonly by: PersonId; readonly to: PersonId | null }
  | {
      readonly type: 'Classify';
      readonly by: PersonId;
      readonly ticketType: string;
      readonly priority: PriorityId | null;
      readonly reasonMessageId: MessageId | null;
    }
  | {
      readonly type: 'ProposePriority';
      readonly by: PersonId;
      readonly proposalId: ProposalId;
      readonly priority: PriorityId;
      readonly messageId: MessageId;
    }
  | {
      readonly type: 'AnswerProposal';
      readonly contactId: ContactId;
      readonly proposalId: ProposalId;
      readonly accepted: boolean;
      readonly means: Means;
    }
  | {
      readonly type: 'RequestInformation';
      readonly by: PersonId;
      readonly messageId: MessageId;
      /** What is asked for, as places in the regulation's checklist, from 0 (AO-4.2.3). */
      readonly items?: readonly number[];
    }
  | {
      readonly type: 'Reply';
      readonly by: PersonId;
      readonly messageId: MessageId;
      readonly means?: AnswerMeans | null;
    }
  | { readonly type: 'AddNote'; readonly messageId: MessageId }
  | {
      readonly type: 'Resolve';
      readonly by: PersonId;
      readonly messageId: MessageId;
      /** Id of an outcome of the regulation: what it turned out to be. */
      readonly outcome?: string | null;
      /** How the answer reached the customer (OW-7). */
      readonly means?: AnswerMeans | null;
    }
  /** The desk does not do this, by a rule that it cites; the customer may object. */
  | {
      readonly type: 'Decline';
      readonly by: PersonId;
      readonly messageId: MessageId;
      readonly ground: DeclineGround;
    }
  /** To another line of support. `given`: places in the list of what that line needs, from 0. */
  | {
      readonly type: 'HandOver';
      readonly by: PersonId;
      readonly toLine: string;
      readonly messageId: MessageId;
      readonly given: readonly number[];
    }
  /** A second problem becomes a ticket of its own (OW-3), which the caller registers in the same transaction. */
  | {
      readonly type: 'Split';
      readonly by: PersonId;
      readonly newTicketId: TicketId;
      readonly messageId: MessageId;
    }
  /** It is about the problem of another ticket, which goes on for both; the caller has that one take over in the same transaction. */
  | {
      readonly type: 'MergeInto';
      readonly by: PersonId;
      readonly kept: Ticket;
      readonly messageId: MessageId;
    }
  /** Another ticket is merged into this one. `gone`: as it was before. */
  | {
      readonly type: 'TakeOver';
      readonly by: PersonId;
      readonly gone: Ticket;
      readonly messageId: MessageId;
    }
  | {
      readonly type: 'RecordCall';
      readonly by: PersonId;
      readonly messageId: MessageId;
      /** Somebody of the customer's was talked to; false: an attempt, kept as one. */
      readonly reached: boolean;
      readonly toldNumber: boolean;
    }
  /** A date for a clock: in force at once where the regulation lets staff name it, or when `agreed` is the customer's word on the phone. */
  | {
      readonly type: 'AgreeDate';
      readonly by: PersonId;
      readonly proposalId: ProposalId;
      readonly clock: ClockId;
      readonly date: Instant;
      readonly messageId: MessageId;
      /** Who agreed on the phone; null: the customer is asked, where the regulation wants their consent. */
      readonly agreed: ContactId | null;
    }
  | {
      readonly type: 'AnswerDate';
      readonly contactId: ContactId;
      readonly proposalId: ProposalId;
      readonly accepted: boolean;
      readonly means: Means;
      /** The word as staff wrote it down; null: the customer's own press of a button. */
      readonly messageId: MessageId | null;
    }
  | {
      readonly type: 'CustomerWrites';
      readonly contactId: ContactId;
      readonly messageId: MessageId;
      readonly means: Means;
      readonly statedFields: readonly string[];
      readonly priority: PriorityId | null;
    }
  | {
      readonly type: 'Confirm';
      readonly contactId: ContactId;
      readonly means: Means;
      readonly messageId: MessageId | null;
    }
  | {
      readonly type: 'Object';
      readonly contactId: ContactId;
      readonly means: Means;
      readonly messageId: MessageId;
      readonly hasReason: boolean;
    }
  | {
      readonly type: 'Identify';
      readonly companyId: CompanyId;
      readonly certificates: readonly Certificate[];
      readonly known?: RequestFacts;
      /** Where the company is; absent: not known, or the regulation does not ask (R37). */
      readonly place?: CustomerPlace;
    }
  /** Which of the customer's sites it is about; null: none in particular. `place`: where the company is. */
  | { readonly type: 'NameSite'; readonly siteId: SiteId | null; readonly place: CustomerPlace | null }
  /** Staff say which product of the catalogue it is about. */
  | {
      readonly type: 'NameProduct';
      readonly about: NamedProduct;
      readonly certificates: readonly Certificate[];
      readonly known?: RequestFacts;
    }
  | { readonly type: 'AcceptUncovered'; readonly reasonMessageId: MessageId }
  | { readonly type: 'RecordNoticeAccepted'; readonly at: Instant }
  | { readonly type: 'RecordNoticeBounced'; readonly messageId: MessageId }
  | { readonly type: 'RecordRobot'; readonly messageId: MessageId; readonly nature: 'bounce' | 'auto-reply' }
  | (WarningMark & { readonly type: 'RingWarning'; readonly clock: ClockId })
  | { readonly type: 'RingBreach'; readonly clock: ClockId }
  | { readonly type: 'RingClosingWarning' }
  | { readonly type: 'RingClosing' }
  /** The certificate of an open ticket has ended. */
  | {
      readonly type: 'RingExpiry';
      /** All certificates of its company as they are now; absent: none is left. */
      readonly certificates?: readonly Certificate[];
      readonly known?: RequestFacts;
    }
  /** A later edition of a production calendar is known: open deadlines go on by it. */
  | { readonly type: 'AdoptCalendars' }
  /** An edition that open tickets go over to is in force. */
  | { readonly type: 'FollowEditions' }
  | { readonly type: 'Link'; readonly relation: 'possibly-related' | 'follows'; readonly ticketId: TicketId };
