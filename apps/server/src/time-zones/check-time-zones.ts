import { instant, type Instant, type TimeZoneId } from '@reglament/working-time';
import { compareOffsets, type Offsets, ourOffset, type ZoneDisagreement } from './compare-offsets.ts';
import { systemZone } from './system-offsets.ts';

export interface ZoneConcern extends ZoneDisagreement {
  readonly source: 'database' | 'system';
}

const FROM = Date.UTC(2010, 0, 1);
const TEN_YEARS_MS = 3653 * 86_400_000;
const DAY_MS = 86_400_000;

/** What the system's files don't say is left out of the comparison. */
const systemOffsets: Offsets = async (zone, instants) => {
  const known = await systemZone(zone);
  return instants.map((at) => known?.offsetAt(at) ?? ourOffset(zone, at));
};

/**
 * Compares the time-zone data of this process with the database's and the system's in some zones, from 2010 to ten years ahead
 * (working-time row 21). Each disagreement once, at its first instant; none of them stops anything.
 */
export const checkTimeZones = async (
  zones: readonly TimeZoneId[],
  now: Instant,
  database: Offsets,
  system: Offsets = systemOffsets,
): Promise<readonly ZoneConcern[]> => {
  const to = instant(Math.floor((now + TEN_YEARS_MS) / DAY_MS) * DAY_MS);
  const concerns: ZoneConcern[] = [];
  for (const zone of zones)
    for (const [source, offsets] of [['database', database] as const, ['system', system] as const]) {
      const found = await compareOffsets(zone, instant(FROM), to, offsets);
      if (found !== null) concerns.push({ ...found, source });
    }
  return concerns;
};
