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
export { zoneWords } from './explain/zone-words.ts';
export { isPlainTime } from './explain/count-stretches.ts';
export { countTrace } from './explain/count-trace.ts';
export type { RuleCalendars } from './explain/clock-states.ts';
export type { CountedTrace } from './explain/trace.ts';
export {
  timelineOf,
  type Timeline,
  type TimelineBand,
  type TimelineMark,
  type TimelineOptions,
} from './timeline/timeline.ts';
export {
  bandName,
  bandWords,
  markName,
  markWords,
  tickWords,
  timelineTitle,
} from './timeline/timeline-words.ts';
export { timelineLabels, type TimelineLabel } from './timeline/timeline-labels.ts';
export { scheduleKey } from './schedule-of-rule.ts';
export {
  BREAK_SHAPE,
  isPatterned,
  markShape,
  shareOfWidth,
  tickRow,
  TIMELINE_ROWS,
  timelineHeight,
} from './timeline/timeline-shapes.ts';
export { waitsForClassification } from '../regulation/waits-for-classification.ts';
