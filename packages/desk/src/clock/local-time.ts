import type { TimeZoneId } from '@reglament/working-time';
import { deskZoneOf } from '../regulation/regulation-at.ts';
import type { Regulation, ScheduleId } from '../regulation/regulation.ts';
import type { CountingRule } from './clock.ts';

/**
 * The wall clock that the hours of a rule are read on, where the regulation leaves that to the customer (R37); undefined: it
 * does not, or these hours name a zone of their own.
 */
export const localZoneOf = (regulation: Regulation, schedule: ScheduleId): TimeZoneId | undefined =>
  regulation.localTime === 'desk' || regulation.schedules.find(({ id }) => id === schedule)?.ownZone === true
    ? undefined
    : regulation.zone;

/** The wall clock that a rule was counted on. */
export const zoneOfRule = ({ zone }: Pick<CountingRule, 'zone'>, regulation: Regulation): TimeZoneId =>
  zone ?? deskZoneOf(regulation);
