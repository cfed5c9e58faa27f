import { further, knowing, type Calendar } from './calendar.ts';
import { countWhile, type Horizon } from './horizon.ts';
import { instantOrNull, type Instant } from './instant.ts';

/** The interval that holds `t`, or the first one after it. */
const intervalAt = (horizon: Horizon, t: number): number => countWhile(horizon.ends, (end) => end <= t);

/** Whether `t` is within opening hours; half open: the opening instant is, the closing one is not. */
export const isOpen = (calendar: Calendar, t: Instant): boolean => {
  const horizon = knowing(calendar, t, t);
  const start = horizon.starts[intervalAt(horizon, t)];
  return start !== undefined && start <= t;
};

/** The first open instant at or after `t`: `t` itself when open, null when it never opens again. */
export const nextOpening = (calendar: Calendar, t: Instant): Instant | null => {
  let horizon: Horizon | null = knowing(calendar, t, t);
  while (horizon !== null) {
    const start = horizon.starts[intervalAt(horizon, t)];
    if (start !== undefined && start < horizon.knownTo) return instantOrNull(Math.max(start, t));
    horizon = further(calendar, horizon);
  }
  return null;
};
