import { inZone, type CompiledRegulation, compileCalendars } from '../clock/index.ts';
import type { CalendarPin } from '../regulation/calendar-edition.ts';
import { deskZoneOf, regulationWithEditions } from '../regulation/regulation-at.ts';
import type { Regulation } from '../regulation/regulation.ts';
import type { Ticket } from './ticket.ts';

/** What is pinned on a ticket of how its regulation is read. */
export interface TicketPins {
  readonly zone?: Ticket['zone'] | null;
  readonly calendars?: Ticket['calendars'] | null;
}

/** The editions by which a ticket is counted to its end; null: the regulation lets open tickets follow later ones. */
export const pinnedEditions = ({ versions, schedules }: Regulation): readonly CalendarPin[] | null => {
  if (versions?.calendars !== 'new-tickets') return null;
  const pins = new Map<string, CalendarPin>();
  for (const { calendar } of schedules)
    if (calendar !== null) pins.set(calendar.id, { id: calendar.id, edition: calendar.edition });
  return [...pins.values()];
};

const pinned = new WeakMap<Regulation, Map<string, CompiledRegulation>>();

const withEditions = (given: CompiledRegulation, pins: readonly CalendarPin[]): CompiledRegulation => {
  const editions = pinned.get(given.regulation) ?? new Map<string, CompiledRegulation>();
  pinned.set(given.regulation, editions);
  const key = JSON.stringify(pins.map(({ id, edition }) => [id, edition]));
  const known = editions.get(key);
  if (known !== undefined) return known;
  const regulation = regulationWithEditions(given.regulation, pins);
  // Never `given` itself: who asks may have put more into it, which must not be found by the next.
  const found =
    regulation === given.regulation
      ? { regulation, calendars: given.calendars }
      : { regulation, calendars: compileCalendars(regulation) };
  editions.set(key, found);
  return found;
};

/**
 * A version of the regulation as it holds for one ticket: on its wall clock, where the text leaves that to the customer (R37),
 * and by the editions of production calendars that it was registered with, where the text lets open tickets keep them. Read
 * and compiled once for each.
 *
 * @param given on the desk's wall clock, by the latest editions.
 */
export const regulationOfTicket = (
  given: CompiledRegulation,
  { zone, calendars }: TicketPins,
): CompiledRegulation => {
  const { localTime, versions } = given.regulation;
  const kept = versions?.calendars === 'new-tickets' ? withEditions(given, calendars ?? []) : given;
  const local = localTime === 'desk' ? null : (zone ?? null);
  return inZone(kept, local ?? deskZoneOf(given.regulation));
};
