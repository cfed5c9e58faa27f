import type { QueueTicket } from '@reglament/contract';
import { compileSchedule, type Calendar, type Schedule } from '@reglament/working-time';

/** A ticket with the hours its deadline was counted by; null: plain time. */
export interface QueuedTicket {
  readonly ticket: QueueTicket;
  readonly calendar: Calendar | null;
}

interface Page {
  readonly tickets: readonly QueueTicket[];
  readonly schedules: readonly { readonly key: string }[];
}

/** What a key stands for never changes: hours are compiled once, however often a page is read again. */
const compiled = new Map<string, Calendar>();

const compile = ({ key, ...schedule }: { readonly key: string }): void => {
  if (!compiled.has(key)) compiled.set(key, compileSchedule(schedule as unknown as Schedule));
};

const calendarOf = ({ nextDue }: QueueTicket): Calendar | null => {
  const hours = nextDue?.hours ?? null;
  if (hours === null) return null;
  const calendar = compiled.get(hours);
  if (calendar === undefined) throw new RangeError(`the queue has no hours ${hours}`);
  return calendar;
};

/** Tickets of some pages in their order, each once: one that moved while they were read must not stand in the list twice. */
export const queuedTickets = (pages: readonly Page[]): readonly QueuedTicket[] => {
  const seen = new Map<string, QueuedTicket>();
  for (const page of pages) {
    page.schedules.forEach(compile);
    for (const ticket of page.tickets) seen.set(ticket.ticketId, { ticket, calendar: calendarOf(ticket) });
  }
  return [...seen.values()];
};
