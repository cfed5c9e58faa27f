import type { QueueView } from '@reglament/contract';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { queueQuery } from '../../api/queries.ts';
import type { QueueFilter } from '../../desk/queue-filter.ts';
import { queuedTickets } from '../../desk/queued-tickets.ts';

/** The tickets of a view, of one line or of all, in the server's order, page after page. */
export const useQueue = (desk: string, view: QueueView, line: string | null, filter: QueueFilter) => {
  const query = useInfiniteQuery(queueQuery(desk, view, line, filter));
  const tickets = useMemo(() => queuedTickets(query.data?.pages ?? []), [query.data]);
  return { query, tickets };
};
