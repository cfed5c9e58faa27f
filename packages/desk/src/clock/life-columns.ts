import type { Instant } from '@reglament/working-time';
import type { Target } from '../regulation/regulation.ts';
import {
  COLUMN_KINDS,
  COLUMN_STATES,
  type ClockColumns,
  type ClockResults,
  type LifeRule,
  type LifeTables,
} from './column-shape.ts';
import { happen, idleLife, readLife } from './replay-life.ts';

const BRINGS_RULE = COLUMN_KINDS.map((kind) => kind === 'open' || kind === 'target' || kind === 'calendar');

/** Whether one of the clock's rules says more than working time. */
export const needsLife = (columns: ClockColumns, { isLife }: LifeTables, clock: number): boolean => {
  const { offset, kind, argument } = columns;
  const end = offset[clock + 1] as number;
  for (let event = offset[clock] as number; event < end; event += 1)
    if (BRINGS_RULE[kind[event] as number] === true && isLife[argument[event] as number] === 1) return true;
  return false;
};

const targetAt = (target: Target, { date }: ClockColumns, event: number): Target =>
  target.kind === 'agreed-date' ? { ...target, at: (date?.[event] ?? Number.NaN) as Instant } : target;

const orNone = (at: number): number => (Number.isFinite(at) ? at : Number.NaN);

/** Reads one clock as `replayClock` does: event by event, with its record. */
export const evaluateLife = (
  columns: ClockColumns,
  { calendars, rules }: LifeTables,
  at: number,
  results: ClockResults,
  clock: number,
): void => {
  const { offset, time, kind, argument } = columns;
  const life = idleLife(calendars);
  const end = offset[clock + 1] as number;
  for (let event = offset[clock] as number; event < end && (time[event] as number) <= at; event += 1) {
    const { schedule, target, anew } = rules[argument[event] as number] as LifeRule;
    happen(life, {
      t: time[event] as Instant,
      k: COLUMN_KINDS[kind[event] as number] as (typeof COLUMN_KINDS)[number],
      schedule,
      target: targetAt(target, columns, event),
      anew,
    });
  }
  const { elapsed, target, deadline } = readLife(life, at as Instant);
  const { state, breachedAt, firstBreachAt } = life.count;
  results.state[clock] = COLUMN_STATES.indexOf(state);
  results.elapsed[clock] = elapsed;
  results.target[clock] = target;
  results.deadline[clock] = orNone(deadline);
  results.breachedAt[clock] = breachedAt;
  results.firstBreachAt[clock] = firstBreachAt;
};
