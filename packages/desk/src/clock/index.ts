export { calendarOf, compileCalendars, type Calendars } from './calendars.ts';
export { remainingAt, spentAt, warningInstants, type WarningInstant } from './clock-time.ts';
export type { Clock, ClockOutcome, ClockPause, CountingRule } from './clock.ts';
export { findRule, type RuleQuestion } from './find-rule.ts';
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
