import { WorkingTimeError } from './working-time-error.ts';
import { offsetIn, zoneNamed, type Zone } from './zone-offsets.ts';

/** An IANA name such as 'Europe/Moscow'. A bare offset is not one: it has no history. */
export type TimeZoneId = string & { readonly __brand: 'TimeZoneId' };

/** There are some 600 names; more than this are spellings of theirs, and all are forgotten. */
const MOST_ZONES = 1024;

const zones = new Map<string, Zone>();

/** Intl takes a missing zone for the process's own and newer runtimes take offsets: neither is a name. */
const looksLikeName = (id: unknown): id is string => typeof id === 'string' && /^[A-Za-z]/.test(id);

const newZone = (id: string): Zone | null => {
  try {
    return zoneNamed(id);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
};

/** The zone of a name, with all that was found about it so far. Throws WorkingTimeError 'zone-unknown'. */
export const zoneOf = (id: TimeZoneId): Zone => {
  const known = zones.get(id);
  if (known !== undefined) return known;
  const zone = looksLikeName(id) ? newZone(id) : null;
  if (zone === null) {
    throw new WorkingTimeError('zone-unknown', 'zone', `unknown time zone: ${String(id)}`);
  }
  if (zones.size >= MOST_ZONES) zones.clear();
  zones.set(id, zone);
  return zone;
};

/**
 * Accepts an IANA time-zone name this runtime knows; null otherwise: parseTimeZone('+03:00') is null. Letter case is
 * corrected, a name is never replaced by the alias the runtime prefers (Asia/Kathmandu stays itself).
 */
export const parseTimeZone = (id: string): TimeZoneId | null => {
  const zone = zones.get(id) ?? (looksLikeName(id) ? newZone(id) : null);
  return zone === null ? null : (zone.name as TimeZoneId);
};

/** Milliseconds to add to UTC at the moment `t` to get the zone's wall clock. */
export const offsetAt = (id: TimeZoneId, t: number): number => offsetIn(zoneOf(id), t);
