import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import {
  clockResults,
  evaluateClocks,
  readingOf,
  replayClock,
  tablesOf,
  type ClockColumns,
  type ClockResults,
  type ClockTables,
  type ColumnRule,
  type ReplayEvent,
} from '@reglament/desk';
import type { Instant } from '@reglament/working-time';
import { type Figure, median } from '../figure.ts';
import type { ColumnWork } from './column-worker.ts';
import { benchCalendars, benchRules, eventsOf, FIRST, LAST, randomClocks } from './random-clocks.ts';

const WORKERS = 4;
const GOAL_MS = 200;
const GOAL_WORKERS_MS = 60;
const GOAL_EIGHT_US = 1.5;
const GOAL_DAYS_US = 3;

export interface ClockPace {
  readonly clocks: number;
  readonly rounds: number;
  /** Clocks compared one by one with the count from objects. */
  readonly compared: number;
}

const took = (work: () => void): number => {
  const began = performance.now();
  work();
  return performance.now() - began;
};

/** Fails unless each of the first clocks reads as its events do one by one, at three instants. */
const compareFirst = (columns: ClockColumns, compared: number): void => {
  for (const at of [LAST, ((FIRST + LAST) / 2) as Instant, (FIRST + 86_400_000) as Instant]) {
    const results = clockResults(compared);
    evaluateClocks(columns, tablesOf(benchCalendars, benchRules, FIRST, at), at, results, 0, compared);
    for (let clock = 0; clock < compared; clock += 1) {
      const events = eventsOf(columns, clock);
      const told = JSON.stringify(readingOf(results, clock));
      const expected = JSON.stringify(replayClock(benchCalendars, events, at));
      if (told !== expected)
        throw new Error(
          `clock ${clock} at ${at}: ${told}, one by one ${expected}: ${JSON.stringify(events)}`,
        );
    }
  }
};

/** Reading every byte of the columns once: nothing can be faster. */
const readColumns = ({ offset, time, kind, argument }: ClockColumns): number => {
  let sum = 0;
  for (let event = 0; event < time.length; event += 1)
    sum += (time[event] as number) + (kind[event] as number) + (argument[event] as number);
  for (let clock = 0; clock < offset.length; clock += 1) sum += offset[clock] as number;
  return sum;
};

const inWorkers = async (
  columns: ClockColumns,
  tables: ClockTables,
  rounds: number,
  expected: ClockResults,
): Promise<readonly number[]> => {
  const results = clockResults(columns.offset.length - 1, true);
  const next = new Int32Array(new SharedArrayBuffer(4));
  const workerData: ColumnWork = { columns, tables, at: LAST, results, next };
  const workers = Array.from(
    { length: WORKERS },
    () => new Worker(new URL('./start-column-worker.mjs', import.meta.url), { workerData }),
  );
  const all = (): Promise<unknown> => Promise.all(workers.map((worker) => once(worker, 'message')));
  try {
    await all();
    const times: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      Atomics.store(next, 0, 0);
      const began = performance.now();
      const done = all();
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
      for (const worker of workers) worker.postMessage('go');
      await done;
      times.push(performance.now() - began);
    }
    for (const name of ['elapsed', 'target', 'state', 'deadline', 'breachedAt', 'firstBreachAt'] as const)
      if (expected[name].some((value, clock) => !Object.is(value, results[name][clock])))
        throw new Error(`the workers tell another ${name}`);
    return times;
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
};

/** Clocks of just eight events, as objects, counted one by one: microseconds each. */
const eightEvents = (columns: ClockColumns, rounds: number): number => {
  const clocks: (readonly ReplayEvent[])[] = [];
  for (let clock = 0; clocks.length < 4096 && clock < columns.offset.length - 1; clock += 1) {
    const events = (columns.offset[clock + 1] as number) - (columns.offset[clock] as number);
    if (events === 8) clocks.push(eventsOf(columns, clock));
  }
  let sum = 0;
  const times = Array.from({ length: rounds }, () =>
    took(() => {
      for (const events of clocks) sum += replayClock(benchCalendars, events, LAST).elapsed;
    }),
  );
  if (!Number.isFinite(sum)) throw new Error('no time at all');
  return (median(times) * 1000) / clocks.length;
};

const objectsMs = (columns: ClockColumns, clocks: number): number => {
  const objects = Array.from({ length: clocks }, (_, clock) => eventsOf(columns, clock));
  let sum = 0;
  const times = Array.from({ length: 3 }, () =>
    took(() => {
      for (const events of objects) sum += replayClock(benchCalendars, events, LAST).elapsed;
    }),
  );
  if (!Number.isFinite(sum)) throw new Error('no time at all');
  return median(times);
};

/** The same lives by working days: microseconds a clock, the first ones compared with their events one by one. */
const byDays = (columns: ClockColumns, { clocks, rounds, compared }: ClockPace): number => {
  const rules = benchRules.map(({ calendar }, index): ColumnRule => ({
    calendar,
    target: { kind: 'working-days', days: 1 + (index % 8), mode: 'end' },
  }));
  const tables = tablesOf(benchCalendars, rules, FIRST, LAST);
  const results = clockResults(clocks);
  const times = Array.from({ length: rounds }, () =>
    took(() => {
      evaluateClocks(columns, tables, LAST, results, 0, clocks);
    }),
  );
  for (let clock = 0; clock < compared; clock += 1) {
    const told = JSON.stringify(readingOf(results, clock));
    const expected = JSON.stringify(replayClock(benchCalendars, eventsOf(columns, clock, rules), LAST));
    if (told !== expected) throw new Error(`clock ${clock} by days: ${told}, one by one ${expected}`);
  }
  return (median(times) * 1000) / clocks;
};

const ms = (value: number): string => `${value.toFixed(value < 10 ? 2 : 0)} ms`;

/** A clock of eight events, a million clocks in columns on one core and on four workers, and clocks by days. */
export const benchClocks = async (pace: ClockPace): Promise<readonly Figure[]> => {
  const columns = randomClocks(pace.clocks, 1);
  compareFirst(columns, pace.compared);
  const tables = tablesOf(benchCalendars, benchRules, FIRST, LAST);
  const results = clockResults(pace.clocks);
  const oneCore = median(
    Array.from({ length: pace.rounds }, () =>
      took(() => {
        evaluateClocks(columns, tables, LAST, results, 0, pace.clocks);
      }),
    ),
  );
  let sum = 0;
  const floor = median(Array.from({ length: pace.rounds }, () => took(() => (sum += readColumns(columns)))));
  if (!Number.isFinite(sum)) throw new Error('no columns');
  const workers = median(await inWorkers(columns, tables, pace.rounds * 2, results));
  const objects = Math.min(pace.clocks, 100_000);
  const asObjects = (objectsMs(columns, objects) * pace.clocks) / objects;
  const days = byDays(columns, { ...pace, clocks: objects });
  const eight = eightEvents(columns, pace.rounds * 4);
  const events = columns.time.length;
  const many = `${pace.clocks.toLocaleString('en')} clocks, ${(events / 1e6).toFixed(2)} M events`;
  return [
    {
      what: 'a clock of eight events, counted from objects',
      measured: `${eight.toFixed(2)} us`,
      against: `${((oneCore * 1000) / pace.clocks).toFixed(2)} us in columns`,
      goal: `<= ${GOAL_EIGHT_US} us`,
      met: eight <= GOAL_EIGHT_US,
      numbers: { microseconds: eight },
    },
    {
      what: `${many}, in columns on one core`,
      measured: ms(oneCore),
      against: `${ms(floor)} reading the columns once; ${ms(asObjects)} from objects (${objects.toLocaleString('en')} of them counted)`,
      goal: `<= ${GOAL_MS} ms`,
      met: oneCore <= GOAL_MS,
      numbers: { milliseconds: oneCore, floor, objects: asObjects, events },
    },
    {
      what: `${objects.toLocaleString('en')} of them by working days, in columns on one core`,
      measured: `${days.toFixed(2)} us each`,
      against: `${((oneCore * 1000) / pace.clocks).toFixed(2)} us by hours`,
      goal: `<= ${GOAL_DAYS_US} us`,
      met: days <= GOAL_DAYS_US,
      numbers: { microseconds: days },
    },
    {
      what: `${many}, in columns on four workers`,
      measured: ms(workers),
      against: `${ms(oneCore)} on one core`,
      goal: `<= ${GOAL_WORKERS_MS} ms`,
      met: workers <= GOAL_WORKERS_MS,
      numbers: { milliseconds: workers, oneCore },
    },
  ];
};
