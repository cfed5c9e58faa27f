import type { Instant, TimeZoneId } from '@reglament/working-time';
import type { Coverage } from '../certificate/coverage.ts';
import type { EntitlementTrail } from '../certificate/entitlement-trail.ts';
import type { Clock, ClockChangeCause } from '../clock/clock.ts';
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
import type { CalendarPin } from '../regulation/calendar-edition.ts';
import type {
  ChannelId,
  ClauseId,
  ClockId,
  PriorityId,
  StopCause,
  WarningMark,
} from '../regulation/regulation.ts';
import type { AnswerMeans, DeclineGround } from './outcome.ts';
import type { PendingWarning, Resolution } from './ticket.ts';

/** How the customer's word reached us. */
export type Means = 'status-page' | 'portal' | 'email' | 'phone';

/** What another ticket is to this one: `split-into` is the new one, `split-from` the old; `merged-into` is the one that goes on. */
export type LinkRelation =
  | 'possibly-related'
  | 'follows'
  | 'split-from'
  | 'split-into'
  | 'merged-from'
  | 'merged-into';

/**
 * What happened to a ticket, each a sentence that a customer would understand. Bodies hold ids, never texts or people;
 * a clock event carries the whole clock as it stands afterwards, so that evolving never asks a calendar.
 */
export type TicketEvent =
  | {
      readonly type: 'TicketRegistered';
      readonly ticketId: TicketId;
      readonly channel: ChannelId;
      readonly contactId: ContactId;
      readonly companyId: CompanyId | null;
      readonly regulationVersionId: RegulationVersionId;
      readonly siteId?: SiteId;
      /** The product that it is about, of the catalogue; absent: not known. */
      readonly about?: NamedProduct;
      /** Whose wall clock it goes by (R37); absent: the desk's. */
      readonly zone?: TimeZoneId;
      /** Editions that it is counted by to its end; absent: by each in its turn. */
      readonly calendars?: readonly CalendarPin[];
      readonly receivedAt: Instant;
      readonly registeredAt: Instant;
      readonly messageId: MessageId;
      readonly letterId: LetterId | null;
      readonly ticketType: string | null;
      readonly supposedPriority: PriorityId | null;
      readonly priority: PriorityId | null;
      readonly prioritySource: 'stated' | 'default' | null;
      readonly coverage: Coverage;
      /** Every rule that was tried for it; absent in journals begun before it was kept. */
      readonly tried?: EntitlementTrail;
      readonly statedFields: readonly string[];
      readonly missingFields: readonly string[];
    }
  | { readonly type: 'ClockArmed'; readonly clock: Clock; readonly warnings: readonly PendingWarning[] }
  | { readonly type: 'ClockPaused'; readonly clock: Clock; readonly cause: string }
  | { readonly type: 'ClockResumed'; readonly clock: Clock; readonly warnings: readonly PendingWarning[] }
  | {
      readonly type: 'ClockStopped';
      readonly clock: Clock;
      /** `no-longer-promised`: missed, or judged before, under a priority or a certificate that is no more, and ended there. */
      readonly cause: StopCause | 'no-longer-promised';
    }
  | {
      readonly type: 'ClockReopened';
      readonly clock: Clock;
      readonly warnings: readonly PendingWarning[];
      /** What made it run again, with another rule; absent: an objection (R21). */
      readonly cause?: ClockChangeCause;
    }
  /** The notice that stopped it did not arrive: counted from the start again (R34). */
  | {
      readonly type: 'ClockStopWithdrawn';
      readonly clock: Clock;
      readonly warnings: readonly PendingWarning[];
    }
  /**
   * Not promised any more, and not missed so far. `not-covered`: the ticket turned out not to be covered; `priority`, `type`: the
   * regulation promises nothing for the one now in force; `edition`: the edition now in force promises nothing; `certificate-ended`: it ended in mid-ticket. Absent in journals begun before it was kept: not covered.
   */
  | {
      readonly type: 'ClockWithdrawn';
      readonly clock: Clock;
      readonly cause?: 'not-covered' | 'priority' | 'type' | 'edition' | 'certificate-ended' | 'merged';
    }
  | {
      readonly type: 'ClockRetargeted';
      readonly clock: Clock;
      readonly warnings: readonly PendingWarning[];
      readonly cause: ClockChangeCause;
      /** The deadline until then; absent unless a later edition, of a calendar or of the regulation, or an agreement moved it. */
      readonly dueBefore?: Instant | null;
    }
  | (WarningMark & {
      readonly type: 'ClockWarned';
      readonly clockId: ClockId;
      readonly dueAt: Instant;
      /** How long after its instant it was told; absent: in time. */
      readonly lateMs?: number;
    })
  | {
      readonly type: 'ClockBreached';
      readonly clock: Clock;
      /** The deadline; of a miss that a change of rule made, the change. */
      readonly dueAt: Instant;
      /** What made the miss, when no deadline had to pass for it. */
      readonly cause?: ClockChangeCause;
      /** How long after the deadline it was told; absent: in time. */
      readonly lateMs?: number;
      /** Warnings that were due as well and are not told any more. */
      readonly untold?: readonly WarningMark[];
    }
  | { readonly type: 'NoticeAccepted'; readonly notice: 'registration'; readonly at: Instant }
  | {
      readonly type: 'NoticeBounced';
      readonly notice: 'registration';
      readonly messageId: MessageId;
      /** When the server had accepted it; only where the stop by it stays for a clock (R34). */
      readonly acceptedAt?: Instant;
    }
  | {
      readonly type: 'CallRecorded';
      readonly messageId: MessageId;
      readonly toldNumber: boolean;
      /** false: an attempt. Absent in journals begun before it was asked. */
      readonly reached?: boolean;
    }
  /** It begins with the person whom the certificate names; taken into work it is not yet (AO-4.1-manager). */
  | {
      readonly type: 'TicketAssigned';
      readonly assigneeId: PersonId;
      /** Of the regulation's named people. */
      readonly role: string;
      readonly clause: ClauseId;
    }
  /** Staff gave it to somebody (null: to nobody); `inWork`: taken into work before, so whoever has it goes on with it. */
  | { readonly type: 'TicketGiven'; readonly assigneeId: PersonId | null; readonly inWork: boolean }
  | {
      readonly type: 'TicketTaken';
      readonly assigneeId: PersonId;
      /** Nobody had it before; absent in journals begun before it was recorded. */
      readonly first?: true;
    }
  | {
      readonly type: 'TicketClassified';
      readonly ticketType: string;
      /** null: no priorities here, or the assumed one is left to the customer (CN-CHANGE). */
      readonly priority: PriorityId | null;
      readonly before: PriorityId | null;
      readonly reasonMessageId: MessageId | null;
      /** Of the type now given; absent in journals begun before it was recorded. */
      readonly missingFields?: readonly string[];
    }
  | {
      readonly type: 'PriorityStated';
      readonly priority: PriorityId;
      readonly before: PriorityId | null;
      readonly inForce: boolean;
    }
  | {
      readonly type: 'PriorityProposed';
      readonly proposalId: ProposalId;
      readonly priority: PriorityId;
      readonly messageId: MessageId;
      readonly at: Instant;
    }
  | {
      readonly type: 'PriorityAccepted';
      readonly proposalId: ProposalId;
      readonly priority: PriorityId;
      readonly before: PriorityId | null;
      readonly by: ContactId;
      readonly means: Means;
    }
  | {
      readonly type: 'PriorityDeclined';
      readonly proposalId: ProposalId;
      readonly by: ContactId;
      readonly means: Means;
    }
  | {
      readonly type: 'DateProposed';
      readonly proposalId: ProposalId;
      readonly clockId: ClockId;
      readonly date: Instant;
      readonly messageId: MessageId;
      readonly at: Instant;
    }
  /** The date is in force: the clock's own event follows. */
  | {
      readonly type: 'DateAgreed';
      readonly clockId: ClockId;
      readonly date: Instant;
      /** The date or deadline until then; null: there was none, or it stood still. */
      readonly before: Instant | null;
      /** `staff`: named by the desk, where the regulation wants no consent. */
      readonly means: Means | 'staff';
      readonly by: ContactId | null;
      readonly messageId: MessageId | null;
    }
  | {
      readonly type: 'DateDeclined';
      readonly proposalId: ProposalId;
      readonly clockId: ClockId;
      readonly date: Instant;
      readonly by: ContactId;
      readonly means: Means;
      readonly messageId: MessageId | null;
    }
  | {
      readonly type: 'InformationRequested';
      readonly messageId: MessageId;
      /** Places in the regulation's checklist; absent: nothing was ticked. */
      readonly items?: readonly number[];
    }
  | {
      readonly type: 'ReplySent';
      readonly messageId: MessageId;
      /** Absent: not said. */
      readonly means?: AnswerMeans;
    }
  | { readonly type: 'NoteAdded'; readonly messageId: MessageId }
  | {
      readonly type: 'CustomerWrote';
      readonly messageId: MessageId;
      readonly contactId: ContactId;
      readonly means: Means;
    }
  | {
      readonly type: 'FieldsStated';
      readonly statedFields: readonly string[];
      readonly missingFields: readonly string[];
    }
  | {
      readonly type: 'CustomerIdentified';
      readonly companyId: CompanyId;
      readonly coverage: Coverage;
      /** As above. */
      readonly tried?: EntitlementTrail;
      /** Answers known and missing from now on: the company is one, its package may want others. Absent: as they were. */
      readonly statedFields?: readonly string[];
      readonly missingFields?: readonly string[];
    }
  /** Two records of one company were made one, or one was made two again: the ticket belongs to the other record. */
  | { readonly type: 'CompanyReplaced'; readonly companyId: CompanyId; readonly from: CompanyId }
  | { readonly type: 'SiteNamed'; readonly siteId: SiteId | null }
  /** It goes by another wall clock from now (R37): the company is known now, or the site. Events of its clocks follow. */
  | {
      readonly type: 'LocalTimeChanged';
      readonly zone: TimeZoneId;
      readonly from: TimeZoneId;
      readonly because: 'company' | 'site';
    }
  /** It is known now which product it is about, and what is served was decided again by it. */
  | {
      readonly type: 'ProductNamed';
      readonly about: NamedProduct;
      readonly coverage: Coverage;
      /** As above. */
      readonly tried?: EntitlementTrail;
      readonly statedFields: readonly string[];
      readonly missingFields: readonly string[];
      /** Present when it is served by another package than before, or served no more, or only now. */
      readonly changes?: true;
    }
  | {
      readonly type: 'CoverageLifted';
      readonly coverage: Coverage;
      readonly reasonMessageId: MessageId;
      readonly missingFields?: readonly string[];
    }
  | {
      readonly type: 'TicketResolved';
      readonly messageId: MessageId;
      readonly resolution: Resolution;
      /** Id of an outcome of the regulation; absent: none was named. */
      readonly outcome?: string;
      /** Absent: not said. */
      readonly means?: AnswerMeans;
    }
  /** Not done, by a rule of the regulation; the customer may object as to a solution. */
  | {
      readonly type: 'TicketDeclined';
      readonly messageId: MessageId;
      readonly ground: DeclineGround;
      readonly clause: ClauseId;
      readonly resolution: Resolution;
    }
  /** Which line begins, by the rules of routing. */
  | { readonly type: 'LineAssigned'; readonly line: string; readonly clause: ClauseId }
  | {
      readonly type: 'LineChanged';
      /** null: no line had it. */
      readonly from: string | null;
      readonly to: string;
      readonly messageId: MessageId;
      /** Places in the list of what the next line needs. */
      readonly given: readonly number[];
      readonly clause: ClauseId;
    }
  /** A human word while resolved: the count to closing stops, or starts anew with our answer (R22). */
  | { readonly type: 'ClosingRescheduled'; readonly resolution: Resolution }
  | { readonly type: 'ClosingWarned'; readonly closesAt: Instant }
  | {
      readonly type: 'ResolutionConfirmed';
      readonly by: ContactId;
      readonly means: Means;
      readonly messageId: MessageId | null;
    }
  | {
      readonly type: 'ResolutionObjected';
      readonly by: ContactId;
      readonly means: Means;
      readonly messageId: MessageId;
    }
  /** The customer wrote within the days in which a closed ticket opens again (R21). */
  | {
      readonly type: 'TicketReopened';
      readonly by: ContactId;
      readonly means: Means;
      readonly messageId: MessageId;
      readonly clause: ClauseId | null;
    }
  /** The certificate ended in mid-ticket, at `at`: what covers the ticket from then on, or that nothing does (R38). */
  | {
      readonly type: 'CertificateEnded';
      readonly at: Instant;
      readonly coverage: Coverage;
      /** As above. */
      readonly tried?: EntitlementTrail;
      readonly clause: ClauseId | null;
    }
  | {
      readonly type: 'TicketClosed';
      readonly cause: 'confirmed' | 'no-answer' | 'merged';
      readonly at: Instant;
      /** The ticket that goes on for it; present when merged. */
      readonly into?: TicketId;
    }
  /** The number is told by letter, whatever the channel, and there is no address to write to: somebody has to call. */
  | { readonly type: 'NumberLeftToTell'; readonly clause: ClauseId }
  /** An edition that open tickets go over to is in force: this one goes by it from its first moment on (R43, `current`). */
  | {
      readonly type: 'EditionFollowed';
      readonly regulationVersionId: RegulationVersionId;
      /** The one that it leaves. */
      readonly before: RegulationVersionId;
      readonly edition: string;
      readonly from: Instant;
      /** By the questions of the new edition. */
      readonly missingFields: readonly string[];
      /** The editions of production calendars that it keeps from now on; absent: it kept some already, or follows later ones. */
      readonly calendars?: readonly CalendarPin[];
      readonly clause: ClauseId;
    }
  /** The same, but that edition lacks what the ticket stands on: it keeps its own. */
  | {
      readonly type: 'EditionNotFollowed';
      readonly regulationVersionId: RegulationVersionId;
      readonly edition: string;
      readonly lacks: EditionGap;
      readonly clause: ClauseId;
    }
  /** A letter by a robot (bounce, auto-reply): kept for staff, changes nothing. */
  | { readonly type: 'RobotWrote'; readonly messageId: MessageId; readonly nature: 'bounce' | 'auto-reply' }
  | {
      readonly type: 'TicketLinked';
      readonly relation: LinkRelation;
      readonly ticketId: TicketId;
      /** What was written with it; absent unless a ticket was split or merged. */
      readonly messageId?: MessageId;
    };

/** What a ticket stands on and an edition lacks, by its id: for `promise` and `agreed-date` that of the clock. */
export interface EditionGap {
  readonly part: 'package' | 'priority' | 'type' | 'line' | 'clock' | 'promise' | 'agreed-date';
  readonly id: string;
}

export type TicketEventType = TicketEvent['type'];
export type EventOf<T extends TicketEventType> = Extract<TicketEvent, { readonly type: T }>;
