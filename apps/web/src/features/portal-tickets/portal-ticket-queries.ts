import { endpoints, type PortalTicketView } from '@reglament/contract';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api } from '../../api/client.ts';
import { portalKeys } from '../portal/index.ts';

export interface ListAsked {
  readonly view: PortalTicketView;
  readonly whose: 'own' | 'all';
  readonly search: string;
}

export const portalTicketKeys = {
  lists: (desk: string) => [...portalKeys.portal(desk), 'tickets'] as const,
  ticket: (desk: string, number: number) => [...portalKeys.portal(desk), 'ticket', number] as const,
  form: (desk: string) => [...portalKeys.portal(desk), 'ticket-form'] as const,
};

/** A deadline moves by itself: what is left of it is asked for again. */
const AGAIN_MS = 60_000;

export const portalTicketsQuery = (desk: string, { view, whose, search }: ListAsked) =>
  infiniteQueryOptions({
    queryKey: [...portalTicketKeys.lists(desk), view, whose, search],
    queryFn: ({ pageParam, signal }) =>
      api(
        endpoints.getPortalTickets,
        {
          params: { desk },
          query: { view, whose, search, ...(pageParam === null ? {} : { cursor: pageParam }) },
        },
        { signal },
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    refetchInterval: AGAIN_MS,
    placeholderData: (before) => before,
  });

export const portalTicketQuery = (desk: string, number: number) =>
  queryOptions({
    queryKey: portalTicketKeys.ticket(desk, number),
    queryFn: ({ signal }) => api(endpoints.getPortalTicket, { params: { desk, number } }, { signal }),
    refetchInterval: AGAIN_MS,
    staleTime: 5_000,
  });

export const portalTicketFormQuery = (desk: string) =>
  queryOptions({
    queryKey: portalTicketKeys.form(desk),
    queryFn: ({ signal }) => api(endpoints.getPortalTicketForm, { params: { desk } }, { signal }),
    staleTime: 60_000,
  });
