import { upcastClock } from '../clock/upcast-clock.ts';
import type { TicketEvent } from './events.ts';
import type { Ticket } from './ticket.ts';

/** A journal row's words as they were written. */
export interface StoredEvent {
  readonly type: string;
  /** Version of the type's body. A type's meaning never changes; when its form does, the version grows and a step here brings old rows up. */
  readonly version: number;
  readonly body: object;
}

/** The version in which events are written. 2: a clock holds all changes of its rule, not what the last one carried over. */
export const EVENT_VERSION = 2;

const changesKept = (event: TicketEvent): TicketEvent =>
  'clock' in event && typeof event.clock !== 'string' ? { ...event, clock: upcastClock(event.clock) } : event;

/**
 * An event as today's code knows it, whatever version wrote it.
 *
 * @throws when a newer server wrote it: an older one must not guess.
 */
export const upcast = ({ type, version, body }: StoredEvent): TicketEvent => {
  if (version > EVENT_VERSION)
    throw new Error(`event ${type} of version ${version} was written by a newer server`);
  const event = { ...body, type } as TicketEvent;
  return version === 1 ? changesKept(event) : event;
};

/** A ticket's stored state as today's code knows it: a row keeps the form in which it was last written. */
export const upcastTicket = (stored: Ticket): Ticket => {
  const clocks = stored.clocks.map(upcastClock);
  return clocks.every((clock, index) => clock === stored.clocks[index]) ? stored : { ...stored, clocks };
};
