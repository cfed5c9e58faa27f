import { DAY, HOUR, SECOND } from './instant.ts';
import { dayNumber } from './local-date.ts';

/** An IANA name such as 'Europe/Moscow'. A bare offset is not one: it has no history. */
export type TimeZoneId = string & { readonly __brand: 'TimeZoneId' };

/** One stretch of constant offset: from `start` until the next one, local time is UTC + `offset` (milliseconds). */
export interface OffsetSpan {
  readonly start: number;
  readonly offset: number;
}

interface Zone {
  readonly format: Intl.DateTimeFormat;
  /** Spans by piece of time, found when first asked for. */
  readonly pieces: Map<number, readonly OffsetSpan[]>;
}

const PIECE = 366 * DAY;
/** No zone since 1970 has changed its offset and changed it back within three days. */
const STEP = 3 * DAY;
const NUMBERS = /\d+/g;

const zones = new Map<string, Zone>();

const formatIn = (timeZone: string): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat('en-US-u-ca-gregory-nu-latn', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });

const zoneOf = (id: TimeZoneId): Zone => {
  const known = zones.get(id);
  if (known !== undefined) return known;
  const zone: Zone = { format: formatIn(id), pieces: new Map() };
  zones.set(id, zone);
  return zone;
};

/**
 * Accepts an IANA time-zone name this runtime knows; null otherwise. Letter case is corrected, a name is never
 * replaced by the alias the runtime prefers (Asia/Kathmandu stays itself).
 */
export const parseTimeZone = (id: string): TimeZoneId | null => {
  // Intl takes a missing zone for the process's own and newer runtimes take offsets: neither is a name.
  if (typeof id !== 'string' || !/^[A-Za-z]/.test(id)) return null;
  try {
    const resolved = formatIn(id).resolvedOptions().timeZone;
    return (resolved.toLowerCase() === id.toLowerCase() ? resolved : id) as TimeZoneId;
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
};

/** The offset in force at a whole second, read from the wall clock that Intl shows. */
const askOffset = (zone: Zone, second: number): number => {
  const shown = zone.format.format(second).match(NUMBERS);
  if (shown === null || shown.length !== 6)
    throw new Error(`unreadable wall clock: ${zone.format.format(second)}`);
  const [month = 0, day = 0, year = 0, hour = 0, minute = 0, sec = 0] = shown.map(Number);
  return dayNumber(year, month, day) * DAY + hour * HOUR + (minute * 60 + sec) * SECOND - second;
};

/** The first second after `low` whose offset differs from low's, knowing that high's does. */
const bisect = (zone: Zone, low: number, lowOffset: number, high: number): number => {
  let same = low;
  let different = high;
  while (different - same > SECOND) {
    const middle = same + Math.floor((different - same) / 2 / SECOND) * SECOND;
    if (askOffset(zone, middle) === lowOffset) same = middle;
    else different = middle;
  }
  return different;
};

const scanPiece = (zone: Zone, piece: number): readonly OffsetSpan[] => {
  let at = piece * PIECE;
  const end = at + PIECE;
  let offset = askOffset(zone, at);
  const spans: OffsetSpan[] = [{ start: at, offset }];
  while (at < end) {
    const next = Math.min(at + STEP, end);
    if (askOffset(zone, next) === offset) {
      at = next;
      continue;
    }
    at = bisect(zone, at, offset, next);
    if (at >= end) break;
    offset = askOffset(zone, at);
    spans.push({ start: at, offset });
  }
  return spans;
};

const pieceOf = (zone: Zone, piece: number): readonly OffsetSpan[] => {
  const known = zone.pieces.get(piece);
  if (known !== undefined) return known;
  const spans = scanPiece(zone, piece);
  zone.pieces.set(piece, spans);
  return spans;
};

/** Milliseconds to add to UTC at the moment `t` to get the zone's wall clock. */
export const offsetAt = (id: TimeZoneId, t: number): number => {
  const spans = pieceOf(zoneOf(id), Math.floor(t / PIECE));
  let found = 0;
  for (const span of spans) {
    if (span.start > t) break;
    found = span.offset;
  }
  return found;
};

/** The spans that touch [from, to], in order; the first may have begun before `from`. */
export const offsetSpans = (id: TimeZoneId, from: number, to: number): readonly OffsetSpan[] => {
  const zone = zoneOf(id);
  const first = Math.floor(from / PIECE);
  const last = Math.floor(to / PIECE);
  if (first === last) return pieceOf(zone, first);
  const spans: OffsetSpan[] = [];
  for (let piece = first; piece <= last; piece += 1) spans.push(...pieceOf(zone, piece));
  return spans;
};
