import type { Instant, LocalDate, TimeZoneId } from '@reglament/working-time';
import type { WarningInstant } from '../warning-instants.ts';
import type { Clock, ClockChangeCause, ClockOutcome, CountingRule } from '../clock.ts';
import type { TraceRun, TraceStretch } from './count-stretches.ts';

/** The time under one rule. */
export interface TracePeriod {
  /** null: a record from before rules were kept; then only the sum is known. */
  readonly rule: CountingRule | null;
  readonly from: Instant;
  /** The next change; of the last period the end of counting: deadline, now, pause or stop, whichever is last. */
  readonly to: Instant;
  /** Empty when `runs` tells them. */
  readonly stretches: readonly TraceStretch[];
  /** Sums by month or year, when the stretches are more than 400; null: they stand for themselves. */
  readonly runs: readonly TraceRun[] | null;
  /** Milliseconds in the rule's measure, all stretches. */
  readonly workedMs: number;
  /** false: `workedMs` is as it was counted then; the stretches of today's data don't add up to it. */
  readonly isProven: boolean;
}

export interface TracePause {
  readonly from: Instant;
  /** null: still going on. */
  readonly to: Instant | null;
  /** A `PauseCause`, or `stopped` for the time between a stop and the reopening. */
  readonly cause: string;
  /** What the pause has cost, in the measures of the rules in force: the deadline moved by as much. Milliseconds. */
  readonly workingMs: number;
}

/** Another rule, and what it did to the deadline (working-time rule 15). */
export interface TraceChange {
  readonly at: Instant;
  readonly cause: ClockChangeCause | null;
  readonly before: CountingRule | null;
  readonly after: CountingRule;
  /** Spent up to `at`. Milliseconds. */
  readonly spentMs: number;
  /** It was not kept: counting began anew. */
  readonly isAnew: boolean;
  /** Null: not known, or the clock stood. */
  readonly dueBefore: Instant | null;
  readonly dueAfter: Instant | null;
  /** A change of calendar alone judges nothing (row 26). */
  readonly isJudged: boolean;
  readonly breach: 'caused' | 'cleared' | 'kept' | 'none';
}

/** A deadline that is a date of its own: from the date to the deadline. */
export interface TraceDates {
  /** The working dates counted; null for calendar days and agreed dates, and when there are more than 400. */
  readonly dates: readonly LocalDate[] | null;
  /** The date after which working dates are counted; null for calendar days and agreed dates. */
  readonly after: LocalDate | null;
  /** Due at that day's closing or next opening, as the same time of day lies outside its hours; null: it doesn't. */
  readonly sameTimeShut: 'closing' | 'opening' | null;
  /** The deadline without pauses. */
  readonly plainDueAt: Instant | null;
  /** Time of the pauses, in the rule's measure, by which it moved. */
  readonly movedMs: number;
}

/** The arithmetic of a clock: numbers and instants only, all durations in milliseconds. */
export interface CountedTrace {
  readonly clock: Clock['id'];
  readonly status: Clock['status'];
  /** As things stood at this instant. */
  readonly at: Instant;
  /** The row of the regulation in force, with its target. */
  readonly rule: CountingRule;
  readonly zone: TimeZoneId;
  /** The stored start. */
  readonly startedAt: Instant;
  readonly countsFrom: Instant | null;
  /** At least one; the last is under `rule`. */
  readonly periods: readonly TracePeriod[];
  readonly pauses: readonly TracePause[];
  readonly changes: readonly TraceChange[];
  /** Null for hours. */
  readonly dates: TraceDates | null;
  /** A due time outside the hours that was moved to the next opening (R1). */
  readonly movedToOpening: { readonly from: Instant; readonly to: Instant } | null;
  /** Of a clock stopped in time: what would have counted up to the deadline. */
  readonly unused: readonly TraceStretch[];
  /** Of a paused clock: what would count up to the deadline if it went on at `at`. */
  readonly expected: readonly TraceStretch[];
  /** Null while paused, after a stop, and where the schedule never opens again. */
  readonly dueAt: Instant | null;
  readonly lastDueAt: Instant | null;
  readonly spentMs: number;
  /** Negative when exceeded; null when it never opens again. */
  readonly remainingMs: number | null;
  readonly breachedAt: Instant | null;
  readonly firstBreachAt: Instant | null;
  readonly outcome: ClockOutcome | null;
  readonly stoppedAt: Instant | null;
  readonly stopCause: string | null;
  /** A stop that was taken back as if it had never been, while nothing has happened since; null: none (R34). */
  readonly withdrawnStopAt: Instant | null;
  /** When people were warned or will be, if nothing changes. */
  readonly warnings: readonly WarningInstant[];
}
