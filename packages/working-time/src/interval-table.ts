import { countUpTo } from './count-up-to.ts';

/**
 * The open intervals of one calendar over [from, to], ready for arithmetic: plain numbers and typed arrays only, so a
 * table can be posted to a worker, and its arrays may sit on SharedArrayBuffers. There are n >= 1 intervals: sorted,
 * apart from each other, clipped to [from, to], in epoch milliseconds. A table that is never open has an empty one at
 * `to`.
 */
export interface OpenTable {
  readonly from: number;
  readonly to: number;
  /** All open milliseconds of the table. */
  readonly total: number;
  /**
   * Pairs, n + 1 of them: the open milliseconds before the interval, and its start less those. Inside an interval the
   * open time before t is t less the second; the interval ends at its second plus the next pair's first. The last
   * pair is the total and Infinity, so that a search to the right ends by itself.
   */
  readonly pairs: Float64Array;
  /** Buckets a millisecond, a negative power of two. */
  readonly timeScale: number;
  /**
   * By bucket of time, `(t - from) * timeScale | 0`: where in `pairs` the first interval is that ends after the bucket
   * begins (or the last of all). Unless the holes are very short next to the table, no later one begins within it.
   */
  readonly byTime: Int32Array;
  /** Buckets an open millisecond, a negative power of two. */
  readonly openScale: number;
  /** By bucket of open time, `open * openScale | 0`: where in `pairs` the interval is in which so much was open. */
  readonly byOpen: Int32Array;
}

/**
 * A table that knows no instant, not even an empty range. It is the first of its kind made: its fractions keep the
 * engine from taking these fields for small integers, which would cost every reader a second shape of the object.
 */
export const NO_TABLE: OpenTable = {
  from: Number.NaN,
  to: Number.NaN,
  total: Number.NaN,
  pairs: new Float64Array(4),
  timeScale: 0.5,
  byTime: new Int32Array(1),
  openScale: 0.5,
  byOpen: new Int32Array(1),
};

/** More buckets than this are slower than a short search: they no longer fit the nearest caches. */
const MOST_BUCKETS = 2 ** 17;
const BUCKETS_AN_INTERVAL = 16;

/** The width of buckets, a power of two: at most `wanted`, but so wide that `length` needs no more than `most`. */
const bucketWidth = (wanted: number, length: number, most: number): number => {
  let width = 2 ** Math.floor(Math.log2(Math.max(wanted, 1)));
  while (length / width > most) width *= 2;
  return width;
};

/** By bucket of time: the first interval that ends after the bucket begins. */
const indexByTime = (pairs: Float64Array, range: number, origin: number, width: number): Int32Array => {
  const index = new Int32Array(Math.floor(range / width) + 1);
  const last = pairs.length - 4;
  let bucket = 0;
  for (let at = 0; at < last; at += 2) {
    const end = (pairs[at + 1] as number) + (pairs[at + 2] as number);
    for (const after = (end - origin) / width; bucket < after; bucket += 1) index[bucket] = at;
  }
  return index.fill(last, bucket);
};

/** By bucket of open time: the interval in which so much has been open. */
const indexByOpen = (pairs: Float64Array, total: number, width: number): Int32Array => {
  const index = new Int32Array(Math.floor(total / width) + 1);
  const last = pairs.length - 4;
  let bucket = 0;
  for (let at = 0; at < last; at += 2) {
    const after = (pairs[at + 2] as number) / width;
    for (; bucket < after; bucket += 1) index[bucket] = at;
  }
  return index.fill(last, bucket);
};

/** The table of sorted intervals [starts[i], ends[i]) that do not touch, clipped to [from, to]. */
export const tableOf = (starts: Float64Array, ends: Float64Array, from: number, to: number): OpenTable => {
  const first = countUpTo(ends, from);
  const beyond = from < to ? countUpTo(starts, to - 1) : first;
  // Of the right size at once: of a long table a second copy is many megabytes.
  const pairs = new Float64Array(2 * Math.max(beyond - first, 1) + 2);
  let at = 0;
  let total = 0;
  let hole = to - from;
  let shortest = to - from;
  let lastEnd = Number.NEGATIVE_INFINITY;
  for (let i = first; i < beyond; i += 1) {
    const start = Math.max(starts[i] as number, from);
    const end = Math.min(ends[i] as number, to);
    hole = Math.min(hole, start - lastEnd);
    shortest = Math.min(shortest, end - start);
    pairs[at] = total;
    pairs[at + 1] = start - total;
    total += end - start;
    lastEnd = end;
    at += 2;
  }
  if (at === 0) {
    pairs[1] = to;
    at = 2;
  }
  pairs[at] = total;
  pairs[at + 1] = Number.POSITIVE_INFINITY;
  const most = Math.min(MOST_BUCKETS, (BUCKETS_AN_INTERVAL * pairs.length) / 2);
  const timeWidth = bucketWidth(hole, to - from, most);
  // A quarter, so that most buckets hold no interval's end.
  const openWidth = bucketWidth(shortest / 4, total, most);
  return {
    from,
    to,
    total,
    pairs,
    timeScale: 1 / timeWidth,
    byTime: indexByTime(pairs, to - from, from, timeWidth),
    openScale: 1 / openWidth,
    byOpen: indexByOpen(pairs, total, openWidth),
  };
};

/** Where in `pairs` the interval is that holds `t`, or else the one before or after it; from <= t <= to. */
export const intervalNear = ({ pairs, byTime, from, timeScale }: OpenTable, t: number): number => {
  let at = byTime[((t - from) * timeScale) | 0] as number;
  while ((pairs[at + 2] as number) + (pairs[at + 3] as number) <= t) at += 2;
  return at;
};

/**
 * Open milliseconds of the table before `t`; from <= t <= to is the caller's duty. The clamps are written as
 * (x + |x|) / 2 = max(x, 0), exact for whole numbers: whether a random t is within the hours no processor can guess,
 * and a branch guessed wrong costs more than all the rest.
 */
export const openBefore = (table: OpenTable, t: number): number => {
  const at = intervalNear(table, t);
  const { pairs } = table;
  const opened = pairs[at] as number;
  const closed = pairs[at + 2] as number;
  const since = t - (pairs[at + 1] as number) - opened;
  const left = closed - opened - (since + Math.abs(since)) * 0.5;
  return closed - (left + Math.abs(left)) * 0.5;
};

/**
 * The earliest t with `open` milliseconds of the table open before it, a closing time rather than the next opening;
 * `from` for 0, NaN when the table holds less. A deadline is `Math.max(start, openReached(table, openBefore(table,
 * start) + ms))`: the maximum matters for 0 ms asked outside the hours.
 */
export const openReached = (table: OpenTable, open: number): number => {
  if (!(open > 0 && open <= table.total)) return open === 0 ? table.from : Number.NaN;
  const { pairs } = table;
  // A bucket that begins with the end of an interval leads to the next one: the millisecond before is asked for.
  let at = table.byOpen[((open - 1) * table.openScale) | 0] as number;
  // The first step without a branch, since half of the buckets with an end in them need it.
  at += Number((pairs[at + 2] as number) < open) << 1;
  while ((pairs[at + 2] as number) < open) at += 2;
  return (pairs[at + 1] as number) + open;
};

/** The latest t with no more than `open` milliseconds of the table open before it; NaN where it lies outside. */
export const openExceeded = (table: OpenTable, open: number): number => {
  if (!(open >= 0 && open < table.total)) return Number.NaN;
  const { pairs } = table;
  let at = table.byOpen[(open * table.openScale) | 0] as number;
  at += Number((pairs[at + 2] as number) <= open) << 1;
  while ((pairs[at + 2] as number) <= open) at += 2;
  return (pairs[at + 1] as number) + open;
};
