import type { ReplayEvent } from '../replay-clock.ts';

/*
 * A clock carried along in somebody's hand: every minute it is looked at whether the desk is open, and what happens to
 * the clock is written down in the order of the rules. Knows neither calendars nor the engine.
 */

const MINUTE = 60_000;

/** A desk's whole life in minutes from `start`: 1 where it is open. Before and after it is closed. */
export interface Hours {
  readonly start: number;
  readonly open: Uint8Array;
}

export interface WalkedReading {
  readonly elapsed: number;
  readonly remaining: number | null;
  readonly state: 'idle' | 'running' | 'paused' | 'stopped';
  readonly deadline: number | null;
  readonly breachedAt: number | null;
  readonly firstBreachAt: number | null;
}

interface Carried {
  now: number;
  state: WalkedReading['state'];
  elapsed: number;
  target: number;
  hours: Hours | null;
  /** When the elapsed time came up to the target, in the present stretch of running; null before. */
  reachedAt: number | null;
  breachedAt: number | null;
  firstBreachAt: number | null;
  /** The target was changed while the clock was stopped: judged when it is reopened. */
  judgedAtReopening: boolean;
}

/** Goes on to `t`, minute by minute. */
const carryTo = (clock: Carried, t: number): void => {
  if (clock.state === 'running' && clock.hours !== null) {
    const { start, open } = clock.hours;
    let { now, elapsed, reachedAt } = clock;
    while (now < t) {
      const minute = Math.floor((now - start) / MINUTE);
      const next = Math.min(t, start + (minute + 1) * MINUTE);
      if (open[minute] === 1) elapsed += next - now;
      if (reachedAt === null && elapsed >= clock.target) reachedAt = next - (elapsed - clock.target);
      now = next;
    }
    Object.assign(clock, { elapsed, reachedAt });
    // Missed: it runs, and the moment it was due has passed.
    if (reachedAt !== null && t > reachedAt) miss(clock, reachedAt);
  }
  clock.now = t;
};

const miss = (clock: Carried, at: number): void => {
  if (clock.breachedAt !== null) return;
  clock.breachedAt = at;
  clock.firstBreachAt ??= at;
};

/** A target below what has elapsed is missed now; another one is not missed (yet). */
const judge = (clock: Carried): void => {
  if (clock.elapsed > clock.target) miss(clock, clock.now);
  else clock.breachedAt = null;
};

/** A stretch of running begins: what is due already is due from here on, never earlier. */
const setOff = (clock: Carried): void => {
  clock.state = 'running';
  clock.reachedAt = clock.elapsed >= clock.target ? clock.now : null;
};

const setTarget = (clock: Carried, target: number): void => {
  clock.target = target;
  if (clock.state === 'stopped') {
    clock.judgedAtReopening = true;
    return;
  }
  judge(clock);
  if (clock.state === 'running') setOff(clock);
};

const setHours = (clock: Carried, hours: Hours): void => {
  clock.hours = hours;
  if (clock.state === 'running') setOff(clock);
};

const putBack = (clock: Carried): void => {
  if (clock.judgedAtReopening) judge(clock);
  clock.judgedAtReopening = false;
  setOff(clock);
};

const happen = (clock: Carried, event: ReplayEvent, hours: ReadonlyMap<string, Hours>): void => {
  const named = hours.get(event.cal ?? '') ?? null;
  const target = event.target ?? Number.NaN;
  const { state } = clock;
  if (event.k === 'open' && state === 'idle') {
    Object.assign(clock, { hours: named, target });
    setOff(clock);
  }
  if (state === 'idle') return;
  if (event.k === 'pause' && state === 'running') clock.state = 'paused';
  if (event.k === 'resume' && state === 'paused') setOff(clock);
  if (event.k === 'stop' && state !== 'stopped') clock.state = 'stopped';
  if (event.k === 'reopen' && state === 'stopped') putBack(clock);
  if (event.k === 'target') setTarget(clock, target);
  if (event.k === 'calendar' && named !== null) setHours(clock, named);
};

/** When the running clock will come up to its target if nothing more happens; null when the desk closes for good before. */
const dueAfter = (clock: Carried): number | null => {
  if (clock.reachedAt !== null) return clock.reachedAt;
  const ahead = { ...clock };
  const { hours } = ahead;
  if (hours === null) return null;
  carryTo(ahead, hours.start + hours.open.length * MINUTE);
  return ahead.reachedAt;
};

/** What the carried clock shows at `at`. */
export const walkClock = (
  hours: ReadonlyMap<string, Hours>,
  events: readonly ReplayEvent[],
  at: number,
): WalkedReading => {
  const clock: Carried = {
    now: Number.NEGATIVE_INFINITY,
    state: 'idle',
    elapsed: 0,
    target: 0,
    hours: null,
    reachedAt: null,
    breachedAt: null,
    firstBreachAt: null,
    judgedAtReopening: false,
  };
  for (const event of events) {
    if (event.t > at) continue;
    carryTo(clock, event.t);
    happen(clock, event, hours);
  }
  carryTo(clock, at);
  const { elapsed, target, state, breachedAt, firstBreachAt } = clock;
  return {
    elapsed,
    remaining: state === 'idle' ? null : target - elapsed,
    state,
    deadline: state === 'running' ? (breachedAt ?? dueAfter(clock)) : null,
    breachedAt,
    firstBreachAt,
  };
};
