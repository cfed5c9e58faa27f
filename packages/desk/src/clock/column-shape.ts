import type { Calendar, OpenTable } from '@reglament/working-time';
import type { Target } from '../regulation/regulation.ts';
import type { ReplayKind } from './replay-clock.ts';

/** Codes of `ClockColumns.kind`, by index. */
export const COLUMN_KINDS = [
  'open',
  'pause',
  'resume',
  'stop',
  'reopen',
  'target',
  'calendar',
] as const satisfies readonly ReplayKind[];

/** Codes of `ClockResults.state`, by index. */
export const COLUMN_STATES = ['idle', 'running', 'paused', 'stopped'] as const;

/**
 * The events of many clocks, one after another. Plain typed arrays: they may sit on SharedArrayBuffers, and each worker may
 * take a range of clocks.
 */
export interface ClockColumns {
  /** n + 1 long: the events of clock i are offset[i] to offset[i + 1]. */
  readonly offset: Uint32Array;
  /** Epoch milliseconds, in order within a clock. */
  readonly time: Float64Array;
  /** Index into COLUMN_KINDS. */
  readonly kind: Uint8Array;
  /** Index of the rule that `open` (calendar and target), `target` and `calendar` bring; unused by others. */
  readonly argument: Uint8Array;
  /** The date agreed, of an event whose rule is an agreed date; absent: no rule is one. */
  readonly date?: Float64Array;
}

/** A rule as a life is counted by it. */
export interface LifeRule {
  readonly schedule: string;
  readonly target: Target;
  readonly anew: boolean;
}

/**
 * What is needed where rules promise days, plain hours or agreed dates, or count anew. Holds calendars, so that it can't be sent
 * to another thread: each makes its own.
 */
export interface LifeTables {
  readonly calendars: ReadonlyMap<string, Calendar>;
  readonly rules: readonly LifeRule[];
  /** 1 for a rule that working time alone doesn't say. */
  readonly isLife: Uint8Array;
}

/** What clocks are counted by: at most 256 rules, each a calendar and a target. */
export interface ClockTables {
  readonly calendars: readonly OpenTable[];
  /** Index into `calendars`, by rule. */
  readonly ruleCalendar: Uint8Array;
  /** Whole milliseconds of the calendar's open time, by rule; NaN where the rule promises something else. */
  readonly ruleTarget: Float64Array;
  /** Null while every rule is a target in working time. */
  readonly life: LifeTables | null;
}

/** What `replayClock` tells of each clock; NaN stands for null. What remains is the target minus what has elapsed. */
export interface ClockResults {
  readonly elapsed: Float64Array;
  /** Target in force; NaN while idle, and where the deadline is a date of its own. */
  readonly target: Float64Array;
  /** Index into COLUMN_STATES. */
  readonly state: Uint8Array;
  readonly deadline: Float64Array;
  readonly breachedAt: Float64Array;
  readonly firstBreachAt: Float64Array;
}
