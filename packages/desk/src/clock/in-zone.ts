import type { TimeZoneId } from '@reglament/working-time';
import { regulationAt } from '../regulation/regulation-at.ts';
import type { Regulation } from '../regulation/regulation.ts';
import { compileCalendars, type Calendars } from './calendars.ts';

/** A regulation with its hours compiled. */
export interface CompiledRegulation {
  readonly regulation: Regulation;
  readonly calendars: Calendars;
}

/** Of each regulation as it was read, itself on every wall clock that somebody asked for. */
const compiled = new WeakMap<Regulation, Map<TimeZoneId, CompiledRegulation>>();
/** Where one on another wall clock comes from, so that going from zone to zone keeps one copy of each. */
const readFrom = new WeakMap<Regulation, CompiledRegulation>();

/** The regulation and its hours on another wall clock (R37): compiled once for each zone. */
export const inZone = (given: CompiledRegulation, zone: TimeZoneId): CompiledRegulation => {
  if (given.regulation.zone === zone) return given;
  const base = readFrom.get(given.regulation) ?? given;
  if (base.regulation.zone === zone) return base;
  const zones = compiled.get(base.regulation) ?? new Map<TimeZoneId, CompiledRegulation>();
  compiled.set(base.regulation, zones);
  const known = zones.get(zone);
  if (known !== undefined) return known;
  const regulation = regulationAt(base.regulation, zone);
  const found = { regulation, calendars: compileCalendars(regulation) };
  zones.set(zone, found);
  // Not `base` itself: who asks may have put more into it, which must not be found by the next.
  readFrom.set(regulation, { regulation: base.regulation, calendars: base.calendars });
  return found;
};
