import { instant, type Instant, type TimeZoneId, wallTime } from '@reglament/working-time';

/** Milliseconds to add to UTC to get a zone's wall clock, as somebody else knows them; null: they don't. */
export type Offsets = (zone: TimeZoneId, instants: readonly Instant[]) => Promise<readonly (number | null)[]>;

/** Where two copies of the time-zone data tell different offsets, at its first instant. */
export interface ZoneDisagreement {
  readonly zone: TimeZoneId;
  readonly at: Instant;
  /** Milliseconds. */
  readonly ours: number;
  /** Null: the zone is not known there. */
  readonly theirs: number | null;
}

const DAY_MS = 86_400_000;
const SECOND_MS = 1000;

/** Our own offset: the wall clock of the library that counts every deadline, read back. */
export const ourOffset = (zone: TimeZoneId, at: Instant): number => {
  const { date, hour, minute, second, ms } = wallTime(zone, at);
  return Date.parse(`${date}T00:00:00Z`) + ((hour * 60 + minute) * 60 + second) * SECOND_MS + ms - at;
};

/** The first second of a day whose offset is not that of its beginning. */
const changeWithin = (zone: TimeZoneId, from: Instant, to: Instant): Instant => {
  const before = ourOffset(zone, from);
  let [low, high] = [from as number, to as number];
  while (high - low > SECOND_MS) {
    const middle = low + Math.floor((high - low) / 2 / SECOND_MS) * SECOND_MS;
    if (ourOffset(zone, instant(middle)) === before) low = middle;
    else high = middle;
  }
  return instant(high);
};

/** Every midnight UTC, and both sides of every change of our own: whoever differs by a day or an hour differs at one of them. */
const instantsToAsk = (zone: TimeZoneId, from: Instant, to: Instant): readonly Instant[] => {
  const instants: Instant[] = [];
  for (let at = from; at < to; at = instant(at + DAY_MS)) {
    const next = instant(at + DAY_MS);
    instants.push(at);
    if (ourOffset(zone, at) === ourOffset(zone, next)) continue;
    const change = changeWithin(zone, at, next);
    instants.push(instant(change - SECOND_MS), change);
  }
  return instants;
};

/**
 * Compares our offsets with somebody else's in one zone.
 *
 * @param from start of a day in UTC.
 * @returns the first disagreement; null: there is none.
 */
export const compareOffsets = async (
  zone: TimeZoneId,
  from: Instant,
  to: Instant,
  offsets: Offsets,
): Promise<ZoneDisagreement | null> => {
  const instants = instantsToAsk(zone, from, to);
  const theirs = await offsets(zone, instants);
  for (const [index, at] of instants.entries()) {
    const [ours, other] = [ourOffset(zone, at), theirs[index] ?? null];
    if (other !== ours) return { zone, at, ours, theirs: other };
  }
  return null;
};
