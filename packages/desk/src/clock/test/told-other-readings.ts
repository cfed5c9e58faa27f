import { compileSchedule, type WrittenSchedule, type WrittenWindows } from '@reglament/working-time';
import type { Target } from '../../regulation/regulation.ts';
import { moscow, ruleOf, shipped } from '../../test/shipped-regulations.ts';
import type { Clock } from '../clock.ts';
import { traceClock, type DeadlineTrace } from '../explain/trace-clock.ts';
import { armClock, pauseClock, restartClock, resumeClock, retargetClock, stopClock } from '../run-clock.ts';

const HOUR = 3_600_000;
const centaur = shipped('centaur');
const { calendars } = centaur;
const medium = ruleOf(centaur, 'reaction', 'basic', 'medium');

const by = (target: Target, from: string): Clock => armClock({ ...medium, target }, moscow(from), calendars);
const hours = (ms: number, from: string): Clock => by({ kind: 'working-time', ms: ms * HOUR }, from);
const stood = (clock: Clock, from: string, to: string): Clock =>
  resumeClock(pauseClock(clock, moscow(from), 'waiting-for-customer', calendars), moscow(to), calendars);
const retargeted = (clock: Clock, target: Target, at: string, spent: 'kept' | 'anew'): Clock =>
  retargetClock(clock, { ...clock.rule, target }, moscow(at), 'priority', calendars, spent);
const stopped = (clock: Clock, at: string): Clock => stopClock(clock, moscow(at), 'public-reply', calendars);
const traceOf = (clock: Clock, at = clock.since): DeadlineTrace =>
  traceClock(clock, centaur.regulation, calendars, at);

/** Told by hours that no shipped regulation has. */
const inHours = (week: WrittenSchedule['week'], target: Target, from: string): DeadlineTrace => {
  const own = new Map([[medium.schedule, compileSchedule({ zone: 'Europe/Moscow', week })]]);
  const clock = armClock({ ...medium, target }, moscow(from), own);
  return traceClock(clock, centaur.regulation, own, clock.since);
};
const mondayToSaturday = (hours: WrittenWindows, saturday = hours): WrittenSchedule['week'] => ({
  1: hours,
  2: hours,
  3: hours,
  4: hours,
  5: hours,
  6: saturday,
});
const OFFICE = [['09:00', '18:00']] as const;
const NIGHTS = [['14:00', '02:00']] as const;
const sameTime = (days: number): Target => ({ kind: 'working-days', days, mode: 'sameTime' });

const opening = { from: 'opening' } as const;
const plain = (outsideHours: 'keep' | 'next-opening'): Target => ({
  kind: 'elapsed',
  ms: 30 * HOUR,
  outsideHours,
  ...opening,
});
const days = (reading: Pick<Target & { kind: 'working-days' }, 'from' | 'afterPause'>): Target => ({
  kind: 'working-days',
  days: 2,
  mode: 'end',
  ...reading,
});

/** Clocks by readings that no shipped regulation says: R17 to R21 the other way. */
export const toldOtherReadings: Readonly<Record<string, () => DeadlineTrace>> = {
  'plain hours from the opening': () => traceOf(by(plain('keep'), '2026-11-20 20:00')),
  'plain hours from the opening, begun in the hours': () => traceOf(by(plain('keep'), '2026-11-20 10:00')),
  'plain hours from the opening, moved to another': () =>
    traceOf(by(plain('next-opening'), '2026-11-20 20:00')),
  'plain hours from the opening, with a pause before it': () =>
    traceOf(stood(by(plain('keep'), '2026-11-20 20:00'), '2026-11-21 12:00', '2026-11-23 10:00')),
  'working days from the opening': () => traceOf(by(days(opening), '2026-11-21 12:00')),
  'working days at the same time': () => traceOf(by(sameTime(2), '2026-11-20 10:00')),
  'working days at the same time, begun outside the hours': () =>
    traceOf(by(sameTime(2), '2026-11-21 12:00')),
  'the same time after closing': () =>
    inHours(mondayToSaturday(OFFICE, [['10:00', '12:00']]), sameTime(1), '2026-11-20 17:00'),
  'the same time before the opening': () =>
    inHours(mondayToSaturday(OFFICE, [['10:00', '12:00']]), sameTime(1), '2026-11-20 09:30'),
  'the same time within a break': () =>
    inHours(
      mondayToSaturday(OFFICE, [
        ['09:00', '12:00'],
        ['13:00', '15:00'],
      ]),
      sameTime(1),
      '2026-11-20 12:30',
    ),
  'working days begun on a day off': () => traceOf(by(days({}), '2026-11-21 12:00')),
  'a night shift, begun after midnight': () =>
    inHours(mondayToSaturday(NIGHTS), { kind: 'working-time', ms: 2 * HOUR }, '2026-11-22 00:30'),
  'a night shift over midnight': () =>
    inHours(mondayToSaturday(NIGHTS), { kind: 'working-time', ms: 3 * HOUR }, '2026-11-20 23:30'),
  'working days to closing time after a pause': () =>
    traceOf(
      stood(
        by(days({ afterPause: 'closing-time' }), '2026-11-20 10:00'),
        '2026-11-23 12:00',
        '2026-11-23 15:00',
      ),
    ),
  'counted anew from a change': () =>
    traceOf(
      retargeted(
        hours(8, '2026-11-20 10:00'),
        { kind: 'working-time', ms: 4 * HOUR },
        '2026-11-20 15:00',
        'anew',
      ),
    ),
  'counted anew at once': () =>
    traceOf(
      retargeted(
        hours(8, '2026-11-20 10:00'),
        { kind: 'working-time', ms: 4 * HOUR },
        '2026-11-20 10:00',
        'anew',
      ),
    ),
  'working days counted anew': () =>
    traceOf(retargeted(by(days({}), '2026-11-20 10:00'), days({}), '2026-11-23 12:00', 'anew')),
  'counted anew after an objection': () =>
    traceOf(
      restartClock(
        stopped(hours(8, '2026-11-20 10:00'), '2026-11-20 15:00'),
        moscow('2026-11-23 10:00'),
        calendars,
      ),
    ),
  'the request is of another type': () =>
    traceOf(
      retargetClock(
        hours(8, '2026-11-20 10:00'),
        { ...medium, target: { kind: 'working-time', ms: 40 * HOUR } },
        moscow('2026-11-20 12:00'),
        'type',
        calendars,
      ),
    ),
};
