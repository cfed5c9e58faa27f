import type { QueueTicket, QueueView } from '@reglament/contract';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { queueQuery } from '../../api/queries.ts';

/** The tickets of a view in the server's order, page after page. */
export const useQueue = (desk: string, view: QueueView) => {
  const query = useInfiniteQuery(queueQuery(desk, view));
  const tickets = useMemo(() => {
    // A ticket that moved between two pages while they were read must not stand in the list twice.
    const seen = new Map<string, QueueTicket>();
    for (const page of query.data?.pages ?? [])
      for (const ticket of page.tickets) seen.set(ticket.ticketId, ticket);
    return [...seen.values()];
  }, [query.data]);
  return { query, tickets };
};
