export { checkExamples } from './check-examples.ts';
export { calendarOf, compileCalendars, type Calendars } from './calendars.ts';
export { armLate } from './arm-late.ts';
export { changeCalendar, knowsEdition, laterEdition } from './change-calendar.ts';
export { remainingAt, shareAt, spentAt, warningInstants, type WarningInstant } from './clock-time.ts';
export type {
  Clock,
  ClockChange,
  ClockChangeCause,
  ClockOutcome,
  ClockPause,
  CountingRule,
} from './clock.ts';
export { describeTrace } from './describe-trace.ts';
export { agreedRule, calendarPin, findRule, type RuleQuestion } from './find-rule.ts';
export {
  checkReplay,
  replayClock,
  ReplayError,
  type ClockReading,
  type ReplayEvent,
  type ReplayKind,
  type ReplayProblem,
  type ReplayProblemCode,
} from './replay-clock.ts';
export {
  armClock,
  breachClock,
  pauseClock,
  reopenClock,
  resumeClock,
  retargetClock,
  stopClock,
  withdrawStop,
} from './run-clock.ts';
export {
  countWords,
  dateWords,
  durationWords,
  instantWords,
  targetWords,
  timeWords,
  type Language,
} from './time-words.ts';
export { traceClock, type DeadlineTrace, type TracePause, type TraceStretch } from './trace-clock.ts';
