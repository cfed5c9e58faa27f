import type { Instant } from '@reglament/working-time';
import type { Target } from '../regulation/regulation.ts';
import type { Calendars } from './calendars.ts';
import type { ClockChange, ClockPause } from './clock.ts';
import {
  advance,
  change,
  deadlineOf,
  idleCount,
  open,
  pause,
  reopen,
  resume,
  stop,
  type Measure,
} from './count.ts';
import { measureOf, type Counted, type Promised } from './measure.ts';
import type { ReplayKind } from './replay-clock.ts';

// Days and agreed dates follow from more than the numbers of a count: from where they are counted, and what stood still. A life
// is a count with that record, stepped by bare events. Changed in place like the count, and never handed out.

/** A rule that came while the clock stood: in force from the reopening on (row 16). */
interface Waiting extends Promised {
  readonly cause: 'priority' | 'agreement' | 'calendar';
  readonly anew: boolean;
}

/** A pause that is still to end. */
type OpenPause = { -readonly [K in keyof ClockPause]: ClockPause[K] };

export interface Life extends Counted {
  readonly count: ReturnType<typeof idleCount>;
  readonly calendars: Calendars;
  rule: Promised;
  waiting: Waiting | null;
  startedAt: Instant;
  readonly pauses: OpenPause[];
  readonly changes: ClockChange[];
}

const NOTHING: Promised = { target: { kind: 'working-time', ms: 0 }, schedule: '' };

/** A clock that has not been opened. */
export const idleLife = (calendars: Calendars): Life => ({
  count: idleCount(),
  calendars,
  rule: NOTHING,
  waiting: null,
  startedAt: 0 as Instant,
  // The count has these: a measure doesn't ask for them.
  spentMs: 0,
  since: 0 as Instant,
  pauses: [],
  changes: [],
});

/** A bare event of a clock. */
export interface LifeEvent {
  readonly t: Instant;
  readonly k: ReplayKind;
  /** Name of a calendar; unused where the event brings none. */
  readonly schedule: string;
  /** Unused where the event brings none. */
  readonly target: Target;
  /** A target with which counting begins anew. */
  readonly anew: boolean;
}

/** The record is read when a deadline is asked for, so that it may grow meanwhile. */
const measureIn = (life: Life): Measure => measureOf(life.rule, life.calendars, life);

const closePause = ({ pauses }: Life, at: Instant): void => {
  const last = pauses.at(-1);
  if (last !== undefined) last.to ??= at;
};

const changeRule = (life: Life, at: Instant, { cause, anew, target, schedule }: Waiting): void => {
  // By the old rule up to here: it must not know of the change yet.
  advance(life.count, at);
  const begins = anew ? ({ anew: true } as const) : {};
  life.changes.push({ at, cause, before: null, spentMs: life.count.elapsed, ...begins });
  life.rule = { target, schedule };
  change(life.count, at, measureIn(life), cause !== 'calendar', anew);
};

const wait = (life: Life, next: Waiting): void => {
  const before = life.waiting;
  life.waiting = {
    ...next,
    cause: next.cause === 'calendar' ? (before?.cause ?? 'calendar') : next.cause,
    anew: next.anew || before?.anew === true,
  };
};

const another = (life: Life, at: Instant, next: Waiting): void => {
  if (life.count.state === 'idle') return;
  if (life.count.state === 'stopped') wait(life, next);
  else changeRule(life, at, next);
};

const putBack = (life: Life, at: Instant): void => {
  const from = life.count.since as Instant;
  if (!reopen(life.count, at)) return;
  life.pauses.push({ from, to: at, cause: 'stopped' });
  const { waiting } = life;
  life.waiting = null;
  if (waiting !== null) changeRule(life, at, waiting);
};

const inForce = (life: Life): Promised => life.waiting ?? life.rule;

/** Goes on to an event. What can't be (a resume while running) changes nothing (row 26). */
export const happen = (life: Life, { t, k, schedule, target, anew }: LifeEvent): void => {
  const { count } = life;
  switch (k) {
    case 'open':
      if (count.state !== 'idle') return;
      life.rule = { target, schedule };
      life.startedAt = t;
      open(count, t, measureIn(life));
      return;
    case 'pause':
      if (pause(count, t)) life.pauses.push({ from: t, to: null, cause: 'paused' });
      return;
    case 'resume':
      if (count.state === 'paused') closePause(life, t);
      resume(count, t);
      return;
    case 'stop':
      if (stop(count, t)) closePause(life, t);
      return;
    case 'reopen':
      putBack(life, t);
      return;
    case 'target': {
      const cause = target.kind === 'agreed-date' ? 'agreement' : 'priority';
      another(life, t, { target, schedule: inForce(life).schedule, cause, anew });
      return;
    }
    case 'calendar':
      another(life, t, { target: inForce(life).target, schedule, cause: 'calendar', anew: false });
  }
};

/** What a life reads at an instant not before its last event. NaN stands for none, Infinity for never. */
export interface LifeReading {
  readonly elapsed: number;
  /** Milliseconds of the target in force; NaN where the deadline is a date of its own. */
  readonly target: number;
  readonly deadline: number;
}

const plainTarget = ({ target }: Promised): number =>
  target.kind === 'working-time' || (target.kind === 'elapsed' && target.outsideHours === 'keep')
    ? target.ms
    : Number.NaN;

export const readLife = (life: Life, at: Instant): LifeReading => {
  advance(life.count, at);
  return {
    elapsed: life.count.elapsed,
    target: life.count.state === 'idle' ? Number.NaN : plainTarget(inForce(life)),
    deadline: deadlineOf(life.count),
  };
};
