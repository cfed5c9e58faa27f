import type { Instant } from '@reglament/working-time';
import type { MessageId, ProposalId } from '../ids.ts';
import { warningKey } from '../clock/warning-mark.ts';
import type { ClauseId, ClockId, PriorityId } from '../regulation/regulation.ts';
import { clauseStoppedBy, type Following } from './clause-behind.ts';
import type { EventOf, TicketEvent, TicketEventType } from './events.ts';
import type { DeclineGround } from './outcome.ts';

/** A letter that an event owes to somebody. */
export type Notice =
  /** `automatic` letters keep to the limits against loops (R8); answers of people don't. */
  | { readonly kind: 'registration' | 'coverage'; readonly to: 'requester' }
  | { readonly kind: 'resolution'; readonly to: 'requester'; readonly messageId: MessageId }
  | {
      readonly kind: 'reply';
      readonly to: 'requester';
      readonly messageId: MessageId;
      /** Of the clock that the answer stopped; absent: it stopped none. */
      readonly clause?: ClauseId;
    }
  | {
      readonly kind: 'information-request';
      readonly to: 'requester';
      readonly messageId: MessageId;
      /** Of the clock that the question stopped; absent: it stopped none. */
      readonly clause?: ClauseId;
      /** Places in the regulation's checklist; absent: nothing was ticked. */
      readonly items?: readonly number[];
    }
  | {
      readonly kind: 'declined';
      readonly to: 'requester';
      readonly messageId: MessageId;
      readonly ground: DeclineGround;
      readonly clause: ClauseId;
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
  | {
      readonly kind: 'closed';
      readonly to: 'requester';
      /** Absent in letters owed before it was kept. */
      readonly cause?: EventOf<'TicketClosed'>['cause'];
    }
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

/** As the notice keeps it: nothing where nothing was stopped. */
const stopped = (
  event: EventOf<'ReplySent' | 'InformationRequested'>,
  following: Following,
): { readonly clause?: ClauseId } => {
  const clause = clauseStoppedBy(event, following);
  return clause === null ? {} : { clause };
};

const none = (): readonly Notice[] => [];

type Owed = {
  readonly [T in TicketEventType]: (event: EventOf<T>, following: Following) => readonly Notice[];
};

/** Which letters an event owes: a total table. */
const owed: Owed = {
  TicketRegistered: () => [{ kind: 'registration', to: 'requester' }],
  CustomerIdentified: () => [{ kind: 'coverage', to: 'requester' }],
  CoverageLifted: () => [{ kind: 'coverage', to: 'requester' }],
  ReplySent: (event, following) => [
    { kind: 'reply', to: 'requester', messageId: event.messageId, ...stopped(event, following) },
  ],
  InformationRequested: (event, following) => [
    {
      kind: 'information-request',
      to: 'requester',
      messageId: event.messageId,
      ...stopped(event, following),
      ...(event.items === undefined ? {} : { items: event.items }),
    },
  ],
  TicketResolved: ({ messageId }) => [{ kind: 'resolution', to: 'requester', messageId }],
  TicketDeclined: ({ messageId, ground, clause }) => [
    { kind: 'declined', to: 'requester', messageId, ground, clause },
  ],
  TicketClassified: ({ reasonMessageId }) => [{ kind: 'classification', to: 'requester', reasonMessageId }],
  PriorityProposed: ({ messageId, proposalId, priority }) => [
    { kind: 'proposal', to: 'requester', messageId, proposalId, priority },
  ],
  DateProposed: ({ messageId, proposalId, clockId: clock, date }) => [
    { kind: 'date-proposal', to: 'requester', messageId, proposalId, clock, date },
  ],
  DateAgreed: dateAgreed,
  ProductNamed: ({ changes }) => (changes === undefined ? [] : [{ kind: 'coverage', to: 'requester' }]),
  // Whoever is served on need not be told; who is not, is told what to do.
  CertificateEnded: ({ coverage: { kind } }) =>
    kind === 'not-entitled' || kind === 'channel' ? [{ kind: 'coverage', to: 'requester' }] : [],
  ClosingWarned: ({ closesAt }) => [{ kind: 'closing-warning', to: 'requester', closesAt }],
  TicketClosed: ({ cause }) => [{ kind: 'closed', to: 'requester', cause }],
  ClockWarned: (event) => [
    {
      kind: 'clock-warning',
      to: 'staff',
      clock: event.clockId,
      dueAt: event.dueAt,
      threshold: warningKey(event),
      ...lateness(event),
    },
  ],
  ClockBreached: (event) => [
    {
      kind: 'clock-breach',
      to: 'staff',
      clock: event.clock.id,
      dueAt: event.dueAt,
      threshold: '1',
      ...lateness(event),
    },
  ],
  CompanyReplaced: none,
  SiteNamed: none,
  LocalTimeChanged: none,
  ClockArmed: none,
  ClockPaused: none,
  ClockResumed: none,
  ClockStopped: none,
  ClockReopened: none,
  ClockStopWithdrawn: none,
  ClockRetargeted: none,
  ClockWithdrawn: none,
  NoticeAccepted: none,
  NoticeBounced: none,
  CallRecorded: none,
  TicketAssigned: none,
  TicketGiven: none,
  TicketTaken: none,
  LineAssigned: none,
  LineChanged: none,
  PriorityStated: none,
  PriorityAccepted: none,
  PriorityDeclined: none,
  DateDeclined: none,
  NoteAdded: none,
  CustomerWrote: none,
  FieldsStated: none,
  ClosingRescheduled: none,
  TicketReopened: none,
  NumberLeftToTell: none,
  EditionFollowed: none,
  EditionNotFollowed: none,
  ResolutionConfirmed: none,
  ResolutionObjected: none,
  RobotWrote: none,
  TicketLinked: none,
};

/** The letters that an event owes to somebody. `following`: what the same decision gave after it. */
export const noticesOf = (event: TicketEvent, following: Following = []): readonly Notice[] => {
  const told = owed[event.type] as (of: TicketEvent, following: Following) => readonly Notice[];
  return told(event, following);
};
