import { endpoints, ProblemError, type QueryOf, type QueueView } from '@reglament/contract';
import type { Regulation } from '@reglament/desk';
import { infiniteQueryOptions, QueryClient, queryOptions } from '@tanstack/react-query';
import type { QueueFilter } from '../desk/queue-filter.ts';
import { api } from './client.ts';
import { setServerNow } from './server-clock.ts';

export const PAGE_SIZE = 100;

/** Addresses in the cache: everything of a desk starts with ['desk', slug]. */
export const keys = {
  session: ['session'] as const,
  desk: (desk: string) => ['desk', desk] as const,
  aboutDesk: (desk: string) => ['desk', desk, 'about'] as const,
  board: (desk: string) => ['desk', desk, 'board'] as const,
  queues: (desk: string) => ['desk', desk, 'queue'] as const,
  counts: (desk: string) => ['desk', desk, 'counts'] as const,
  ticket: (desk: string, number: number) => ['desk', desk, 'ticket', number] as const,
  notifications: (desk: string) => ['desk', desk, 'notifications'] as const,
  portalNews: (desk: string) => ['portal', desk, 'news'] as const,
  companies: (desk: string) => ['desk', desk, 'companies'] as const,
  inquiries: (desk: string) => ['desk', desk, 'inquiries'] as const,
  letters: (desk: string) => ['desk', desk, 'letters'] as const,
};

/** As long as the server asks for, when it is busy for a moment. */
export const BUSY_MS = 2000;

export const isBusy = (error: Error): boolean =>
  error instanceof ProblemError && error.problem.code === 'unavailable';

const isTransient = (error: Error): boolean =>
  !(error instanceof ProblemError) || error.problem.status >= 500;

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      retry: (failures, error) => failures < 2 && isTransient(error),
      retryDelay: (attempt, error) => (isBusy(error) ? BUSY_MS : 400 * 2 ** attempt),
      networkMode: 'always',
    },
    mutations: { retry: false, networkMode: 'always' },
  },
});

export const sessionQuery = queryOptions({
  queryKey: keys.session,
  queryFn: ({ signal }) => api(endpoints.getSession, { params: {} }, { signal }),
  staleTime: 5 * 60_000,
});

export const regulationQuery = (desk: string) =>
  queryOptions({
    queryKey: [...keys.desk(desk), 'regulation'],
    queryFn: async ({ signal }) =>
      (await api(endpoints.getRegulation, { params: { desk } }, { signal })) as unknown as Regulation,
    staleTime: 10 * 60_000,
  });

export const countsQuery = (desk: string) =>
  queryOptions({
    queryKey: keys.counts(desk),
    queryFn: ({ signal }) => api(endpoints.getQueueCounts, { params: { desk } }, { signal }),
  });

/** `line`: one line's tickets only; null: of all. */
export const queueQuery = (desk: string, view: QueueView, line: string | null, filter: QueueFilter) =>
  infiniteQueryOptions({
    queryKey: [...keys.queues(desk), view, line, filter],
    queryFn: async ({ pageParam, signal }) => {
      const query = {
        view,
        limit: PAGE_SIZE,
        // What the address says is checked by the server.
        ...(filter as QueryOf<typeof endpoints.getQueue>),
        ...(line === null ? {} : { line }),
        ...(pageParam === null ? {} : { cursor: pageParam }),
      };
      const page = await api(endpoints.getQueue, { params: { desk }, query }, { signal });
      setServerNow(page.now);
      return page;
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  });

export const ticketQuery = (desk: string, number: number) =>
  queryOptions({
    queryKey: keys.ticket(desk, number),
    queryFn: ({ signal }) => api(endpoints.getTicket, { params: { desk, number } }, { signal }),
    staleTime: 5_000,
    refetchInterval: 60_000,
  });

export const notificationsQuery = (desk: string) =>
  queryOptions({
    queryKey: keys.notifications(desk),
    queryFn: ({ signal }) => api(endpoints.getNotifications, { params: { desk } }, { signal }),
    refetchInterval: 60_000,
  });

export const companiesQuery = (desk: string, search: string) =>
  queryOptions({
    queryKey: [...keys.companies(desk), search],
    queryFn: ({ signal }) => api(endpoints.getCompanies, { params: { desk }, query: { search } }, { signal }),
  });
