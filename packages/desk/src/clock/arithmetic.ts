// What a browser needs to count clocks as the server does, and nothing more: no YAML, no schemas in its import graph.
export { type Calendars } from './calendars.ts';
export { remainingAt, shareAt, spentAt } from './clock-time.ts';
export type {
  Clock,
  ClockChange,
  ClockChangeCause,
  ClockOutcome,
  ClockPause,
  CountingRule,
} from './clock.ts';
export { replayClock, type ClockReading, type ReplayEvent } from './replay-clock.ts';
export { isPlainTime } from './count-stretches.ts';
export { countTrace } from './count-trace.ts';
export type { RuleCalendars } from './clock-states.ts';
export type { CountedTrace } from './counted-trace.ts';
export {
  timelineOf,
  type Timeline,
  type TimelineBand,
  type TimelineMark,
  type TimelineOptions,
} from './timeline.ts';
export { bandName, bandWords, markName, markWords, tickWords, timelineTitle } from './timeline-words.ts';
export { timelineLabels, type TimelineLabel } from './timeline-labels.ts';
export { scheduleKey } from './schedule-of-rule.ts';
export {
  BREAK_SHAPE,
  isPatterned,
  markShape,
  shareOfWidth,
  tickRow,
  TIMELINE_ROWS,
  timelineHeight,
} from './timeline-shapes.ts';
