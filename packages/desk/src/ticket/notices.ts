import type { Instant } from '@reglament/working-time';
import type { MessageId, ProposalId } from '../ids.ts';
import { warningKey } from '../clock/warning-mark.ts';
import type { ClockId, PriorityId } from '../regulation/regulation.ts';
import type { EventOf, TicketEvent } from './events.ts';

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
  | {
      readonly kind: 'date-proposal';
      readonly to: 'requester';
      readonly messageId: MessageId;
      readonly proposalId: ProposalId;
      readonly clock: ClockId;
      readonly date: Instant;
    }
  | {
      readonly kind: 'date-agreed';
      readonly to: 'requester';
      readonly messageId: MessageId;
      readonly clock: ClockId;
      readonly date: Instant;
      /** `phone`: the customer's own word is put down for the record. */
      readonly means: 'staff' | 'phone';
    }
  | { readonly kind: 'closing-warning'; readonly to: 'requester'; readonly closesAt: Instant }
  | { readonly kind: 'closed'; readonly to: 'requester' }
  | {
      readonly kind: 'clock-warning' | 'clock-breach';
      readonly to: 'staff';
      readonly clock: ClockId;
      readonly dueAt: Instant;
      readonly threshold: string;
      /** How long after its instant it was told; absent: in time. */
      readonly lateMs?: number;
    };

export type NoticeKind = Notice['kind'];

const lateness = ({ lateMs }: EventOf<'ClockWarned' | 'ClockBreached'>): { readonly lateMs?: number } =>
  lateMs === undefined ? {} : { lateMs };

/** Whoever pressed the button has seen it: a letter goes where the desk named the date or wrote down a word. */
const dateAgreed = ({ clockId: clock, date, means, messageId }: EventOf<'DateAgreed'>): readonly Notice[] =>
  messageId !== null && (means === 'staff' || means === 'phone')
    ? [{ kind: 'date-agreed', to: 'requester', messageId, clock, date, means }]
    : [];

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
    case 'DateProposed': {
      const { messageId, proposalId, clockId: clock, date } = event;
      return [{ kind: 'date-proposal', to: 'requester', messageId, proposalId, clock, date }];
    }
    case 'DateAgreed':
      return dateAgreed(event);
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
          threshold: warningKey(event),
          ...lateness(event),
        },
      ];
    case 'ClockBreached':
      return [
        {
          kind: 'clock-breach',
          to: 'staff',
          clock: event.clock.id,
          dueAt: event.dueAt,
          threshold: '1',
          ...lateness(event),
        },
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
    case 'DateDeclined':
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
