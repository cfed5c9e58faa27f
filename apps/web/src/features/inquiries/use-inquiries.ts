import { endpoints, type InquiryView } from '@reglament/contract';
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { api } from '../../api/client.ts';
import { keys } from '../../api/queries.ts';

const PAGE_SIZE = 50;

interface Asked {
  readonly view: InquiryView;
  readonly search?: string;
  readonly companyId?: string;
  /** Number of a ticket that became one, or was one. */
  readonly ticket?: number;
}

/** A list of purchase inquiries, page by page. */
export const useInquiries = (desk: string, asked: Asked) =>
  useInfiniteQuery({
    queryKey: [...keys.inquiries(desk), 'list', asked],
    queryFn: ({ pageParam, signal }) => {
      const query = { ...asked, limit: PAGE_SIZE, ...(pageParam === null ? {} : { cursor: pageParam }) };
      return api(endpoints.getInquiries, { params: { desk }, query }, { signal });
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
  });

export const useInquiry = (desk: string, inquiryNumber: number) =>
  useQuery({
    queryKey: [...keys.inquiries(desk), 'one', inquiryNumber],
    queryFn: ({ signal }) => api(endpoints.getInquiry, { params: { desk, inquiryNumber } }, { signal }),
  });
