import { compileSchedule } from '@reglament/working-time';
import { moscow, ruleOf, shipped } from '../../test/shipped-regulations.ts';
import type { Target } from '../../regulation/regulation.ts';
import type { Clock } from '../clock.ts';
import type { Calendars } from '../calendars.ts';
import {
  armClock,
  breachClock,
  pauseClock,
  reopenClock,
  resumeClock,
  retargetClock,
  stopClock,
  withdrawStop,
} from '../run-clock.ts';
import { traceClock, type DeadlineTrace } from '../explain/trace-clock.ts';

const HOUR = 3_600_000;
const centaur = shipped('centaur');
const { calendars } = centaur;
const medium = ruleOf(centaur, 'reaction', 'basic', 'medium');
const low = ruleOf(centaur, 'reaction', 'basic', 'low');
const waiting = 'waiting-for-customer';

const by = (target: Target, from: string): Clock => armClock({ ...medium, target }, moscow(from), calendars);
const hours = (count: number, from: string): Clock => by({ kind: 'working-time', ms: count * HOUR }, from);
const paused = (clock: Clock, from: string, cause = waiting): Clock =>
  pauseClock(clock, moscow(from), cause, calendars);
const resumed = (clock: Clock, at: string): Clock => resumeClock(clock, moscow(at), calendars);
const stopped = (clock: Clock, at: string, cause = 'public-reply'): Clock =>
  stopClock(clock, moscow(at), cause, calendars);
const reopened = (clock: Clock, at: string): Clock => reopenClock(clock, moscow(at), calendars);
const missed = (clock: Clock, at: string): Clock => breachClock(clock, moscow(at));
const retargeted = (
  clock: Clock,
  target: Target,
  at: string,
  cause: 'priority' | 'package' | 'agreement' = 'priority',
): Clock => retargetClock(clock, { ...clock.rule, target }, moscow(at), cause, calendars);

/** So many pauses of an hour, one each working day from Monday 9 November 2026 on. */
const manyPauses = (count: number): Clock => {
  let clock = hours(200, '2026-11-09 09:00');
  for (let n = 0; n < count; n += 1) {
    const day = String(9 + Math.floor(n / 5) * 7 + (n % 5)).padStart(2, '0');
    clock = resumed(paused(clock, `2026-11-${day} 10:00`), `2026-11-${day} 11:00`);
  }
  return clock;
};

const traceOf = (clock: Clock, at = clock.since, timeZoneData: string | null = null): DeadlineTrace =>
  traceClock(clock, centaur.regulation, calendars, at, timeZoneData);

/** Hours that never open. */
const never: Calendars = new Map([
  [medium.schedule, compileSchedule({ zone: 'Europe/Moscow', week: {}, exceptions: {} })],
]);

const neverOpen = (clock: Clock): DeadlineTrace => traceClock(clock, centaur.regulation, never, clock.since);

/** The record of a change from before rules were kept. */
const unruled = (clock: Clock): Clock => ({
  ...clock,
  changes: (clock.changes ?? []).map((change) => ({ ...change, cause: null, before: null })),
});

const agreed = (at: string, pausesMoveIt: boolean): Target => ({
  kind: 'agreed-date',
  at: moscow(at),
  pausesMoveIt,
});
const friday = (): Clock => hours(8, '2026-11-20 10:00');
const lateOnce = (): Clock => stopped(missed(friday(), '2026-11-23 12:00'), '2026-11-23 12:00');
const atNight = (): DeadlineTrace => traceOf(hours(8, '2026-11-20 20:00'));
const monday = (): DeadlineTrace => traceOf(hours(8, '2026-11-23 09:00'));

/** Clocks whose sentences are written down in told-sentences.txt: each sentence there is stands in one of them. */
export const toldLives: Readonly<Record<string, () => DeadlineTrace>> = {
  'plain hours': () =>
    traceOf(by({ kind: 'elapsed', ms: 30 * HOUR, outsideHours: 'keep' }, '2026-11-20 10:00')),
  'plain hours with a pause': () =>
    traceOf(
      resumed(
        paused(
          by({ kind: 'elapsed', ms: 30 * HOUR, outsideHours: 'keep' }, '2026-11-20 10:00'),
          '2026-11-20 12:00',
        ),
        '2026-11-20 14:00',
      ),
    ),
  'plain hours that stand': () =>
    traceOf(
      paused(
        by({ kind: 'elapsed', ms: 30 * HOUR, outsideHours: 'keep' }, '2026-11-20 10:00'),
        '2026-11-20 12:00',
      ),
    ),
  'plain hours with a change': () =>
    traceOf(
      retargeted(
        by({ kind: 'elapsed', ms: 30 * HOUR, outsideHours: 'keep' }, '2026-11-20 10:00'),
        { kind: 'elapsed', ms: 24 * HOUR, outsideHours: 'keep' },
        '2026-11-20 12:00',
      ),
    ),
  'moved to the opening': () =>
    traceOf(by({ kind: 'elapsed', ms: 24 * HOUR, outsideHours: 'next-opening' }, '2026-11-20 10:00')),
  'calendar days': () => traceOf(by({ kind: 'calendar-days', days: 3 }, '2026-11-20 10:00')),
  'calendar days with a pause': () =>
    traceOf(
      resumed(
        paused(by({ kind: 'calendar-days', days: 3 }, '2026-11-20 10:00'), '2026-11-20 12:00'),
        '2026-11-21 14:30',
      ),
    ),
  'calendar days that stand': () =>
    traceOf(
      paused(by({ kind: 'calendar-days', days: 3 }, '2026-11-20 10:00'), '2026-11-20 12:00'),
      moscow('2026-11-21 12:00'),
    ),
  'working days': () => traceOf(by({ kind: 'working-days', days: 2, mode: 'end' }, '2026-11-20 10:00')),
  'no working days': () => traceOf(by({ kind: 'working-days', days: 0, mode: 'end' }, '2026-11-20 10:00')),
  'many working days with a pause': () =>
    traceOf(
      resumed(
        paused(by({ kind: 'working-days', days: 8, mode: 'end' }, '2026-11-20 10:00'), '2026-11-20 12:00'),
        '2026-11-20 14:30',
      ),
    ),
  'six working days': () => traceOf(by({ kind: 'working-days', days: 6, mode: 'end' }, '2026-11-20 10:00')),
  'too many working days': () =>
    traceOf(by({ kind: 'working-days', days: 500, mode: 'end' }, '2023-01-09 10:00')),
  'an agreed date': () => traceOf(by(agreed('2026-11-27 15:00', false), '2026-11-20 10:00')),
  'an agreed date that a pause moved': () =>
    traceOf(
      resumed(
        paused(by(agreed('2026-11-27 15:00', true), '2026-11-20 10:00'), '2026-11-20 12:00'),
        '2026-11-20 14:30',
      ),
    ),
  'another date agreed': () =>
    traceOf(
      retargeted(
        by(agreed('2026-11-27 15:00', false), '2026-11-20 10:00'),
        agreed('2026-12-01 15:00', false),
        '2026-11-20 12:00',
        'agreement',
      ),
    ),
  'half an hour': () => traceOf(hours(0.5, '2026-11-20 10:00')),
  'many stretches': () => traceOf(hours(60, '2026-11-20 16:30')),
  months: () => traceOf(hours(5000, '2023-01-09 09:00')),
  'months, missed in the first': () =>
    traceOf(missed(hours(16, '2024-02-05 09:00'), '2026-02-05 12:00'), moscow('2026-02-05 12:00')),
  'months with a pause': () =>
    traceOf(resumed(paused(hours(5000, '2023-01-09 09:00'), '2023-01-10 10:00'), '2023-01-10 11:00')),
  years: () => traceOf(hours(30_000, '2023-01-09 09:00')),
  stands: () => traceOf(paused(hours(8, '2026-11-20 10:00'), '2026-11-20 12:30')),
  'stands for another reason': () =>
    traceOf(paused(hours(8, '2026-11-20 10:00'), '2026-11-20 12:30', 'strike')),
  'stands with nothing left': () => traceOf(paused(friday(), '2026-11-23 10:00')),
  'stands when missed': () => traceOf(paused(missed(friday(), '2026-11-23 12:00'), '2026-11-23 12:00')),
  'eight pauses': () => traceOf(manyPauses(8)),
  'ten pauses': () => traceOf(manyPauses(10)),
  'stood for another reason': () =>
    traceOf(resumed(paused(hours(8, '2026-11-20 10:00'), '2026-11-20 12:30', 'strike'), '2026-11-20 13:00')),
  'done in time': () => traceOf(stopped(friday(), '2026-11-20 15:00')),
  'done late': () => traceOf(lateOnce()),
  'done late, then in time': () =>
    traceOf(
      stopped(
        retargeted(
          reopened(lateOnce(), '2026-11-23 13:00'),
          { kind: 'working-time', ms: 40 * HOUR },
          '2026-11-23 14:00',
        ),
        '2026-11-23 15:00',
      ),
    ),
  'done where it never opens': () =>
    neverOpen(
      stopClock(
        armClock(medium, moscow('2026-11-20 10:00'), never),
        moscow('2026-11-20 15:00'),
        'public-reply',
        never,
      ),
    ),
  'not promised any more': () =>
    traceOf(stopped(missed(friday(), '2026-11-23 12:00'), '2026-11-23 12:00', 'no-longer-promised')),
  'not promised any more, done in time before': () =>
    traceOf(
      stopped(
        reopened(stopped(friday(), '2026-11-20 12:00'), '2026-11-20 13:00'),
        '2026-11-20 14:00',
        'no-longer-promised',
      ),
    ),
  'a date agreed apart': () => traceOf(stopped(friday(), '2026-11-20 15:00', 'agreement')),
  'a date agreed apart, late': () =>
    traceOf(stopped(missed(friday(), '2026-11-23 12:00'), '2026-11-23 12:00', 'agreement')),
  reopened: () => traceOf(reopened(stopped(friday(), '2026-11-20 15:00'), '2026-11-23 10:00')),
  'a stop withdrawn': () => traceOf(withdrawStop(stopped(friday(), '2026-11-20 15:00'), calendars)),
  missed: () => traceOf(missed(friday(), '2026-11-23 12:00'), moscow('2026-11-23 12:00')),
  'missed once': () =>
    traceOf(
      retargeted(
        missed(friday(), '2026-11-23 12:00'),
        { kind: 'working-time', ms: 40 * HOUR },
        '2026-11-23 12:00',
      ),
    ),
  'missed once, stands': () =>
    traceOf(
      paused(
        retargeted(
          missed(friday(), '2026-11-23 12:00'),
          { kind: 'working-time', ms: 40 * HOUR },
          '2026-11-23 12:00',
        ),
        '2026-11-23 13:00',
      ),
    ),
  'missed, and by another rule still': () =>
    traceOf(
      retargeted(
        missed(friday(), '2026-11-23 12:00'),
        { kind: 'working-time', ms: 4 * HOUR },
        '2026-11-23 12:00',
      ),
    ),
  'never opens': () => neverOpen(armClock(medium, moscow('2026-11-20 10:00'), never)),
  'a change at the start': () =>
    traceOf(retargetClock(friday(), low, moscow('2026-11-20 10:00'), 'priority', calendars)),
  'another package, the same promise': () =>
    traceOf(retargeted(friday(), friday().rule.target, '2026-11-20 12:00', 'package')),
  'a change while it stands': () =>
    traceOf(
      retargeted(
        paused(friday(), '2026-11-20 12:00'),
        { kind: 'working-time', ms: 4 * HOUR },
        '2026-11-20 13:00',
      ),
    ),
  'a change on another day': () =>
    traceOf(
      retargeted(hours(40, '2026-11-20 10:00'), { kind: 'working-time', ms: 80 * HOUR }, '2026-11-24 12:00'),
    ),
  'a change before the first opening of its day': () =>
    traceOf(
      retargeted(hours(40, '2026-11-20 16:00'), { kind: 'working-time', ms: 80 * HOUR }, '2026-11-21 12:00'),
    ),
  'a change of an old record': () =>
    traceOf(unruled(retargeted(friday(), { kind: 'working-time', ms: 40 * HOUR }, '2026-11-20 12:00'))),
  'begun by a registration': () => ({ ...monday(), startedBy: 'registration' }),
  'begun by a classification': () => ({ ...monday(), startedBy: 'classification' }),
  'begun by an agreement': () => ({ ...monday(), startedBy: 'agreement' }),
  'begun by what is not known any more': () => ({ ...monday(), startedBy: null }),
  'begun by a registration at night': () => ({ ...atNight(), startedBy: 'registration' }),
  'begun by a classification at night': () => ({ ...atNight(), startedBy: 'classification' }),
  'begun by an agreement at night': () => ({ ...atNight(), startedBy: 'agreement' }),
  'a clause that is not known any more': () => ({ ...monday(), clause: null }),
  'a clock that is not known any more': () => ({ ...monday(), clock: 'ping' }),
  'hours that are not known any more': () => ({ ...monday(), scheduleName: null }),
  'a year not approved': () => traceOf(hours(8, '2027-12-31 16:30')),
};
