import { endpoints, type ReplyOf } from '@reglament/contract';
import {
  infiniteQueryOptions,
  keepPreviousData,
  queryOptions,
  useInfiniteQuery,
  useQuery,
} from '@tanstack/react-query';
import { api } from '../../api/client.ts';
import { keys } from '../../api/queries.ts';

export type Found = ReplyOf<typeof endpoints.search>;
export type FoundTicket = Found['tickets'][number];
export type FoundCompany = Found['companies'][number];
export type FoundContact = Found['contacts'][number];
export type FoundCertificate = Found['certificates'][number];
export type Segments = FoundTicket['subject'];

/** Of each kind while somebody types. */
const AT_ONCE = 6;
const PAGE = 20;

const quickQuery = (desk: string, q: string) =>
  queryOptions({
    queryKey: [...keys.desk(desk), 'search', 'quick', q],
    queryFn: ({ signal }) =>
      api(endpoints.search, { params: { desk }, query: { q, limit: AT_ONCE } }, { signal }),
    enabled: q !== '',
    placeholderData: keepPreviousData,
  });

/** What is found while somebody types: what was found before stays until there is something new. */
export const useQuickFound = (desk: string, q: string) => useQuery(quickQuery(desk, q));

const pagesQuery = (desk: string, q: string) =>
  infiniteQueryOptions({
    queryKey: [...keys.desk(desk), 'search', 'pages', q],
    queryFn: ({ pageParam, signal }) => {
      const query = { q, limit: PAGE, ...(pageParam === null ? {} : { cursor: pageParam }) };
      return api(endpoints.search, { params: { desk }, query }, { signal });
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    enabled: q !== '',
  });

/** Everything that is found, page by page. */
export const useFound = (desk: string, q: string) => useInfiniteQuery(pagesQuery(desk, q));

export const isNothing = (found: Found): boolean =>
  found.tickets.length + found.companies.length + found.contacts.length + found.certificates.length === 0;

/** Only words that are spelled nearly so were found. */
export const isOnlyNear = (found: Found): boolean =>
  !isNothing(found) &&
  [...found.tickets, ...found.companies, ...found.contacts, ...found.certificates].every(
    ({ way }) => way === 'near',
  );
