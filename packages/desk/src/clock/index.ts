export * from './browser.ts';
export { checkExamples } from './check-examples.ts';
export { calendarOf, compileCalendars } from './calendars.ts';
export { type Opening, openingsOf } from './openings.ts';
export { calendarsOfRule } from './calendars-of-rule.ts';
export { changeCalendar, knowsEdition, laterEdition } from './change-calendar.ts';
export {
  afterLeaving,
  asLived,
  isOfLeft,
  leaveEdition,
  type LeftEdition,
  type ReadEdition,
  ruleOfLeft,
} from './left-edition.ts';
export { inZone, type CompiledRegulation } from './in-zone.ts';
export { localZoneOf } from './local-time.ts';
export { sameRule } from './same-rule.ts';
export { warningInstants, type WarningInstant } from './warning-instants.ts';
export { markOf, sameMark, warningKey, warningOfKey, warningWords } from './warning-mark.ts';
export { dueNotBefore } from './due-not-before.ts';
export type { StretchPart, TraceRun, TraceStretch } from './explain/count-stretches.ts';
export type { TraceChange, TraceDates, TracePause, TracePeriod } from './explain/trace.ts';
export { describeTrace } from './explain/describe-trace.ts';
export { agreedRule, findRule, promisesNothing, type RuleQuestion } from './find-rule.ts';
export { evaluateClocks } from './clock-columns.ts';
export {
  COLUMN_KINDS,
  COLUMN_STATES,
  type ClockColumns,
  type ClockResults,
  type ClockTables,
} from './column-shape.ts';
export {
  clockResults,
  packClocks,
  readingOf,
  tablesOf,
  type ColumnRule,
  type PackedClocks,
} from './pack-clocks.ts';
export {
  checkReplay,
  ReplayError,
  type ReplayKind,
  type ReplayProblem,
  type ReplayProblemCode,
} from './replay-clock.ts';
export {
  advanceClock,
  armClock,
  breachClock,
  pauseClock,
  reopenClock,
  restartClock,
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
  lengthWords,
  targetWords,
  timeWords,
  type Language,
} from './explain/time-words.ts';
export { traceClock, type DeadlineTrace } from './explain/trace-clock.ts';
export { scheduleOfRule } from './schedule-of-rule.ts';
