import type { QueueTicket, QueueView } from '@reglament/contract';
import { compileSchedule, type Calendar, type Schedule } from '@reglament/working-time';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { queueQuery } from '../../api/queries.ts';

/** A ticket with the hours its deadline was counted by; null: plain time. */
export interface QueuedTicket {
  readonly ticket: QueueTicket;
  readonly calendar: Calendar | null;
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

/** The tickets of a view, of one line or of all, in the server's order, page after page. */
export const useQueue = (desk: string, view: QueueView, line: string | null) => {
  const query = useInfiniteQuery(queueQuery(desk, view, line));
  const tickets = useMemo(() => {
    // A ticket that moved between two pages while they were read must not stand in the list twice.
    const seen = new Map<string, QueuedTicket>();
    for (const page of query.data?.pages ?? []) {
      page.schedules.forEach(compile);
      for (const ticket of page.tickets) seen.set(ticket.ticketId, { ticket, calendar: calendarOf(ticket) });
    }
    return [...seen.values()];
  }, [query.data]);
  return { query, tickets };
};
