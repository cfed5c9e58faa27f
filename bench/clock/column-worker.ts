import { parentPort, workerData } from 'node:worker_threads';
import { evaluateClocks, type ClockColumns, type ClockResults, type ClockTables } from '@reglament/desk';

/** What a worker is given: all of it lies on shared memory but the small tables. */
export interface ColumnWork {
  readonly columns: ClockColumns;
  readonly tables: ClockTables;
  readonly at: number;
  readonly results: ClockResults;
  /** Number of the next share, which workers take one by one. */
  readonly next: Int32Array;
}

/** Clocks in a share: small enough that no worker waits long for the last one. */
const SHARE = 8192;

const work = workerData as ColumnWork;

// These are threads: a message has no origin to name.
/* oxlint-disable unicorn/require-post-message-target-origin -- it is the window's postMessage that takes one */
parentPort?.on('message', () => {
  const { columns, tables, at, results, next } = work;
  const clocks = columns.offset.length - 1;
  for (;;) {
    const from = Atomics.add(next, 0, 1) * SHARE;
    if (from >= clocks) break;
    evaluateClocks(columns, tables, at, results, from, Math.min(from + SHARE, clocks));
  }
  parentPort?.postMessage('done');
});
parentPort?.postMessage('ready');
