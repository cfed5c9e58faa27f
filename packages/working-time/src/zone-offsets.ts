import { DAY, HOUR, MINUTE, SECOND } from './instant.ts';
import { dayOfMonth } from './local-date.ts';

/**
 * A zone's offsets, read from Intl and kept. They are found a piece of time at a time, when first asked for: each
 * piece is scanned in steps, and where two steps differ the change between them is bisected to the second.
 */
export interface Zone {
  /** The name asked for, in the letter case of the runtime; an alias stays itself. */
  readonly name: string;
  readonly format: Intl.DateTimeFormat;
  /** By number of the piece, plus one for the piece before 1970. */
  readonly pieces: (OffsetSpans | undefined)[];
}

/** Stretches of constant offset, sorted: from starts[i] to starts[i + 1] local time is UTC + offsets[i] (milliseconds). */
export interface OffsetSpans {
  /** One longer than `offsets`; the last one ends the known part. */
  readonly starts: readonly number[];
  readonly offsets: readonly number[];
}

const PIECE = 366 * DAY;
/** No zone since 1970 has changed its offset and changed it back within three days. */
const STEP = 3 * DAY;
/** Nearly every change is at a whole quarter of an hour, so that is looked for first. */
const QUARTER = 15 * MINUTE;

/**
 * A zone to be asked. Throws RangeError where this runtime knows no such zone. Four fields are enough: no offset
 * reaches a day, so the day of the month tells which of three days it is.
 */
export const zoneNamed = (id: string): Zone => {
  const format = new Intl.DateTimeFormat('en-US-u-ca-gregory-nu-latn', {
    timeZone: id,
    hourCycle: 'h23',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  const resolved = format.resolvedOptions().timeZone;
  return { name: resolved.toLowerCase() === id.toLowerCase() ? resolved : id, format, pieces: [] };
};

const ZERO = 48;

/** The offset in force at a whole second, read from the wall clock that Intl shows: '24, 09:30:00'. */
const askOffset = (zone: Zone, t: number): number => {
  const shown = zone.format.format(t);
  // Read by hand: this is most of what a cold zone costs next to Intl itself.
  const numbers = [0, 0, 0, 0];
  let field = -1;
  let within = false;
  for (let i = 0; i < shown.length; i += 1) {
    const digit = shown.charCodeAt(i) - ZERO;
    const isDigit = digit >= 0 && digit <= 9;
    if (isDigit && !within) field += 1;
    within = isDigit;
    if (isDigit) numbers[field] = (numbers[field] ?? 0) * 10 + digit;
  }
  const [day = 0, hour = 0, minute = 0, second = 0] = numbers;
  if (field !== 3) throw new Error(`unreadable wall clock: ${shown}`);
  const utcDay = Math.floor(t / DAY);
  let local = utcDay;
  if (day === dayOfMonth(utcDay + 1)) local += 1;
  else if (day !== dayOfMonth(utcDay)) local -= 1;
  return local * DAY + hour * HOUR + minute * MINUTE + second * SECOND - t;
};

/** The first moment after `low` on its grid of `grain` whose offset differs from low's, knowing that high's does. */
const bisect = (zone: Zone, low: number, lowOffset: number, high: number, grain: number): number => {
  let same = low;
  let different = high;
  while (different - same > grain) {
    const middle = same + Math.ceil((different - same) / 2 / grain) * grain;
    if (askOffset(zone, middle) === lowOffset) same = middle;
    else different = middle;
  }
  return different;
};

/** The first second after `low` whose offset differs; `low` is a whole quarter of an hour, high's offset differs. */
const changeBetween = (zone: Zone, low: number, lowOffset: number, high: number): number => {
  const quarter = bisect(zone, low, lowOffset, high, QUARTER);
  if (askOffset(zone, quarter - SECOND) === lowOffset) return quarter;
  return bisect(zone, Math.max(quarter - QUARTER, low), lowOffset, quarter - SECOND, SECOND);
};

const scanPiece = (zone: Zone, piece: number): OffsetSpans => {
  const begin = piece * PIECE;
  const end = begin + PIECE;
  const starts = [begin];
  const offsets = [askOffset(zone, begin)];
  let at = begin;
  let offset = offsets[0] as number;
  while (at < end) {
    const next = Math.min(at + STEP, end);
    const shown = askOffset(zone, next);
    let low = at;
    while (shown !== offset) {
      const change = changeBetween(zone, low, offset, next);
      if (change >= end) break;
      offset = askOffset(zone, change);
      starts.push(change);
      offsets.push(offset);
      low = change;
    }
    at = next;
  }
  starts.push(end);
  return { starts, offsets };
};

const pieceOf = (zone: Zone, piece: number): OffsetSpans => {
  const known = zone.pieces[piece + 1];
  if (known !== undefined) return known;
  const scanned = scanPiece(zone, piece);
  zone.pieces[piece + 1] = scanned;
  return scanned;
};

/** Milliseconds to add to UTC at the moment `t` to get the zone's wall clock; `t` within a year of 1970 to 2200. */
export const offsetIn = (zone: Zone, t: number): number => {
  const { starts, offsets } = pieceOf(zone, Math.floor(t / PIECE));
  let i = 0;
  while ((starts[i + 1] as number) <= t) i += 1;
  return offsets[i] as number;
};

/** The spans that touch [from, to]; the first may begin before `from`, the last never ends. */
export const spansIn = (zone: Zone, from: number, to: number): OffsetSpans => {
  const starts: number[] = [];
  const offsets: number[] = [];
  const last = Math.floor(to / PIECE);
  for (let piece = Math.floor(from / PIECE); piece <= last; piece += 1) {
    const spans = pieceOf(zone, piece);
    for (const [i, offset] of spans.offsets.entries()) {
      if (offset === offsets[offsets.length - 1]) continue;
      starts.push(spans.starts[i] as number);
      offsets.push(offset);
    }
  }
  starts.push(Number.POSITIVE_INFINITY);
  return { starts, offsets };
};

/** The span in which a wall clock first shows `wall` or later, looked for from span `i` on. */
export const spanShowing = ({ starts, offsets }: OffsetSpans, i: number, wall: number): number => {
  let at = i;
  while (Math.max(wall - (offsets[at] as number), starts[at] as number) >= (starts[at + 1] as number)) {
    at += 1;
  }
  return at;
};

/**
 * The first moment whose wall clock shows `wall` or later. In a gap this is the jump, in a fold the first occurrence;
 * never decreasing in `wall`, which lies within a year of 1970 to 2200. Compiled days ask `spanShowing` too: every edge
 * of a window is computed by it and nowhere else.
 */
export const firstShowing = (zone: Zone, wall: number): number => {
  // No offset since 1970 reaches 24 hours, so the answer lies within a day of the same reading in UTC.
  const piece = Math.floor((wall - DAY) / PIECE);
  const spans =
    Math.floor((wall + DAY) / PIECE) === piece ? pieceOf(zone, piece) : spansIn(zone, wall - DAY, wall + DAY);
  const i = spanShowing(spans, 0, wall);
  return Math.max(wall - (spans.offsets[i] as number), spans.starts[i] as number);
};
