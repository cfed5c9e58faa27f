import type { Instant } from '@reglament/working-time';
import type { MessageId, ProposalId } from '../ids.ts';
import type { ClockId, PriorityId } from '../regulation/regulation.ts';
import type { TicketEvent } from './events.ts';

/** A letter that an event owes to somebody. */
export type Notice =
  /** `automatic` letters keep to the limits against loops (R8); answers of people don't. */
  | { readonly kind: 'registration' | 'coverage'; readonly to: 'requester' }
  | {
      readonly kind: 'reply' | 'information-request' | 'resolution';
      readonly to: 'requester';
      readonly messageId: MessageId;
    }
  | { readonly kind: 'classification'; readonly to: 'requester'; readonly reasonMessageId: MessageId | null }
  | {
      readonly kind: 'proposal';
      readonly to: 'requester';
      readonly messageId: MessageId;
      readonly proposalId: ProposalId;
      readonly priority: PriorityId;
    }
  | { readonly kind: 'closing-warning'; readonly to: 'requester'; readonly closesAt: Instant }
  | { readonly kind: 'closed'; readonly to: 'requester' }
  | {
      readonly kind: 'clock-warning' | 'clock-breach';
      readonly to: 'staff';
      readonly clock: ClockId;
      readonly dueAt: Instant;
      readonly threshold: string;
    };

export type NoticeKind = Notice['kind'];

/** Which letters an event owes: a total table. */
export const noticesOf = (event: TicketEvent): readonly Notice[] => {
  switch (event.type) {
    case 'TicketRegistered':
      return [{ kind: 'registration', to: 'requester' }];
    case 'CustomerIdentified':
    case 'CoverageLifted':
      return [{ kind: 'coverage', to: 'requester' }];
    case 'ReplySent':
      return [{ kind: 'reply', to: 'requester', messageId: event.messageId }];
    case 'InformationRequested':
      return [{ kind: 'information-request', to: 'requester', messageId: event.messageId }];
    case 'TicketResolved':
      return [{ kind: 'resolution', to: 'requester', messageId: event.messageId }];
    case 'TicketClassified':
      return [{ kind: 'classification', to: 'requester', reasonMessageId: event.reasonMessageId }];
    case 'PriorityProposed':
      return [
        {
          kind: 'proposal',
          to: 'requester',
          messageId: event.messageId,
          proposalId: event.proposalId,
          priority: event.priority,
        },
      ];
    case 'ClosingWarned':
      return [{ kind: 'closing-warning', to: 'requester', closesAt: event.closesAt }];
    case 'TicketClosed':
      return [{ kind: 'closed', to: 'requester' }];
    case 'ClockWarned':
      return [
        {
          kind: 'clock-warning',
          to: 'staff',
          clock: event.clockId,
          dueAt: event.dueAt,
          threshold: String(event.fraction),
        },
      ];
    case 'ClockBreached':
      return [
        { kind: 'clock-breach', to: 'staff', clock: event.clock.id, dueAt: event.dueAt, threshold: '1' },
      ];
    case 'ClockArmed':
    case 'ClockPaused':
    case 'ClockResumed':
    case 'ClockStopped':
    case 'ClockReopened':
    case 'ClockStopWithdrawn':
    case 'ClockRetargeted':
    case 'ClockWithdrawn':
    case 'NoticeAccepted':
    case 'NoticeBounced':
    case 'CallRecorded':
    case 'TicketTaken':
    case 'PriorityStated':
    case 'PriorityAccepted':
    case 'PriorityDeclined':
    case 'NoteAdded':
    case 'CustomerWrote':
    case 'FieldsStated':
    case 'ClosingRescheduled':
    case 'ResolutionConfirmed':
    case 'ResolutionObjected':
    case 'RobotWrote':
    case 'TicketLinked':
      return [];
  }
};
