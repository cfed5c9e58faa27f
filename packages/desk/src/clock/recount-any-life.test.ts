import type { Instant } from '@reglament/working-time';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyCalendars, anyLife, numbersFrom, type AnyClock } from '../test/any-clock.ts';
import { shipped } from '../test/shipped-regulations.ts';
import type { Clock, CountingRule } from './clock.ts';
import { recountClock, type ClockFact, type Recount } from './recount-clock.ts';
import type { ReplayEvent } from './replay-clock.ts';
import {
  armClock,
  breachClock,
  pauseClock,
  reopenClock,
  resumeClock,
  retargetClock,
  stopClock,
  withdrawStop,
} from './run-clock.ts';

/** A regulation whose schedules have no editions: rules are counted by the calendars at hand. */
const regulation = { ...shipped('centaur').regulation, schedules: [] };

interface Told {
  readonly clock: Clock;
  readonly facts: readonly ClockFact[];
}

const ruleBy = ({ cal = '', target = 0, promise }: ReplayEvent): CountingRule => ({
  clock: 'any',
  packageId: 'any',
  priority: null,
  target: promise ?? { kind: 'working-time', ms: target },
  schedule: cal,
  clause: 'A-1',
  edition: '1',
});

const inForce = (clock: Clock): CountingRule => clock.changeAtReopening?.rule ?? clock.rule;

/** Another rule, told at once; of a stopped clock only when it runs again. */
const changed = ({ clock, facts }: Told, event: ReplayEvent): Told => {
  const { t: at, k, anew = false } = event;
  const before = inForce(clock);
  const isCalendar = k === 'calendar';
  const rule = isCalendar
    ? { ...before, schedule: event.cal ?? '' }
    : { ...before, target: ruleBy(event).target };
  const another = rule.target.kind === 'agreed-date' ? 'agreement' : 'priority';
  const cause = isCalendar ? 'calendar' : another;
  // An edition changes neither a clock that has ended nor a deadline that is over and not told yet.
  const isOver = clock.dueAt !== null && clock.breachedAt === null && clock.dueAt < at;
  if (isCalendar && (clock.status === 'stopped' || isOver)) return { clock, facts };
  const next = retargetClock(clock, rule, at, cause, anyCalendars, anew ? 'anew' : 'kept');
  if (clock.status === 'stopped') return { clock: next, facts };
  const fact: ClockFact = isCalendar ? { kind: 'calendar', at, rule } : { kind: 'change', at, rule, anew };
  return { clock: next, facts: [...facts, fact] };
};

const reopened = ({ clock, facts }: Told, at: Instant): Told => {
  const { changeAtReopening: waiting } = clock;
  const next = reopenClock(clock, at, anyCalendars);
  if (waiting === undefined) return { clock: next, facts: [...facts, { kind: 'reopen', at }] };
  const { rule, anew = false } = waiting;
  const fact: ClockFact = { kind: 'change', at, rule, anew, waited: true };
  return { clock: next, facts: [...facts, { kind: 'reopen', at }, fact] };
};

const stepped = (told: Told, event: ReplayEvent): Told => {
  const { clock, facts } = told;
  const { t: at, k } = event;
  const and = (next: Clock, kind: 'pause' | 'resume' | 'stop'): Told => ({
    clock: next,
    facts: [...facts, { kind, at }],
  });
  switch (k) {
    case 'open':
      // Opened already: here it takes a stop back that nothing else has followed.
      return clock.status === 'stopped' && clock.changeAtReopening === undefined
        ? { clock: withdrawStop(clock, anyCalendars), facts: [...facts, { kind: 'withdraw-stop' }] }
        : told;
    case 'pause':
      return and(pauseClock(clock, at, 'waiting-for-customer', anyCalendars), 'pause');
    case 'resume':
      return and(resumeClock(clock, at, anyCalendars), 'resume');
    case 'stop':
      return and(stopClock(clock, at, 'resolution', anyCalendars), 'stop');
    case 'reopen':
      return clock.status === 'stopped' ? reopened(told, at) : told;
    case 'target':
    case 'calendar':
      return changed(told, event);
  }
};

const lived = ({ events }: AnyClock): Told | null => {
  let told: Told | null = null;
  for (const event of events) {
    if (told === null) {
      if (event.k !== 'open') continue;
      const rule = ruleBy(event);
      told = {
        clock: armClock(rule, event.t, anyCalendars),
        facts: [{ kind: 'start', at: event.t, rule }],
      };
      continue;
    }
    const { clock, facts }: Told = told;
    // The alarm rings in between as it does in life.
    const isOver = clock.dueAt !== null && clock.breachedAt === null && event.t > clock.dueAt;
    told = stepped(
      isOver
        ? { clock: breachClock(clock, event.t), facts: [...facts, { kind: 'missed', at: event.t }] }
        : told,
      event,
    );
  }
  return told;
};

const figuresOf = (clock: Clock): Recount => ({
  rule: clock.rule,
  status: clock.status,
  startedAt: clock.startedAt,
  countsFrom: clock.countsFrom,
  spentMs: clock.spentMs,
  since: clock.since,
  dueAt: clock.dueAt,
  lastDueAt: clock.lastDueAt,
  breachedAt: clock.breachedAt,
  firstBreachAt: clock.firstBreachAt,
  outcome: clock.outcome,
  stoppedAt: clock.stoppedAt,
});

test('any clock, by every reading, is counted the same from its facts by another way', () => {
  const lives = fc.integer({ min: 0, max: 2 ** 31 - 1 }).map((seed) => anyLife(numbersFrom(seed)));
  fc.assert(
    fc.property(lives, (life) => {
      const told = lived(life);
      if (told === null) return;
      expect(recountClock(told.facts, regulation, anyCalendars)).toEqual(figuresOf(told.clock));
    }),
    { numRuns: 5000 },
  );
});
