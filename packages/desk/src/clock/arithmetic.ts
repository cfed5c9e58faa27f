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
