import type { ScheduleProblem } from './check-schedule.ts';

/** What was wrong with what this package was given. */
export type WorkingTimeErrorCode =
  /** No whole number of milliseconds of the years 1970 to 2200. */
  | 'instant-invalid'
  /** A length of time that is no whole number of milliseconds. */
  | 'milliseconds-invalid'
  /** A count of days, months or minutes that is no whole number, or negative where only forward makes sense. */
  | 'count-invalid'
  /** A date that does not exist, or lies where dates have no four digits. */
  | 'date-invalid'
  | 'zone-unknown'
  /** A value an option does not have. */
  | 'option-unknown'
  /** A range that ends before it begins. */
  | 'range-reversed'
  | 'schedule-unsound'
  /** A calendar that did not come from `compileSchedule`, or a production calendar that is none. */
  | 'calendar-invalid';

/**
 * A bug of the caller, told exactly. It is a RangeError; an expected "no" is never thrown but returned as null.
 *
 *     try { addWorkingTime(calendar, start, 1.5) } catch (error) { error.code; error.path } // 'milliseconds-invalid', 'ms'
 */
export class WorkingTimeError extends RangeError {
  override readonly name = 'WorkingTimeError';
  readonly code: WorkingTimeErrorCode;
  /**
   * The argument at fault ('start', 'options.edge'), or the place within a schedule or production calendar
   * ('week.1.0.from', 'years.2026.shortened.0').
   */
  readonly path: string;
  /** Everything wrong with an unsound schedule; empty for the other codes. */
  readonly problems: readonly ScheduleProblem[];

  constructor(
    code: WorkingTimeErrorCode,
    path: string,
    message: string,
    problems: readonly ScheduleProblem[] = [],
  ) {
    super(message);
    this.code = code;
    this.path = path;
    this.problems = problems;
  }
}
