import { knowing, type Calendar } from './calendar.ts';
import { openUntil } from './horizon.ts';
import type { Instant, Milliseconds } from './instant.ts';

/** Working time from `a` to `b` in milliseconds; negative when `b` is before `a`. */
export const workingTimeBetween = (calendar: Calendar, a: Instant, b: Instant): Milliseconds => {
  const horizon = knowing(calendar, Math.min(a, b), Math.max(a, b));
  return openUntil(horizon, b) - openUntil(horizon, a);
};
