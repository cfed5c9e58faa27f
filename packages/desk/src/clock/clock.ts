import type { Instant, TimeZoneId } from '@reglament/working-time';
import type { CalendarPin } from '../regulation/calendar-edition.ts';
import type {
  ClauseId,
  ClockId,
  PackageId,
  PriorityId,
  ScheduleId,
  Target,
} from '../regulation/regulation.ts';

/** The row of the regulation a deadline was taken from: enough to explain it for ever without asking again. */
export interface CountingRule {
  readonly clock: ClockId;
  readonly packageId: PackageId;
  readonly priority: PriorityId | null;
  readonly target: Target;
  readonly schedule: ScheduleId;
  readonly clause: ClauseId;
  /** Edition label of the regulation in force when the rule was taken. */
  readonly edition: string;
  /** The production calendar its hours follow; null: none; absent: written before editions of calendars were kept. */
  readonly calendar?: CalendarPin | null;
  /** The wall clock its hours are read on, where the regulation leaves that to the customer (R37); absent: the desk's. */
  readonly zone?: TimeZoneId;
  /** Number of the certificate that the figure was agreed in (R3); absent: the figure is the regulation's. */
  readonly certificate?: string;
  /** A deadline taken over from a ticket that was merged into this one. */
  readonly merged?: true;
}

export interface ClockPause {
  readonly from: Instant;
  /** null: still paused. */
  readonly to: Instant | null;
  /** A `PauseCause`, or `stopped` for the time between a stop and the reopening. */
  readonly cause: string;
}

export type ClockChangeCause =
  | 'priority'
  | 'package'
  | 'type'
  | 'calendar'
  | 'zone'
  | 'edition'
  | 'agreement'
  | 'objection'
  | 'merge';

/** Another rule came into force (working-time rule 15). */
export interface ClockChange {
  readonly at: Instant;
  /** null: a record from before causes were kept. */
  readonly cause: ClockChangeCause | null;
  /** The rule until then; null: a record from before rules were kept. */
  readonly before: CountingRule | null;
  /** Spent up to `at`, in the measures of the rules until then. */
  readonly spentMs: number;
  /** Counting began anew at `at`: what was spent by then is on record only. Absent: it was kept. */
  readonly anew?: true;
}

export type ClockOutcome = 'met' | 'missed';

/** One commitment on a ticket. Durations in milliseconds of the rule's own measure. */
export interface Clock {
  readonly id: ClockId;
  readonly rule: CountingRule;
  readonly status: 'running' | 'paused' | 'stopped';
  /** The stored start: receipt, registration or classification. */
  readonly startedAt: Instant;
  /** When counting begins: the next opening, or the start itself for elapsed time; null when it never opens. */
  readonly countsFrom: Instant | null;
  /** Counted up to `since`. */
  readonly spentMs: number;
  /** Start of the running segment, or the instant it was paused or stopped. */
  readonly since: Instant;
  /** Null while paused or stopped, and where the schedule never opens again. */
  readonly dueAt: Instant | null;
  /** The last deadline that was in force, kept for the record after a stop. */
  readonly lastDueAt: Instant | null;
  readonly pauses: readonly ClockPause[];
  readonly breachedAt: Instant | null;
  readonly firstBreachAt: Instant | null;
  /** The first outcome stays on record (R21). */
  readonly outcome: ClockOutcome | null;
  readonly stoppedAt: Instant | null;
  readonly stopCause: string | null;
  /** Every change of the rule, in order; absent when it never changed. The last one begins the present rule's counting. */
  readonly changes?: readonly ClockChange[];
  /** The rule found while the clock stood stopped; it comes into force at the reopening (rule 16). */
  readonly changeAtReopening?: {
    readonly rule: CountingRule;
    readonly cause: ClockChangeCause;
    readonly anew?: true;
  };
}
