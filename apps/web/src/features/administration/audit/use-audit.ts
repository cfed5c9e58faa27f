import { endpoints } from '@reglament/contract';
import { useInfiniteQuery } from '@tanstack/react-query';
import { api } from '../../../api/client.ts';
import { keys } from '../../../api/queries.ts';
import { useDesk } from '../../../desk/desk-context.tsx';
import { askedFilter, type AuditFilter } from './audit-filter.ts';

const PAGE_SIZE = 50;

/** The audit log of the desk as the filter asks for it. */
export const useAudit = (filter: AuditFilter) => {
  const { slug, zone } = useDesk();
  const asked = askedFilter(filter, zone);
  return useInfiniteQuery({
    queryKey: [...keys.desk(slug), 'audit', asked],
    queryFn: ({ pageParam, signal }) => {
      const query = { ...asked, limit: PAGE_SIZE, ...(pageParam === null ? {} : { cursor: pageParam }) };
      return api(endpoints.getAudit, { params: { desk: slug }, query }, { signal });
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    // The list stays while another filter is being typed.
    placeholderData: (previous) => previous,
    staleTime: 0,
  });
};

/** Where the same rows are to be had as a table. */
export const auditTableAddress = (slug: string, filter: AuditFilter, zone: string): string => {
  const query = new URLSearchParams(askedFilter(filter, zone) as Record<string, string>).toString();
  return `/api/desks/${slug}/audit.csv${query === '' ? '' : `?${query}`}`;
};
