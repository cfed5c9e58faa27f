/**
 * The open intervals of one calendar over [from, to], ready for arithmetic: plain numbers and typed arrays only, so a
 * table can be posted to a worker, and its arrays may sit on SharedArrayBuffers.
 * There are n >= 1 intervals [starts[i], ends[i]): sorted, apart from each other, clipped to [from, to], in epoch
 * milliseconds. A table that is never open has one empty interval at `to`.
 */
export interface OpenTable {
  readonly from: number;
  readonly to: number;
  /** All open milliseconds of the table. */
  readonly total: number;
  /** n + 1 long; the last is Infinity, so that a search to the right ends by itself. */
  readonly starts: Float64Array;
  /** n long. */
  readonly ends: Float64Array;
  /** n + 1 long: open milliseconds before each interval, the last is `total`. */
  readonly opened: Float64Array;
  /** Buckets a millisecond, a negative power of two. */
  readonly timeScale: number;
  /**
   * By bucket of time, `(t - from) * timeScale | 0`: the first interval that ends after the bucket begins, or the
   * last of all. Unless the holes are very short next to the table, no later one begins within the bucket.
   */
  readonly byTime: Int32Array;
  /** Buckets an open millisecond, a negative power of two. */
  readonly openScale: number;
  /** By bucket of open time, `open * openScale | 0`: the interval in which that much has been open. */
  readonly byOpen: Int32Array;
}

/** More buckets than this are slower than a short search: they no longer fit the nearest caches. */
const MOST_BUCKETS = 2 ** 17;
const BUCKETS_AN_INTERVAL = 32;

/** The width of buckets, a power of two: at most `wanted`, but so wide that `length` needs no more than `most`. */
const bucketWidth = (wanted: number, length: number, most: number): number => {
  let width = 2 ** Math.floor(Math.log2(Math.max(wanted, 1)));
  while (length / width > most) width *= 2;
  return width;
};

/** Buckets over [0, length]: bucket b holds the first i whose edges[i] - origin is beyond b * width, or `last`. */
const indexBy = (
  edges: Float64Array,
  origin: number,
  length: number,
  width: number,
  last: number,
): Int32Array => {
  const index = new Int32Array(Math.floor(length / width) + 1);
  let i = 0;
  for (let bucket = 0; bucket < index.length; bucket += 1) {
    const begins = origin + bucket * width;
    while (i < last && (edges[i] as number) <= begins) i += 1;
    index[bucket] = i;
  }
  return index;
};

/** The table of sorted intervals that do not touch, clipped to [from, to]. */
export const tableOf = (
  allStarts: Float64Array,
  allEnds: Float64Array,
  from: number,
  to: number,
): OpenTable => {
  const starts = new Float64Array(allStarts.length + 2);
  const ends = new Float64Array(allStarts.length + 1);
  const opened = new Float64Array(allStarts.length + 2);
  let n = 0;
  let total = 0;
  let hole = to - from;
  let shortest = to - from;
  for (let i = 0; i < allStarts.length; i += 1) {
    const start = Math.max(allStarts[i] as number, from);
    const end = Math.min(allEnds[i] as number, to);
    if (start >= end) continue;
    if (n > 0) hole = Math.min(hole, start - (ends[n - 1] as number));
    shortest = Math.min(shortest, end - start);
    starts[n] = start;
    ends[n] = end;
    opened[n] = total;
    total += end - start;
    n += 1;
  }
  if (n === 0) {
    starts[0] = to;
    ends[0] = to;
    n = 1;
  }
  starts[n] = Number.POSITIVE_INFINITY;
  opened[n] = total;
  const most = Math.min(MOST_BUCKETS, BUCKETS_AN_INTERVAL * (n + 1));
  const timeWidth = bucketWidth(hole, to - from, most);
  // A quarter, so that most buckets hold no interval's end.
  const openWidth = bucketWidth(shortest / 4, total, most);
  return {
    from,
    to,
    total,
    starts: starts.slice(0, n + 1),
    ends: ends.slice(0, n),
    opened: opened.slice(0, n + 1),
    timeScale: 1 / timeWidth,
    byTime: indexBy(ends, from, to - from, timeWidth, n - 1),
    openScale: 1 / openWidth,
    byOpen: indexBy(opened.subarray(1), 0, total, openWidth, n - 1),
  };
};

/** The interval that holds `t`, or the one before or after it. */
export const intervalNear = (table: OpenTable, t: number): number => {
  const { starts } = table;
  let i = table.byTime[((t - table.from) * table.timeScale) | 0] as number;
  while ((starts[i + 1] as number) <= t) i += 1;
  return i;
};

/** Open milliseconds of the table before `t`; from <= t <= to is the caller's duty. */
export const openBefore = (table: OpenTable, t: number): number => {
  const i = intervalNear(table, t);
  const start = table.starts[i] as number;
  return (table.opened[i] as number) + Math.max(Math.min(t, table.ends[i] as number) - start, 0);
};

/**
 * The earliest t with `open` milliseconds of the table open before it, a closing time rather than the next opening;
 * `from` for 0, NaN when the table holds less. A deadline is `Math.max(start, openReached(table, openBefore(table,
 * start) + ms))`: the maximum matters for 0 ms asked outside the hours.
 */
export const openReached = (table: OpenTable, open: number): number => {
  if (!(open > 0 && open <= table.total)) return open === 0 ? table.from : Number.NaN;
  const { opened } = table;
  let i = table.byOpen[(open * table.openScale) | 0] as number;
  while ((opened[i + 1] as number) < open) i += 1;
  return (table.starts[i] as number) + open - (opened[i] as number);
};

/** The latest t with no more than `open` milliseconds of the table open before it; NaN where it lies outside. */
export const openExceeded = (table: OpenTable, open: number): number => {
  if (!(open >= 0 && open < table.total)) return Number.NaN;
  const { opened } = table;
  let i = table.byOpen[(open * table.openScale) | 0] as number;
  while ((opened[i + 1] as number) <= open) i += 1;
  return (table.starts[i] as number) + open - (opened[i] as number);
};
